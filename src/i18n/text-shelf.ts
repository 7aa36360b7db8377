/** Texts by language: each is fetched once, when it is first asked for. */
export class TextShelf<L extends string, T> {
  readonly #loaders: Readonly<Record<L, () => Promise<{ default: T }>>>;
  readonly #here = new Map<L, T>();
  readonly #coming = new Map<L, Promise<T>>();

  constructor(loaders: Readonly<Record<L, () => Promise<{ default: T }>>>) {
    this.#loaders = loaders;
  }

  /** The texts of a language if they are here already. */
  now(language: L): T | undefined {
    return this.#here.get(language);
  }

  /** Fetches the texts of a language. A failed fetch is tried again at the next call. */
  load(language: L): Promise<T> {
    const running = this.#coming.get(language);
    if (running) return running;
    const promise = this.#loaders[language]().then(
      ({ default: texts }) => {
        this.#here.set(language, texts);
        return texts;
      },
      (error: unknown) => {
        this.#coming.delete(language);
        throw error;
      },
    );
    this.#coming.set(language, promise);
    return promise;
  }
}
