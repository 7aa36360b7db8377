import { Crash, FrailProcess } from '../bff/frail.js';
import { API_KEY } from '../bff/till.js';
import type { Answer, Till } from '../bff/till.js';
import { rule } from './money-rules.js';
import type { Town } from './town.js';

/** What whoever asks too often, too late or for too much may rightly hear. */
const REFUSED = new RegExp(
  `^(${[
    'attempt-in-progress',
    'code-already-shown',
    'code-not-available',
    'input-invalid',
    'order-exists',
    'order-not-paid',
    'payment-ambiguous',
    'payout-in-progress',
    'refund-exceeds-rest',
    'refund-in-progress',
    'refund-settled',
    'session-closed',
    'session-expired',
    'unavailable',
  ].join('|')})$`,
);

interface Desk {
  till: Till;
  process: FrailProcess;
}

/** Two servers of the shop on one store, which stop now and then and are started again. */
export class Servers {
  crashes = 0;
  readonly #desks: Desk[];

  /** @param pick throws the dice for who is asked */
  constructor(
    readonly town: Town,
    readonly strike: () => 'before' | 'after' | undefined,
    readonly pick: (...desks: Desk[]) => Desk,
  ) {
    this.#desks = [this.#boot(), this.#boot()];
    town.till = this.pick(...this.#desks).till;
  }

  #boot(): Desk {
    const process = new FrailProcess(this.strike);
    return { till: this.town.boot(process), process };
  }

  /** Starts those again that have stopped. */
  tend(): void {
    for (const [place, desk] of this.#desks.entries()) {
      if (!desk.process.stopped) continue;
      const fresh = this.#boot();
      this.#desks[place] = fresh;
      if (this.town.till === desk.till) this.town.till = fresh.till;
      this.crashes += 1;
    }
  }

  /** Asks one of them. @returns the answer; undefined when it stopped over it */
  async at(work: (till: Till) => Promise<Answer>): Promise<Answer | undefined> {
    const desk = this.pick(...this.#desks);
    this.town.till = desk.till;
    const answer = await work(desk.till);
    const { stopped } = desk.process;
    this.tend();
    if (stopped) return undefined;
    const { code = '' } = answer.status < 400 ? {} : (JSON.parse(answer.text) as { code?: string });
    rule(answer.status < 400 || REFUSED.test(code), 'an answer that nobody should get', answer.text);
    return answer;
  }

  /** The same for the shop's own server. */
  shop(path: string, body: unknown, key = this.town.key()): Promise<Answer | undefined> {
    const headers = { Authorization: `Bearer ${API_KEY}`, 'Idempotency-Key': key };
    return this.at((till) => till.post(path, body, headers));
  }

  async sweep(): Promise<void> {
    const { till } = this.pick(...this.#desks);
    await till.bff.sweep().catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    this.tend();
  }
}
