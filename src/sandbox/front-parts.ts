import { markup } from './markup.js';
import type { Markup } from './markup.js';

/** How many payments and messages a front page lists, newest first. */
const listed = 30;

/** A list of rows for a front page, newest first, or a word that there are none. */
export function rows<Item>(items: readonly Item[], row: (item: Item) => Markup, none = 'None yet.'): Markup {
  if (items.length === 0) return markup`<p class="quiet">${none}</p>`;
  return markup`<ul class="rows">${items.slice(-listed).reverse().map(row)}</ul>`;
}

/** A whole number from 0 up, in a form. */
export function numberField(name: string, label: string, value: number): Markup {
  return markup`<div class="field"><label for="${name}">${label}</label>
<input type="number" id="${name}" name="${name}" value="${value}" min="0" step="1" required /></div>`;
}

/** A switch in a form; absent from what is posted while it is off. */
export function checkBox(name: string, label: string, on: boolean): Markup {
  return markup`<label class="check"><input type="checkbox" name="${name}"${on && markup` checked`} />${label}</label>`;
}

/** A choice from a few values, in a form. */
export function choiceField(
  name: string,
  label: string,
  choices: Readonly<Record<string, string>>,
  chosen: string,
): Markup {
  const options = Object.entries(choices).map(
    ([value, text]) => markup`<option value="${value}"${value === chosen && markup` selected`}>${text}</option>`,
  );
  return markup`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options}</select></div>`;
}
