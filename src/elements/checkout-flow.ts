import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Session } from '../contract/session.js';
import { allTexts } from '../i18n/all-texts.js';
import type { Language } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';
import { CheckoutAnswers } from './checkout-answers.js';
import type { alertNotice } from './checkout-screens.js';
import type { CheckoutPayout } from './checkout-payout.js';
import type { CheckoutSession } from './checkout-session.js';
import {
  failureScreen,
  loadLeaf,
  loadShared,
  loadWords,
  missingScreen,
  problemNotice,
  spokenResult,
  stepScreen,
  stepStyles,
} from './checkout-steps.js';
import type { StepScreen } from './checkout-steps.js';
import { usable } from './checkout-texts.js';
import { RejiErrorEvent } from './choice-events.js';
import type { RejiActionEvent, RejiSubmitEvent } from './step-events.js';
import type { RejiElement } from './reji-element.js';

/** What every element that fills the screen can do. */
type Screen = RejiElement & { focusTitle(): void };

/** What a flow reads of its checkout; `reji-checkout` documents each. */
export interface FlowHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly redirectHosts: string;
  readonly redirectTarget: 'self' | 'top';
  readonly manualRedirect: boolean;
  readonly contactUrl: string;
  readonly density: 'comfortable' | 'compact';
}

/** Everything after the choice: what is asked for, what is shown, and where the focus goes. */
export class CheckoutFlow implements ReactiveController {
  readonly host: FlowHost;
  readonly held: CheckoutSession;
  /** What is being asked for, and what was answered. */
  readonly answers = new CheckoutAnswers();
  /** Every text; undefined until they are here. */
  texts: Messages | undefined;
  #root: ShadowRoot;
  #choose: (method: string) => void;
  #shown: HTMLElement | undefined;
  #step = '';
  /** The `rev` whose failure the buyer has read and left. */
  #read = 0;
  #moveFocus = false;
  /** The `rev` that came while the focus was inside: its title takes the focus, and is read then. */
  #met = 0;
  #language: Language = 'en';
  /** What a payout shows and does in place of a payment: fetched for payouts alone. */
  #payout: CheckoutPayout | undefined;
  /** Something that the screen needs could not be fetched, and a browser may not ask for the same file twice. */
  #missing = false;

