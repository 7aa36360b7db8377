import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { numberKey } from '../catalog/konbini.js';
import type { KonbiniAction } from '../contract/next-action.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import type { CopyHint } from './copy-hint.js';
import { digitGroups, spokenDigits } from './digits.js';

/** A number to be given at a machine, with the name that stands on it. */
export type NumberEntry = KonbiniAction['numbers'][number];

/** What a number is called in the reader's language; a label that is not known is kept. */
export function numberLabel(label: string, { konbini: words }: DisplayMessages): string {
  const key = numberKey(label);
  return key ? words.numbers[key] : label;
}

/** What a number is called in the reader's language and on the machine: `payment slip number 払込票番号`. */
export function bothNames(label: string, texts: DisplayMessages): string {
  const said = numberLabel(label, texts);
  return said === label ? label : `${said} ${label}`;
}

/** A number in groups for reading, its name, and a button that copies it raw. For a `dl`; styles in theme/konbini.ts. */
export function numberFigure({ label, value }: NumberEntry, hint: CopyHint, texts: DisplayMessages): TemplateResult {
  const said = numberLabel(label, texts);
  const count = /^\d+$/.test(value) ? texts.konbini.count(value.length) : '';
  return html`<div class="figure" @reji-copy=${hint.listen(value)}>
    <dt class="note">
      ${said}${said === label ? nothing : html` <span lang="ja">${label}</span>`}
      ${count ? html`<span>${count}</span>` : nothing}
    </dt>
    <dd><reji-copy-button exportparts="base: copy__base" .value=${value} .what=${said}></reji-copy-button></dd>
    <dd class="value">
      <span class="sr">${spokenDigits(value)}</span
      ><span class="digits raw num" aria-hidden="true"
        >${digitGroups(value).map((group) => html`<span class="group">${group}</span>`)}</span
      >
    </dd>
    ${hint.render(value, texts)}
  </div>`;
}
