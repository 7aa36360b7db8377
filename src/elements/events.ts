import type { RejiCompleteEvent, RejiErrorEvent, RejiSelectEvent, RejiSessionEvent } from './choice-events.js';
import type {
  RejiActionEvent,
  RejiCopyEvent,
  RejiDeadlineEvent,
  RejiRedirectErrorEvent,
  RejiRedirectEvent,
  RejiSubmitEvent,
} from './step-events.js';

/** Every event there is. In two files, so that the first screen need not bring those that only later ones fire. */
export * from './choice-events.js';
export * from './step-events.js';

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
