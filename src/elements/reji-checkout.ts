import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Jwks } from '../client/key-set.js';
import type { Session } from '../contract/session.js';
import { choiceTexts } from '../i18n/languages.js';
import type { ChoiceTexts } from '../i18n/choice-texts.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { checkout } from '../theme/checkout.js';
import { heads } from '../theme/heads.js';
import { komochi } from '../theme/komochi.js';
import type { CheckoutFlow } from './checkout-flow.js';
import { loadingScreen } from './checkout-loading.js';
import { CheckoutSession, readKeys } from './checkout-session.js';
import type { StepScreen } from './checkout-steps.js';
import { isAsking, isFree, payLabel, usable } from './checkout-texts.js';
import { RejiErrorEvent } from './choice-events.js';
import type { RejiSelectEvent } from './choice-events.js';
import { amountHead } from './heads.js';
import { Localize } from './localize.js';
import { RejiAmount } from './reji-amount.js';
import { RejiElement } from './reji-element.js';
import { RejiMethodPicker } from './reji-method-picker.js';

/** How long a failure waits for its full words, which have to be fetched. */
const PATIENCE_MS = 4000;

/**
 * The whole checkout, from a signed session to its true result. It verifies every answer before anything of it is
 * shown, and follows the payment by itself: events first, polling when they fail, nothing in a hidden tab.
 *
 * @summary From a session to its result.
 * @tagname reji-checkout
 * @slot mark-${brand} - A brand's official mark in place of ours, by the brand's name in the catalogue: `mark-gcash`.
 * @csspart base - Everything inside.
 * @csspart pay - The main button under the methods.
 * @fires {RejiSessionEvent} reji-session - A newer session arrived.
 * @fires {RejiCompleteEvent} reji-complete - The session is final. A message for the page, never proof for the shop.
 * @fires {RejiErrorEvent} reji-error - Something failed; `code` is stable.
 * @fires {RejiRedirectEvent} reji-redirect - The browser is about to leave; cancelable.
 * @fires {RejiRedirectErrorEvent} reji-redirect-error - The browser could not be sent away.
 */
export class RejiCheckout extends RejiElement {
  static override readonly tag = 'reji-checkout';
  static override readonly uses = [RejiAmount, RejiMethodPicker];
  static override readonly styles = [...base, block, heads, komochi, buttons, checkout];

  #l10n = new Localize(this, choiceTexts);
  #held = new CheckoutSession(this, (session) => this.#arrived(session));
  /** Everything after the choice: fetched once the methods are on screen. */
  #flow: CheckoutFlow | undefined;
  #loadingFlow: Promise<void> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** A first session to start from, signed: a compact JWS that the page inlines. */
  @property() session = '';
  /** The session's URL at the BFF. May be left out when `session` is given. */
  @property({ attribute: 'session-url' }) sessionUrl = '';
  /** The pinned public keys of the BFF, as a JWK set. As an attribute: its JSON. */
  @property({ converter: (text) => readKeys(text) }) jwks: Jwks | undefined;
  /** Where the pinned keys are fetched from when `jwks` is not given. */
  @property({ attribute: 'jwks-url' }) jwksUrl = '';
  /** Host names the buyer may be sent to, separated by blanks; `*.example.com` for subdomains. Empty: any over https. */
  @property({ attribute: 'redirect-hosts' }) redirectHosts = '';
  /** `top` leaves an iframe by its top window. */
  @property({ attribute: 'redirect-target' }) redirectTarget: 'self' | 'top' = 'self';
  /** The provider's page opens by the buyer's press only. */
  @property({ type: Boolean, attribute: 'manual-redirect' }) manualRedirect = false;
  /** Row height of the picker. */
  @property() density: 'comfortable' | 'compact' = 'comfortable';
  /** Whether the picker folds its sections: see reji-method-picker. */
  @property() sections: RejiMethodPicker['sections'] = 'auto';
  /** Whether the picker shows Alipay+ as one section or its wallets singly: see reji-method-picker. */
  @property() wallets: RejiMethodPicker['wallets'] = 'section';
  /** Whose wallets come first, ISO 3166. @default that of the language */
  @property() region = '';
  /** Where the buyer reaches the shop when something needs a look: an https or mailto URL. */
  @property({ attribute: 'contact-url' }) contactUrl = '';
  /** Replaces the browser's fetch: for tests, stories and service bridges. */
  @property({ attribute: false }) transport: typeof fetch | undefined;

