import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { konbiniRow } from '../catalog/konbini.js';
import type { Amount } from '../contract/money.js';
import type { KonbiniAction } from '../contract/next-action.js';
import type { UrlCheck } from '../contract/safe-url.js';
import { amountText } from '../i18n/amounts.js';
import { displayTexts } from '../i18n/display-shelf.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
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
import { slip } from '../theme/slip.js';
import { steps } from '../theme/steps.js';
import { who } from '../theme/who.js';
import { brandWords } from './brand-words.js';
import { alertNotice, connectionLine } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import { CopyHint } from './copy-hint.js';
import { displayIcons } from './display-icons.js';
import { RejiActionEvent } from './step-events.js';
import { icons } from './icons.js';
import { konbiniStub } from './konbini-paper.js';
import { printAlone } from './konbini-print.js';
import { konbiniSteps } from './konbini-steps.js';
import { Localize } from './localize.js';
import { bothNames, numberFigure, numberLabel } from './number-figure.js';
import { PictureSaver } from './picture-saver.js';
import { slipPicture } from './slip-picture.js';
import { RejiAmount } from './reji-amount.js';
import { RejiBrand } from './reji-brand.js';
import { RejiCopyButton } from './reji-copy-button.js';
import { RejiCountdown } from './reji-countdown.js';
import { RejiElement } from './reji-element.js';
import { SlipClock } from './slip-clock.js';
import { nothingCame, pageCheck, pageLink, slipHead } from './slip-screen.js';
import { TitleFocus } from './title-focus.js';

/**
 * A slip to pay with at a convenience store: the numbers that came, in groups for reading and raw for copying, what to
 * do at a store of that chain, and until when, in Japan's time. Without numbers the provider's page has them. It can be
 * printed, without the page around it, and kept as a picture.
 *
 * @summary Numbers and steps for paying at a convenience store.
 * @tagname reji-konbini
 * @slot mark-${brand} - The brand's official mark in place of ours, beside its name: `mark-konbini-lawson`.
 * @csspart base - Everything inside.
 * @csspart title - The name of the chain.
 * @csspart page - The link to the payment page.
 * @fires {RejiActionEvent} reji-action - `other-method`, `open-page`, `print` or `save`; `preventDefault()` keeps the page
 *   or the print dialog from opening, and the picture from being saved.
 * @fires {RejiDeadlineEvent} reji-deadline - The deadline is reached: ask the server once more.
 */
