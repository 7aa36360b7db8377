import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brandRow } from '../catalog/brands.js';
import { isAmount } from '../contract/first-look.js';
import type { Amount } from '../contract/money.js';
import type { QrAction } from '../contract/next-action.js';
import { displayTexts } from '../i18n/display-shelf.js';
import { amountParts, amountText } from '../i18n/amounts.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { qr } from '../theme/qr.js';
import { screen } from '../theme/screen.js';
import { steps } from '../theme/steps.js';
import { who } from '../theme/who.js';
import { brandWords } from './brand-words.js';
import { alertNotice, connectionLine } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import { displayIcons } from './display-icons.js';
import { RejiActionEvent, RejiDeadlineEvent } from './step-events.js';
import { TitleFocus } from './title-focus.js';
import { Localize } from './localize.js';
import { backButton, methodHead } from './method-head.js';
import { MOST_MODULES } from './qr-code.js';
import type { QrCode } from './qr-code.js';
import { QrPhase } from './qr-phase.js';
import { PictureSaver } from './picture-saver.js';
import { qrPicture } from './qr-picture.js';
import { endedCode, refusedCode } from './qr-screens.js';
import type { QrView } from './qr-screens.js';
import { QrSource } from './qr-source.js';
import { isHandheld, openable } from './qr-ways.js';
import { RejiAmount } from './reji-amount.js';
import { RejiBrand } from './reji-brand.js';
import { RejiCountdown } from './reji-countdown.js';
import { RejiElement } from './reji-element.js';
import { pageCheck, pageLink } from './slip-screen.js';

/**
 * A code to be scanned with a wallet, drawn here and nowhere else: the payload leaves the page in no request, no text
 * and no log. A damaged EMVCo payload is refused. At the deadline the code leaves the page.
 *
 * @summary A QR code to pay with.
 * @tagname reji-qr
 * @slot mark-${brand} - The brand's official mark in place of ours, beside its name: `mark-gcash`.
 * @slot center - The official mark, to stand in the middle of the code where it leaves it readable.
 * @csspart base - Everything inside.
 * @csspart plate - The light plate with the code.
 * @csspart page - The link to the payment page.
 * @fires {RejiActionEvent} reji-action - `other-method`, `try-again` after the deadline, or `open-page`, whose
 *   `preventDefault()` keeps the page from opening.
 * @fires {RejiDeadlineEvent} reji-deadline - The deadline is reached: ask the server once more.
 * @fires {RejiErrorEvent} reji-error - The code is not shown: `qr-damaged`, `qr-too-large`, `network-unreachable`.
 */
export class RejiQr extends RejiElement {
  static override readonly tag = 'reji-qr';
  static override readonly uses = [RejiAmount, RejiBrand, RejiCountdown];
  static override readonly styles = [...base, block, layout, who, komochi, screen, buttons, links, notices, steps, qr];

  #l10n = new Localize(this, displayTexts);
  #phase = new QrPhase(this);
  #source = new QrSource(this);
  #saver = new PictureSaver(this);
  #title = new TitleFocus(this);
  #warned: QrCode | undefined;

  /** What the code says, and until when. */
  @property({ attribute: false }) action: QrAction | undefined;
  /** What the order costs. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the order. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** The brand of the head, a row of the catalogue. */
  @property() brand = '';
  /** When the code was made, ISO 8601 in UTC: the whole line of the clock. */
  @property() start = '';
  /** Whose time counts, epoch milliseconds; give the server's. @default Date */
  @property({ attribute: false }) clock: { now(): number } | undefined;
  /** How the payment is being followed. */
  @property() connection: Connection = 'live';
  /** The server has said that the code is over. */
  @property({ type: Boolean }) over = false;
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** Hosts that may be gone to, as `checkUrl` takes them, separated by blanks. Empty: every host. */
  @property({ attribute: 'allowed-hosts' }) allowedHosts = '';
  /** Schemes an app may be opened with besides https, separated by blanks. @default none */
  @property({ attribute: 'app-schemes' }) appSchemes = '';
  /** Time zone of the deadline, an IANA name. @default the payer's own */
  @property({ attribute: 'time-zone' }) timeZone = '';

  /** What the code says; undefined once it is over. @internal */
  get payload(): string | undefined {
    return this.#phase.now === 'over' ? undefined : this.action?.payload;
  }

  /** Something is slotted for the middle. @internal */
  get marked(): boolean {
    return this.querySelector(':scope > [slot=center]') !== null;
  }

