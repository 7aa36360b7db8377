import type { Session } from '../contract/session.js';

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
