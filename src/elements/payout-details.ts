import type { TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';
import type { PayerInput } from '../i18n/step-texts.js';
import { fieldTraits, payerFault } from './payer-fields.js';
import type { PayoutFields } from './payout-fields.js';

/** What a way to receive needs to know of the recipient besides: a field like those of the payer's form. */
export function detailField(fields: PayoutFields, name: PayerInput, { payer: words }: Messages): TemplateResult {
  const { type, autocomplete } = fieldTraits(name);
  const fault = payerFault(name, fields.text(name), words);
  return fields.input({ name, label: words.labels[name], fault, type, autocomplete });
}
