import type { RedirectAction } from '../contract/next-action.js';

/** The buyer pressed a button that asks for more than the leaf can do. `action` says what. Bubbles. */
export class RejiActionEvent extends Event {
  static readonly type = 'reji-action';
  constructor(
    /** `other-method`, `try-again`, `start-again`, `back-to-shop`, `contact-shop`, `print`, `change-wmid`, `open-page`, `save`, `show-code`. */
    readonly action:
      | 'other-method'
      | 'try-again'
      | 'start-again'
      | 'back-to-shop'
      | 'contact-shop'
      | 'print'
      | 'change-wmid'
      | 'open-page'
      | 'save'
      | 'show-code',
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
