import { Ticker } from '../client/ticker.js';
import { pageSignals } from './page-signals.js';

/** The page's one timer, for every countdown on it. Still while the tab is hidden or nobody listens. */
export const pageTicker = /* @__PURE__ */ new Ticker({ signals: /* @__PURE__ */ pageSignals() });
