import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { checkUrl } from '../contract/safe-url.js';
import type { Session } from '../contract/session.js';
import { allTexts } from '../i18n/all-texts.js';
import type { Messages } from '../i18n/messages.js';
import { base, block } from '../theme/base.js';
import { facts } from '../theme/facts.js';
import { notices } from '../theme/notices.js';
import { buttons } from '../theme/buttons.js';
import { heads } from '../theme/heads.js';
import { ledger } from '../theme/ledger.js';
import { result } from '../theme/result.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { slip } from '../theme/slip.js';
import { screen } from '../theme/screen.js';
import { notice } from './checkout-screens.js';
import { RejiActionEvent } from './step-events.js';
import { dateFact, factList } from './fact-list.js';
import type { Fact } from './fact-list.js';
import { amountHead } from './heads.js';
import { icons } from './icons.js';
import { Localize } from './localize.js';
import { RejiAmount } from './reji-amount.js';
import { RejiElement } from './reji-element.js';
import { overpaidBy, overpaidScreen, resultSlip } from './result-slip.js';
import { methodWords, resultWords } from './result-words.js';
import type { ResultWay, ResultWords } from './result-words.js';

type Part = TemplateResult | typeof nothing;

/**
 * How a checkout ended. Money that moved is a slip with the shop's stamp; everything else says what happened, what it
 * means for the money, and how to go on. A session that is still under way shows nothing.
 *
 * @summary The result of a checkout.
 * @tagname reji-result
 * @csspart base - Everything inside.
 * @csspart stamp - The date stamp.
 * @csspart amount__base - The large amount.
 * @fires {RejiActionEvent} reji-action - `back-to-shop`, `print`, `other-method`, `try-again`, `start-again` or
 *   `contact-shop`; `preventDefault()` keeps a link or the print dialog from opening.
 */
export class RejiResult extends RejiElement {
  static override readonly tag = 'reji-result';
  static override readonly uses = [RejiAmount];
  static override readonly styles = [
    ...base,
    block,
    layout,
    heads,
    komochi,
    slip,
    facts,
    ledger,
    notices,
    buttons,
    links,
    screen,
    result,
  ];

  #l10n = new Localize(this, allTexts);

  /** The session whose result is shown. */
  @property({ attribute: false }) session: Session | undefined;
  /** The result has just arrived: the stamp is pressed. */
  @property({ type: Boolean }) live = false;
  /** Leaves out the print button. */
  @property({ type: Boolean, attribute: 'no-print' }) noPrint = false;
  /** Leaves out the way back to the shop. */
  @property({ type: Boolean, attribute: 'no-return' }) noReturn = false;
  /** Where the buyer reaches the shop: an https, mailto or tel URL. */
  @property({ attribute: 'contact-url' }) contactUrl = '';
  /** Time zone of the dates, an IANA name. @default the reader's own */
  @property({ attribute: 'time-zone' }) timeZone: string | undefined;
  /** Time zone of the stamp, which bears the day at the shop; an IANA name. */
  @property({ attribute: 'shop-time-zone' }) shopTimeZone = 'Asia/Tokyo';

  /** Moves focus to the title, for a host that has just put this screen in place of another. */
  focusTitle(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    return html`<div part="base">${texts && this.session ? this.#screen(this.session, texts) : nothing}</div>`;
  }

  #screen(session: Session, texts: Messages): Part {
    switch (session.status) {
      case 'succeeded':
      case 'refunded':
      case 'partiallyRefunded': {
        const { live, timeZone, shopTimeZone } = this;
        const setting = { language: this.#l10n.language, live, timeZone, shopTimeZone };
        const paid = session.status === 'succeeded';
        const over = paid ? overpaidBy(session) : undefined;
        return html`
          ${paid && over ? overpaidScreen(session, over, texts, setting) : resultSlip(session, texts, setting)}
          <div class="actions screen">
            ${this.#back(session, texts, paid && !over ? 'button button--main' : 'button')}
            ${paid && !this.noPrint ? this.#button('print', texts.result.print, 'link', icons.print) : nothing}
          </div>
        `;
      }
      default: {
        const words = resultWords(session, texts);
        return words ? this.#plain(session, words, texts) : nothing;
      }
    }
  }