  @state() private chosen = '';
  /** What tells of failures in full could not be fetched, or not soon. */
  @state() private plain = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const source = ['session', 'sessionUrl', 'jwks', 'jwksUrl', 'transport'] as const;
    if (!source.some((name) => changed.has(name))) return;
    this.#flow?.forget();
    this.#open();
  }

  protected override updated(changed: PropertyValues): void {
    const failed = this.#held.state.phase === 'error';
    if (failed) this.#patience ??= setTimeout(() => (this.plain = true), PATIENCE_MS);
    if ((failed || this.#held.session) && !changed.has('plain')) this.#withFlow();
  }

  /** Asks the server for the session now. */
  refresh(): Promise<void> {
    return this.#held.refresh();
  }

  override render(): TemplateResult {
    const { texts, language } = this.#l10n;
    this.#flow?.speak(language);
    return html`<div part="base">${this.#screen(texts)}</div>
      <p class="sr" role="status">${this.#flow?.spoken()}</p>`;
  }

  #screen(texts: ChoiceTexts | undefined): StepScreen {
    const flow = this.#flow;
    const { state: held } = this.#held;
    if (!texts || held.phase === 'idle' || held.phase === 'loading') return loadingScreen(texts, this.density);
    if (held.phase === 'error')
      return flow?.failure() ?? (this.plain ? this.#plainFailure(texts) : loadingScreen(texts, this.density));
    const { session } = held;
    const payment = session.purpose === 'payment';
    const choosing = flow ? flow.choosing : payment && session.status === 'open' && !session.lastFailure;
    if (choosing) return this.#choice(session, texts);
    return flow?.screen(session) ?? loadingScreen(texts, this.density);
  }

  /** The same without anything that has to be fetched: the network may be what is missing. */
  #plainFailure(texts: ChoiceTexts): TemplateResult {
    return html`${amountHead({ amount: undefined, orderId: '' }, texts)}
      <div class="paybar">
        <p role="alert">${texts.failure.title}</p>
        <button class="button" type="button" @click=${() => void this.refresh()}>${texts.failure.retry}</button>
      </div>`;
  }

  #choice(session: Session, texts: ChoiceTexts): TemplateResult {
    const method = usable(session, this.chosen);
    const { confirming } = this.#held;
    return html`
      ${amountHead({ amount: session.amount, orderId: session.order.id }, texts)}
      <reji-method-picker
        exportparts="section, fold, search, row, name, note, next"
        .methods=${session.methods}
        .value=${this.chosen}
        .amount=${session.amount}
        .density=${this.density}
        .sections=${this.sections}
        .wallets=${this.wallets}
        .region=${this.region}
        @reji-select=${this.#select}
        >${session.methods.map(({ brand }) => html`<slot name="mark-${brand}" slot="mark-${brand}"></slot>`)}</reji-method-picker
      >
      <div class="paybar">
        ${session.methods.length > 0 ? nothing : html`<p>${texts.picker.none}</p>`} ${this.#flow?.problem()}
        <button
          part="pay"
          class="button button--main button--pay"
          type="button"
          ?disabled=${!method}
          aria-busy=${confirming ? 'true' : 'false'}
          @click=${this.#pay}
        >
          <span>${confirming ? texts.picker.sending : payLabel(method, texts)}</span
          ><reji-amount .amount=${session.amount}></reji-amount>
        </button>
        ${method && isFree(method) ? html`<p class="note">${texts.picker.notChargedYet}</p>` : nothing}
      </div>
    `;
  }

  #open(): void {
    const keys = this.jwks ?? this.jwksUrl;
    if (!this.isConnected || !keys || !(this.session || this.sessionUrl)) return this.#held.close();
    this.#held.open({
      keys,
      ...(this.session && { token: this.session }),
      ...(this.sessionUrl && { sessionUrl: this.sessionUrl }),
      ...(this.transport && { fetch: this.transport }),
    });
  }

  #arrived(session: Session): void {
    const focused = this.#held.previous !== undefined && this.matches(':focus-within');
    this.#withFlow((flow) => flow.arrived(session, focused));
  }

  /** Does it at once when what comes after the choice is here, else when it has been fetched. */
  #withFlow(then?: (flow: CheckoutFlow) => void): void {
    if (this.#flow) return then?.(this.#flow);
    this.#loadingFlow ??= import('./checkout-flow.js').then(
      ({ CheckoutFlow }) => {
        this.#flow = new CheckoutFlow(this, this.#held, (method) => (this.chosen = method));
        this.requestUpdate();
      },
      () => {
        this.#loadingFlow = undefined;
        this.plain = true;
        this.dispatchEvent(new RejiErrorEvent('element-unreachable'));
      },
    );
    void this.#loadingFlow.then(() => this.#flow && then?.(this.#flow));
  }

  #select = ({ method }: RejiSelectEvent): void => {
    this.chosen = method;
    this.#withFlow((flow) => flow.prepare(method));
  };

  #pay = (): void => {
    const { session } = this.#held;
    const method = session && usable(session, this.chosen);
    if (method && isAsking(method)) this.#withFlow((flow) => flow.confirm(method.id));
    else if (method) void this.#held.confirm(method.id);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-checkout': RejiCheckout;
  }
}
