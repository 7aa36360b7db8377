import type { RedirectAction } from '../../contract/next-action.js';
import type { Start } from '../provider.js';
import type { MonetixConfig, MonetixScenario } from './monetix-options.js';
import { payerOf, topUpDescription } from './monetix-payer.js';

const METHOD_CODES: Record<MonetixScenario, string> = { light: 'webmoney-light', classic: 'webmoney' };
/** Monetix ignores a `best_before` that is further away. Source: Payment Page parameters. */
const BEST_BEFORE_MAX_MS = 30 * 86_400_000;

/**
 * The form that opens Payment Page with the scenario's method selected. Nothing is called: the buyer's browser posts
 * it. `signature` comes last, as the SDKs have it.
 *
 * @throws InputRefusal when a value can't be signed
 */
export async function openPaymentPage(
  config: MonetixConfig,
  scenario: MonetixScenario,
  start: Start,
): Promise<RedirectAction> {
  const parameters = { ...purchase(config, scenario, start), ...extras(config, start) };
  const signature = await config.signer.sign(parameters);
  const bestBefore = parameters['best_before'];
  return {
    type: 'redirect',
    method: 'POST',
    url: config.paymentPageUrl,
    fields: [
      ...Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
      ['signature', signature],
    ],
    charset: 'UTF-8',
    ...(bestBefore === undefined ? {} : { deadline: new Date(start.expiresAtMs).toISOString() }),
  };
}

/** The parameters that the WebMoney document demands, and the method to open. */
function purchase(config: MonetixConfig, scenario: MonetixScenario, start: Start): Record<string, string | number> {
  const payer = payerOf(start.customer, start.attempt.input);
  return {
    payment_id: start.attempt.id,
    payment_amount: start.amount.value,
    payment_currency: start.amount.currency,
    project_id: config.projectId,
    customer_id: payer.id,
    customer_first_name: payer.firstName,
    customer_last_name: payer.lastName,
    customer_email: payer.email,
    payment_description: topUpDescription(payer.account, config.websiteUrl),
    force_payment_method: METHOD_CODES[scenario],
  };
}

/** Where results and the browser go, how long the page works and its language. */
function extras(config: MonetixConfig, start: Start): Record<string, string> {
  const language = languageCode(config, start.locale);
  return {
    ...(config.sendCallbackUrl ? { merchant_callback_url: start.webhookUrl } : {}),
    merchant_success_url: start.returnUrls.success,
    merchant_fail_url: start.returnUrls.decline,
    merchant_return_url: start.returnUrls.return,
    ...(start.expiresAtMs - config.now() > BEST_BEFORE_MAX_MS ? {} : { best_before: isoSeconds(start.expiresAtMs) }),
    ...(language === undefined ? {} : { language_code: language }),
    ...config.pageFields,
  };
}

/** An instant as Monetix writes it: `2026-11-24T05:24:00+00:00`. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}

function languageCode(config: MonetixConfig, locale: string | undefined): string | undefined {
  const subtag = locale?.split('-')[0]?.toLowerCase() ?? '';
  if (config.languages) return config.languages[subtag];
  return /^[a-z]{2}$/.test(subtag) ? subtag : undefined;
}
