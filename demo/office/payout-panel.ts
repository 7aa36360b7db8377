import type { PayoutDestination } from '../../src/contract/payout.js';
import { amountText } from '../../src/i18n/amounts.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { shortInstant } from './dates.js';
import { facts, hidden, troubleText } from './fields.js';
import type { Row } from './ledger.js';
import { brandMark } from './tables.js';
import { codeText } from './view.js';
import type { OfficeView } from './view.js';

/** True for a payout that can perhaps be taken back: Monetix knows no way to do that. */
function isRevocable({ session, brand }: Row): boolean {
  return session.status === 'open' || (session.status === 'pending' && brand !== 'webmoney-purse');
}

/** Where the money goes, masked as the BFF gives it. */
export function destinationText({ bank, branch, accountNumber, purse }: PayoutDestination): string {
  return [bank, branch, accountNumber, purse].filter(Boolean).join(' ');
}

/** The link that the recipient opens. It is the page's address with the session's id, as the BFF makes it. */
function linkOf({ receiveUrl }: OfficeView, id: string): string {
  return `${receiveUrl}?${new URLSearchParams({ reji_session: id }).toString()}`;
}

function linkBox(view: OfficeView, id: string): Html {
  const { t } = view;
  const link = linkOf(view, id);
  return html`<div class="field">
      <label for="link">${t.link}</label>
      <div class="link">
        <input id="link" readonly value="${link}" aria-describedby="link-note" /><reji-copy-button
          bare
          value="${link}"
          what="${t.link}"
          lang="${t.choice.lang}"
        ></reji-copy-button>
      </div>
    </div>
    <p class="small" id="link-note">${t.linkHelp}</p>`;
}

function cancelForm(view: OfficeView, { session }: Row): Html {
  const { t, trouble } = view;
  const own = trouble?.form.get('payout') === session.id ? trouble : undefined;
  return html`<form method="post" action="/back-office/cancel" data-keep="${session.id} ${session.status}">
    ${hidden({ payout: session.id })} ${troubleText(view, own)}
    <button class="plain">${t.cancel}</button>
  </form>`;
}

/** A payout: the link for its recipient, where it goes, why it did not arrive, and the way to take it back. */
export function payoutPanel(view: OfficeView, id: string): Html | undefined {
  const { t, language, rows } = view;
  const row = rows.find(({ session }) => session.id === id && session.purpose === 'payout');
  if (!row) return undefined;
  const { session, name, brand } = row;
  const { status, code, amount, attempts, orderId, expiresAt } = session;
  const why = code ?? (status === 'open' ? attempts.at(-1)?.code : undefined);
  const isOpen = status === 'open';
  return html`<section id="panel">
    <h2>${t.payoutOf(orderId)}</h2>
    ${facts([
      [t.heads.amount, html`<b>${amountText(amount, language)}</b>`],
      [t.heads.recipient, name || undefined],
      [t.heads.way, brandMark(view, brand)],
      [t.heads.state, t.states[row.state]],
      [t.why, why === undefined ? undefined : codeText(t, why)],
      [t.goodUntil, isOpen ? shortInstant(expiresAt, language) : undefined],
    ])}
    ${isOpen || status === 'pending' ? linkBox(view, id) : undefined}
    ${isRevocable(row) ? cancelForm(view, row) : undefined}
  </section>`;
}