export class RejiKonbini extends RejiElement {
  static override readonly tag = 'reji-konbini';
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
    print,
  ];

  #l10n = new Localize(this, displayTexts);
  #clock = new SlipClock(this);
  #hint = new CopyHint(this);
  #title = new TitleFocus(this);
  #saver = new PictureSaver(this);
  #endPrint: (() => void) | undefined;

  /** What is to be paid, where and until when. */
  @property({ attribute: false }) action: KonbiniAction | undefined;
  /** What the order costs. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The most that a store takes in one payment, for the steps; shown in yen only, which stores take. */
  @property({ attribute: false }) limit: Amount | undefined;
  /** The shop's number of the order. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** The shop's name, for the printed slip. */
  @property() shop = '';
  /** The brand of the head, a row of the catalogue. @default the chain's */
  @property() brand = '';
  /** When the time began, ISO 8601 in UTC: the whole line. Without it the line stays full until the last minute. */
  @property() start = '';
  /** Whose time counts; give the server's. @default Date */
  @property({ attribute: false }) clock: { now(): number } | undefined;
  /** Hosts that the payment page may be on, as `checkUrl` takes them, separated by blanks. Empty: every host. */
  @property({ attribute: 'allowed-hosts' }) allowedHosts = '';
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** How the payment is being followed. */
  @property() connection: Connection = 'live';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endPrint?.();
  }

  /** Moves the focus to where the screen begins: its title. */
  focusTitle(): void {
    this.#title.want();
  }

  override render(): TemplateResult {
    const { texts, language } = this.#l10n;
    const { action, amount } = this;
    if (!texts || !action) return html`<div part="base"></div>`;
    const words = texts.konbini;
    const brand = this.#brand;
    const { name } = brandWords(brand, texts);
    const check = pageCheck(action.payUrl, this.allowedHosts);
    const some = action.numbers.length > 0;
    const end = html`
      <p class="note paper">${texts.amountDue}</p>
      <p><reji-amount .amount=${amount}></reji-amount></p>
      <p class="note num">${this.orderId}</p>
    `;
    const page = pageLink(check, !some, texts, this.#open);
    const until = this.#clock.text(words.deadline, texts, language);
    return html`<section part="base">
      <p class="note paper">${words.paper}</p>
      ${slipHead({ brand, name, note: words.cash, end }, texts, () => this.#act('other-method'))} ${this.#clock.line()}
      <article class="slip slip--torn ${some ? 'wide' : ''}">
        ${this.#clock.date(words.deadline, texts, language)}
        ${some ? this.#numbers(action, Boolean(check?.ok), texts) : this.#page(check, page, texts)}
      </article>
      <div class="torn"></div>
      ${some ? konbiniStub({ brand, name, numbers: action.numbers, amount, until }, words.cut) : nothing}
      <div class="stack foot">
        ${
          some
            ? html`${page}
                <div class="pair">
                  <button class="button" type="button" @click=${this.#print}>${icons.print}${words.print}</button>
                  <button class="button" type="button" @click=${this.#save}>
                    ${displayIcons.save}${texts.qr.save}
                  </button>
                </div>`
            : nothing
        }
        ${alertNotice(this.problem || (this.#saver.failed ? texts.qr.saveFailed : ''))}
        ${connectionLine(this.connection, texts, words.waiting)}
      </div>
    </section>`;
  }

  #numbers({ chain, numbers }: KonbiniAction, onPage: boolean, texts: DisplayMessages): TemplateResult {
    const words = texts.konbini;
    const labels = numbers.map(({ label }) => numberLabel(label, texts));
    return html`<section class="numbers">
        <dl>${numbers.map((entry) => numberFigure(entry, this.#hint, texts))}</dl>
        ${this.#yen(onPage, texts)}
      </section>
      <hr class="mishin" />
      <section class="how">
        <h3>${words.how}</h3>
        ${konbiniSteps(chain, labels, this.#most(texts), texts)}
        <div class="paper">
          <p><strong>${texts.order(this.orderId)}</strong></p>
          <p>${this.shop}</p>
          <p class="note">${words.paperNote}</p>
        </div>
      </section>`;
  }

  #page(check: UrlCheck | undefined, page: unknown, texts: DisplayMessages): TemplateResult {
    const most = this.#most(texts);
    return html`<section class="stack">
      ${
        check?.ok
          ? html`<div>
                <p>${texts.konbini.onPage}</p>
                ${most ? html`<p class="note">${most}</p>` : nothing}
              </div>
              ${this.#yen(true, texts)} ${page}`
          : nothingCame(check, texts)
      }
    </section>`;
  }

  get #brand(): string {
    const chain = this.action?.chain ?? '';
    return this.brand || konbiniRow(chain)?.brand || chain;
  }

  #most({ konbini: words, lang }: DisplayMessages): string {
    const { limit } = this;
    return limit?.currency === 'JPY' ? words.limit(amountText(limit, lang)) : '';
  }

  #yen(onPage: boolean, texts: DisplayMessages): TemplateResult | typeof nothing {
    const yen = !this.amount || this.amount.currency === 'JPY';
    return yen ? nothing : html`<p class="yen">${texts.slip.inYen(onPage)}</p>`;
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
    const words = texts.konbini;
    const { name } = brandWords(this.#brand, texts);
    const picture = slipPicture({
      title: name,
      amount: amount ? amountText(amount, language) : '',
      numbers: action.numbers.map(({ label, value }) => ({ label: bothNames(label, texts), value })),
      notes: [
        this.#clock.text(words.deadline, texts, language),
        texts.order(this.orderId),
        this.#most(texts),
        words.paperNote,
      ],
      font: getComputedStyle(this).fontFamily,
    });
    void this.#saver.save(picture, `${this.orderId || 'konbini'}.png`);
  };

  #open = (event: Event): void => {
    if (!this.#act('open-page')) event.preventDefault();
  };

  /** @returns false when nothing is to follow the press */
  #act(action: RejiActionEvent['action']): boolean {
    return !this.busy && this.dispatchEvent(new RejiActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-konbini': RejiKonbini;
  }
}