  /** @param choose called with the method that is confirmed, for the picker to show */
  constructor(host: FlowHost, held: CheckoutSession, choose: (method: string) => void) {
    this.host = host;
    this.held = held;
    this.#choose = choose;
    const root = (this.#root = host.renderRoot as ShadowRoot);
    const sheets = stepStyles.flatMap(({ styleSheet }) => styleSheet ?? []);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
    root.addEventListener('reji-submit', (event) => this.#submit(event as RejiSubmitEvent));
    root.addEventListener('reji-action', (event) => this.act((event as RejiActionEvent).action));
    root.addEventListener('reji-deadline', () => void held.refresh());
    root.addEventListener('reji-redirect', () => {
      if (held.session?.status === 'pending') held.rememberLeaving(held.session.attempt);
    });
    host.addController(this);
  }

  /** The method is to be chosen: nothing of it is asked for, and no failure waits to be read. */
  get choosing(): boolean {
    const { session } = this.held;
    const open =
      session?.status === 'open' &&
      session.purpose === 'payment' &&
      (!session.lastFailure || this.#read === session.rev);
    return open && !this.answers.method;
  }

  /** To be called before each rendering. */
  speak(language: Language): void {
    this.#language = language;
    const shelf = this.#payout?.shelf ?? allTexts;
    this.texts = shelf.now(language);
    if (this.texts) return;
    shelf.load(language).then(
      () => this.host.requestUpdate(),
      () => undefined,
    );
  }

  /** The screen of the step; undefined while its texts are not here. */
  screen(session: Session): StepScreen | undefined {
    if (this.#missing && this.texts) return missingScreen(this.texts);
    if (session.purpose === 'payout') return this.#payout?.screen(session);
    return this.texts && stepScreen(session, this, this.texts);
  }

  /** The element that fills the screen, the same for as long as its step is on screen, with what it is given now. */
  leaf<K extends keyof HTMLElementTagNameMap>(tag: K, given: Partial<HTMLElementTagNameMap[K]>): HTMLElement {
    const step = `${this.held.session?.status} ${tag}`;
    if (!this.#shown || this.#step !== step || !this.#root.contains(this.#shown)) {
      this.#shown = document.createElement(tag);
      if ('brand' in given) this.#shown.append(markSlot(String(given.brand)));
    }
    this.#step = step;
    return Object.assign(this.#shown, given);
  }

  /** Loading failed: what happened; undefined while the texts are not here. */
  failure(): TemplateResult | undefined {
    return this.texts && failureScreen(this, this.texts);
  }

  /** Why the last press did not go through. */
  problem(): ReturnType<typeof alertNotice> | undefined {
    return this.texts && problemNotice(this, this.texts);
  }

  /** What is said when the payment's state changes while the reader is elsewhere on the page. */
  spoken(): string | undefined {
    const { previous, session } = this.held;
    if (!this.texts || !previous || session?.rev === this.#met || this.choosing) return undefined;
    return spokenResult(session, this.texts);
  }

  /** Another session is opened: what was asked for one is nothing to ask for another. */
  forget(): void {
    this.answers.forget();
    this.#payout = undefined;
    this.#read = 0;
  }

  /** A newer session is here. @param focused the focus is inside, and moves along */
  arrived(session: Session, focused: boolean): void {
    if (focused) {
      this.#moveFocus = true;
      this.#met = session.rev;
    }
    if (session.purpose === 'payout') return this.#loadPayout();
    const chosen = session.status === 'open' && !session.lastFailure;
    if (!chosen) this.answers.end();
    if (session.status === 'pending') this.#load(session.nextAction.type);
    else if (!chosen) this.#load('result');
  }

  /** A method was chosen: the element that its payment begins with is fetched. */
  prepare(id: string): void {
    const { session } = this.held;
    const method = session && usable(session, id);
    if (method) this.#load(this.answers.begin(method) ? this.answers.screen : method.kind);
    this.answers.end();
  }

  /** Asks for what the method needs to know, or confirms it. */
  confirm(id: string): void {
    const { session } = this.held;
    const method = session?.status === 'open' && usable(session, id);
    if (!method) return;
    this.#choose(id);
    this.#read = session.rev;
    if (this.answers.begin(method)) this.#ask();
    else void this.held.confirm(id);
  }

  hostUpdated(): void {
    if (!this.#moveFocus) return;
    this.#moveFocus = false;
    void this.#focusScreen();
  }

  #submit({ input: given }: RejiSubmitEvent): void {
    if (this.#payout) return this.#payout.submit(given);
    const input = this.answers.take(given);
    if (!input) return this.#ask();
    void this.held.confirm(this.answers.method, input).then(() => {
      if (this.held.problem === 'input-invalid') this.answers.again();
    });
  }

  /** What a press on a screen asks for. */
  act(action: RejiActionEvent['action']): void {
    const { session } = this.held;
    if (!session) return;
    if (this.#payout) return this.#payout.act(action);
    const method = session.status === 'open' ? session.lastFailure?.method : undefined;
    if (action === 'try-again' && method) {
      // The button that has the focus goes.
      this.turn();
      return this.confirm(method);
    }
    const anew = action === 'change-wmid' || action === 'try-again';
    if (anew && session.status === 'pending') {
      return void this.#cancel().then(() => this.confirm(session.method));
    }
    if (action !== 'other-method') return;
    this.answers.end();
    this.#read = session.rev;
    if (session.status === 'pending') this.giveUp();
    this.turn();
  }

  /** The attempt is to end, and the choice to come back. */
  giveUp = (): void => void this.#cancel();

  #cancel(): Promise<void> {
    return this.held.press('cancelling', (store) => store.cancel('attempt'));
  }

  #ask(): void {
    this.#load(this.answers.screen);
    this.turn();
  }

  /** Another screen comes, and the focus goes along. */
  turn(): void {
    this.#moveFocus = true;
    this.host.requestUpdate();
  }

  /** Fetches the element that a step needs. */
  #load(step: string): void {
    loadWords(step, this.#language);
    this.fetched(loadLeaf(step));
  }

  #loadPayout(): void {
    if (this.#payout) return this.#payout.arrived();
    const loading = import('./checkout-payout.js').then(({ CheckoutPayout }) => {
      this.#payout ??= new CheckoutPayout(this);
      this.#payout.arrived();
    });
    this.fetched(Promise.all([loadShared(), loading]));
  }

  /** Something was fetched for the screen, or could not be. */
  fetched(loading: Promise<unknown>): void {
    loading.then(
      () => this.host.requestUpdate(),
      () => {
        this.#missing = true;
        this.host.requestUpdate();
        this.host.dispatchEvent(new RejiErrorEvent('element-unreachable'));
      },
    );
  }

  async #focusScreen(): Promise<void> {
    await this.host.updateComplete;
    const leaf = this.#root.querySelector<Screen>('[part=base] > :first-child');
    // An element of its own fills the screen, or plain ones do.
    if (!leaf?.localName.includes('-')) return this.#root.querySelector<HTMLElement>('h2, reji-method-picker')?.focus();
    await customElements.whenDefined(leaf.localName);
    await leaf.updateComplete;
    // Taken out of the page meanwhile, it may never have become one of ours.
    if (leaf.isConnected) leaf.focusTitle();
  }
}

/** The page's own mark of a brand, passed on to an element that shows it. */
function markSlot(brand: string): HTMLSlotElement {
  const slot = document.createElement('slot');
  slot.name = slot.slot = `mark-${brand}`;
  return slot;
}
