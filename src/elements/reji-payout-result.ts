import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { addPayoutBrands, payoutBrand } from '../catalog/payout-brands.js';
import type { PayoutFacts } from '../contract/payout.js';
import { readPayoutFacts } from '../contract/read-payout.js';
import { checkUrl } from '../contract/safe-url.js';
import type { Session } from '../contract/session.js';
import { stampDate } from '../i18n/dates.js';
import { dayText } from '../i18n/days.js';
import { payoutTexts } from '../i18n/payout-shelf.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { facts } from '../theme/facts.js';
import { fields } from '../theme/fields.js';
import { heads } from '../theme/heads.js';
import { komochi } from '../theme/komochi.js';
import { konbini } from '../theme/konbini.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { receipt } from '../theme/receipt.js';
import { result } from '../theme/result.js';
import { screen } from '../theme/screen.js';
import { slip } from '../theme/slip.js';
import { brandWords } from './brand-words.js';
import { alertNotice, connectionLine, notice } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import { CopyHint } from './copy-hint.js';
import { displayIcons } from './display-icons.js';
import { dateFact, factList } from './fact-list.js';
import { amountHead } from './heads.js';
import { icons } from './icons.js';
import { Localize } from './localize.js';
import { destinationLines } from './payout-destination.js';
import { payoutOutcome } from './payout-outcome.js';
import type { PayoutOutcome } from './payout-outcome.js';
import { protectionBlock } from './payout-protection.js';
import { RejiAmount } from './reji-amount.js';
import { RejiCopyButton } from './reji-copy-button.js';
import { RejiElement } from './reji-element.js';
import { stamp } from './stamp.js';
import { RejiActionEvent } from './step-events.js';
import { TitleFocus } from './title-focus.js';

type Part = TemplateResult | typeof nothing;
type SlipSession = Extract<Session, { status: 'pending' | 'succeeded' }>;

/**
 * How a payout stands: money that is on its way is a slip, money that was received a slip with the shop's stamp, and
 * everything else says what happened, what it means for the money, and how to go on.
 *
 * @summary How a payout stands, or ended.
 * @tagname reji-payout-result
 * @csspart base - Everything inside.
 * @csspart stamp - The date stamp.
 * @csspart code - The protection code.
 * @csspart amount__base - The large amount.
 * @fires {RejiActionEvent} reji-action - `other-method`, `try-again`, `contact-shop`, `back-to-shop`, or `show-code`:
 *   the recipient wants to see the protection code, now.
 */
export class RejiPayoutResult extends RejiElement {
  static override readonly tag = 'reji-payout-result';
  static override readonly uses = [RejiAmount, RejiCopyButton];
  static override readonly styles = [
    ...base,
    block,
    layout,
    heads,
    komochi,
    slip,
    facts,
    fields,
    notices,
    buttons,
    links,
    screen,
    konbini,
    result,
    receipt,
  ];

  #l10n = new Localize(this, payoutTexts);
  #hint = new CopyHint(this);
  #title = new TitleFocus(this);

  /** The session of the payout, under way or over. */
  @property({ attribute: false }) session: Session | undefined;
  /** The result has just arrived: the stamp is pressed. */
  @property({ type: Boolean }) live = false;
  /** How the payout is being followed. */
  @property() connection: Connection = 'live';
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** The protection code, once it has been fetched. It is kept nowhere but here. */
  @property() code = '';
  /** Where the recipient reaches the shop: an https, mailto or tel URL. */
  @property({ attribute: 'contact-url' }) contactUrl = '';
  /** Time zone of the dates, an IANA name. @default the reader's own */
  @property({ attribute: 'time-zone' }) timeZone: string | undefined;
  /** Time zone of business days and of the stamp, an IANA name. */
  @property({ attribute: 'shop-time-zone' }) shopTimeZone = 'Asia/Tokyo';

  /** What is asked before it is done. */
  @state() private asked: 'change' | 'code' | '' = '';

  constructor() {
    super();
    addPayoutBrands();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // the question stood where the code is now
    if (changed.has('code') && this.code && this.asked) this.#ask('');
    if (changed.has('session') && this.session?.status !== 'pending' && this.asked === 'change') this.asked = '';
  }

  /** Moves the focus to where the screen begins: its title. */
  focusTitle(): void {
    this.#title.want();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    const { session } = this;
    return html`<div part="base">${texts && session ? this.#screen(session, texts) : nothing}</div>`;
  }

