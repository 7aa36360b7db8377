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
import { CheckoutAnswers } from './checkout-answers.js';
import { loadingScreen } from './checkout-loading.js';
import { CheckoutSession, readKeys } from './checkout-session.js';
import type * as StepsModule from './checkout-steps.js';
import type { StepView } from './checkout-steps.js';
import { isFree, payLabel, usable } from './checkout-texts.js';
import { RejiErrorEvent } from './events.js';
import type { RejiActionEvent, RejiSelectEvent, RejiSubmitEvent } from './events.js';
import { amountHead } from './heads.js';
import { Localize } from './localize.js';
import { RejiAmount } from './reji-amount.js';
import { RejiElement } from './reji-element.js';
import { RejiMethodPicker } from './reji-method-picker.js';

/** What every element that fills the screen can do. */
type Screen = RejiElement & { focusTitle(): void };
/** Elements that fill the screen after the choice. */
const SCREENS = ['redirect', 'keeper-invoice', 'payer-form', 'qr', 'konbini', 'bank-transfer', 'result']
  .map((name) => `reji-${name}`)
  .join();
/** Everything after the choice: fetched once the methods are on screen. */
type Steps = typeof StepsModule;

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
  static override readonly styles = [...base, block, heads, komochi, buttons, checkout];

  #l10n = new Localize(this, choiceTexts);
  #held = new CheckoutSession(this, (session) => this.#arrived(session));
  #moveFocus = false;
  #steps: Steps | undefined;
  #loadingSteps: Promise<void> | undefined;

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
  /** Where the buyer reaches the shop when something needs a look: an https or mailto URL. */
  @property({ attribute: 'contact-url' }) contactUrl = '';
  /** Replaces the browser's fetch: for tests, stories and service bridges. */
  @property({ attribute: false }) transport: typeof fetch | undefined;

  @state() private chosen = '';
  #answers = new CheckoutAnswers();
  /** The `rev` whose failure the buyer has read and left. */
  @state() private readFailure = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const source = ['session', 'sessionUrl', 'jwks', 'jwksUrl', 'transport'] as const;
    if (!source.some((name) => changed.has(name))) return;
    // What was being asked for one session is nothing to ask for another.
    this.#answers.forget();
    this.readFailure = 0;
    this.#open();
  }

  protected override updated(): void {
    if (this.#held.session || this.#held.state.phase === 'error') void this.#loadSteps();
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
    const { previous, session } = this.#held;
    const view = this.#view();
    const spoken = view && previous && this.#steps?.spokenResult(session, view.texts);
    return html`<div part="base">${this.#screen(texts)}</div>
      <p class="sr" role="status">${spoken}</p>`;
  }

  #screen(texts: ChoiceTexts | undefined): TemplateResult {
    const { state: held } = this.#held;
    if (!texts || held.phase === 'idle' || held.phase === 'loading') return loadingScreen(texts, this.density);
    const view = this.#view();
    if (held.phase === 'error') return (view && this.#steps?.failureScreen(view)) ?? this.#plainFailure(texts);
    const { session } = held;
    const choosing = session.status === 'open' && (!session.lastFailure || this.readFailure === session.rev);
    if (choosing && !this.#answers.method) return this.#choice(session, texts, view);
    return (view && this.#steps?.stepScreen(session, view)) ?? loadingScreen(texts, this.density);
  }

  /** The same without anything that has to be fetched: the network may be what is missing. */
  #plainFailure(texts: ChoiceTexts): TemplateResult {
    return html`${amountHead({ amount: undefined, orderId: '' }, texts)}
      <div class="paybar">
        <p role="alert">${texts.failure.title}</p>
        <button class="button" type="button" @click=${() => void this.refresh()}>${texts.failure.retry}</button>
      </div>`;
  }

  #choice(session: Session, texts: ChoiceTexts, view: StepView | undefined): TemplateResult {
    const method = usable(session, this.chosen);
    const { confirming } = this.#held;
    return html`
      ${amountHead({ amount: session.amount, orderId: session.order.id }, texts)}
      <reji-method-picker
        exportparts="row, name, note"
        .methods=${session.methods}
        .value=${this.chosen}
        .amount=${session.amount}
        .density=${this.density}
        @reji-select=${this.#select}
      ></reji-method-picker>
      <div class="paybar">
        ${session.methods.length > 0 ? nothing : html`<p>${texts.picker.none}</p>`}
        ${view && this.#steps?.problemNotice(view)}
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

  /** What the later screens need; undefined until they and their texts are here. */
  #view(): StepView | undefined {
    const texts = this.#steps?.stepTexts(this.#l10n.language, () => this.requestUpdate());
    if (!texts) return undefined;
    const { redirectHosts, redirectTarget, manualRedirect, contactUrl } = this;
    const [held, answers, act, submit, giveUp] = [this.#held, this.#answers, this.#act, this.#submit, this.#giveUp];
    const from = { redirectHosts, redirectTarget, manualRedirect, contactUrl };
    return { held, texts, answers, ...from, act, submit, giveUp };
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
    if (this.#held.previous) this.#moveFocus = this.matches(':focus-within');
    const chosen = session.status === 'open' && !session.lastFailure;
    if (!chosen) this.#answers.end();
    if (session.status === 'pending') this.#load(session.nextAction.type);
    else if (!chosen) this.#load('result');
  }

  #loadSteps(): Promise<void> {
    this.#loadingSteps ??= import('./checkout-steps.js').then(
      (steps) => {
        this.#steps = steps;
        const root = this.renderRoot as ShadowRoot;
        const sheets = steps.stepStyles.flatMap(({ styleSheet }) => styleSheet ?? []);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
        this.requestUpdate();
      },
      () => {
        this.#loadingSteps = undefined;
        this.dispatchEvent(new RejiErrorEvent('element-unreachable'));
      },
    );
    return this.#loadingSteps;
  }

  /** Fetches the element that a step needs. */
  #load(step: string): void {
    this.#loadSteps()
      .then(() => this.#steps?.loadLeaf(step))
      .then(
        () => this.requestUpdate(),
        () => this.dispatchEvent(new RejiErrorEvent('element-unreachable')),
      );
  }

  async #focusScreen(): Promise<void> {
    await this.#loadingSteps;
    await this.updateComplete;
    const leaf = this.renderRoot.querySelector<Screen>(SCREENS);
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
    if (method) this.#load(this.#answers.begin(method) ? this.#answers.screen : method.kind);
    this.#answers.end();
  };

  #pay = (): void => this.#confirm(this.chosen);

  #confirm(id: string): void {
    const { session } = this.#held;
    const method = session?.status === 'open' && usable(session, id);
    if (!method) return;
    this.chosen = id;
    this.readFailure = session.rev;
    if (!this.#answers.begin(method)) return void this.#held.confirm(id);
    this.#ask();
  }

  #ask(): void {
    this.#moveFocus = true;
    this.#load(this.#answers.screen);
  }

  #submit = (event: RejiSubmitEvent): void => {
    const input = this.#answers.take(event.input);
    if (!input) return this.#ask();
    void this.#held.confirm(this.#answers.method, input).then(() => {
      if (this.#held.problem === 'input-invalid') this.#answers.again();
    });
  };

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
    this.#answers.end();
    this.readFailure = session.rev;
    this.#moveFocus = true;
    if (session.status === 'pending') this.#giveUp();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-checkout': RejiCheckout;
  }
}
