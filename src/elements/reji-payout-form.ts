import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { inTitleUnits } from '../catalog/title-units.js';
import { systemTimers } from '../client/timers.js';
import type { Timers } from '../client/timers.js';
import type { Amount } from '../contract/money.js';
import type { PayoutWay } from '../contract/payout.js';
import type { MethodInput } from '../contract/session.js';
import { transferName } from '../contract/transfer-name.js';
import { payoutTexts } from '../i18n/payout-shelf.js';
import type { PayoutFault, PayoutFormTexts, PayoutMessages } from '../i18n/payout-texts.js';
import type { PayerInput } from '../i18n/step-texts.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { fields } from '../theme/fields.js';
import { heads } from '../theme/heads.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { payoutForm } from '../theme/payout-form.js';
import { screen } from '../theme/screen.js';
import { alertNotice } from './checkout-screens.js';
import { amountHead } from './heads.js';
import { Localize } from './localize.js';
import { backButton } from './method-head.js';
import { askedInputs, payerFault, plainAnswer } from './payer-fields.js';
import { PayoutAccount } from './payout-account.js';
import type { BankLookup } from './payout-bank-box.js';
import { fieldOfError, holderFault, plainPurse, purseFault, pursesOf } from './payout-checks.js';
import type { PayoutError } from './payout-checks.js';
import { detailField } from './payout-details.js';
import { PayoutFields } from './payout-fields.js';
import { nameField } from './payout-name.js';
import { purseField, purseText } from './payout-purse.js';
import { savedChoice } from './payout-saved.js';
import { RejiAmount } from './reji-amount.js';
import { RejiElement } from './reji-element.js';
import { RejiActionEvent, RejiSubmitEvent } from './step-events.js';
import { TitleFocus } from './title-focus.js';

type Saved = NonNullable<PayoutWay['saved']>;

/**
 * Asks where the money of a payout goes: a bank account, a WebMoney purse, or just what else a way to receive needs.
 * Faults are said on leaving a field or on sending. What the bank has refused comes back as `error`, which marks its
 * field. It remembers nothing: who uses it hears `reji-submit`, and gives `values` to go on with.
 *
 * @summary The bank account or the purse that money is sent to.
 * @tagname reji-payout-form
 * @slot mark-${brand} - The brand's official mark in place of ours, beside its name: `mark-bank-account`.
 * @csspart base - Everything inside.
 * @csspart title - The heading.
 * @csspart input - Each field.
 * @csspart options - The list of banks or branches under its field.
 * @csspart pay - The main button.
 * @fires {RejiSubmitEvent} reji-submit - Every answer is right: by input name, as a confirm takes it.
 * @fires {RejiActionEvent} reji-action - `other-method` was pressed.
 */
export class RejiPayoutForm extends RejiElement {
  static override readonly tag = 'reji-payout-form';
  static override readonly uses = [RejiAmount];
  static override readonly styles = [
    ...base,
    block,
    layout,
    heads,
    komochi,
    screen,
    buttons,
    links,
    fields,
    notices,
    payoutForm,
  ];

  #l10n = new Localize(this, payoutTexts);
  #title = new TitleFocus(this);
  #fields = new PayoutFields(this);
  #account = new PayoutAccount(this.#fields);

  /** What is asked for: `account`, `purse`, or `details` for nothing but `inputs`. */
  @property() kind: 'account' | 'purse' | 'details' = 'account';
  /** What is sent. Its currency decides which purse can receive it. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the order. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** The inputs of the method: names, phone, e-mail and, with `details`, the holder's name get fields of their own. */
  @property({ attribute: false }) inputs: readonly MethodInput[] = [];
  /** The account that was named the last time: it is offered first. */
  @property({ attribute: false }) saved: Saved | undefined;
  /** What came back, and why. */
  @property({ attribute: false, hasChanged: differs }) error: PayoutError | undefined;
  /** Asks for banks and branches. Without it they are asked for by their codes. */
  @property({ attribute: false }) lookup: BankLookup | undefined;
  /** What the main button does, in words. */
  @property() label = '';
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** What the fields start with, by input name. */
  @property({ attribute: false, hasChanged: differs }) values: Readonly<Record<string, string>> = {};
  /** What the search waits with. @default the browser's own */
  @property({ attribute: false }) timers: Timers = systemTimers;

  /** The recipient wants to name another account than the saved one. */
  @state() private another = false;

