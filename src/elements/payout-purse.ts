import type { TemplateResult } from 'lit';
import type { PayoutFormTexts } from '../i18n/payout-texts.js';
import { DIGITS, purseFault, pursesOf } from './payout-checks.js';
import { counted } from './payout-fields.js';
import type { PayoutFields } from './payout-fields.js';
import { countDigits, groupWmid, regroup } from './wmid.js';

/** The purse of a WebMoney participant: its letter, which the currency decides, stands before the field. */
export function purseField(fields: PayoutFields, currency: string, words: PayoutFormTexts): TemplateResult {
  const purses = pursesOf(currency);
  const text = fields.text('purse');
  const look = {
    name: 'purse',
    label: words.labels.purse,
    fault: purseFault(text, currency, words),
    digits: true,
    placeholder: '0000 0000 0000',
    end: counted(countDigits(text), DIGITS.purse, words),
    typed: (input: HTMLInputElement, inputType: string) => {
      input.value = withoutLetter(input.value, purses?.letter);
      return regroup(input, inputType);
    },
    ...(purses && { hint: words.purseHint(purses.unit) }),
    ...(purses && !/^\s*\p{L}/u.test(text) && { lead: purses.letter }),
  };
  return fields.input(look);
}

/** A purse as it stands in the field. */
export function purseText(purse: string, currency: string): string {
  return groupWmid(withoutLetter(purse, pursesOf(currency)?.letter));
}

/** What is pasted whole loses the letter that stands before the field; a letter of another currency stays to be seen. */
function withoutLetter(text: string, letter: string | undefined): string {
  return letter ? text.replace(new RegExp(`^\\s*${letter}(?=[\\s\\d])`, 'i'), '') : text;
}
