import type { Method, UnavailableReason } from '../../contract/session.js';
import { InputRefusal, type Offer } from '../provider.js';
import type { MonetixConfig, MonetixScenario } from './monetix-options.js';
import { missingInputs } from './monetix-payer.js';

type Limits = MonetixConfig['limits'];

/** Namespace of the method ids. */
export const PROVIDER_ID = 'monetix';
/** Method ids by scenario. Monetix's own codes, behind our namespace: another provider has a `webmoney` too. */
const METHOD_IDS: Record<MonetixScenario, string> = {
  light: `${PROVIDER_ID}:webmoney-light`,
  classic: `${PROVIDER_ID}:webmoney`,
};
/** The method id of a payout to a WebMoney purse. */
export const PURSE_METHOD = `${PROVIDER_ID}:webmoney-purse`;
const BRANDS: Record<MonetixScenario, string> = { light: 'webmoney-light', classic: 'webmoney-classic' };

/** The methods for an offer: purchase scenarios for a payment, the purse for a payout. */
export function methodsOf(config: MonetixConfig, offer: Offer): Method[] {
  if (offer.purpose !== 'payout') return config.scenarios.map((scenario) => purchaseMethod(config, scenario, offer));
  return config.payouts === false ? [] : [payoutMethod(config, offer)];
}

/** The scenario of a purchase method that is offered. @throws InputRefusal `method-unknown` */
export function scenarioOf(config: MonetixConfig, method: string): MonetixScenario {
  const scenario = anyScenarioOf(method);
  if (scenario === undefined || !config.scenarios.includes(scenario)) {
    throw new InputRefusal('method', 'method-unknown');
  }
  return scenario;
}

/** The scenario of a purchase method, also of one that is no longer offered. */
export function anyScenarioOf(method: string): MonetixScenario | undefined {
  return (['light', 'classic'] as const).find((scenario) => METHOD_IDS[scenario] === method);
}

/** True where we ask for the WMID; on Payment Page the page does. */
export function asksWmid(config: MonetixConfig, scenario: MonetixScenario): boolean {
  return scenario === 'classic' && config.interfaces.classic === 'gate';
}

/**
 * Why the offer's sum can't be sent, if it can't. The least is 0.01 of a title unit. Source: Monetix WebMoney,
 * "Operations support".
 */
export function unavailableReason(config: MonetixConfig, offer: Offer): UnavailableReason | undefined {
  const { value, currency } = offer.amount;
  if (!config.currencies.includes(currency)) return { code: 'currency', currencies: [...config.currencies] };
  const { min = 1, max = Number.MAX_SAFE_INTEGER } = limitsFor(config, offer)[currency] ?? {};
  if (value < Math.max(1, min)) return { code: 'amount-too-low', limit: { value: Math.max(1, min), currency } };
  if (value > max) return { code: 'amount-too-high', limit: { value: max, currency } };
  return undefined;
}

function purchaseMethod(config: MonetixConfig, scenario: MonetixScenario, offer: Offer): Method {
  const wmid = asksWmid(config, scenario) ? [{ name: 'wmid', required: true }] : [];
  const inputs = [...wmid, ...missingInputs(offer.customer)];
  return {
    id: METHOD_IDS[scenario],
    brand: BRANDS[scenario],
    kind: asksWmid(config, scenario) ? 'invoice' : 'redirect',
    ...limitsShown(config, offer),
    ...(inputs.length === 0 ? {} : { inputs }),
    ...whyNot(config, offer),
  };
}

function payoutMethod(config: MonetixConfig, offer: Offer): Method {
  return {
    id: PURSE_METHOD,
    brand: 'webmoney-purse',
    kind: 'wait',
    ...limitsShown(config, offer),
    inputs: [{ name: 'purse', required: true }, ...missingInputs(offer.customer)],
    ...whyNot(config, offer),
  };
}

function limitsFor(config: MonetixConfig, { purpose }: Offer): Limits {
  if (purpose !== 'payout') return config.limits;
  return (config.payouts !== false && config.payouts.limits) || {};
}

function limitsShown(config: MonetixConfig, offer: Offer): Pick<Method, 'limits'> {
  const { currency } = offer.amount;
  const { min, max } = limitsFor(config, offer)[currency] ?? {};
  if (min === undefined && max === undefined) return {};
  return {
    limits: {
      ...(min === undefined ? {} : { min: { value: min, currency } }),
      ...(max === undefined ? {} : { max: { value: max, currency } }),
    },
  };
}

function whyNot(config: MonetixConfig, offer: Offer): Pick<Method, 'unavailable'> {
  const unavailable = unavailableReason(config, offer);
  return unavailable === undefined ? {} : { unavailable };
}