  /** Moves focus to the title, for a host that has just put this screen in place of another. */
  focusTitle(): void {
    this.#title.want();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#fields.busy = this.busy;
    if (changed.has('values')) {
      this.#account.set(this.values);
      this.#fields.set('purse', purseText(this.values['purse'] ?? '', this.#currency));
      for (const name of this.#details) this.#fields.set(name, this.values[name] ?? '');
    }
    if (!changed.has('error')) return;
    if (this.error) this.another = true;
    this.#fields.mark(this.error && fieldOfError(this.error, this.#account.japanPost));
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    if (!texts) return html`<div part="base"></div>`;
    const { kind, saved, error } = this;
    const words = texts.payout.form;
    this.#fields.mends = words;
    const sum = kind === 'purse' && this.amount ? (inTitleUnits(this.amount) ?? this.amount) : this.amount;
    const aside = kind === 'account' && !this.#takesSaved && this.lookup && !this.#account.japanPost && !error;
    return html`<section part="base">
      ${backButton(texts, this.#otherMethod)} ${amountHead(this, texts)}
      <form class="stack form" novalidate @submit=${this.#submit}>
        ${this.#words(words)}
        ${saved && kind === 'account' ? savedChoice(saved, this.another, words, this.#choose) : nothing}
        ${this.#takesSaved ? nothing : this.#where(texts)}
        ${this.#details.map((name) => detailField(this.#fields, name, texts))} ${alertNotice(this.problem)}
        <button
          part="pay"
          class="button button--main button--pay"
          type="submit"
          aria-busy=${this.busy ? 'true' : 'false'}
          @mousedown=${keepFocus}
        >
          <span>${this.busy ? texts.picker.sending : this.#label(texts)}</span>
          ${sum ? html`<reji-amount .amount=${sum}></reji-amount>` : nothing}
        </button>
        ${aside ? html`<p class="note aside">${words.japanPost}</p>` : nothing}
      </form>
    </section>`;
  }

  #words(words: PayoutFormTexts): TemplateResult {
    const { kind, error } = this;
    const first = { account: words.title, purse: words.purseTitle, details: words.detailsTitle }[kind];
    const again = kind === 'purse' ? words.againPurseTitle : words.againTitle;
    const said =
      error && (Object.hasOwn(words.said, error.code) ? words.said[error.code as PayoutFault] : words.said.other);
    return html`<div class="words">
      <h2 part="title" class="title" tabindex="-1">${error ? again : first}</h2>
      ${said ? html`<p>${error?.moved === false ? words.notMoved(said) : said}</p>` : nothing}
    </div>`;
  }

  #where(texts: PayoutMessages): TemplateResult | typeof nothing {
    const words = texts.payout.form;
    const japanese = this.#l10n.language === 'ja';
    if (this.kind === 'account') {
      return this.#account.render({ words, japanese, lookup: this.lookup, timers: this.timers });
    }
    if (this.kind === 'purse') return purseField(this.#fields, this.#currency, words);
    return this.#asksHolder ? nameField(this.#fields, words) : nothing;
  }

  #label({ payout: { form: words }, picker }: PayoutMessages): string {
    if (this.error && this.kind !== 'details') return words.sendAgain;
    if (this.label) return this.label;
    return { account: words.send, purse: words.sendPurse, details: picker.continue }[this.kind];
  }

  get #currency(): string {
    return this.amount?.currency ?? '';
  }

  get #takesSaved(): boolean {
    return this.kind === 'account' && this.saved !== undefined && !this.another;
  }

  get #asksHolder(): boolean {
    return this.kind === 'details' && this.inputs.some(({ name, required }) => required && name === 'accountName');
  }

  get #details(): PayerInput[] {
    return askedInputs(this.inputs, this.#l10n.language);
  }

  /** What is asked for now, and what is wrong with each, in the order of the fields. */
  #faults(texts: PayoutMessages): (readonly [name: string, fault: string])[] {
    const words = texts.payout.form;
    const text = (name: string) => this.#fields.text(name);
    const where = (): [string, string][] => {
      if (this.#takesSaved) return [];
      if (this.kind === 'purse') return [['purse', purseFault(text('purse'), this.#currency, words)]];
      if (this.kind === 'details')
        return this.#asksHolder ? [['accountName', holderFault(text('accountName'), words)]] : [];
      return this.#account.names.map((name) => [name, this.#account.fault(name, words, this.lookup !== undefined)]);
    };
    return [...where(), ...this.#details.map((name) => [name, payerFault(name, text(name), texts.payer)] as const)];
  }

  #answer(): Record<string, string> {
    const text = (name: string) => this.#fields.text(name);
    const details = Object.fromEntries(this.#details.map((name) => [name, plainAnswer(name, text(name))]));
    if (this.#takesSaved) return { saved: this.saved?.id ?? '', ...details };
    if (this.kind === 'account') return { ...this.#account.answer(), ...details };
    if (this.kind === 'purse') {
      return { purse: plainPurse(text('purse'), pursesOf(this.#currency)?.letter ?? ''), ...details };
    }
    return { ...(this.#asksHolder && { accountName: transferName(text('accountName')).name }), ...details };
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { texts } = this.#l10n;
    if (this.busy || !texts) return;
    if (!this.#takesSaved) this.#account.settle();
    const faults = this.#faults(texts);
    this.#fields.check(...faults.map(([name]) => name));
    const wrong = faults.find(([, fault]) => fault !== '');
    if (!wrong) this.dispatchEvent(new RejiSubmitEvent(this.#answer()));
    else this.shadowRoot?.getElementById(wrong[0])?.focus();
  };

  #choose = (another: boolean): void => {
    this.another = another;
  };

  #otherMethod = (): void => {
    if (!this.busy) this.dispatchEvent(new RejiActionEvent('other-method'));
  };
}

/** A host may make the same object anew each time it renders: what was typed must not go with it. */
function differs(value: unknown, before: unknown): boolean {
  return JSON.stringify(value) !== JSON.stringify(before);
}

/** Pressing the button must not leave the field first: a fault shown then would move the button from under the press. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-payout-form': RejiPayoutForm;
  }
}
