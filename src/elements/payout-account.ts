import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Timers } from '../client/timers.js';
import { JAPAN_POST, japanPostBranch } from '../contract/japan-post.js';
import { transferName } from '../contract/transfer-name.js';
import type { PayoutField, PayoutFormTexts } from '../i18n/payout-texts.js';
import { BankBox } from './payout-bank-box.js';
import type { BankLookup } from './payout-bank-box.js';
import { DIGITS, digitsFault, holderFault, paddedNumber, postAccount } from './payout-checks.js';
import { counted } from './payout-fields.js';
import type { PayoutFields, TextLook } from './payout-fields.js';
import { holderField } from './payout-name.js';
import { plainWmid } from './wmid.js';

/** What the account is asked for with. */
export interface AccountLook {
  words: PayoutFormTexts;
  /** Texts are in Japanese already. */
  japanese: boolean;
  /** Without it bank and branch are asked for by their codes. */
  lookup: BankLookup | undefined;
  timers: Timers;
}

const TYPES = ['ordinary', 'current', 'savings'] as const;
/** What stands in a passbook, for those who read the labels in another language. */
const IN_JAPANESE = { ordinary: '普通', current: '当座', savings: '貯蓄', symbol: '記号', number: '番号' } as const;
/** What a provider takes of a name that is only shown. */
const SHOWN_MAX = 60;

type Digits = 'bankCode' | 'branchCode' | 'accountNumber' | 'symbol' | 'number';

/**
 * The fields of a bank account: bank and branch, type, number and holder; for Japan Post Bank, whose passbooks have
 * neither, symbol and number in place of branch, type and number.
 */
export class PayoutAccount {
  readonly #fields: PayoutFields;
  readonly #branch: BankBox;
  readonly #bank: BankBox;

  constructor(fields: PayoutFields) {
    this.#fields = fields;
    this.#branch = new BankBox('branchCode', fields);
    this.#bank = new BankBox('bankCode', fields, () => this.#branch.set());
  }

  /** True when symbol and number are asked for. */
  get japanPost(): boolean {
    return this.#bank.code === JAPAN_POST;
  }

  /** The inputs that are asked for now, in their order. */
  get names(): PayoutField[] {
    return this.japanPost
      ? ['bankCode', 'symbol', 'number', 'accountName']
      : ['bankCode', 'branchCode', 'accountType', 'accountNumber', 'accountName'];
  }

  /** Starts with these inputs. */
  set(values: Readonly<Record<string, string>>): void {
    this.#bank.set(values['bankCode'], values['bankName']);
    this.#branch.set(values['branchCode'], values['branchName']);
    for (const name of ['accountNumber', 'accountName', 'symbol', 'number']) this.#fields.set(name, values[name] ?? '');
    this.#fields.set('accountType', values['accountType'] ?? 'ordinary');
  }

  /** To be called before what is wrong is asked for: a bank that was typed out is taken. */
  settle(): void {
    this.#bank.settle();
    this.#branch.settle();
  }

