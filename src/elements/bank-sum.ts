import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fractionDigits, majorDigits } from '../contract/minor-units.js';
import type { Amount } from '../contract/money.js';
import { amountText } from '../i18n/amounts.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import type { CopyHint } from './copy-hint.js';
import { emphasized } from './emphasized.js';

/** What is still to be sent when part of it came; undefined when nothing is missing or it can't be reckoned. */
export function missingSum(amount: Amount | undefined, received: Amount | undefined): Amount | undefined {
  if (!amount || !received || received.currency !== amount.currency) return undefined;
  const value = amount.value - received.value;
  return value > 0 && received.value > 0 ? { value, currency: amount.currency } : undefined;
}

/**
 * The amount to transfer, to be copied as a bank's form takes it, and what a wrong one does. An account in Japan takes
 * yen: a sum in another currency is what the order costs and nothing to be typed there.
 */
export function exactSum(amount: Amount, texts: DisplayMessages, hint: CopyHint): TemplateResult {
  const words = texts.bank;
  const yen = amount.currency === 'JPY';
  return html`<dl @reji-copy=${hint.listen(digits(amount))}>
      <div class="sum">
        <dt class="note">${yen ? words.amount : words.due}</dt>
        <dd><reji-amount size="hero" .amount=${amount} exportparts="base: amount__base"></reji-amount></dd>
        ${yen ? html`<dd>${copyButton(amount, texts)}</dd>` : nothing} ${hintFor(amount, texts, hint)}
      </div>
    </dl>
    ${yen ? html`<p class="note exact">${emphasized(words.exact)}</p>` : nothing}`;
}

/** Due, received, and what is still to be sent, which takes the place of the amount. */
export function shortLedger(
  amount: Amount,
  received: Amount,
  missing: Amount,
  texts: DisplayMessages,
  language: string,
  hint: CopyHint,
): TemplateResult {
  const words = texts.bank;
  return html`<h3>${words.short}</h3>
    <dl class="ledger" @reji-copy=${hint.listen(digits(missing))}>
      <div>
        <dt>${words.due}</dt>
        <dd class="num">${amountText(amount, language)}</dd>
      </div>
      <div>
        <dt>${words.received}</dt>
        <dd class="num">−${amountText(received, language)}</dd>
      </div>
      <div class="total">
        <dt>${words.rest}</dt>
        <dd>
          <reji-amount .amount=${missing}></reji-amount
          >${missing.currency === 'JPY' ? copyButton(missing, texts) : nothing}
        </dd>
        ${hintFor(missing, texts, hint)}
      </div>
    </dl>
    <p class="note exact">${words.restHow}</p>`;
}

const digits = ({ value, currency }: Amount) => majorDigits(value, fractionDigits(currency));

function copyButton(amount: Amount, { bank }: DisplayMessages): TemplateResult {
  return html`<reji-copy-button
    exportparts="base: copy__base"
    .value=${digits(amount)}
    .what=${bank.copyAmount}
  ></reji-copy-button>`;
}

/** The hint brings the digits along: those of the amount are set with sign and commas. */
function hintFor(amount: Amount, texts: DisplayMessages, hint: CopyHint): ReturnType<CopyHint['render']> {
  return hint.render(digits(amount), texts, html`<strong class="raw num">${digits(amount)}</strong> `);
}
