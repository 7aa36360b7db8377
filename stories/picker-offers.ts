import { waitFor } from 'storybook/test';
import type { Method } from '../src/contract/session.js';

export const light: Method = { id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' };
export const classic: Method = { id: 'monetix:webmoney', brand: 'webmoney-classic', kind: 'invoice' };
export const newer: Method = { id: 'x:newer', brand: 'newer', kind: 'teleport', label: 'Newer Pay' };

const offer = (prefix: string, kind: string, brands: string): Method[] =>
  brands.split(' ').map((brand) => ({ id: `${prefix}${brand}`, brand, kind }));
/** The ten wallets of Alipay+. */
export const wallets = offer(
  'sbps:alipay-plus/',
  'redirect',
  'alipay alipay-hk touch-n-go boost dana bpi kakao-pay gcash truemoney rabbit-line-pay',
);
export const konbini = offer(
  'haipay:',
  'konbini',
  'konbini-seven-eleven konbini-familymart konbini-lawson konbini-ministop',
);
/** All that is paid in Japan. */
export const japan = [
  ...konbini,
  ...offer('haipay:', 'redirect', 'au-pay merpay'),
  ...offer('haipay:', 'bankTransfer', 'gmo-aozora'),
  { id: 'sbps:webmoney', brand: 'webmoney-prepaid', kind: 'redirect' },
];
/** As long as a list can get: all there is, and six that are newer than this client. */
export const many = [
  ...japan,
  ...wallets,
  light,
  classic,
  ...offer('x:', 'qr', 'one two three four five six').map((one) => ({ ...one, label: `Newer Pay ${one.brand}` })),
];
export const gcash = 'sbps:alipay-plus/gcash';
export const lawson = 'haipay:konbini-lawson';

/** The picker's radios, once they are there. */
export async function radios(canvas: HTMLElement): Promise<HTMLInputElement[]> {
  const picker = canvas.querySelector('reji-method-picker') ?? undefined;
  return waitFor(() => {
    const found = [...(picker?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
    if (found.length === 0) throw new Error('no methods yet');
    return found;
  });
}