  /** What is wrong with an input; empty when nothing is. */
  fault(name: PayoutField, words: PayoutFormTexts, searched: boolean): string {
    const text = this.#fields.text(name);
    switch (name) {
      case 'accountName':
        return holderFault(text, words);
      case 'bankCode':
      case 'branchCode': {
        if (!searched) return digitsFault(name, text, '', words);
        const which = name === 'bankCode' ? 'bank' : 'branch';
        if (!text.trim()) return words.missing[which];
        return (which === 'bank' ? this.#bank : this.#branch).code === undefined ? words.wrong[name] : '';
      }
      case 'accountType':
      case 'purse':
        return text ? '' : words.missing[name];
      default:
        return digitsFault(name, text, this.#fields.text('symbol'), words);
    }
  }

  /** The inputs as they are sent: digits plain, the name in half-width kana. */
  answer(): Record<string, string> {
    const digits = (name: string) => plainWmid(this.#fields.text(name));
    const bank = { bankCode: this.#bank.code ?? '', ...shown('bankName', this.#bank) };
    const accountName = transferName(this.#fields.text('accountName')).name;
    if (this.japanPost) return { ...bank, symbol: digits('symbol'), number: digits('number'), accountName };
    return {
      ...bank,
      branchCode: this.#branch.code ?? '',
      ...shown('branchName', this.#branch),
      accountType: this.#fields.text('accountType'),
      accountNumber: digits('accountNumber').padStart(7, '0'),
      accountName,
    };
  }

  render(look: AccountLook): TemplateResult {
    const { words, lookup, timers } = look;
    const box = (name: 'bankCode' | 'branchCode', one: BankBox, bank?: string) =>
      lookup
        ? one.render({
            words,
            fault: this.fault(name, words, true),
            lookup,
            timers,
            ...(bank !== undefined && { bank }),
          })
        : this.#digits(name, look);
    return html`${box('bankCode', this.#bank)}
    ${
      this.japanPost
        ? html`${this.#digits('symbol', look, { japanese: IN_JAPANESE.symbol })}
          ${this.#digits('number', look, { japanese: IN_JAPANESE.number, preview: this.#converted(words) })}`
        : html`${box('branchCode', this.#branch, this.#bank.code ?? '')} ${this.#types(look)}
          ${this.#digits('accountNumber', look, { hint: words.padded, tidy: paddedNumber })}`
    }
    ${holderField(this.#fields, words)}`;
  }

  #digits(name: Digits, { words, japanese, lookup }: AccountLook, more: Partial<TextLook> = {}): TemplateResult {
    const of = DIGITS[name];
    const count = plainWmid(this.#fields.text(name)).replace(/\D/g, '').length;
    const { japanese: called, ...rest } = more;
    return this.#fields.input({
      name,
      label: words.labels[name],
      fault: this.fault(name, words, lookup !== undefined),
      digits: true,
      end: counted(count, of, words),
      ...(name === 'bankCode' && { hint: words.japanPostCode }),
      ...(called !== undefined && !japanese && { japanese: called }),
      ...rest,
    });
  }

  #types({ words, japanese }: AccountLook): TemplateResult {
    const look = { name: 'accountType', label: words.labels.accountType, fault: '' };
    const chosen = this.#fields.text('accountType');
    return html`<fieldset
      class="field"
      role="radiogroup"
      aria-labelledby="accountType-label"
      aria-invalid=${this.#fields.said(look) ? 'true' : 'false'}
      aria-describedby="accountType-fault"
    >
      <legend class="label" id="accountType-label">${look.label}</legend>
      <div class="segment ${japanese ? '' : 'segment--words'}">
        ${TYPES.map(
          (type) =>
            html`<label>
              <input
                class="radio"
                type="radio"
                id=${type === chosen ? 'accountType' : nothing}
                name="accountType"
                value=${type}
                .checked=${type === chosen}
                ?disabled=${this.#fields.busy && type !== chosen}
                @change=${() => this.#fields.set('accountType', type)}
              />
              <span>${words.accountTypes[type]}</span>
              ${japanese ? nothing : html`<span class="note" lang="ja">${IN_JAPANESE[type]}</span>`}
            </label>`,
        )}
      </div>
      ${this.#fields.below(look)}
    </fieldset>`;
  }

  /** The account that symbol and number stand for, once they do. */
  #converted(words: PayoutFormTexts): TemplateResult | typeof nothing {
    const account = postAccount(this.#fields.text('symbol'), this.#fields.text('number'));
    if (!account) return nothing;
    const { branchCode, accountType, accountNumber } = account;
    const type = words.accountTypes[accountType];
    return html`<p class="preview">
      <span class="note">${words.converted}</span>
      <span class="num">${words.convertedTo(japanPostBranch(branchCode), branchCode, type, accountNumber)}</span>
    </p>`;
  }
}

function shown(name: string, { row }: BankBox): Record<string, string> {
  return row ? { [name]: row.name.slice(0, SHOWN_MAX) } : {};
}
