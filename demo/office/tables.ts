import { amountText } from '../../src/i18n/amounts.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { brandName } from './brands.js';
import { shortInstant } from './dates.js';
import type { Row, State } from './ledger.js';
import { hrefOf } from './view.js';
import type { OfficeView } from './view.js';

/** Signs on a grid of 14. */
const SIGNS = {
  wait: 'M7 1.8a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4M7 4v3.2l2 1.3',
  done: 'm2.5 7.5 3 3 6-7',
  back: 'M12 7H2.5m3.5-3.5L2.5 7 6 10.5',
  look: 'M7 1.8 13 12.2H1zM7 5.5v3.2M7 10.5h.01',
  bad: 'm3.5 3.5 7 7m0-7-7 7',
  over: 'M3 7h8',
} as const;
type Sign = keyof typeof SIGNS;

const STATE_SIGNS: Readonly<Record<State, Sign>> = {
  waiting: 'wait',
  paid: 'done',
  refunding: 'wait',
  partly: 'back',
  refunded: 'back',
  attention: 'look',
  failed: 'bad',
  expired: 'over',
  canceled: 'over',
  unused: 'wait',
  sending: 'wait',
  arranged: 'done',
  collecting: 'wait',
  sent: 'done',
};

/** A sign with its word; never by colour alone. */
export function stateMark(sign: Sign, word?: string): Html {
  return html`<span class="state ${sign}"
    ><svg viewBox="0 0 14 14" aria-hidden="true"><path d="${SIGNS[sign]}" /></svg>${word}</span
  >`;
}

/** How something was paid or is received: our mark of the brand and its name. */
export function brandMark({ t }: Pick<OfficeView, 't'>, brand: string): Html {
  if (!brand) return html`<small>${t.noMethod}</small>`;
  return html`<span class="via"
    ><reji-brand brand="${brand}" size="s" lang="${t.choice.lang}"></reji-brand>${brandName(brand, t.choice)}</span
  >`;
}

function line(view: OfficeView, row: Row): Html {
  const { t, language, look } = view;
  const { session, name, brand, state, back } = row;
  const { id, orderId, purpose, createdAt, amount } = session;
  const isPayout = purpose === 'payout';
  const panel = { type: isPayout ? 'payout' : 'order', id: isPayout ? id : orderId } as const;
  const isOpen = look.panel.type === panel.type && look.panel.id === panel.id;
  const refund = back > 0 ? amountText({ ...amount, value: back }, language) : '—';
  const open = isOpen ? html` class="is-open"` : undefined;
  return html`<tr id="row-${id}" ${open}>
    <th scope="row">
      <a href="${hrefOf(look, { panel })}" ${isOpen ? html`aria-current="true"` : undefined}>${orderId}</a>
    </th>
    <td class="wide"><small>${shortInstant(createdAt, language)}</small></td>
    <td class="wide name">${name}</td>
    <td class="how">${brandMark(view, brand)}</td>
    <td>${stateMark(STATE_SIGNS[state], t.states[state])}</td>
    ${isPayout ? undefined : html`<td class="end wide"><small>${refund}</small></td>`}
    <td class="end sum">${amountText(amount, language)}</td>
  </tr>`;
}

function table(view: OfficeView, purpose: 'payment' | 'payout', rows: readonly Row[]): Html {
  const { t, look } = view;
  const { heads } = t;
  const isPayout = purpose === 'payout';
  const title = isPayout ? t.payouts : t.orders;
  // The first book goes by the title of the page.
  const isSecond = isPayout && look.shown !== 'payouts';
  const caption = isSecond ? html`<h2>${title}</h2>` : html`<span class="sr">${title}</span>`;
  if (rows.length === 0) {
    return html`<section id="book-${purpose}" class="book">
      ${isSecond ? caption : undefined}
      <p class="none">${t.none}</p>
    </section>`;
  }
  const refund = isPayout ? undefined : html`<th scope="col" class="end">${heads.refund}</th>`;
  return html`<section id="book-${purpose}" class="book">
    <table class="ledger-table">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${isPayout ? heads.number : heads.order}</th>
          <th scope="col">${heads.date}</th>
          <th scope="col">${isPayout ? heads.recipient : heads.name}</th>
          <th scope="col">${isPayout ? heads.way : heads.method}</th>
          <th scope="col">${heads.state}</th>
          ${refund}
          <th scope="col" class="end">${heads.amount}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => line(view, row))}
      </tbody>
    </table>
  </section>`;
}

/** The books of orders and of payouts, as far as they were asked for. */
export function books(view: OfficeView, rows: readonly Row[]): Html {
  const { look, next, t } = view;
  const of = (purpose: 'payment' | 'payout') => rows.filter(({ session }) => session.purpose === purpose);
  const isAlone = look.shown === 'payouts';
  const hasPayouts = isAlone || look.shown === 'all' || of('payout').length > 0;
  const older = next
    ? html`<p id="older"><a href="${hrefOf(look, { before: next, panel: { type: 'none' } })}">${t.older}</a></p>`
    : undefined;
  return html`<div class="books">
    ${isAlone ? undefined : table(view, 'payment', of('payment'))}
    ${hasPayouts && look.shown !== 'refunds' ? table(view, 'payout', of('payout')) : undefined} ${older}
  </div>`;
}
