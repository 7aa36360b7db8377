import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Amount } from '../contract/money.js';
import type { Session } from '../contract/session.js';
import { amountText } from '../i18n/amounts.js';
import { stampDate } from '../i18n/dates.js';
import type { Messages } from '../i18n/messages.js';
import { dateFact, factList } from './fact-list.js';
import { difference, ledger } from './ledger.js';
import { methodWords } from './result-words.js';
import { stamp } from './stamp.js';

/** A session whose money has moved: it is set as a slip with a stamp. */
export type StampedSession = Extract<Session, { status: 'succeeded' | 'refunded' | 'partiallyRefunded' }>;

/** A session that is paid for. */
export type PaidSession = Extract<Session, { status: 'succeeded' }>;

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

/** What was paid, what went back, and what is left. */
function refundLedger(
  { amount, refunded }: Extract<Session, { status: 'partiallyRefunded' }>,
  words: Messages['result'],
  language: string,
): TemplateResult {
  return ledger(
    [
      [words.paidAmount, amountText(amount, language)],
      [words.refundedAmount, `−${amountText(refunded, language)}`],
    ],
    words.keptAmount,
    difference(amount, refunded),
  );
}

/** What came in beyond the amount; undefined where it was no more than that, or in another currency. */
export function overpaidBy({ amount, received }: PaidSession): Amount | undefined {
  const over = received && difference(received, amount);
  return over?.value ? over : undefined;
}

/** A payment of more than the amount: the order stands, and the shop owes the rest. The sums take the stamp's place. */
export function overpaidScreen(
  session: PaidSession,
  over: Amount,
  texts: Messages,
  { language, timeZone }: SlipSetting,
): TemplateResult {
  const { result: words } = texts;
  const { amount, received = amount, order } = session;
  return html`
    <div class="head">
      <p class="between note">
        <span>${methodWords(session, texts)?.name}</span><span class="num">${texts.order(order.id)}</span>
      </p>
      <h2 class="title" tabindex="-1">${words.overpaid}</h2>
    </div>
    <div class="komochi"></div>
    <div class="stack screen">
      ${ledger(
        [
          [texts.amountDue, amountText(amount, language)],
          [words.receivedAmount, amountText(received, language)],
        ],
        words.overAmount,
        over,
      )}
      <p>${words.overpaidText}</p>
      ${factList([
        [words.date, dateFact(session.paidAt, language, timeZone)],
        [words.reference, session.reference],
        [words.shop, order.shop],
      ])}
    </div>
  `;
}
