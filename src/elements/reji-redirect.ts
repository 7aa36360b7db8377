import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brandRow } from '../catalog/brands.js';
import type { Amount } from '../contract/money.js';
import type { RedirectAction } from '../contract/next-action.js';
import { allTexts } from '../i18n/all-texts.js';
import { wallTime, zoneName } from '../i18n/dates.js';
import type { Messages } from '../i18n/messages.js';
import { base, block } from '../theme/base.js';
import { notices } from '../theme/notices.js';
import { buttons } from '../theme/buttons.js';
import { heads } from '../theme/heads.js';
import { redirect } from '../theme/redirect.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { screen } from '../theme/screen.js';
import { brandWords } from './brand-words.js';
import { notice } from './checkout-screens.js';
import { Departure } from './departure.js';
import { RejiActionEvent, RejiDeadlineEvent } from './step-events.js';
import { dateFact } from './fact-list.js';
import { amountHead } from './heads.js';
import { hostParts } from './host-parts.js';
import { icons } from './icons.js';
import { Localize } from './localize.js';
import type { RedirectTarget } from './post-form.js';
import { RejiAmount } from './reji-amount.js';
import { RejiCountdown } from './reji-countdown.js';
import { RejiElement } from './reji-element.js';

/**
 * Posts an action's signed fields to the provider's page: once by itself when this screen has been painted, and again
 * whenever the buyer presses. Where something has to be done before leaving, only when the buyer presses. Says where the
 * buyer is going, and what happened when the page did not open.
 *
 * @summary Sends the buyer to the provider's page.
 * @tagname reji-redirect
 * @csspart base - everything
 * @csspart amount__base - the amount in the head
 * @fires {RejiRedirectEvent} reji-redirect - about to go; `preventDefault()` keeps the buyer here
 * @fires {RejiRedirectErrorEvent} reji-redirect-error - not gone, with the code of the reason
 * @fires {RejiActionEvent} reji-action - `other-method`
 * @fires {RejiDeadlineEvent} reji-deadline - the time ran out after the buyer came back: ask the server once more
 */
export class RejiRedirect extends RejiElement {
  static override readonly tag = 'reji-redirect';
  static override readonly uses = [RejiAmount, RejiCountdown];
  static override styles = [...base, block, layout, heads, komochi, screen, redirect, notices, buttons, links];

  #l10n = new Localize(this, allTexts);
  #departure = new Departure(this);

  /** What to send, and where. */
  @property({ attribute: false }) action: RedirectAction | undefined;
  /** Shown in the head. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the order, shown in the head. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** Brand of the method, a row of the catalogue. */
  @property() brand = '';
  /** Hosts that may be gone to, as `checkUrl` takes them, separated by blanks. Empty: every host. */
  @property({ attribute: 'allowed-hosts' }) allowedHosts = '';
  /** The window that goes: `top` for a checkout inside an iframe. */
  @property() target: RedirectTarget = 'self';
  /** Wait for the button, never go by itself. */
  @property({ type: Boolean }) manual = false;
  /** The buyer has come back from there: say so, and wait for the button. */
  @property({ type: Boolean }) returned = false;
  /** How long this page may still be here after sending before that counts as failed, in milliseconds. */
  @property({ type: Number, attribute: 'patience-ms' }) patienceMs = 8000;
  /** When the payment began, ISO 8601 in UTC. */
  @property() start = '';
  /** Whose time the countdown shows; give the server's. @default Date */
  @property({ attribute: false }) clock: { now(): number } | undefined;
  /** Time zone of the deadline, an IANA name; @default the reader's own. */
  @property({ attribute: 'time-zone' }) timeZone: string | undefined;

  /** True while nothing goes by itself: for the button, or for the words that may say what has to be done first. */
  get waits(): boolean {
    const { texts } = this.#l10n;
    return this.manual || !texts || !!this.#before(texts);
  }

  protected override willUpdate(): void {
    this.#departure.read();
  }

  /** Moves focus to the title, for a host that has just put this screen in place of another. */
  focusTitle(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    const { check } = this.#departure;
    if (!texts || !check) return html`<div part="base"></div>`;
    return html`
      <div part="base">
        ${amountHead(this, texts)} ${check.ok && this.#departure.outcome === 'returned' ? this.#clock() : nothing}
        <div class="stack screen">${check.ok ? this.#way(check.url, texts) : this.#refused(check.code, texts)}</div>
      </div>
    `;
  }