  #screen(session: Session, texts: PayoutMessages): Part {
    if (session.status === 'pending' || session.status === 'succeeded') return this.#slip(session, texts);
    const outcome = payoutOutcome(session, texts);
    return outcome ? this.#plain(session, outcome, texts) : nothing;
  }

  #slip(session: SlipSession, texts: PayoutMessages): TemplateResult {
    const { language } = this.#l10n;
    const words = texts.payout.result;
    const known = readPayoutFacts(session.payout) ?? {};
    const done = session.status === 'succeeded';
    const date = done ? dateFact(session.paidAt, language, this.shopTimeZone, stampDate) : undefined;
    const method = session.methods.find(({ id }) => id === session.method);
    return html`
      <div class="komochi"></div>
      <article class="slip slip--torn">
        <section>
          ${
            done
              ? stamp({ word: words.stamp, date, quiet: false, live: this.live })
              : html`<span class="done">${displayIcons.check}</span>`
          }
          <p class="note num">${texts.order(session.order.id)}</p>
          <h2 class="title" tabindex="-1">${done ? words.received : words.arranged}</h2>
          <p>
            <reji-amount size="hero" .amount=${session.amount} exportparts="base: amount__base"></reji-amount>
          </p>
        </section>
        <hr class="mishin" />
        <section>
          ${factList([
            [words.way, method && brandWords(payoutBrand(method.brand), texts, method.label).name],
            [words.to, destinationLines(known.destination, texts)],
            [words.on, done ? undefined : this.#arrival(known, texts)],
            [texts.result.date, done ? dateFact(session.paidAt, language, this.timeZone) : undefined],
            [texts.result.reference, done ? session.reference : undefined],
            [texts.result.shop, session.order.shop],
          ])}
        </section>
        ${known.protection ? this.#protection(known.protection, texts) : nothing}
      </article>
      <div class="torn"></div>
      ${done ? this.#back(session, texts) : this.#under(known, texts)}
    `;
  }

  #protection(protection: NonNullable<PayoutFacts['protection']>, texts: PayoutMessages): TemplateResult {
    const { code, busy, problem, timeZone } = this;
    return html`<hr class="mishin" />
      ${protectionBlock(protection, {
        texts,
        language: this.#l10n.language,
        timeZone,
        hint: this.#hint,
        code,
        busy,
        problem,
        asked: this.asked === 'code',
        ask: (asked) => this.#ask(asked ? 'code' : ''),
        show: () => this.#act('show-code'),
      })}`;
  }

  /** What stands under money that is on its way: how it is followed, and the way to another method. */
  #under({ cancelable }: PayoutFacts, texts: PayoutMessages): TemplateResult {
    const words = texts.payout.result;
    const way = html`<div class="actions">
      <button class="link change" type="button" @click=${() => this.#ask('change')}>${words.change}</button>
    </div>`;
    return html`<div class="stack screen">
      ${this.asked === 'code' ? nothing : alertNotice(this.problem)}
      ${connectionLine(this.connection, texts, words.arrangedStatus)}
      ${cancelable ? (this.asked === 'change' ? this.#changeAsk(texts) : way) : nothing}
    </div>`;
  }

  #changeAsk(texts: PayoutMessages): TemplateResult {
    const words = texts.payout.result;
    return html`<div class="ask" role="group" aria-labelledby="change">
      <p id="change" tabindex="-1">${words.changeAsk}</p>
      <div class="pair">
        <button class="button" type="button" aria-busy=${this.busy} @click=${() => this.#act('other-method')}>
          ${this.busy ? texts.picker.sending : words.changeYes}
        </button>
        <button class="button" type="button" @click=${() => this.#ask('')}>${words.changeNo}</button>
      </div>
    </div>`;
  }

  /** The day, or the first and the last one, in the business days' own zone. */
  #arrival({ arrivesFrom, arrivesBy }: PayoutFacts, { payout: { result: words } }: PayoutMessages): string | undefined {
    const day = (instant?: string) => dateFact(instant, this.#l10n.language, this.shopTimeZone, dayText);
    const [from, by] = [day(arrivesFrom), day(arrivesBy)];
    if (from && by && from !== by) return words.between(from, by);
    const only = by ?? from;
    return only && words.around(only);
  }

  #plain({ amount, order }: Session, outcome: PayoutOutcome, texts: PayoutMessages): TemplateResult {
    const { sign, tone, title, text, hint, code, ways } = outcome;
    return html`
      ${amountHead({ amount, orderId: order.id }, texts)}
      <div class="stack screen">
        <div class="words">
          <span class="sign sign--${tone}"> ${icons[sign]} </span>
          <h2 class="title" tabindex="-1">${title}</h2>
          <p>${text}</p>
        </div>
        ${hint ? notice(icons.info, hint) : nothing} ${alertNotice(this.problem)}
        ${code ? html`<p class="note num">${texts.support(code)}</p>` : nothing}
        <div class="actions">
          ${ways.map((way, at) => this.#way(way, at === 0 ? 'button button--main' : 'link', texts))}
        </div>
      </div>
    `;
  }

  #way(way: PayoutOutcome['ways'][number], look: string, texts: PayoutMessages): Part {
    const { otherWay, again } = texts.payout.result;
    if (way === 'contact-shop') {
      const reachable = checkUrl(this.contactUrl).ok || /^(mailto|tel):/i.test(this.contactUrl);
      return reachable ? this.#link(way, this.contactUrl, texts.result.askShop, 'button') : nothing;
    }
    return html`<button class=${look} type="button" aria-busy=${this.busy} @click=${() => this.#act(way)}>
      ${way === 'try-again' ? again : otherWay}
    </button>`;
  }

  /** The way back is offered where the shop has told of a page for it: the link's own page would lead back here. */
  #back({ order }: Session, texts: PayoutMessages): Part {
    const check = order.doneUrl ? checkUrl(order.doneUrl) : undefined;
    if (!check?.ok) return nothing;
    return html`<div class="actions screen">
      ${this.#link('back-to-shop', check.url.href, texts.result.backToShop, 'button')}
    </div>`;
  }

  #link(action: RejiActionEvent['action'], url: string, label: string, look: string): TemplateResult {
    const press = (event: Event) => this.#act(action) || event.preventDefault();
    return html`<a class=${look} href=${url} @click=${press}>${label}</a>`;
  }

  /** Asks before something is done, or ends that; the focus follows. */
  #ask(what: RejiPayoutResult['asked']): void {
    const way = this.asked === 'change' ? '.change' : '.guard :is([part=code], button)';
    this.asked = what;
    const place = what ? '.ask p' : way;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(place)?.focus());
  }

  #act(action: RejiActionEvent['action']): boolean {
    return !this.busy && this.dispatchEvent(new RejiActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-payout-result': RejiPayoutResult;
  }
}
