import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Timers } from '../client/timers.js';
import type { BankRow } from '../contract/payout.js';
import type { PayoutFormTexts } from '../i18n/payout-texts.js';
import { DIGITS } from './payout-checks.js';
import type { PayoutFields } from './payout-fields.js';
import { plainWmid } from './wmid.js';

/** Asks for banks, or for branches of a bank; what fits best first. Rejects when it can't be asked. */
export type BankLookup = (query: string, bank?: string) => Promise<readonly BankRow[]>;

/** What a box is drawn with; the words are its own. `bank`: whose branches are meant, empty when none is known. */
export interface BoxLook {
  words: PayoutFormTexts;
  fault: string;
  lookup: BankLookup;
  timers: Timers;
  bank?: string;
}

/** How long nobody must type before it is looked up, in milliseconds. */
const PAUSE_MS = 180;
/** What `GET /banks` takes at most. */
const QUERY_MAX = 40;

type FieldEvent<E extends Event> = E & { currentTarget: HTMLInputElement };

/**
 * A bank or a branch, found by name or code: a combobox whose list opens below its field. The first row is on offer and
 * Enter takes it; leaving takes only what was typed out, a whole code or name, for a wrong bank costs more than another
 * look.
 */
export class BankBox {
  /** The one that was taken. */
  row: BankRow | undefined;
  readonly #name: 'bankCode' | 'branchCode';
  readonly #fields: PayoutFields;
  readonly #changed: () => void;
  #rows: readonly BankRow[] = [];
  #state: 'still' | 'found' | 'failed' = 'still';
  /** The row on offer. */
  #at = 0;
  #open = false;
  #focused = false;
  /** Counts what was typed, so that an answer to something older is dropped. */
  #asked = 0;
  #stop: (() => void) | undefined;

  /** @param changed called when another one is meant */
  constructor(name: 'bankCode' | 'branchCode', fields: PayoutFields, changed: () => void = () => undefined) {
    this.#name = name;
    this.#fields = fields;
    this.#changed = changed;
  }