  /** Moves the focus to what is to be done now. */
  focusTitle(): void {
    this.#title.want();
  }

  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('action')) this.#saver.failed = false;
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // what had the focus may be gone
    if (focused && !focused.isConnected) this.#title.wanted = true;
  }

  protected override updated(): void {
    this.#size();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    const { action } = this;
    if (!texts || !action) return html`<div part="base"></div>`;
    const { fault } = this.#source;
    return html`<section part="base">
      ${backButton(texts, this.#otherMethod)} ${methodHead(this, this.brand, texts)}
      <reji-countdown
        exportparts="base: countdown__base, bar: countdown__bar"
        .deadline=${action.deadline}
        .start=${this.start}
        .clock=${this.clock}
        .over=${this.over}
        .timeZone=${this.timeZone}
        @reji-deadline=${() => this.dispatchEvent(new RejiDeadlineEvent())}
      ></reji-countdown>
      ${this.#phase.now === 'over' ? endedCode(this.#view(texts)) : fault ? refusedCode(fault, this.#view(texts)) : this.#shown(texts)}
    </section>`;
  }

  #shown(texts: DisplayMessages): TemplateResult {
    const words = texts.qr;
    const { called } = brandWords(this.brand, texts);
    const { code } = this.#source;
    const last = this.#phase.now === 'last';
    const handheld = isHandheld();
    const app = handheld ? openable(this.action?.appLink, this.allowedHosts, this.appSchemes) : undefined;
    const page = pageCheck(this.action?.payUrl, this.allowedHosts);
    return html`<div class="qr ${code && code.side > MOST_MODULES ? '' : 'split'}">
      <div class="stack">
        <div part="plate" class="plate">${code ? this.#drawn(code, called, texts) : nothing}</div>
        <h2 class="title say ${last ? 'sr' : 'scan'}" tabindex="-1">${words.scan(called)}</h2>
        ${last ? html`<p class="say">${words.soon}</p>` : nothing}
        <div class="actions">
          ${
            app
              ? html`<a
                  class="button button--main"
                  href=${app}
                  target=${app.startsWith('http') ? '_blank' : '_self'}
                  rel="noopener noreferrer"
                >
                  ${displayIcons.phone}${words.openApp(called)}
                </a>`
              : nothing
          }
          ${pageLink(page, handheld && !app, texts, this.#open)}
          <button class="button" type="button" @click=${this.#save}>${displayIcons.save}${words.save}</button>
        </div>
        ${alertNotice(this.#saver.failed ? words.saveFailed : this.problem)}
      </div>
      <div class="stack">
        <ol class="steps">
          ${words.steps(called).map((step, at) => html`<li><span>${step}${at === 2 ? this.#charged(texts) : nothing}</span></li>`)}
        </ol>
        ${connectionLine(this.connection, texts)}
      </div>
    </div>`;
  }

  #drawn({ side, path, markable }: QrCode, called: string, { qr: words, lang }: DisplayMessages): TemplateResult {
    const amount = isAmount(this.amount) ? amountParts(this.amount, lang).text : '';
    return html`<svg
        class="code"
        viewBox="0 0 ${side} ${side}"
        shape-rendering="crispEdges"
        role="img"
        aria-label=${words.image(called, amount)}
      >
        <path d=${path} />
      </svg>
      <div class="center" ?hidden=${!markable}>
        <slot name="center" @slotchange=${() => this.requestUpdate()}></slot>
      </div>`;
  }

  /** A wallet from abroad pays in its own currency. */
  #charged({ qr: words, lang }: DisplayMessages): TemplateResult | typeof nothing {
    const { amount } = this;
    if (!brandRow(this.brand).wallet || !isAmount(amount)) return nothing;
    return html`<small>${words.charged(amountText(amount, lang))}</small>`;
  }

  #view(texts: DisplayMessages): QrView {
    const { brand, busy, problem, connection } = this;
    const page = pageCheck(this.action?.payUrl, this.allowedHosts);
    const retry = () => this.#source.retry();
    const handlers = { open: this.#open, again: this.#again, otherMethod: this.#otherMethod };
    return { texts, brand, busy, problem, connection, page, retry, ...handlers };
  }

  /** Set on the element, not in a template: a style attribute would break a strict Content-Security-Policy. */
  #size(): void {
    const plate = this.renderRoot.querySelector<HTMLElement>('.plate');
    const { code } = this.#source;
    if (!plate || !code) return;
    plate.style.setProperty('--_n', `${code.side}`);
    const widthPx = plate.clientWidth;
    if (!widthPx || code.side <= MOST_MODULES || widthPx >= code.side * 3 || code === this.#warned) return;
    this.#warned = code;
    console.warn(`reji-qr: ${code.side} modules on ${widthPx} px may be too dense for a phone to read`);
  }

  #save = (): void => {
    const { code } = this.#source;
    const name = [this.brand, this.orderId].filter(Boolean).join('-');
    if (code) void this.#saver.save(qrPicture(code), `${name || 'qr'}.png`);
  };

  #open = (event: Event): void => {
    if (!this.dispatchEvent(new RejiActionEvent('open-page'))) event.preventDefault();
  };

  #again = (): void => this.#act('try-again');

  #otherMethod = (): void => this.#act('other-method');

  #act(action: RejiActionEvent['action']): void {
    if (!this.busy) this.dispatchEvent(new RejiActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-qr': RejiQr;
  }
}
