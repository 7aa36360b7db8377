import type { Amount, TitleAmount } from '../contract/money.js';

/**
 * The WebMoney title unit that stands for a currency one to one. Source: Monetix WebMoney, "Payment currencies"; the
 * currencies are named by their title units everywhere a payer sees them.
 */
export const TITLE_UNITS: Readonly<Record<string, TitleAmount['unit']>> = { USD: 'WMZ', EUR: 'WME', KZT: 'WMK' };

/** The same sum in title units; undefined for a currency that has none. */
export function inTitleUnits({ value, currency }: Amount): TitleAmount | undefined {
  const unit = Object.hasOwn(TITLE_UNITS, currency) ? TITLE_UNITS[currency] : undefined;
  return unit && { value, unit };
}
