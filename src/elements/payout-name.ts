import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { TRANSFER_NAME_MAX, transferName } from '../contract/transfer-name.js';
import type { PayoutFormTexts } from '../i18n/payout-texts.js';
import { holderFault } from './payout-checks.js';
import { counted } from './payout-fields.js';
import type { PayoutFields } from './payout-fields.js';

/** The name of an account's holder, with what of it is sent to the bank. */
export function holderField(fields: PayoutFields, words: PayoutFormTexts): TemplateResult {
  return kanaField(fields, words.labels.accountName, words.sentAs, words.nameHint, words);
}

/** The recipient's name in kana, for a way to receive that has no account. */
export function nameField(fields: PayoutFields, words: PayoutFormTexts): TemplateResult {
  return kanaField(fields, words.labels.kanaName, words.nameSentAs, '', words);
}

function kanaField(
  fields: PayoutFields,
  label: string,
  sentAs: string,
  hint: string,
  words: PayoutFormTexts,
): TemplateResult {
  const text = fields.text('accountName');
  const { name } = transferName(text);
  const preview = html`<p class="preview">
    <span class="note">${sentAs}</span> <span class="half" lang="ja">${name}</span>
  </p>`;
  return fields.input({
    name: 'accountName',
    label,
    fault: holderFault(text, words),
    end: counted(name.length, TRANSFER_NAME_MAX, words),
    ...(name ? { preview } : { hint }),
  });
}
