import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RedirectAction } from '../contract/next-action.js';
import { RejiRedirectErrorEvent, RejiRedirectEvent } from './step-events.js';
import { checkRedirect, identityOf, leave } from './post-form.js';
import type { RedirectCheck, RedirectTarget } from './post-form.js';

/** What a departure reads of its element; `reji-redirect` documents each. */
export interface DepartureHost extends ReactiveControllerHost, HTMLElement {
  readonly action: RedirectAction | undefined;
  readonly allowedHosts: string;
  readonly target: RedirectTarget;
  /** Nothing goes by itself. */
  readonly waits: boolean;
  readonly returned: boolean;
  readonly patienceMs: number;
}

// Requests that were started in this page. By content: a framework may make the object or the element anew.
const started = new Set<string>();

/** Sends the browser to the provider: by itself at most once for each request, by the buyer's press as often as needed. */
export class Departure implements ReactiveController {
  /** Whether the action may be sent; undefined while there is none. */
  check: RedirectCheck | undefined;
  /** Sent, and this page is still here. */
  busy = false;
  /** What became of the last try. */
  outcome: 'none' | 'blocked' | 'returned' = 'none';

  #host: DepartureHost;
  #identity = '';
  #refusal = '';
  #sent = false;
  #frame = 0;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: DepartureHost) {
    this.#host = host;
    host.addController(this);
  }

  /** True until it has been started: the buyer need not do anything. */
  get goesByItself(): boolean {
    return !!this.check?.ok && !this.#host.waits && this.outcome === 'none' && !started.has(this.#identity);
  }

  /** The buyer's press. A second one while the first is under way does nothing. */
  press(): void {
    if (!this.busy) this.#go(true);
  }

  hostConnected(): void {
    addEventListener('pageshow', this.#pageShown);
    document.addEventListener('securitypolicyviolation', this.#policyBroken);
    if (this.busy) this.#beginPatience();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#pageShown);
    document.removeEventListener('securitypolicyviolation', this.#policyBroken);
    this.#cancelTimers();
  }

  /** To be called before each rendering; on a server too, where no controller's hooks are. */
  read(): void {
    const { action, returned } = this.#host;
    this.check = this.#judge();
    const identity = action ? identityOf(action) : '';
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#sent = false;
      this.#settle('none');
    }
    if (returned && this.outcome === 'none') this.outcome = 'returned';
  }

  hostUpdated(): void {
    const refusal = !this.check || this.check.ok ? '' : this.check.code;
    if (refusal !== this.#refusal) {
      this.#refusal = refusal;
      if (refusal) this.#host.dispatchEvent(new RejiRedirectErrorEvent(refusal));
    }
    if (!this.goesByItself || this.#frame) return;
    // Frames stand still in a hidden tab; the task after one runs when the screen has been painted.
    this.#frame = requestAnimationFrame(() => {
      this.#timer = setTimeout(() => {
        this.#frame = 0;
        if (this.goesByItself) this.#go(false);
        this.#host.requestUpdate();
      });
    });
  }

  #judge(): RedirectCheck | undefined {
    const { action, allowedHosts } = this.#host;
    return action && checkRedirect(action, allowedHosts.split(/\s+/).filter(Boolean));
  }

  #go(byBuyer: boolean): void {
    const { action, target } = this.#host;
    if (!action) return;
    started.add(this.#identity);
    const wanted = this.#host.dispatchEvent(new RejiRedirectEvent(action, byBuyer));
    this.#host.requestUpdate();
    // A listener may have changed the action, so it is judged as it is now.
    if (!wanted || !this.#judge()?.ok) return;
    this.#sent = this.busy = true;
    this.#beginPatience();
    leave(document, action, target === 'top' ? 'top' : 'self');
  }

  #beginPatience(): void {
    this.#cancelTimers();
    this.#timer = setTimeout(() => this.#stayed('not-opened'), this.#host.patienceMs);
  }

  #cancelTimers(): void {
    if (this.#frame) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
  }

  #settle(outcome: Departure['outcome']): void {
    this.#cancelTimers();
    this.busy = false;
    this.outcome = outcome;
  }

  #stayed(code: string): void {
    this.#settle('blocked');
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new RejiRedirectErrorEvent(code));
  }

  #policyBroken = ({ effectiveDirective, disposition, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (!this.busy || !this.check?.ok || effectiveDirective !== 'form-action' || disposition !== 'enforce') return;
    if (blockedURI.startsWith(this.check.url.origin)) this.#stayed('blocked-by-csp');
  };

  // Back from the provider out of the browser's back/forward cache: the page goes on where it stood.
  #pageShown = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted || !this.#sent) return;
    this.#settle('returned');
    this.#host.requestUpdate();
  };
}
