import { fractionDigits, majorDigits } from '../../contract/minor-units.js';
import type { Attempt } from '../record.js';
import { InputRefusal, type ProviderMessage, type Start, type StartOutcome } from '../provider.js';
import { textAt } from './lossless-json.js';
import { codeLike, readQuery, statusOf } from './haipay-messages.js';
import { HAIPAY_METHODS } from './haipay-methods.js';
import type { HaipayMethod } from './haipay-methods.js';
import type { HaipayBusiness, HaipayConfig } from './haipay-options.js';
import { payerOf } from './haipay-payer.js';
import type { HaipayFields } from './haipay-signature.js';
import { nextStep } from './haipay-steps.js';
import { post, type HaipayData } from './haipay-wire.js';

/** Source: HaiPay Japan Payment API, "Collection Application", `orderId`. */
const ORDER_ID_MAX = 48;
/** A notification waits for its answer meanwhile. */
const CONFIRM_TIMEOUT_MS = 3000;
const MONEY_CAME: readonly string[] = ['2', '4', '5'];

/**
 * Applies for a collection order.
 *
 * @throws InputRefusal when a value can't be sent; nothing was called then
 */
export async function apply(config: HaipayConfig, method: HaipayMethod, start: Start): Promise<StartOutcome> {
  const business = businessOf(config, start.amount.currency);
  if (!business) throw new InputRefusal('amount.currency', 'currency');
  const answer = await post(config, business, 'collect/apply', application(config, method, start));
  if (!answer) return { type: 'unknown' };
  if (answer.type === 'error') return refusal(config, answer.code);
  // Signed, and yet not the order that was applied for: what became of ours is to be asked.
  if (textAt(answer.data, 'orderId') !== start.attempt.id) return { type: 'unknown' };
  return { type: 'started', nextAction: nextStep(config, method, start, answer.data) };
}

/** Asks for the state of an order. */
export async function ask(config: HaipayConfig, attempt: Attempt): Promise<ProviderMessage | 'not-found' | 'unknown'> {
  const business = businessOf(config, attempt.input['currency'] ?? '');
  const answer = business && (await query(config, business, attempt.id, attempt.reference));
  if (!answer) return 'unknown';
  if (answer.type === 'error') {
    return config.notFoundErrors?.includes(answer.code) === false ? 'unknown' : 'not-found';
  }
  const message = readQuery(config, business, answer.data, answer.raw);
  if (message?.attemptId !== attempt.id) return 'unknown';
  if (!isStranded(attempt, message)) return message;
  return { ...message, key: `${message.key}/stranded`, outcome: { type: 'declined', code: 'provider-unavailable' } };
}

/**
 * The messages that a verified notification stands for. When it speaks of money, the query is asked for the whole sum;
 * where its final word is another one, both are handed on and the core sees the contradiction.
 */
export async function confirmed(
  config: HaipayConfig,
  business: HaipayBusiness,
  data: HaipayData,
  told: ProviderMessage,
): Promise<ProviderMessage[]> {
  if (!config.confirmNotifications || !MONEY_CAME.includes(statusOf(data))) return [told];
  const answer = await query(config, business, told.attemptId, told.reference, CONFIRM_TIMEOUT_MS);
  if (answer?.type !== 'data') return [told];
  const asked = readQuery(config, business, answer.data, answer.raw);
  if (asked?.attemptId !== told.attemptId) return [told];
  if (statusOf(answer.data) === statusOf(data)) {
    const { outcome, amount } = asked;
    // The second of two equal parts differs from the first in the sum of both alone, where neither says when it came.
    const unlike = amount !== undefined && amount.value !== told.amount?.value && !textAt(data, 'payTime');
    const key = unlike ? `${told.key}/${amount.value}` : told.key;
    return [{ ...told, key, outcome, ...(amount && { amount }) }];
  }
  return asked.outcome.type === 'pending' ? [told] : [told, asked];
}

/** The account of a currency. */
export function businessOf(config: HaipayConfig, currency: string): HaipayBusiness | undefined {
  return config.businesses.find((business) => business.currency === currency);
}

/**
 * The application. `amount` is in major units: without decimals for yen; for dollars with two, although the document
 * says "no decimal places allowed", for its own limits have them. Both redirect URLs are required by the table,
 * although its sample leaves them out. Source: HaiPay Japan Payment API, "Collection Application".
 */
function application(config: HaipayConfig, method: HaipayMethod, start: Start): HaipayFields {
  const { value, currency } = start.amount;
  const row = config.rowOf(method, currency);
  if (!row) throw new InputRefusal('amount.currency', 'currency');
  if (start.attempt.id.length > ORDER_ID_MAX) throw new InputRefusal('attempt', 'order-id-invalid');
  const { name, phone, email, partnerUserId } = payerOf(config, start.customer, start.attempt.input);
  const subject = config.subject?.(start);
  return {
    orderId: start.attempt.id,
    name,
    phone,
    email,
    amount: majorDigits(value, fractionDigits(currency)),
    payType: HAIPAY_METHODS[method].payType,
    inBankCode: row.inBankCode,
    callBackUrl: start.returnUrls.success,
    callBackFailUrl: start.returnUrls.decline,
    ...(config.sendNotifyUrl && { notifyUrl: start.webhookUrl }),
    ...(subject && { subject }),
    partnerUserId,
  };
}

/** `orderNo` makes the answer faster. Source: HaiPay Japan Payment API, "Collection Query". */
function query(
  config: HaipayConfig,
  business: HaipayBusiness,
  orderId: string,
  orderNo: string | undefined,
  timeoutMs = config.fetchTimeoutMs,
) {
  const fields = { orderId, ...(orderNo !== undefined && { orderNo }) };
  return post(config, business, 'collect/query', fields, timeoutMs);
}

/** HaiPay read the application and said no, unless it says no because it has this order already. */
function refusal({ duplicateErrors, failures }: HaipayConfig, error: string): StartOutcome {
  if (duplicateErrors.includes(error)) return { type: 'unknown' };
  const code = (Object.hasOwn(failures, error) ? failures[error] : undefined) ?? 'provider-refused';
  const providerCode = codeLike(error);
  return { type: 'refused', code, ...(providerCode && { providerCode }) };
}

/**
 * The order exists, but the answer that told how to pay it never got here (a crash, a broken line) or told nothing that
 * can be used. The query does not repeat it, so the buyer could only wait for nothing: they may choose again. Nobody can
 * pay that order without its page or number; if money comes for it all the same, the core takes care of it. A buyer who
 * came back from the page, or who gave up the attempt, waits with nothing to do as well, but did have the answer.
 */
function isStranded(attempt: Attempt, { outcome }: ProviderMessage): boolean {
  const underWay = attempt.status === 'starting' || attempt.status === 'waiting';
  const nothingToDo = attempt.nextAction === undefined || attempt.nextAction.type === 'wait';
  const nothingCame = outcome.type === 'pending' && outcome.received === undefined;
  return underWay && nothingToDo && nothingCame && attempt.returned === undefined;
}
