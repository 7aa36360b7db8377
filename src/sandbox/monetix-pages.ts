import type { MonetixFieldError } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import type { MonetixPayment } from './monetix-payment.js';
import { inNationalCurrency, inTitleUnits } from './monetix-units.js';
import { facts, sandboxPage } from './page.js';
import type { SandboxPage } from './page.js';

/** A page of Monetix's sandbox. */
export function pageResponse(desk: MonetixDesk, page: SandboxPage): Response {
  const about = 'A stand-in for Monetix and WebMoney, for tests only.';
  return sandboxPage({ name: 'Monetix sandbox', about, path: (path) => desk.paths.path(path) }, page);
}

/** `21 November 2026, 05:26 UTC` */
export function instant(ms: number): string {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${date.format(ms).replace(' at ', ', ')} UTC`;
}

/** The amount as customers of WebMoney see it: title units large, national currency below. */
export function amountHead({ amount, currency }: Pick<MonetixPayment, 'amount' | 'currency'>): Markup {
  const [figure, unit] = inTitleUnits(amount, currency).split(' ');
  return markup`<p class="amount">${figure} <small>${unit}</small></p>
<p class="quiet">${inNationalCurrency(amount, currency)}</p>`;
}

/** What the customer is paying for. */
export function paymentFacts(
  desk: MonetixDesk,
  payment: MonetixPayment,
  more: Parameters<typeof facts>[0] = [],
): Markup {
  return facts([
    ['Merchant', desk.project(payment.projectId)?.name],
    ['Description', payment.description],
    ['Payment', payment.paymentId],
    ...more,
  ]);
}

/** A page for a request that is refused, HTTP 400. */
export function refusedPage(
  desk: MonetixDesk,
  place: string,
  title: string,
  errors: readonly MonetixFieldError[],
): Response {
  const items = errors.map(({ field, message }) => {
    const problem = message.startsWith(`${field} `) ? message.slice(field.length) : ` — ${message}`;
    return markup`<li><code>${field}</code>${problem}</li>`;
  });
  const body = markup`<p>Nothing was paid, and nothing was changed.</p>
<ul class="wrong">${items}</ul>
<p>Go back to the shop and start again.</p>`;
  return pageResponse(desk, { place, title, body, status: 400 });
}
