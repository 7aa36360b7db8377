import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Basket, Currency } from './goods.js';

/** An order of the demo shop. `sessionUrl` is the BFF's session for it. */
export interface ShopOrder {
  id: string;
  basket: Basket;
  currency: Currency;
  /** Minor units. */
  total: number;
  sessionUrl: string;
  /** Who buys. */
  name?: string;
}

/** A payout of the demo shop, by its id at the BFF, which knows everything else of it. */
export interface ShopPayout {
  id: string;
  /** Who receives it. */
  name: string;
}

/** What the shop itself has to remember, in one JSON file that survives a restart. */
export class Book<T extends { id: string }> {
  #entries = new Map<string, T>();
  #saving: Promise<void> = Promise.resolve();

  private constructor(readonly file: string) {}

  static async open<T extends { id: string }>(file: string): Promise<Book<T>> {
    const book = new Book<T>(file);
    const text = await readFile(file, 'utf8').catch(() => '[]');
    for (const entry of JSON.parse(text) as T[]) book.#entries.set(entry.id, entry);
    return book;
  }

  get(id: string): T | undefined {
    return this.#entries.get(id);
  }

  /** How many there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** Writes are queued so that two at once can't tear the file. */
  save(entry: T): Promise<void> {
    this.#entries.set(entry.id, entry);
    this.#saving = this.#saving.then(async () => {
      await mkdir(dirname(this.file), { recursive: true });
      await writeFile(`${this.file}.new`, JSON.stringify([...this.#entries.values()]));
      await rename(`${this.file}.new`, this.file);
    });
    return this.#saving;
  }
}

/** An order's number that nobody has: the sample's, counted on. */
export function nextOrderId({ size }: Book<ShopOrder>): string {
  return `H-${20418 + size}`;
}

/** The same for a payout. */
export function nextPayoutId({ size }: Book<ShopPayout>): string {
  return `R-${String(93 + size).padStart(4, '0')}`;
}
