import type { Signals } from '../client/signals.js';

const page: Signals = {
  get hidden() {
    return document.hidden;
  },
  subscribe(listener) {
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener('visibilitychange', () => listener(document.hidden ? 'hidden' : 'visible'), { signal });
    // some browsers leave a page without a change of visibility
    window.addEventListener('pagehide', () => listener('hidden'), { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && listener('pageshow'), { signal });
    window.addEventListener('online', () => listener('online'), { signal });
    window.addEventListener('offline', () => listener('offline'), { signal });
    return () => ended.abort();
  },
};

/** The page as the client room sees it, over `document` and `window`. Nothing listens until somebody subscribes. */
export function pageSignals(): Signals {
  return page;
}
