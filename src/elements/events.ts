import type { Session } from '../contract/session.js';
import type { RedirectAction } from '../contract/next-action.js';

/** A method was chosen in the picker. Bubbles. The picker also fires native `input` and `change`. */
export class RejiSelectEvent extends Event {
  static readonly type = 'reji-select';
  constructor(
    /** Id of the chosen method. */
    readonly method: string,
  ) {
    super(RejiSelectEvent.type, { bubbles: true });
  }
}

/** The buyer pressed a button that asks for more than the leaf can do. `action` says what. Bubbles. */
export class RejiActionEvent extends Event {
  static readonly type = 'reji-action';
  constructor(
    /** `other-method`, `try-again`, `start-again`, `back-to-shop`, `contact-shop`, `print`, `change-wmid`, `open-page`. */
    readonly action:
      | 'other-method'
      | 'try-again'
      | 'start-again'
      | 'back-to-shop'
      | 'contact-shop'
      | 'print'
      | 'change-wmid'
      | 'open-page',
  ) {
    super(RejiActionEvent.type, { bubbles: true, cancelable: true });
  }
}

/** The buyer gave the input a method asks for. Bubbles. */
export class RejiSubmitEvent extends Event {
  static readonly type = 'reji-submit';
  constructor(
    /** Answers by input name, cleaned: `{ wmid: '377094062589' }`. */
    readonly input: Readonly<Record<string, string>>,
  ) {
    super(RejiSubmitEvent.type, { bubbles: true });
  }
}

/**
 * The browser is about to be sent to the provider. Cancelable: `preventDefault()` means "I do it myself".
 * Bubbles and is composed.
 */
export class RejiRedirectEvent extends Event {
  static readonly type = 'reji-redirect';
  constructor(
    /** What would be posted, and where. */
    readonly redirect: RedirectAction,
    /** True when the buyer pressed the button, false for the automatic post. */
    readonly byBuyer: boolean,
  ) {
    super(RejiRedirectEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The redirect was not made. `code`: `url-…` of the URL check, `fields-invalid`, `charset-invalid`, `blocked-by-csp`, `not-opened` (sent, and the page is still here). Bubbles and is composed. */
export class RejiRedirectErrorEvent extends Event {
  static readonly type = 'reji-redirect-error';
  constructor(
    /** Stable code. */
    readonly code: string,
  ) {
    super(RejiRedirectErrorEvent.type, { bubbles: true, composed: true });
  }
}

/** A countdown reached zero by the server's clock: the server is to be asked once more. Bubbles. */
export class RejiDeadlineEvent extends Event {
  static readonly type = 'reji-deadline';
  constructor() {
    super(RejiDeadlineEvent.type, { bubbles: true });
  }
}

/** A value was copied, or could not be. Bubbles. */
export class RejiCopyEvent extends Event {
  static readonly type = 'reji-copy';
  constructor(
    /** True when the clipboard has it. */
    readonly copied: boolean,
  ) {
    super(RejiCopyEvent.type, { bubbles: true });
  }
}

/** The server sent a newer session. Bubbles and is composed. */
export class RejiSessionEvent extends Event {
  static readonly type = 'reji-session';
  constructor(
    /** The session as verified. */
    readonly session: Session,
  ) {
    super(RejiSessionEvent.type, { bubbles: true, composed: true });
  }
}

/** The session reached a final state. Bubbles and is composed. It is a message for the page; only the server's own webhook may release goods. */
export class RejiCompleteEvent extends Event {
  static readonly type = 'reji-complete';
  constructor(
    /** The final session. */
    readonly session: Session,
  ) {
    super(RejiCompleteEvent.type, { bubbles: true, composed: true });
  }
}

/** Something went wrong that the page may want to log. `code` is stable. Bubbles and is composed. */
export class RejiErrorEvent extends Event {
  static readonly type = 'reji-error';
  constructor(
    /** Stable code, such as `token-signature` or `network-unreachable`. */
    readonly code: string,
  ) {
    super(RejiErrorEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'reji-select': RejiSelectEvent;
    'reji-action': RejiActionEvent;
    'reji-submit': RejiSubmitEvent;
    'reji-redirect': RejiRedirectEvent;
    'reji-redirect-error': RejiRedirectErrorEvent;
    'reji-deadline': RejiDeadlineEvent;
    'reji-copy': RejiCopyEvent;
    'reji-session': RejiSessionEvent;
    'reji-complete': RejiCompleteEvent;
    'reji-error': RejiErrorEvent;
  }
}
