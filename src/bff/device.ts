import type { Device } from './provider.js';

/** How the browsers of Japanese feature phones name themselves: i-mode, EZweb, SoftBank and their forebears, WILLCOM. */
const FEATURE_PHONE =
  /^DoCoMo\/|^KDDI-|UP\.Browser|^(J-PHONE|Vodafone|SoftBank|MOT-)|^Mozilla\/3\.0 ?\((WILLCOM|DDIPOCKET)/i;

/** What a browser runs on, by its `User-Agent`. @returns undefined when it does not say who it is */
export function deviceOf(userAgent: string | null | undefined): Device | undefined {
  if (!userAgent) return undefined;
  if (FEATURE_PHONE.test(userAgent)) return 'featurePhone';
  return /Android|iPhone|iPad|iPod|Mobile/i.test(userAgent) ? 'mobile' : 'pc';
}
