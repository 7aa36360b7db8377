/** How the texts of each language are fetched. */
export type TextLoaders<L extends string, T> = Readonly<Record<L, () => Promise<{ default: T }>>>;

/** Texts by language: each is fetched once, when it is first asked for. */
export class TextShelf<L extends string, T> {
  readonly #load: (language: L) => Promise<T>;
  readonly #here = new Map<L, T>();
  readonly #coming = new Map<L, Promise<T>>();

  constructor(load: (language: L) => Promise<T>) {
    this.#load = load;
  }

  /** Texts that are files by themselves. */
  static of<L extends string, T>(files: TextLoaders<L, T>): TextShelf<L, T> {
    return new TextShelf(async (language) => (await files[language]()).default);
  }

  /** Texts that go with those of another shelf, both fetched at once. */
  static beside<L extends string, A, B, T>(
    shelf: TextShelf<L, A>,
    files: TextLoaders<L, B>,
    join: (texts: A, further: B) => T,
  ): TextShelf<L, T> {
    return new TextShelf(async (language) => {
      const [texts, further] = await Promise.all([shelf.load(language), files[language]()]);
      return join(texts, further.default);
    });
  }

  /** The texts of a language if they are here already. */
  now(language: L): T | undefined {
    return this.#here.get(language);
  }

  /** Fetches the texts of a language. A failed fetch is tried again at the next call. */
  load(language: L): Promise<T> {
    const running = this.#coming.get(language);
    if (running) return running;
    const promise = this.#load(language).then(
      (texts) => {
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
