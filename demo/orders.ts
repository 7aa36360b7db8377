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
}

/** The shop's orders, in one JSON file that survives a restart. */
export class OrderBook {
  #orders = new Map<string, ShopOrder>();
  #saving: Promise<void> = Promise.resolve();

  private constructor(readonly file: string) {}

  static async open(file: string): Promise<OrderBook> {
    const book = new OrderBook(file);
    const text = await readFile(file, 'utf8').catch(() => '[]');
    for (const order of JSON.parse(text) as ShopOrder[]) book.#orders.set(order.id, order);
    return book;
  }

  get(id: string): ShopOrder | undefined {
    return this.#orders.get(id);
  }

  /** A number nobody has: the sample's, counted on. */
  nextId(): string {
    return `H-${20418 + this.#orders.size}`;
  }

  /** Writes are queued so that two at once can't tear the file. */
  save(order: ShopOrder): Promise<void> {
    this.#orders.set(order.id, order);
    this.#saving = this.#saving.then(async () => {
      await mkdir(dirname(this.file), { recursive: true });
      await writeFile(`${this.file}.new`, JSON.stringify([...this.#orders.values()]));
      await rename(`${this.file}.new`, this.file);
    });
    return this.#saving;
  }
}
