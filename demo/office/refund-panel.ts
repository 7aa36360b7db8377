import { productOf } from '../../src/bff/providers/sbps-options.js';
import { lastRefundDay } from '../../src/bff/providers/sbps-manual-refund.js';
import type { Refund } from '../../src/contract/refund.js';
import { amountText } from '../../src/i18n/amounts.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { brandName } from './brands.js';
import { longDay, shortDay, weekday } from './dates.js';
import { facts, field, hidden, pressKey, troubleText } from './fields.js';
import { isRefunding, paidOf } from './ledger.js';
import type { Paid, Row } from './ledger.js';
import { fieldSum } from './sums.js';
import { stateMark } from './tables.js';
import { codeText, hrefOf } from './view.js';
import type { OfficeView } from './view.js';

const REFUND_SIGNS = {
  starting: 'wait',
  pending: 'wait',
  manual: 'look',
  unknown: 'look',
  succeeded: 'back',
  declined: 'bad',
} as const;

/** What the shop has to do for a refund that it makes itself, and by when. */
export function byHandText({ t, language }: OfficeView, { manual }: Refund): Html | undefined {
  if (!manual) return undefined;
  const { instruction, requestBy, closesOn, paidOn } = manual;
  const lines = [
    t.instructions[instruction] ?? instruction,
    closesOn && paidOn ? t.closes(weekday(closesOn, language), weekday(paidOn, language)) : '',
    t.lastDay(longDay(requestBy, language)),
  ];
  return html`<p class="small">${lines.filter(Boolean).map((text) => html`<span class="line">${text}</span>`)}</p>`;
}

/** The two ends that only the shop can know of. */
export function settleForm({ t }: OfficeView, orderId: string, { id }: Refund): Html {
  return html`<form method="post" action="/back-office/settle" class="pair" data-keep="${id}">
    ${hidden({ order: orderId, refund: id })}
    <button class="plain" name="outcome" value="succeeded">${t.settle.succeeded}</button>
    <button class="plain" name="outcome" value="declined">${t.settle.declined}</button>
  </form>`;
}

/**
 * The last day on which the provider gives a payment back, where its document has one. The day of the start may be the
 * one before that of the payment, so it is never a day too many.
 */
function lastDay({ attempt }: Paid): string | undefined {
  const product = productOf(attempt.method);
  return product && lastRefundDay(product, Date.parse(attempt.startedAt));
}

function refundLine(view: OfficeView, orderId: string, refund: Refund): Html {
  const { t, language } = view;
  const { id, status, amount, code, origin, reason } = refund;
  const notes = [
    code ? codeText(t, code) : '',
    origin === 'provider' ? t.byProvider : '',
    reason ?? '',
    status === 'unknown' ? t.unknownHelp : '',
  ].filter(Boolean);
  const isOurs = status === 'manual' || status === 'unknown';
  return html`<li id="refund-${id}">
    <p class="both">${stateMark(REFUND_SIGNS[status], t.refundStates[status])}<b>${amountText(amount, language)}</b></p>
    ${notes.map((note) => html`<p class="small">${note}</p>`)} ${byHandText(view, refund)}
    ${isOurs ? settleForm(view, orderId, refund) : undefined}
  </li>`;
}

function refundForm(view: OfficeView, row: Row, paid: Paid): Html {
  const { t, trouble } = view;
  const { attempt, rest, refunds } = paid;
  const { orderId } = row.session;
  const own = trouble?.form.get('attempt') === attempt.id ? trouble : undefined;
  const mine = { ...view, trouble: own };
  const mark = attempt.id.slice(0, 6);
  const keep = `${attempt.id} ${rest.value} ${refunds.length}`;
  const name = brandName(row.brand, t.choice);
  const product = productOf(attempt.method);
  const note = product === 'webmoney' ? t.byHandNext : product ? t.goesToYen(`${name} (Alipay+)`) : t.goesTo(name);
  return html`<form method="post" action="/back-office/refund" data-keep="${keep}">
    ${hidden({ order: orderId, attempt: attempt.id, currency: rest.currency })} ${pressKey(own)}
    ${field(mine, { name: 'amount', id: `amount-${mark}`, label: t.sum, value: fieldSum(rest), kind: 'money', required: true })}
    ${field(mine, { name: 'reason', id: `reason-${mark}`, label: t.reason })} ${troubleText(view, own)}
    <button class="go" data-sum="${t.refundSum('{sum}')}" data-currency="${rest.currency}">${t.refund}</button>
    <p class="small">${note}</p>
  </form>`;
}

function payment(view: OfficeView, row: Row, paid: Paid): Html {
  const { t, language } = view;
  const { session } = row;
  const { rest, refunds } = paid;
  const done = refunds.filter(({ status }) => status === 'succeeded');
  // What was made as it was asked for stands among the figures, and needs no line of its own.
  const told = refunds.filter(({ status, origin }) => status !== 'succeeded' || origin === 'provider');
  const until = lastDay(paid);
  const isOpen = session.refundable !== undefined && rest.value > 0;
  const instead = hrefOf(view.look, {
    panel: { type: 'new', kind: 'link' },
    amount: fieldSum(rest),
    currency: rest.currency,
  });
  return html`${facts([
    [t.paid, amountText(paid.paid, language)],
    ...done.map(({ amount, settledAt, createdAt }): [string, string] => [
      t.backOn(shortDay(settledAt ?? createdAt, language)),
      `−${amountText(amount, language)}`,
    ]),
    [t.refundable, html`<b>${amountText(isOpen ? rest : { ...rest, value: 0 }, language)}</b>`],
    [t.until, until === undefined ? undefined : t.untilDay(longDay(until, language))],
  ])}
  ${
    told.length > 0
      ? html`<ul class="refunds">
          ${told.map((refund) => refundLine(view, session.orderId, refund))}
        </ul>`
      : undefined
  }
  ${
    rest.value === 0
      ? undefined
      : isRefunding(paid)
        ? html`<p class="small">${t.oneAtATime}</p>`
        : isOpen
          ? refundForm(view, row, paid)
          : html`<p class="small">${t.notRefundable}</p>
              <p><a class="plain" href="${instead}">${t.payInstead}</a></p>`
  }`;
}

/** What has come in for an order, what has gone back, and the form for the rest. */
export function refundPanel(view: OfficeView, id: string): Html {
  const { t, rows } = view;
  const own = rows.filter(({ session }) => session.orderId === id && session.purpose === 'payment');
  const paid = own.flatMap((row) => paidOf(row.session).map((one) => payment(view, row, one)));
  return html`<section id="panel">
    <h2>${t.refundOf(id)}</h2>
    ${paid.length > 0 ? html`${paid}` : html`<p class="small">${t.nothingPaid}</p>`}
  </section>`;
}
