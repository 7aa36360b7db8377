import type { RedirectAction } from '../../contract/next-action.js';
import { InputRefusal, type Offer, type Start } from '../provider.js';
import { jstDate, jstDateMs, REQUEST_FIELDS, type RequestField } from './sbps-fields.js';
import { ITEM_NAME_MAX, type SbpsConfig, type SbpsProduct } from './sbps-options.js';
import { checkText, trimmed } from './sbps-shift-jis.js';

const CUST_CODE_MAX = 64;
const ORDER_ID_MAX = 38;
/** Seconds from reaching the Alipay+ screen to its time-out. Source: SBPS Alipay+, "Payment deadline". */
const ALIPAY_PLUS_SECONDS = 600;

/** What the shop's order gives to every purchase request. */
interface Texts {
  custCode: string;
  itemName: string;
}

/**
 * Checks what the shop told of the order and the customer against the fields of the purchase request.
 *
 * @throws InputRefusal `characters-not-allowed`, `not-shift-jis`, `not-single-byte`, `too-long`, `empty` for `customer.id`,
 *   `order.description`, `order.shop` or `order.id`
 */
export function checkTexts(config: SbpsConfig, { customer, order }: Offer): Texts {
  const rule = { vendorCharacters: config.vendorCharacters };
  const custCode = checkText('customer.id', customer.id, { ...rule, maxLength: CUST_CODE_MAX, singleByte: true });
  if (custCode === '') throw new InputRefusal('customer.id', 'empty');
  const [field, name] = itemNameOf(config, order);
  return { custCode, itemName: checkText(field, name, { ...rule, maxLength: ITEM_NAME_MAX }) };
}

/** The item's name and the field of the request it comes from. What the shop wrote for the buyer is never shortened. */
function itemNameOf({ itemName }: SbpsConfig, order: Offer['order']): [field: string, name: string] {
  const told = (text: string | undefined) => trimmed(text ?? '');
  const short = (text: string) => Array.from(text).slice(0, ITEM_NAME_MAX).join('');
  if (itemName !== undefined) return ['itemName', itemName];
  if (told(order.description) !== '') return ['order.description', told(order.description)];
  if (told(order.shop) !== '') return ['order.shop', short(told(order.shop))];
  return ['order.id', short(`Order ${told(order.id)}`)];
}

/**
 * The form of a purchase request (A01-1) for the buyer's browser to post. Nothing is called. Which wallet of Alipay+ it
 * will be is chosen on the provider's page: the request has no field for it.
 *
 * @throws InputRefusal when a value can't be sent
 */
export async function openLink(config: SbpsConfig, product: SbpsProduct, start: Start): Promise<RedirectAction> {
  const requestDate = jstDate(config.now());
  const fields = purchaseFields(config, product, start, requestDate);
  const hashcode = await config.hasher.ofTexts(fields.map(([, value]) => value));
  // The limit counts from the date as it was sent, without its milliseconds.
  const deadlineMs = (jstDateMs(requestDate) ?? config.now()) + config.limitSeconds * 1000;
  return {
    type: 'redirect',
    method: 'POST',
    url: config.linkUrl,
    fields: [...fields, ['sps_hashcode', hashcode]],
    charset: 'Shift_JIS',
    deadline: new Date(deadlineMs).toISOString(),
    ...(product === 'alipayPlus' && { payWithinSeconds: ALIPAY_PLUS_SECONDS }),
  };
}

function purchaseFields(
  config: SbpsConfig,
  product: SbpsProduct,
  start: Start,
  requestDate: string,
): [RequestField, string][] {
  const { custCode, itemName } = checkTexts(config, start);
  const given: Partial<Record<RequestField, string>> = {
    pay_method: config.payMethods[product],
    merchant_id: config.merchantId,
    service_id: config.serviceId,
    cust_code: custCode,
    order_id: checkText('attempt', start.attempt.id, { maxLength: ORDER_ID_MAX, singleByte: true }),
    item_id: config.itemId,
    item_name: itemName,
    amount: String(start.amount.value),
    // Both products are for one-time payments only.
    pay_type: '0',
    service_type: '0',
    terminal_type: start.device === 'mobile' ? '1' : '0',
    success_url: start.returnUrls.success,
    cancel_url: start.returnUrls.cancel,
    error_url: start.returnUrls.decline,
    pagecon_url: start.webhookUrl,
    free_csv: config.freeCsv[product],
    request_date: requestDate,
    limit_second: String(config.limitSeconds),
  };
  return REQUEST_FIELDS.map((name) => [name, given[name] ?? '']);
}