  #plain(session: Session, words: ResultWords, texts: Messages): TemplateResult {
    const { sign, tone, title, text, stop, after, hint, code, ways } = words;
    // Languages that end a sentence with a full-width stop put no space after it.
    const gap = text.endsWith('。') ? '' : ' ';
    return html`
      ${amountHead({ amount: session.amount, orderId: session.order.id }, texts)}
      <div class="stack screen">
        <div class="words">
          <span class="sign sign--${tone}"> ${icons[sign]} </span>
          <h2 class="title" tabindex="-1">${title}</h2>
          <p>${text}${stop ? html`${gap}<strong>${stop}</strong>${gap}${after}` : nothing}</p>
        </div>
        ${hint ? notice(icons.info, hint) : nothing} ${this.#facts(session, texts)}
        ${code ? html`<p class="note num">${texts.support(code)}</p>` : nothing}
        <div class="actions">${ways.map((way, at) => this.#way(way, at, session, texts))}</div>
      </div>
    `;
  }

  /** The method; and what the shop will ask for when it looks. Of a payment that was late, until when and when. */
  #facts(session: Session, texts: Messages): Part {
    const { result: words } = texts;
    const method: Fact = [words.unpaidMethod, methodWords(session, texts)?.name];
    if (session.status !== 'needsAttention') return factList([method]);
    const { paidAt, expiresAt, reference } = session;
    const date = (instant?: string) => dateFact(instant, this.#l10n.language, this.timeZone);
    const late = session.code === 'paid-late' && Date.parse(paidAt ?? '') > Date.parse(expiresAt);
    return factList([
      method,
      [words.deadline, late ? date(expiresAt) : undefined],
      [late ? words.paidAmount : words.received, date(paidAt)],
      [words.checkNumber, reference],
    ]);
  }

  #way(way: ResultWay, at: number, session: Session, texts: Messages): Part {
    const words = texts.result;
    const look = session.status === 'needsAttention' ? 'button' : at === 0 ? 'button button--main' : 'link';
    switch (way) {
      case 'back-to-shop':
        return this.#back(session, texts, look);
      case 'contact-shop': {
        const reachable = checkUrl(this.contactUrl).ok || /^(mailto|tel):/i.test(this.contactUrl);
        return reachable ? this.#link(way, this.contactUrl, words.askShop, look) : nothing;
      }
      case 'other-method':
        return this.#button(way, at === 0 ? words.payOther : texts.otherMethod, look);
      case 'try-again':
        // as the main way it starts again what has run out
        return at === 0
          ? this.#button(way, words.startAgain, look, icons.again)
          : this.#button(way, words.tryAgain(methodWords(session, texts)?.called ?? ''), look);
      case 'start-again':
        return this.#shopLink(
          way,
          session.order.restartUrl ?? session.order.returnUrl,
          words.startAgain,
          look,
          icons.again,
        );
    }
  }

  #back({ order }: Session, texts: Messages, look: string): Part {
    if (this.noReturn) return nothing;
    return this.#shopLink('back-to-shop', order.doneUrl ?? order.returnUrl, texts.result.backToShop, look);
  }

  #shopLink(action: RejiActionEvent['action'], url: string, label: string, look: string, icon: Part = nothing): Part {
    const check = checkUrl(url);
    return check.ok ? this.#link(action, check.url.href, label, look, icon) : nothing;
  }

  #link(
    action: RejiActionEvent['action'],
    url: string,
    label: string,
    look: string,
    icon: Part = nothing,
  ): TemplateResult {
    const press = (event: Event) => this.#ask(action) || event.preventDefault();
    return html`<a class=${look} href=${url} @click=${press}>${icon}${label}</a>`;
  }

  #button(action: RejiActionEvent['action'], label: string, look: string, icon: Part = nothing): TemplateResult {
    const press = () => this.#ask(action) && action === 'print' && print();
    return html`<button class=${look} type="button" @click=${press}>${icon}${label}</button>`;
  }

  #ask(action: RejiActionEvent['action']): boolean {
    return this.dispatchEvent(new RejiActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-result': RejiResult;
  }
}
