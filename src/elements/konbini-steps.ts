import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { brandRow } from '../catalog/brands.js';
import { konbiniRow } from '../catalog/konbini.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import { emphasized } from './emphasized.js';

/** What is done at a chain's store with numbers of these names, as a numbered list. `limit`: the most to be paid, in words. */
export function konbiniSteps(
  chain: string,
  labels: readonly string[],
  limit: string,
  { konbini: words }: DisplayMessages,
): TemplateResult {
  const row = konbiniRow(chain);
  const kiosk = row && (brandRow(row.brand).kiosk ?? 'register');
  const pay = step(words.pay, kiosk === 'register' ? words.noKiosk : words.payNote, limit);
  const first = row && kiosk ? step(around(words.first[kiosk](row.words), row.words)) : nothing;
  return html`<ol class="steps">
    ${
      first === nothing
        ? step(words.give(labels))
        : kiosk === 'register'
          ? [first, step(words.show(labels), words.showNote)]
          : [first, step(words.enter(labels))]
    }
    ${row?.slipMinutes ? step(words.slip, emphasized(words.slipNote(row.slipMinutes))) : nothing} ${pay}
  </ol>`;
}

function step(text: unknown, ...notes: unknown[]): TemplateResult {
  return html`<li>
    <span>${text}${notes.map((note) => (note ? html`<small>${note}</small>` : nothing))}</span>
  </li>`;
}

/** A sentence whose Japanese words are marked as such, for voices and for fonts; their brackets stay with them. */
function around(sentence: string, words: string): TemplateResult {
  const inBrackets = `「${words}」`;
  const quoted = sentence.includes(inBrackets) ? inBrackets : words;
  const [before, ...after] = sentence.split(quoted);
  return html`${before}<span lang="ja">${quoted}</span>${after.join(quoted)}`;
}
