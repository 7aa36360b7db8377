import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { JSONWebKeySet } from 'jose';
import type { PendingSession, Session } from '../contract/session.js';
import type { Messages } from '../i18n/messages.js';
import { base, block, layout } from '../theme/base.js';
import { checkout } from '../theme/checkout.js';
import { notices } from '../theme/content.js';
import { buttons } from '../theme/controls.js';
import { heads } from '../theme/heads.js';
import { komochi } from '../theme/rules.js';
import { alertNotice, loadingScreen, troubleScreen, unsupportedScreen, waitScreen } from './checkout-screens.js';
import { CheckoutSession } from './checkout-session.js';
import { brandOf, payLabel, problemText, spokenResult, usable } from './checkout-texts.js';
import { RejiErrorEvent } from './events.js';
import type { RejiActionEvent, RejiSelectEvent, RejiSubmitEvent } from './events.js';
import { amountHead } from './heads.js';
import { Localize } from './localize.js';
import { RejiAmount } from './reji-amount.js';
import { RejiElement } from './reji-element.js';
import { RejiMethodPicker } from './reji-method-picker.js';

/** What every leaf that fills the screen can do. */
type Screen = RejiElement & { focusTitle(): void };

/** Leaves that are fetched when their action arrives, or when a method that leads to them is chosen. */
const LEAVES: Readonly<Record<string, () => Promise<void>>> = {
  redirect: () => import('./reji-redirect.js').then(({ RejiRedirect }) => RejiRedirect.define()),
  invoice: () => import('./reji-keeper-invoice.js').then(({ RejiKeeperInvoice }) => RejiKeeperInvoice.define()),
  result: () => import('./reji-result.js').then(({ RejiResult }) => RejiResult.define()),
};

