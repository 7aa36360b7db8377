import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { brandRow } from '../catalog/brands.js';
import type { Amount } from '../contract/money.js';
import type { Method, UnavailableReason } from '../contract/session.js';
import { amountText, currencyName } from '../i18n/amounts.js';
import type { Language } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';
import { reasonAgainst } from './picker-sections.js';
import type { PickerSection } from './picker-sections.js';

/** What all rows of one picker are drawn by. */
export interface PickerLook {
  texts: Messages;
  language: Language;
  /** Id of the chosen method, empty without one. */
  value: string;
  amount: Amount | undefined;
  compact: boolean;
  disabled: boolean;
  required: boolean;
}

/** A section with its heading. One that is alone and of no kind has none: "other" says nothing where there are no others. */
export function pickerSection({ id, methods }: PickerSection, alone: boolean, look: PickerLook): TemplateResult {
  const { name, note } = look.texts.sections[id];
  const headed = !alone || id !== 'other';
  return html`<div class="group" part="section" role="group" aria-labelledby=${headed ? id : nothing}>
    ${
      headed
        ? html`<div class="head">
            <h2 id=${id}>${name}</h2>
            ${note ? html`<p class="note">${note}</p>` : nothing}
          </div>`
        : nothing
    }
    <div class="rows">${methods.map((method, index) => methodRow(method, `${id}-${index}`, look))}</div>
  </div>`;
}

/** What comes after the choice, in numbered lines; nothing where it is not known. */
export function nextLines({ brand }: Method, texts: Messages, id: string): TemplateResult | typeof nothing {
  const key = brandRow(brand).texts;
  if (!key) return nothing;
  return html`<ol class="next" part="next" id=${id}>
    ${texts.brands[key].next.map((line) => html`<li><span>${line}</span></li>`)}
  </ol>`;
}

/** A method as a label around its radio. Only the name is the radio's name; everything else describes it. */
function methodRow(method: Method, key: string, look: PickerLook): TemplateResult {
  const { texts, language } = look;
  const row = brandRow(method.brand, method.label);
  const said = row.texts ? texts.brands[row.texts] : undefined;
  const reason = reasonAgainst(method, look.amount);
  const note = reason ? reasonText(reason, texts, language) : said?.quiet;
  const chosen = method.id === look.value;
  const described = [note ? `note-${key}` : '', chosen && said ? `next-${key}` : ''].filter(Boolean).join(' ');
  return html`<div class="choice ${reason ? 'off' : ''}" part="row">
    <label class="row">
      <reji-brand .brand=${method.brand} .label=${row.name} .size=${look.compact ? 's' : 'm'}></reji-brand>
      <span class="body">
        <span class="name" part="name" id="name-${key}">${said?.name ?? row.name}</span>
        ${note ? html`<span class="sub" part="note" id="note-${key}">${note}</span>` : nothing}
      </span>
      <input
        class="radio"
        type="radio"
        name="method"
        value=${method.id}
        ?disabled=${look.disabled || reason !== undefined}
        ?required=${look.required}
        aria-labelledby="name-${key}"
        aria-describedby=${described || nothing}
      />
    </label>
    ${chosen ? nextLines(method, texts, `next-${key}`) : nothing}
  </div>`;
}

function reasonText({ code, limit, currencies }: UnavailableReason, { picker }: Messages, language: Language): string {
  if (code === 'amount-too-low' && limit) return picker.limitMin(amountText(limit, language));
  if (code === 'amount-too-high' && limit) return picker.limitMax(amountText(limit, language));
  if (code === 'currency' && currencies?.length) {
    return picker.onlyFor(currencies.map((currency) => currencyName(currency, language)));
  }
  return picker.notNow;
}
