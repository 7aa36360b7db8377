import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { brandRow } from '../catalog/brands.js';
import type { Method } from '../contract/session.js';
import type { ChoiceTexts } from '../i18n/choice-texts.js';
import { links } from '../theme/links.js';
import { pickerSearch } from '../theme/picker-search.js';
import { brandWords } from './brand-words.js';
import type { PickerSection } from './picker-sections.js';
import type { RejiElement } from './reji-element.js';

/** What a search makes of the picker. */
export interface Found {
  /** Sections with what was found, empty ones left out. */
  sections: readonly PickerSection[];
  /** How many there are, in all or in one section. */
  hits: (sections: readonly PickerSection[]) => string;
  /** A text with what was searched for marked in it, if that is in `within`. */
  mark: (text: string, within?: string) => TemplateResult | string;
  /** The button that empties the field. */
  clear: TemplateResult;
  /** Stands in place of the sections when there are none. */
  none?: TemplateResult;
}

/** The picker's search, fetched when its field is first touched. The field itself is the picker's, so nothing jumps. */
export class PickerSearch {
  #host: RejiElement;

  /** @param host the picker, which asks for what is found whenever it renders */
  constructor(host: RejiElement) {
    this.#host = host;
    const root = host.renderRoot as ShadowRoot;
    const sheets = [links, pickerSearch].flatMap(({ styleSheet }) => styleSheet ?? []);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
    root.addEventListener('keydown', (event) => this.#leave(event as KeyboardEvent));
  }

  /** What is found of these sections; undefined while nothing is searched for. */
  find(sections: readonly PickerSection[], texts: ChoiceTexts): Found | undefined {
    const query = this.#field?.value.trim();
    if (!query) return undefined;
    const hits = found(sections, query, texts);
    return {
      sections: hits,
      hits: (some) => texts.picker.hits(some.reduce((count, { methods }) => count + methods.length, 0)),
      mark: (text, within) => marked(text, query, within),
      clear: html`<button class="link" type="button" aria-label=${texts.picker.clear} @click=${this.#clear}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m7 7 10 10M17 7 7 17" /></svg>
      </button>`,
      ...(hits.length === 0 && { none: this.#none(sections, query, texts) }),
    };
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('[type=search]');
  }

  /** Says that nothing matches, names what there is, and offers the way back. */
  #none(sections: readonly PickerSection[], query: string, texts: ChoiceTexts): TemplateResult {
    const names = sections.map(({ id }) => texts.sections[id].name);
    return html`<div class="none">
      <p>${texts.picker.noHit(query)}</p>
      <p class="note">${texts.picker.offered(names.reduce((said, one) => texts.inRegion(said, one)))}</p>
      <button class="link" type="button" @click=${this.#clear}>${texts.picker.showAll}</button>
    </div>`;
  }

  #clear = (): void => {
    const field = this.#field;
    if (!field) return;
    field.value = '';
    field.focus();
    this.#host.requestUpdate();
  };

  /** The first press of Escape is the search's; the next may close what the picker stands in. */
  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || event.target !== this.#field || !this.#field?.value) return;
    event.preventDefault();
    event.stopPropagation();
    this.#clear();
  }
}

/** Sections with the methods that match, by name, name in the brand's own script, other spellings, region or section. */
function found(sections: readonly PickerSection[], query: string, texts: ChoiceTexts): PickerSection[] {
  const matches = (words: readonly (string | undefined)[]) => words.some((word) => word && at(word, query));
  return sections
    .map(({ id, methods }) => {
      const { name, note } = texts.sections[id];
      const all = matches([name, note]);
      return { id, methods: all ? methods : methods.filter((method) => matches(wordsFor(method, texts))) };
    })
    .filter(({ methods }) => methods.length > 0);
}

function wordsFor({ brand, label }: Method, texts: ChoiceTexts): (string | undefined)[] {
  const { name, native, ja, also = [], family, wallet } = brandRow(brand, label);
  return [
    brandWords(brand, texts, label).name,
    name,
    native,
    ja?.name,
    ...also,
    family,
    wallet && texts.regions[wallet.region],
  ];
}

/** A text with what was searched for marked in it; unchanged where `within`, a part of it, does not have that. */
function marked(text: string, query: string, within = text): TemplateResult | string {
  const place = at(within, query) && at(text, query);
  if (!place) return text;
  const [start, end] = place;
  return html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;
}

/** Where a text has what is searched for: from one index up to another; undefined where it has not. */
function at(text: string, query: string): [number, number] | undefined {
  const [wanted] = plain(query);
  const [letters, places] = plain(text);
  const start = letters.indexOf(wanted);
  if (!wanted || start < 0) return undefined;
  const last = places[start + wanted.length - 1] ?? 0;
  return [places[start] ?? 0, last + String.fromCodePoint(text.codePointAt(last) ?? 0).length];
}

/**
 * A text as it is compared: without width, case, accents, spaces and punctuation, hiragana as katakana; and for each of
 * its UTF-16 units the place in the text where it comes from. Hangul stays apart, so half a syllable matches too.
 */
function plain(text: string): [letters: string, places: number[]] {
  let letters = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const kept = character
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\s\p{P}\u0300-\u036f]/gu, '')
      .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
    letters += kept;
    for (let unit = 0; unit < kept.length; unit++) places.push(place);
    place += character.length;
  }
  return [letters, places];
}