/**
 * The whole checkout, from a signed session to its true result. It verifies every answer before anything of it is
 * shown, and follows the payment by itself: events first, polling when they fail, nothing in a hidden tab.
 *
 * @summary From a session to its result.
 * @tagname reji-checkout
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
  static override readonly styles = [...base, block, layout, heads, komochi, buttons, notices, checkout];

  #l10n = new Localize(this);
  #held = new CheckoutSession(this, (session) => this.#arrived(session));
  #moveFocus = false;

  /** A first session to start from, signed: a compact JWS that the page inlines. */
  @property() session = '';
  /** The session's URL at the BFF. May be left out when `session` is given. */
  @property({ attribute: 'session-url' }) sessionUrl = '';
  /** The pinned public keys of the BFF, as a JWK set. As an attribute: its JSON. */
  @property({ converter: (text) => readJson(text) }) jwks: JSONWebKeySet | undefined;
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
  /** Where the buyer reaches the shop when something needs a look: an https or mailto URL. */
  @property({ attribute: 'contact-url' }) contactUrl = '';
  /** Replaces the browser's fetch: for tests, stories and service bridges. */
  @property({ attribute: false }) transport: typeof fetch | undefined;

  @state() private chosen = '';
  /** The method whose input is being asked for. */
  @state() private asking = '';
  /** The `rev` whose failure the buyer has read and left. */
  @state() private readFailure = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const source = ['session', 'sessionUrl', 'jwks', 'jwksUrl', 'transport'] as const;
    if (source.some((name) => changed.has(name))) this.#open();
  }

  protected override updated(): void {
    if (!this.#moveFocus) return;
    this.#moveFocus = false;
    void this.#focusScreen();
  }

  /** Asks the server for the session now. */
  refresh(): Promise<void> {
    return this.#held.refresh();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    return html`<div part="base">${this.#screen(texts)}</div>
      <p class="sr" role="status">${texts && this.#held.previous ? spokenResult(this.#held.session, texts) : ''}</p>`;
  }

  #screen(texts: Messages | undefined): TemplateResult {
    const { state: held } = this.#held;
    if (!texts || held.phase === 'idle' || held.phase === 'loading') return loadingScreen(texts);
    if (held.phase === 'error') {
      const retry = held.error.retryable ? () => void this.refresh() : undefined;
      return troubleScreen(held.error.code, texts, retry);
    }
    const { session } = held;
    if (session.status === 'pending') return this.#pending(session, texts);
    if (session.status !== 'open') return this.#result(session);
    if (session.lastFailure && this.readFailure !== session.rev) return this.#result(session);
    return this.asking ? this.#input(session, texts) : this.#choice(session, texts);
  }

  #choice(session: Session, texts: Messages): TemplateResult {
    const method = usable(session, this.chosen);
    const { confirming } = this.#held;
    return html`
      ${amountHead({ amount: session.amount, orderId: session.order.id }, texts)}
      ${
        session.methods.length === 0
          ? html`<p class="screen">${texts.picker.none}</p>`
          : html`<reji-method-picker
              exportparts="row, name, note"
              .methods=${session.methods}
              .value=${this.chosen}
              .amount=${session.amount}
              .density=${this.density}
              @reji-select=${this.#select}
            ></reji-method-picker>`
      }
      <div class="paybar">
        ${alertNotice(problemText(this.#held.problem, texts))}
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
        ${method?.inputs?.length ? html`<p class="note">${texts.picker.notChargedYet}</p>` : nothing}
      </div>
    `;
  }

  #input(session: Session, texts: Messages): TemplateResult {
    return html`<reji-keeper-invoice
      .amount=${session.amount}
      .orderId=${session.order.id}
      .brand=${brandOf(session, this.asking)}
      .busy=${this.#held.confirming}
      .problem=${problemText(this.#held.problem, texts)}
      @reji-submit=${this.#submit}
      @reji-action=${this.#act}
    ></reji-keeper-invoice>`;
  }

  #pending(session: PendingSession, texts: Messages): TemplateResult {
    const { nextAction: action, amount, order, attempt } = session;
    const { state: held } = this.#held;
    const connection = held.phase === 'ready' ? held.connection : 'stopped';
    const facts = { amount, orderId: order.id };
    const brand = brandOf(session, session.method);
    if (action.type === 'wait') return waitScreen(facts, connection, texts, this.#giveUp);
    if (action.type === 'redirect') {
      return html`<reji-redirect
        .action=${action}
        .amount=${amount}
        .orderId=${order.id}
        .brand=${brand}
        .allowedHosts=${this.redirectHosts}
        .target=${this.redirectTarget}
        .manual=${this.manualRedirect || this.#held.cameBack}
        .returned=${this.#held.cameBack}
        @reji-redirect=${() => this.#held.rememberLeaving(attempt)}
        @reji-action=${this.#act}
      ></reji-redirect>`;
    }
    if (action.type === 'invoice') {
      return html`<reji-keeper-invoice
        .action=${action}
        .amount=${amount}
        .orderId=${order.id}
        .brand=${brand}
        .clock=${this.#held.clock}
        .connection=${connection}
        @reji-deadline=${() => void this.refresh()}
        @reji-action=${this.#act}
      ></reji-keeper-invoice>`;
    }
    return unsupportedScreen(facts, order.returnUrl, texts, this.#giveUp);
  }

  #result(session: Session): TemplateResult {
    return html`<reji-result
      .session=${session}
      .live=${this.#held.previous !== undefined}
      .contactUrl=${this.contactUrl}
      @reji-action=${this.#act}
    ></reji-result>`;
  }

  #open(): void {
    const keys = this.jwks ?? this.jwksUrl;
    if (!this.isConnected || !keys || !(this.session || this.sessionUrl)) return this.#held.close();
    this.#held.open({
      keys,
      ...(this.session ? { token: this.session } : {}),
      ...(this.sessionUrl ? { sessionUrl: this.sessionUrl } : {}),
      ...(this.transport ? { fetch: this.transport } : {}),
    });
  }

  #arrived(session: Session): void {
    if (this.#held.previous) this.#moveFocus = this.matches(':focus-within');
    if (session.status !== 'open' || session.lastFailure) this.asking = '';
    if (session.status === 'pending') this.#load(session.nextAction.type);
    else if (session.status !== 'open' || session.lastFailure) this.#load('result');
  }

  #load(leaf: string): void {
    LEAVES[leaf]?.().then(
      () => this.requestUpdate(),
      () => this.dispatchEvent(new RejiErrorEvent('element-unreachable')),
    );
  }

  async #focusScreen(): Promise<void> {
    const leaf = this.renderRoot.querySelector<Screen>('reji-redirect, reji-keeper-invoice, reji-result');
    if (!leaf) return this.renderRoot.querySelector<HTMLElement>('h2, reji-method-picker')?.focus();
    await customElements.whenDefined(leaf.localName);
    await leaf.updateComplete;
    // Taken out of the page meanwhile, it may never have become one of ours.
    if (leaf.isConnected) leaf.focusTitle();
  }

  #select = (event: RejiSelectEvent): void => {
    this.chosen = event.method;
    const { session } = this.#held;
    const method = session && usable(session, event.method);
    if (method) this.#load(method.inputs?.length ? 'invoice' : method.kind);
  };

  #pay = (): void => this.#confirm(this.chosen);

  #confirm(id: string): void {
    const { session } = this.#held;
    const method = session && usable(session, id);
    if (!method) return;
    this.chosen = id;
    this.readFailure = session.rev;
    if (!method.inputs?.some(({ required }) => required)) return void this.#held.confirm(id);
    this.asking = id;
    this.#moveFocus = true;
    this.#load('invoice');
  }

  #submit = (event: RejiSubmitEvent): void => void this.#held.confirm(this.asking, { ...event.input });

  #giveUp = (): void => void this.#held.cancelAttempt();

  #act = (event: RejiActionEvent): void => {
    const { session } = this.#held;
    if (!session) return;
    const method = session.status === 'open' ? session.lastFailure?.method : undefined;
    if (event.action === 'try-again' && method) return this.#confirm(method);
    if (event.action === 'change-wmid' && session.status === 'pending') {
      return void this.#held.cancelAttempt().then(() => this.#confirm(session.method));
    }
    if (event.action !== 'other-method') return;
    this.asking = '';
    this.readFailure = session.rev;
    this.#moveFocus = true;
    if (session.status === 'pending') this.#giveUp();
  };
}

function readJson(text: string | null): JSONWebKeySet | undefined {
  try {
    return JSON.parse(text ?? '') as JSONWebKeySet;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-checkout': RejiCheckout;
  }
}
