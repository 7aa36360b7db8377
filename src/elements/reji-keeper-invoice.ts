import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { inTitleUnits } from '../catalog/title-units.js';
import type { Amount } from '../contract/money.js';
import type { InvoiceAction } from '../contract/next-action.js';
import { allTexts } from '../i18n/all-texts.js';
import type { Messages } from '../i18n/messages.js';
import { base, block } from '../theme/base.js';
import { notices } from '../theme/notices.js';
import { steps } from '../theme/steps.js';
import { buttons } from '../theme/buttons.js';
import { fields } from '../theme/fields.js';
import { keeper } from '../theme/keeper.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { who } from '../theme/who.js';
import { alertNotice, connectionLine } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import { CopyHint } from './copy-hint.js';
import { spokenDigits } from './digits.js';
import { RejiActionEvent, RejiDeadlineEvent, RejiSubmitEvent } from './step-events.js';
import { backButton, methodHead } from './method-head.js';
import { Localize } from './localize.js';
import { RejiAmount } from './reji-amount.js';
import { RejiBrand } from './reji-brand.js';
import { RejiCopyButton } from './reji-copy-button.js';
import { RejiCountdown } from './reji-countdown.js';
import { RejiElement } from './reji-element.js';
import { TitleFocus } from './title-focus.js';
import { WmidField } from './wmid-field.js';

/**
 * WebMoney Classic. Without `action` it asks for the WMID the invoice goes to; with it, it shows what to do in Keeper
 * and how long the invoice stands. It remembers nothing: who uses it hears `reji-submit` and sets `action`.
 *
 * @summary A WebMoney invoice, from the WMID to the payment in Keeper.
 * @tagname reji-keeper-invoice
 * @slot mark-${brand} - The brand's official mark in place of ours, beside its name: `mark-webmoney-classic`.
 * @csspart base - Everything inside.
 * @csspart title - The heading of the invoice.
 * @csspart input - The field of the WMID.
 * @csspart pay - The main button of the form.
 * @fires {RejiSubmitEvent} reji-submit - A valid WMID was entered: `{ wmid }`, 12 digits.
 * @fires {RejiActionEvent} reji-action - `change-wmid` or `other-method` was pressed.
 * @fires {RejiDeadlineEvent} reji-deadline - The invoice's validity has run out: ask the server once more.
 */
export class RejiKeeperInvoice extends RejiElement {
  static override readonly tag = 'reji-keeper-invoice';
  static override readonly uses = [RejiAmount, RejiBrand, RejiCopyButton, RejiCountdown];
  static override readonly styles = [
    ...base,
    block,
    layout,
    who,
    komochi,
    buttons,
    links,
    fields,
    notices,
    steps,
    keeper,
  ];

  #l10n = new Localize(this, allTexts);
  #field = new WmidField(this);
  #start = new TitleFocus(this, 'h2, input');
  #hint = new CopyHint(this);

  /** The invoice that waits in Keeper. Without it the WMID is asked for. */
  @property({ attribute: false }) action: InvoiceAction | undefined;
  /** What the order costs. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the order. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** The brand of the head, a row of the catalogue. */
  @property() brand = 'webmoney-classic';
  /** Whose time the countdown shows; give the server's. @default Date */
  @property({ attribute: false }) clock: { now(): number } | undefined;
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** How the payment is being followed. */
  @property() connection: Connection = 'live';
  /** The WMID the form starts with. */
  @property() value = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#field.set(this.value);
    const turned = this.hasUpdated && changed.has('action') && !this.action !== !changed.get('action');
    // what had the focus is about to go
    if (turned && this.shadowRoot?.activeElement) this.#start.wanted = true;
  }

  /** Moves the focus to where the screen begins: its title, or the field where there is none. */
  focusTitle(): void {
    this.#start.want();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    if (!texts) return html`<div part="base"></div>`;
    const { action } = this;
    return html`<section part="base">
      ${backButton(texts, () => this.#act('other-method'))} ${methodHead(this, this.brand, texts)}
      ${
        action?.deadline
          ? html`<reji-countdown
              exportparts="base: countdown__base, bar: countdown__bar"
              .deadline=${action.deadline}
              .start=${action.start ?? ''}
              .clock=${this.clock}
              @reji-deadline=${() => this.dispatchEvent(new RejiDeadlineEvent())}
            ></reji-countdown>`
          : html`<div class="komochi"></div>`
      }
      ${action ? this.#invoice(action, texts) : this.#form(texts)}
    </section>`;
  }

  #form(texts: Messages): TemplateResult {
    const sum = this.amount && (inTitleUnits(this.amount) ?? this.amount);
    return html`<form class="stack form" novalidate @submit=${this.#submit}>
      ${this.#field.render(texts, this.busy)} ${alertNotice(this.problem)}
      <button
        part="pay"
        class="button button--main button--pay"
        type="submit"
        aria-busy=${this.busy ? 'true' : 'false'}
        @mousedown=${keepFocus}
      >
        <span>${this.busy ? texts.picker.sending : texts.keeper.send}</span>
        ${sum ? html`<reji-amount .amount=${sum}></reji-amount>` : nothing}
      </button>
    </form>`;
  }

  #invoice({ wmid, invoiceId, titleAmount }: InvoiceAction, texts: Messages): TemplateResult {
    const words = texts.keeper;
    return html`<div class="stack invoice">
      <h2 part="title" class="title" tabindex="-1">${words.title}</h2>
      <dl class="duo">
        <div>
          <dt class="note">${words.invoiceAmount}</dt>
          <dd><reji-amount .amount=${titleAmount}></reji-amount></dd>
        </div>
        <div>
          <dt class="note">${words.orderAmount}</dt>
          <dd><reji-amount .amount=${this.amount}></reji-amount></dd>
        </div>
      </dl>
      <ol class="steps">
        ${words.steps.map((step) => html`<li><span>${step}</span></li>`)}
      </ol>
      <dl class="numbers">
        ${this.#number(words.sentTo, words.copyWmid, wmid, wmid.match(/\d{4}/g) ?? [wmid], texts)}
        ${invoiceId ? this.#number(words.invoiceId, words.copyInvoiceId, invoiceId, [invoiceId], texts) : nothing}
      </dl>
      ${connectionLine(this.connection, texts, words.waiting)} ${alertNotice(this.problem)}
      <div class="actions">
        <button class="link" type="button" @click=${() => this.#act('change-wmid')}>${words.change}</button>
      </div>
    </div>`;
  }

  #number(label: string, what: string, value: string, groups: string[], texts: Messages): TemplateResult {
    return html`<div @reji-copy=${this.#hint.listen(value)}>
      <dt class="note">${label}</dt>
      <dd class="number">
        <span class="sr">${spokenDigits(value)}</span
        ><span class="raw num" aria-hidden="true"
          >${groups.map((group) => html`<span class="group">${group}</span>`)}</span
        >
      </dd>
      <dd>
        <reji-copy-button bare exportparts="base: copy__base" .value=${value} .what=${what}></reji-copy-button>
      </dd>
      ${this.#hint.render(value, texts)}
    </div>`;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { texts } = this.#l10n;
    if (this.busy || !texts) return;
    const wmid = this.#field.send(texts);
    if (wmid) this.dispatchEvent(new RejiSubmitEvent({ wmid }));
    else this.renderRoot.querySelector('input')?.focus();
  };

  #act(action: RejiActionEvent['action']): void {
    if (!this.busy) this.dispatchEvent(new RejiActionEvent(action));
  }
}

/** Pressing the button must not leave the field first: a fault shown then would move the button from under the press. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-keeper-invoice': RejiKeeperInvoice;
  }
}
