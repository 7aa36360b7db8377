/** What a stream said: the `data` of an event, or the server's `retry:` in milliseconds. */
export interface EventReaderHost {
  data(data: string): void;
  retry(retryMs: number): void;
}

/**
 * Reads the text of an event stream as it comes, in pieces cut anywhere (WHATWG HTML, "Interpreting an event stream").
 * Written out because a whole library for it weighs five times as much, in a file that every buyer loads.
 *
 * @param maxChars the most that one event may hold
 */
export class EventReader {
  readonly #host: EventReaderHost;
  readonly #maxChars: number;
  #rest = '';
  #data: string | undefined;

  constructor(host: EventReaderHost, maxChars: number) {
    this.#host = host;
    this.#maxChars = maxChars;
  }

  /** @returns false when an event grows beyond the limit: nothing of the rest of the stream can be read then */
  feed(text: string): boolean {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line.replace(/^\ufeff/, ''));
    return this.#rest.length + (this.#data?.length ?? 0) <= this.#maxChars;
  }

  #line(line: string): void {
    if (line === '') {
      if (this.#data !== undefined) this.#host.data(this.#data);
      this.#data = undefined;
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?::(?: ?)(.*))?$/s.exec(line) ?? [];
    if (field === 'data') this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
    else if (field === 'retry' && /^\d+$/.test(value)) this.#host.retry(Number(value));
  }
}
