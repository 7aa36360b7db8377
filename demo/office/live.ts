import { clockTime } from './dates.js';

/** How often the books are looked at while somebody watches. */
const LOOK_EVERY_MS = 1500;

/** Tells open pages of the office when the books have changed, by Server-Sent Events. */
export interface LiveBooks {
  /** The stream of one page. */
  stream(): Response;
  /** Ends all streams. */
  close(): void;
}

/** @param look gives a text that changes with the books; one look serves all pages, and none is made for nobody */
export function createLiveBooks(look: () => Promise<string>): LiveBooks {
  const pages = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let last = '';

  const leave = (page: ReadableStreamDefaultController<Uint8Array>) => {
    pages.delete(page);
    if (pages.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
  const tell = (page: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      page.enqueue(encoder.encode(last));
    } catch {
      leave(page);
    }
  };
  const turn = async () => {
    const stamp = await look().catch(() => undefined);
    last = stamp === undefined ? 'event: down\ndata:\n\n' : `data: ${clockTime(Date.now())} ${stamp}\n\n`;
    for (const page of pages) tell(page);
    if (pages.size > 0) timer = setTimeout(() => void turn(), LOOK_EVERY_MS);
  };

  return {
    stream: () => {
      let own: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start: (page) => {
          own = page;
          pages.add(page);
          timer ??= setTimeout(() => void turn(), 0);
        },
        cancel: () => leave(own),
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
    },
    close: () => {
      clearTimeout(timer);
      for (const page of pages) page.close();
      pages.clear();
    },
  };
}