  #way(url: URL, texts: Messages): TemplateResult {
    const words = texts.redirect;
    const { busy, outcome, goesByItself } = this.#departure;
    const { called } = brandWords(this.brand, texts, this.brand || url.host);
    // A wallet is paid with on the page of its family.
    const { wallet, family } = brandRow(this.brand);
    const page = (wallet && family) ?? called;
    const { title, text, label } = {
      none: { title: words.title(page), text: pageWords(this.brand, texts), label: words.button(called) },
      blocked: { title: words.blockedTitle, text: words.blocked, label: words.button(called) },
      returned: { title: words.backTitle, text: words.back(page), label: words.again(called) },
    }[outcome];
    const [before, registered] = hostParts(url.host);
    return html`
      <div class="words" role="status">
        <h2 class="title" tabindex="-1">${title}</h2>
        ${text ? html`<p>${text}</p>` : nothing}
      </div>
      <div class="host">
        ${icons.lock}
        <div>
          <p class="note">${words.host}</p>
          <p class="address">
            <bdi dir="ltr">${before}<wbr /><strong>${registered}</strong></bdi>
          </p>
        </div>
      </div>
      ${this.#notices(page, texts)}
      ${
        goesByItself || (busy && outcome === 'none' && !this.waits)
          ? html`<p class="status"><span class="dot"></span><span>${words.soon}</span></p>`
          : nothing
      }
      <div class="actions">
        <button class="button button--main" type="button" aria-busy=${busy} @click=${this.#press}>
          ${busy ? texts.picker.sending : html`${label}${icons.go}`}
        </button>
        <button class="link" type="button" @click=${this.#otherMethod}>${texts.otherMethod}</button>
      </div>
    `;
  }

  /**
   * The time left of what has begun; nothing where the end is not known. A page with a time of its own was not reached
   * before the payment began: from then on that time counts here, and when it is over only the server knows more.
   */
  #clock(): TemplateResult | typeof nothing {
    const { deadline = '', payWithinSeconds = 0 } = this.action ?? {};
    const limitMs = payWithinSeconds * 1000;
    const endMs = Math.min(Date.parse(deadline), (limitMs && Date.parse(this.start) + limitMs) || Infinity);
    if (Number.isNaN(endMs) || (limitMs && endMs < (this.clock ?? Date).now())) return nothing;
    return html`<reji-countdown
      .deadline=${new Date(endMs).toISOString()}
      .start=${(limitMs && new Date(endMs - limitMs).toJSON()) || ''}
      .clock=${this.clock}
      .timeZone=${this.timeZone ?? ''}
      @reji-deadline=${this.#timeIsUp}
    ></reji-countdown>`;
  }

  #timeIsUp = (): void => {
    this.dispatchEvent(new RejiDeadlineEvent());
    this.requestUpdate();
  };

  /** What has to be done before leaving; undefined where that is nothing. */
  #before({ redirect }: Messages): string | undefined {
    const { texts } = brandRow(this.brand);
    return texts && redirect.before[texts];
  }

  /** What has to be known before leaving. After the return the clock says how long there is. */
  #notices(page: string, texts: Messages): (TemplateResult | typeof nothing)[] {
    const { redirect: words, countdown } = texts;
    const { deadline = '', payWithinSeconds = 0 } = this.action ?? {};
    const { language } = this.#l10n;
    const minutes = Math.floor(payWithinSeconds / 60);
    const time = dateFact(deadline, language, this.timeZone, wallTime);
    const limit =
      minutes > 0
        ? words.payWithin(page, minutes)
        : time && words.deadline(`${time} ${countdown.zone(zoneName(language, this.timeZone))}`);
    const before = this.#before(texts);
    const away = this.#departure.outcome !== 'returned';
    return [before ? notice(icons.info, before) : nothing, away && limit ? notice(icons.clock, limit) : nothing];
  }

  #refused(code: string, texts: Messages): TemplateResult {
    const words = texts.redirect;
    return html`
      <div class="words" role="status">
        <span class="sign sign--danger"> ${icons.alert} </span>
        <h2 class="title" tabindex="-1">${words.refusedTitle}</h2>
        <p>${code.startsWith('url-') ? words.refused : words.unsendable}</p>
      </div>
      <p class="note">${texts.support(code)}</p>
      <div class="actions">
        <button class="button button--main" type="button" @click=${this.#otherMethod}>${texts.otherMethod}</button>
      </div>
    `;
  }

  #press = (): void => this.#departure.press();

  #otherMethod = (): void => {
    this.dispatchEvent(new RejiActionEvent('other-method'));
  };
}

/** What happens on the page the buyer is sent to; empty where it is not known. */
function pageWords(brand: string, texts: Messages): string {
  const key = brandRow(brand).texts;
  const { called } = brandWords(brand, texts);
  return (key && texts.pages[key]?.(called)) || '';
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-redirect': RejiRedirect;
  }
}