  /** The code that is meant: of the row that was taken, or typed out; undefined for neither. */
  get code(): string | undefined {
    const plain = plainWmid(this.#text);
    return this.row?.code ?? (/^\d+$/.test(plain) && plain.length === DIGITS[this.#name] ? plain : undefined);
  }

  /** Starts anew: with a code, and its name if that is known, or with nothing. */
  set(code = '', name = ''): void {
    this.#forget();
    this.#rows = [];
    this.row = code && name ? { code, name, kana: '' } : undefined;
    this.#fields.set(this.#name, name || code);
  }

  /** Takes the row that was typed out, if there is exactly one. */
  settle(): void {
    const text = this.#text.trim();
    if (this.row || !text) return;
    const exact = this.#rows.filter(({ code, name }) => code === plainWmid(text) || name === text);
    if (exact[0] && exact.length === 1) this.#take(exact[0]);
  }

  render({ words, fault, lookup, timers, bank }: BoxLook): TemplateResult {
    const which = this.#name === 'bankCode' ? 'bank' : 'branch';
    const look = { name: this.#name, label: words.labels[which], fault };
    const list = `${this.#name}-list`;
    const open = this.#open && this.#rows.length > 0;
    const control = html`<div class="combo" @click=${this.#click} @keydown=${this.#press}>
      <div class=${this.row ? '' : 'search'}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M11 5a6 6 0 1 0 .01 0m4.500 10.500 4 4" />
        </svg>
        <input
          part="input"
          class="input"
          id=${this.#name}
          name=${this.#name}
          role="combobox"
          aria-labelledby="${this.#name}-label"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="60"
          placeholder=${words.searchBy[which]}
          required
          ?readonly=${this.#fields.busy}
          aria-autocomplete="list"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls=${list}
          aria-activedescendant=${open ? `${list}-${this.#at}` : nothing}
          aria-invalid=${this.#fields.said(look) ? 'true' : 'false'}
          aria-describedby=${this.#fields.describedBy(look)}
          .value=${this.#text}
          @input=${(event: FieldEvent<InputEvent>) => this.#type(event.currentTarget.value, lookup, timers, bank)}
          @focus=${this.#enter}
          @blur=${this.#leave}
        />
      </div>
      <ul class="options" part="options" id=${list} role="listbox" aria-label=${look.label} ?hidden=${!open}>
        ${this.#rows.map((row, at) => this.#option(row, at, `${list}-${at}`))}
      </ul>
      ${this.#status(which, bank, words)}
    </div>`;
    return this.#fields.field({ ...look, end: this.row ? html`${this.row.code}` : nothing }, control);
  }

  #option(row: BankRow, at: number, id: string): TemplateResult {
    const typed = this.#text.trim();
    const start = typed ? row.name.indexOf(typed) : -1;
    const end = start + typed.length;
    const name = start < 0 ? row.name : html`${row.name.slice(0, start)}<mark>${typed}</mark>${row.name.slice(end)}`;
    return html`<li id=${id} role="option" aria-selected=${at === this.#at ? 'true' : 'false'} @mousedown=${keepFocus}>
      <span>${name}</span><span class="note num">${row.code}</span>
    </li>`;
  }

  /** What came of the search: shown where it is nothing, else only spoken. */
  #status(which: 'bank' | 'branch', bank: string | undefined, words: PayoutFormTexts): TemplateResult {
    const found = this.#rows.length;
    const shown =
      this.row || !this.#text.trim()
        ? ''
        : bank === ''
          ? words.missing.bank
          : this.#state === 'failed'
            ? words.notSearched[which]
            : this.#state === 'found' && found === 0
              ? words.nothingFound[which]
              : '';
    return html`<p class=${shown ? 'note' : 'sr'} role="status">
      ${shown || (this.#open && found > 0 ? words.found(found) : '')}
    </p>`;
  }

  get #text(): string {
    return this.#fields.text(this.#name);
  }

  #type(text: string, lookup: BankLookup, timers: Timers, bank: string | undefined): void {
    const before = this.code;
    const asked = this.#forget();
    this.row = undefined;
    this.#fields.set(this.#name, text);
    if (before !== this.code) this.#changed();
    const query = text.normalize('NFKC').trim().slice(0, QUERY_MAX);
    if (!query || bank === '') return this.#show(asked, [], 'still');
    this.#stop = timers.later(() => {
      lookup(query, bank).then(
        (rows) => this.#show(asked, rows, 'found'),
        () => this.#show(asked, [], 'failed'),
      );
    }, PAUSE_MS);
  }

  /** Calls off what is being looked up. @returns the number of what comes next */
  #forget(): number {
    this.#stop?.();
    this.#open = false;
    this.#state = 'still';
    return ++this.#asked;
  }

  #show(asked: number, rows: readonly BankRow[], state: 'still' | 'found' | 'failed'): void {
    if (asked !== this.#asked) return;
    this.#rows = rows;
    this.#at = 0;
    this.#state = state;
    this.#open = this.#focused;
    // what was typed out, and left before the answer came, is taken with it
    if (!this.#focused) this.settle();
    this.#fields.refresh();
  }

  #take(row: BankRow): void {
    if (this.#fields.busy) return;
    const before = this.code;
    this.#forget();
    this.row = row;
    this.#fields.set(this.#name, row.name);
    if (before !== row.code) this.#changed();
  }

  #click = ({ target }: Event): void => {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    const row = option && this.#rows[[...(option.parentElement?.children ?? [])].indexOf(option)];
    if (row) this.#take(row);
  };

  #press = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const { key } = event;
    const rows = this.#rows.length;
    if (event.isComposing || rows === 0 || this.row) return;
    const offered = this.#open ? this.#rows[this.#at] : undefined;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (offered) this.#at = (this.#at + (key === 'ArrowDown' ? 1 : rows - 1)) % rows;
      this.#open = true;
      this.#reveal(event.currentTarget);
    } else if (key === 'Enter' && offered) this.#take(offered);
    else if (key === 'Escape' && offered) this.#open = false;
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#fields.refresh();
  };

  /** Scrolls the list, and nothing else, to the row on offer. */
  #reveal(combo: HTMLElement): void {
    const list = combo.querySelector('[role=listbox]');
    const row = list?.children[this.#at];
    if (!list || !(row instanceof HTMLElement)) return;
    const { offsetTop: top, offsetHeight: height } = row;
    list.scrollTop = Math.min(Math.max(list.scrollTop, top + height - list.clientHeight), top);
  }

  #enter = ({ currentTarget }: FieldEvent<FocusEvent>): void => {
    this.#focused = true;
    if (this.row) return currentTarget.select();
    this.#open = true;
    this.#fields.refresh();
  };

  #leave = async ({ currentTarget }: FieldEvent<FocusEvent>): Promise<void> => {
    this.#focused = false;
    this.#open = false;
    this.settle();
    this.#fields.refresh();
    if (await this.#fields.left(currentTarget)) this.#fields.check(this.#name);
  };
}

/** The list must not take the focus from its field. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
