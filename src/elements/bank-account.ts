import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BankTransferAction } from '../contract/next-action.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import type { CopyHint } from './copy-hint.js';
import { spokenDigits } from './digits.js';

/** Parts of an account in the order of a Japanese transfer form, with the names that stand on it. */
const PARTS = [
  ['bank', '銀行'],
  ['branch', '支店'],
  ['accountType', '種別'],
  ['accountNumber', '口座番号'],
  ['holder', '口座名義'],
] as const;

/** True when at least one part of the account came. */
export function hasParts(action: BankTransferAction): boolean {
  return PARTS.some(([name]) => action[name]);
}

/** A number that is read aloud digit by digit, and shown and copied whole. */
function digits(value: string): TemplateResult {
  return html`<span class="sr">${spokenDigits(value)}</span><span class="raw num" aria-hidden="true">${value}</span>`;
}

/** The parts that came, label over value, each to be copied just as it came. */
export function bankAccount(action: BankTransferAction, texts: DisplayMessages, hint: CopyHint): TemplateResult {
  return html`<dl>
    ${PARTS.map(([name, japanese]) => {
      const value = action[name];
      const said = texts.bank.parts[name];
      if (!value) return nothing;
      return html`<div class="part ${name}" @reji-copy=${hint.listen(value)}>
        <dt class="note">${said}${said === japanese ? nothing : html` <span lang="ja">${japanese}</span>`}</dt>
        <dd>${name === 'accountNumber' ? digits(value) : html`<span class="raw num" lang="ja">${value}</span>`}</dd>
        <dd><reji-copy-button bare exportparts="base: copy__base" .value=${value} .what=${said}></reji-copy-button></dd>
        ${hint.render(value, texts)}
      </div>`;
    })}
  </dl>`;
}
