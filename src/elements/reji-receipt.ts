import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { addPayoutBrands } from '../catalog/payout-brands.js';
import type { Amount } from '../contract/money.js';
import type { ReceiptAction } from '../contract/next-action.js';
import { amountText } from '../i18n/amounts.js';
import { payoutTexts } from '../i18n/payout-shelf.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { deadline } from '../theme/deadline.js';
import { fields } from '../theme/fields.js';
import { konbini } from '../theme/konbini.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { print } from '../theme/print.js';
import { receipt } from '../theme/receipt.js';
import { slip } from '../theme/slip.js';
import { steps } from '../theme/steps.js';
import { who } from '../theme/who.js';
import { brandWords } from './brand-words.js';
import { alertNotice, connectionLine } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import { CopyHint } from './copy-hint.js';
import { displayIcons } from './display-icons.js';
import { icons } from './icons.js';
import { printAlone } from './konbini-print.js';
import { Localize } from './localize.js';
import { bothNames, numberFigure } from './number-figure.js';
import { PictureSaver } from './picture-saver.js';
import { slipPicture } from './slip-picture.js';
import { RejiAmount } from './reji-amount.js';
import { RejiBrand } from './reji-brand.js';
import { RejiCopyButton } from './reji-copy-button.js';
import { RejiCountdown } from './reji-countdown.js';
import { RejiElement } from './reji-element.js';
import { SlipClock } from './slip-clock.js';
import { slipHead } from './slip-screen.js';
import { RejiActionEvent } from './step-events.js';
import { TitleFocus } from './title-focus.js';

/**
 * A slip to collect cash with at an ATM: whatever numbers came, in groups for reading and raw for copying, until when, in
 * Japan's time, and what to do at the ATM. It can be printed, without the page around it, and kept as a picture.
 *
 * @summary Numbers to collect cash with.
 * @tagname reji-receipt
 * @slot mark-${brand} - The brand's official mark in place of ours, beside its name: `mark-seven-bank-atm`.
 * @csspart base - Everything inside.
 * @csspart title - The name of the way to receive.
 * @fires {RejiActionEvent} reji-action - `other-method`, `print` or `save`; `preventDefault()` keeps the print dialog from
 *   opening and the picture from being saved.
 * @fires {RejiDeadlineEvent} reji-deadline - The deadline is reached: ask the server once more.
 */
export class RejiReceipt extends RejiElement {
  static override readonly tag = 'reji-receipt';
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
    slip,
    deadline,
    konbini,
    receipt,
    print,
  ];

  #l10n = new Localize(this, payoutTexts);
  #clock = new SlipClock(this);
  #hint = new CopyHint(this);
  #title = new TitleFocus(this);
  #saver = new PictureSaver(this);
  #endPrint: (() => void) | undefined;

  /** The numbers, and until when they work. */
  @property({ attribute: false }) action: ReceiptAction | undefined;
  /** What is collected. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the payout. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** The shop's name, for the printed slip. */
  @property() shop = '';
  /** The brand of the head, a row of the catalogue. */
  @property() brand = 'seven-bank-atm';
  /** When the time began, ISO 8601 in UTC: the whole line. Without it the line stays full until the last minute. */
  @property() start = '';
  /** Whose time counts; give the server's. @default Date */
  @property({ attribute: false }) clock: { now(): number } | undefined;
  /** The recipient can't choose another way any more. */
  @property({ type: Boolean, attribute: 'no-change' }) noChange = false;
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** How the payout is being followed. */
  @property() connection: Connection = 'live';

  constructor() {
    super();
    addPayoutBrands();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endPrint?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('action')) this.#saver.failed = false;
  }

  /** Moves the focus to where the screen begins: its title. */
  focusTitle(): void {
    this.#title.want();
  }

  override render(): TemplateResult {
    const { texts, language } = this.#l10n;
    const { action, amount, brand } = this;
    if (!texts || !action) return html`<div part="base"></div>`;
    const words = texts.payout.receipt;
    const { name } = brandWords(brand, texts);
    const some = action.entries.length > 0;
    const end = html`
      <p class="note paper">${texts.amountDue}</p>
      <p><reji-amount .amount=${amount}></reji-amount></p>
      <p class="note num">${this.orderId}</p>
    `;
    const head = slipHead(
      { brand, name, note: words.cash, end },
      texts,
      () => this.#act('other-method'),
      this.noChange,
    );
    return html`<section part="base">
      <p class="note paper">${words.paper}</p>
      ${head} ${action.deadline ? this.#clock.line() : html`<div class="komochi"></div>`}
      <article class="slip slip--torn ${some ? 'wide' : ''}">
        ${this.#clock.date(words.deadline, texts, language)}
        ${some ? this.#numbers(action, texts) : html`<section><p>${words.nothing}</p></section>`}
      </article>
      <div class="torn"></div>
      <div class="stack foot">
        ${some ? this.#keep(texts) : nothing} ${alertNotice(this.#saver.failed ? words.saveFailed : this.problem)}
        ${connectionLine(this.connection, texts, words.waiting)}
      </div>
    </section>`;
  }

  #numbers({ entries }: ReceiptAction, texts: PayoutMessages): TemplateResult {
    const words = texts.payout.receipt;
    return html`<section class="numbers">
        <dl>${entries.map((entry) => numberFigure(entry, this.#hint, texts))}</dl>
      </section>
      <hr class="mishin" />
      <section class="how">
        <h3>${words.how}</h3>
        <ol class="steps">
          ${words.steps.map(
            (step, at) =>
              html`<li>
                <span>${step}${at === 1 ? html`<small>${words.secret}</small>` : nothing}</span>
              </li>`,
          )}
        </ol>
        <div class="paper">
          <p><strong>${texts.order(this.orderId)}</strong></p>
          <p>${this.shop}</p>
          <p class="note">${words.paperNote}</p>
        </div>
      </section>`;
  }

  #keep({ payout: { receipt: words } }: PayoutMessages): TemplateResult {
    return html`<div class="pair">
      <button class="button" type="button" @click=${this.#print}>${icons.print}${words.print}</button>
      <button class="button" type="button" @click=${this.#save}>${displayIcons.save}${words.save}</button>
    </div>`;
  }

  #print = (): void => {
    if (!this.#act('print')) return;
    this.#endPrint?.();
    this.#endPrint = printAlone(this);
  };

  #save = (): void => {
    const { texts, language } = this.#l10n;
    const { action, amount } = this;
    if (!texts || !action || !this.#act('save')) return;
    const words = texts.payout.receipt;
    const { name } = brandWords(this.brand, texts);
    const until = this.#clock.text(words.deadline, texts, language);
    const picture = slipPicture({
      title: name,
      amount: amount ? amountText(amount, language) : '',
      numbers: action.entries.map(({ label, value }) => ({ label: bothNames(label, texts), value })),
      notes: [until, texts.order(this.orderId), words.secret],
      font: getComputedStyle(this).fontFamily,
    });
    void this.#saver.save(picture, `${this.orderId || 'receipt'}.png`);
  };

  /** @returns false when nothing is to follow the press */
  #act(action: RejiActionEvent['action']): boolean {
    return !this.busy && this.dispatchEvent(new RejiActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-receipt': RejiReceipt;
  }
}
