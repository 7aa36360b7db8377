import { fixture, html } from '@open-wc/testing';
import { Session } from '../../src/contract/session.js';
import { RejiResult } from '../../src/elements/reji-result.js';
import { allByRole, byRole, nameOf } from './by-role.js';

RejiResult.define();

const common = {
  id: 's-1',
  rev: 3,
  purpose: 'payment',
  amount: { value: 8420, currency: 'USD' },
  order: { id: 'H-20430', shop: 'ひより商店', returnUrl: 'https://shop.example/thanks' },
  methods: [
    { id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' },
    { id: 'monetix:webmoney', brand: 'webmoney-classic', kind: 'invoice' },
    { id: 'sbps:alipay-plus/gcash', brand: 'gcash', kind: 'redirect' },
    { id: 'haipay:konbini-lawson', brand: 'konbini-lawson', kind: 'konbini' },
    { id: 'haipay:gmo-aozora', brand: 'gmo-aozora', kind: 'bankTransfer' },
  ],
  issuedAt: '2026-11-21T05:20:00.000Z',
  expiresAt: '2026-11-21T06:20:00.000Z',
};

/** The facts of a payment that money has moved for. */
export const paid = { method: 'monetix:webmoney', paidAt: '2026-11-21T15:26:00.000Z', reference: '1029384756' };

/** A session of the contract in that state. */
export const sessionOf = (part: object): Session => Session.parse({ ...common, ...part });

/** An open session whose last try failed. */
export const failedTry = (code: string, rest: object = {}): Session =>
  sessionOf({ status: 'open', lastFailure: { method: 'monetix:webmoney-light', code, ...rest } });

/** The element in the page, with dates as read in Tokyo. */
export async function makeResult(part: object, properties: Partial<RejiResult> = {}): Promise<RejiResult> {
  const el = await fixture<RejiResult>(
    html`<reji-result
      lang=${properties.lang ?? 'en'}
      time-zone="Asia/Tokyo"
      .session=${sessionOf(part)}
    ></reji-result>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

export const title = (el: RejiResult) => nameOf(byRole(el, 'heading'));
export const stampOf = (el: RejiResult) => el.shadowRoot?.querySelector('[part=stamp]');
export const stampWords = (el: RejiResult) =>
  [...(stampOf(el)?.querySelectorAll('text') ?? [])].map((line) => line.textContent);
export const sums = (el: RejiResult) =>
  [...(el.shadowRoot?.querySelectorAll('reji-amount') ?? [])].map(
    (sum) => sum.shadowRoot?.querySelector('.sr')?.textContent,
  );
/** Label and value of each fact. */
export const factsOf = (el: RejiResult) =>
  [...(el.shadowRoot?.querySelectorAll('dl > div') ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim()),
  );
export const ways = (el: RejiResult) => [...allByRole(el, 'link'), ...allByRole(el, 'button')].map(nameOf);
