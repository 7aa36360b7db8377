import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { brandRow } from '../catalog/brands.js';
import type { BrandRow, SectionId } from '../catalog/brands.js';
import type { Amount } from '../contract/money.js';
import type { Method, UnavailableReason } from '../contract/session.js';
import { amountText, currencyName } from '../i18n/amounts.js';
import type { Language } from '../i18n/languages.js';
import type { ChoiceTexts } from '../i18n/choice-texts.js';
import { brandWords } from './brand-words.js';
import type { Found } from './picker-search.js';
import { reasonAgainst } from './picker-sections.js';
import type { PickerSection } from './picker-sections.js';

/** What all rows of one picker are drawn by. */
export interface PickerLook {
  texts: ChoiceTexts;
  language: Language;
  /** Id of the chosen method, empty without one. */
  value: string;
  amount: Amount | undefined;
  compact: boolean;
  disabled: boolean;
  required: boolean;
  /** Wallets one by one, without their scheme's heading. */
  single: boolean;
  /** Sections that are not folded; undefined where none can be. */
  unfolded: ReadonlySet<SectionId> | undefined;
  toggle: (id: SectionId) => void;
  /** The slot for the page's own mark of a brand. */
  slotOf: (brand: string) => TemplateResult;
  /** What a search has found, while one is on. */
  found: Found | undefined;
  mark: Found['mark'];
}

/**
 * A section with its heading. One that is alone and of no kind has none: "other" says nothing where there are no others,
 * and neither does "wallets".
 */
export function pickerSection(section: PickerSection, alone: boolean, look: PickerLook): TemplateResult {
  const { id, methods } = section;
  const { texts, found, mark, unfolded } = look;
  const single = look.single && id === 'alipayPlus';
  const headed = !alone || !(single || id === 'other');
  const { name, note } = texts.sections[id];
  const said = found ? found.hits([section]) : single ? '' : note;
  return html`<div
    class="group ${unfolded?.has(id) ? 'open' : ''}"
    part="section"
    role="group"
    aria-labelledby=${headed ? id : nothing}
  >
    ${
      headed
        ? html`<div class="head">
            <h2 id=${id}>${mark(single ? note : name)}</h2>
            ${said ? html`<p class="note">${said}</p>` : nothing}
            ${unfolded ? disclosure(section, unfolded.has(id), look) : nothing}
          </div>`
        : nothing
    }
    <div class="rows">${methods.map((method, index) => methodRow(method, `${id}-${index}`, look))}</div>
  </div>`;
}

/** The quiet line and the button of a section that can be folded. Folded wallets are all named: their scheme asks for it. */
function disclosure({ id, methods }: PickerSection, open: boolean, look: PickerLook): TemplateResult {
  const { texts } = look;
  const { name, note } = texts.sections[id];
  const names = methods.map(({ brand, label }) => brandWords(brand, texts, label).name);
  const ways = [note, names.length > 1 ? texts.picker.ways(names.length) : ''].filter(Boolean);
  const wallets = look.single ? [name, ...names] : names;
  const line = id === 'alipayPlus' && !open ? wallets : ways.length > 0 ? ways : names;
  return html`<div class="marks">
      ${methods
        .slice(0, 3)
        .map(({ brand, label = '' }) => html`<reji-brand .brand=${brand} .label=${label} size="s"></reji-brand>`)}
    </div>
    <button
      class="fold"
      part="fold"
      type="button"
      aria-expanded=${open}
      aria-labelledby=${id}
      aria-describedby="line-${id}"
      @click=${() => look.toggle(id)}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9 6 6 6-6" /></svg>
    </button>
    <p class="note line" id="line-${id}">${line.reduce((said, one) => texts.inRegion(said, one))}</p>`;
}

/** The field to search in, and how many were found for those who do not see them. `load` fetches what finds. */
export function searchField({ texts, found, disabled }: PickerLook, load: () => void): TemplateResult {
  return html`<div class="search">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M11 5a6 6 0 1 0 .01 0m4.500 10.500 4 4" /></svg>
      <input
        part="search"
        type="search"
        autocomplete="off"
        aria-label=${texts.picker.search}
        placeholder=${texts.picker.search}
        ?disabled=${disabled}
        @focus=${load}
        @input=${load}
      />
      ${found?.clear}
    </div>
    <p class="sr" role="status">${found?.hits(found.sections)}</p>`;
}

/** What comes after the choice, in numbered lines; nothing where it is not known. */
export function nextLines({ brand }: Method, texts: ChoiceTexts, id: string): TemplateResult | typeof nothing {
  const { next } = brandWords(brand, texts);
  if (next.length === 0) return nothing;
  return html`<ol class="next" part="next" id=${id}>
    ${next.map((line) => html`<li><span>${line}</span></li>`)}
  </ol>`;
}

/** A method as a label around its radio. Only the name is the radio's name; everything else describes it. */
function methodRow(method: Method, key: string, look: PickerLook): TemplateResult {
  const { texts, mark } = look;
  const { brand, label } = method;
  const { name, native, wallet, family } = brandRow(brand, label);
  const said = brandWords(brand, texts, label);
  const reason = reasonAgainst(method, look.amount);
  const note = reason ? reasonText(reason, texts, look.language) : quietLine(said.quiet, wallet, look);
  const chosen = method.id === look.value;
  const described = [note ? `note-${key}` : '', chosen && said.next.length > 0 ? `next-${key}` : '']
    .filter(Boolean)
    .join(' ');
  return html`<div class="choice ${reason ? 'off' : ''}" part="row">
    <label class="row">
      <reji-brand .brand=${brand} .label=${name} .size=${look.compact ? 's' : 'm'}>${look.slotOf(brand)}</reji-brand>
      <span class="body">
        <span class="name" part="name" id="name-${key}"
          >${mark(said.name)}${
            native && wallet
              ? html` <span class="note" lang=${languageOf(wallet.region)}>${mark(native)}</span>`
              : nothing
          }${look.single && wallet ? html` <span class="note">(${family})</span>` : nothing}</span
        >
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

/** What the payer does: for a wallet in its region, and in fewer words where two columns leave little room. */
function quietLine(quiet: string, wallet: BrandRow['wallet'], { texts, mark }: PickerLook): TemplateResult | string {
  if (!wallet) return quiet;
  const region = texts.regions[wallet.region];
  const brief = texts.inRegion(region, texts.briefly[wallet.how]);
  return html`<span class="full">${mark(quiet, region)}</span><span class="brief">${mark(brief, region)}</span>`;
}

/** The language and script of a region, for a name in the brand's own: `CN` → `zh-Hans-CN`. */
function languageOf(region: string): string {
  return String(new Intl.Locale(`und-${region}`).maximize());
}

function reasonText(
  { code, limit, currencies }: UnavailableReason,
  { picker }: ChoiceTexts,
  language: Language,
): string {
  if (code === 'amount-too-low' && limit) return picker.limitMin(amountText(limit, language));
  if (code === 'amount-too-high' && limit) return picker.limitMax(amountText(limit, language));
  if (code === 'currency' && currencies?.length) {
    return picker.onlyFor(currencies.map((currency) => currencyName(currency, language)));
  }
  return code === 'device' ? picker.device : picker.notNow;
}
