import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PayoutDestination, PayoutWay } from '../contract/payout.js';
import type { PayoutFormTexts } from '../i18n/payout-texts.js';

/** The account that the recipient named the last time, or another one. */
export function savedChoice(
  { destination }: NonNullable<PayoutWay['saved']>,
  another: boolean,
  words: PayoutFormTexts,
  choose: (another: boolean) => void,
): TemplateResult {
  const [name, note] = destinationLines(destination, words);
  const row = (isOther: boolean, body: TemplateResult) =>
    html`<label>
      <input
        class="radio"
        type="radio"
        name="destination"
        .checked=${another === isOther}
        @change=${() => choose(isOther)}
      />
      <span>${body}</span>
    </label>`;
  return html`<fieldset class="field">
    <legend class="sr">${words.saved.legend}</legend>
    <div class="segment segment--rows">
      ${row(false, html`${name}${note ? html`<span class="note num">${note}</span>` : nothing}`)}
      ${row(true, html`${words.saved.another}`)}
    </div>
  </fieldset>`;
}

/** Where money goes in two lines: bank and branch, then type, number and holder; or the purse alone. */
function destinationLines(to: PayoutDestination, { accountTypes }: PayoutFormTexts): [name: string, note: string] {
  const { bank, branch, accountType = '', accountNumber, holder, purse } = to;
  const type = Object.hasOwn(accountTypes, accountType)
    ? accountTypes[accountType as keyof typeof accountTypes]
    : accountType;
  const line = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  const first = line(purse ?? bank, branch);
  const second = line(type, accountNumber, holder);
  return first ? [first, second] : [second, ''];
}
