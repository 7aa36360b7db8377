import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Session } from '../contract/session.js';
import { amountText } from '../i18n/amounts.js';
import { stampDate } from '../i18n/dates.js';
import type { Messages } from '../i18n/messages.js';
import { dateFact, factList } from './fact-list.js';
import { methodWords } from './result-words.js';
import { stamp } from './stamp.js';

/** A session whose money has moved: it is set as a slip with a stamp. */
export type StampedSession = Extract<Session, { status: 'succeeded' | 'refunded' | 'partiallyRefunded' }>;

/** How a slip is set: language, the reader's zone for the dates, the shop's for the stamp, and whether it is new. */
export interface SlipSetting {
  language: string;
  timeZone: string | undefined;
  shopTimeZone: string;
  live: boolean;
}

/** The slip: order, title, amount and stamp over the perforation, the facts below it, and the torn edge. */
export function resultSlip(session: StampedSession, texts: Messages, setting: SlipSetting): TemplateResult {
  const { result: words } = texts;
  const { language, timeZone, shopTimeZone, live } = setting;
  const title = { succeeded: words.paid, refunded: words.refunded, partiallyRefunded: words.partlyRefunded };
  const paid = session.status === 'succeeded';
  // The session does not know the day of a refund, and a stamp bears no other day than its own.
  const day = paid ? dateFact(session.paidAt, language, shopTimeZone, stampDate) : undefined;
  const known = factList([
    [words.method, methodWords(session, texts)?.name],
    [words.date, paid ? dateFact(session.paidAt, language, timeZone) : undefined],
    [words.reference, session.reference],
    [words.shop, session.order.shop],
  ]);
  const sums = session.status === 'partiallyRefunded' ? refundLedger(session, words, language) : nothing;
  return html`
    <div class="komochi"></div>
    <article class="slip slip--torn">
      <section>
        ${stamp({ word: paid ? words.paidStamp : words.refundedStamp, date: day, quiet: !paid, live: live && paid })}
        <p class="note num">${texts.order(session.order.id)}</p>
        <h2 class="title" tabindex="-1">${title[session.status]}</h2>
        <p>
          <reji-amount
            size="hero"
            .amount=${session.status === 'partiallyRefunded' ? session.refunded : session.amount}
            exportparts="base: amount__base"
          ></reji-amount>
        </p>
      </section>
      ${
        known === nothing && sums === nothing
          ? nothing
          : html`<hr class="mishin" />
              <section>${sums}${known}</section>`
      }
    </article>
    <div class="torn"></div>
  `;
}

/** What was paid, what went back, and what is left. The rest is reckoned only where both are in one currency. */
function refundLedger(
  { amount, refunded }: Extract<Session, { status: 'partiallyRefunded' }>,
  words: Messages['result'],
  language: string,
): TemplateResult {
  const kept = { value: amount.value - refunded.value, currency: amount.currency };
  return html`<dl class="ledger">
    <div>
      <dt>${words.paidAmount}</dt>
      <dd class="num">${amountText(amount, language)}</dd>
    </div>
    <div>
      <dt>${words.refundedAmount}</dt>
      <dd class="num">−${amountText(refunded, language)}</dd>
    </div>
    ${
      kept.value >= 0 && refunded.currency === amount.currency
        ? html`<div class="total">
            <dt>${words.keptAmount}</dt>
            <dd><reji-amount .amount=${kept}></reji-amount></dd>
          </div>`
        : nothing
    }
  </dl>`;
}
