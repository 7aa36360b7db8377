import { html } from '../html.js';
import type { Html } from '../html.js';
import { codeText } from './view.js';
import type { OfficeView, Trouble } from './view.js';

/** How a field is filled in. */
interface Field {
  name: string;
  /** @default the name */
  id?: string;
  label: string;
  value?: string | undefined;
  /** A line below it. */
  hint?: string;
  required?: boolean;
  kind?: 'text' | 'email' | 'digits' | 'money';
  maxLength?: number;
}

const MODES = {
  text: html``,
  email: html` type="email" autocomplete="off"`,
  digits: html` inputmode="numeric" autocomplete="off"`,
  money: html` inputmode="decimal" autocomplete="off"`,
} as const;

/** What was refused about a field. The BFF names its own: `destination.input.purse`. */
export function faultOf(trouble: Trouble | undefined, name: string): string | undefined {
  return trouble?.errors.find(({ field }) => field === name || field.endsWith(`.${name}`))?.code;
}

/** A labelled field with what is wrong about it. */
export function field({ t, trouble }: OfficeView, about: Field): Html {
  const { name, id = name, label, hint, required = false, kind = 'text', maxLength = 100 } = about;
  const value = trouble?.form.get(name) ?? about.value ?? '';
  const code = faultOf(trouble, name);
  const note = code ? codeText(t, code) : hint;
  const described = note ? html` aria-describedby="${id}-note"` : undefined;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${name}"
      value="${value}"
      maxlength="${maxLength}"
      class="${kind}"
      ${MODES[kind]}${required ? html` required` : undefined}${code ? html` aria-invalid="true"` : undefined}${described}
    />
    ${note ? html`<p id="${id}-note" class="${code ? 'fault' : 'small'}">${note}</p>` : undefined}
  </div>`;
}

/** A labelled choice of one among a few. */
export function choice(
  { trouble }: OfficeView,
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen?: string,
): Html {
  const value = trouble?.form.get(name) ?? chosen;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(
        ([one, text]) => html`<option value="${one}" ${one === value ? html`selected` : undefined}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** Hidden fields. */
export function hidden(values: Readonly<Record<string, string>>): Html {
  const inputs = Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`${inputs}`;
}

/**
 * The Idempotency-Key of a form: one for each time it is shown, so that two presses are one deed. After an answer that
 * was lost the same one goes on.
 */
export function pressKey(trouble: Trouble | undefined): Html {
  const again = trouble?.isUnclear ? trouble.form.get('press') : undefined;
  return hidden({ press: again ?? crypto.randomUUID() });
}

/** What was refused, above the button. */
export function troubleText({ t }: OfficeView, trouble: Trouble | undefined): Html | undefined {
  return trouble && html`<p class="fault" role="alert">${codeText(t, trouble.code)}</p>`;
}

/** Label over value, or beside it. */
export function facts(pairs: readonly (readonly [term: string, value: Html | string | undefined])[]): Html {
  const rows = pairs.map(([term, value]) =>
    value === undefined
      ? html``
      : html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
  );
  return html`<dl>${rows}</dl>`;
}
