/** What can go wrong on Monetix's side of the wire; all of it is switched off by default. */
export interface MonetixFaults {
  /** How often each callback is sent, 1–5. @default 1 */
  duplicate: number;
  /**
   * A waiting status is delivered after the result. Redirect data still comes in time, else nobody could pay, and
   * comes a second time after the result. @default false
   */
  reorder: boolean;
  /** Milliseconds between an event and its callback, 0–3600000. @default 0 */
  delayMs: number;
  /**
   * Callbacks that vanish for good, as if they had been delivered: `all`, only those with `redirect` data, the next
   * so many (0–1000, counted down), or `none`. @default 'none'
   */
  lose: 'none' | 'all' | 'redirect' | number;
  /** A sale, refund or payout is registered, yet its receipt is a bare HTTP 500. @default false */
  answerLost: boolean;
  /** Milliseconds before a receipt is answered, 0–60000. @default 0 */
  receiptDelayMs: number;
}

/** Everything works. */
export const noMonetixFaults: Readonly<MonetixFaults> = {
  duplicate: 1,
  reorder: false,
  delayMs: 0,
  lose: 'none',
  answerLost: false,
  receiptDelayMs: 0,
};

function whole(name: string, value: number, minimum: number, maximum: number): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new RangeError(`${name} must be a whole number from ${minimum} to ${maximum}`);
  }
}

/**
 * Lays a change over the present faults.
 * @throws RangeError naming the field that is out of its range
 */
export function changeMonetixFaults(present: MonetixFaults, change: Partial<MonetixFaults>): MonetixFaults {
  const faults = { ...present, ...change };
  whole('duplicate', faults.duplicate, 1, 5);
  whole('delayMs', faults.delayMs, 0, 3_600_000);
  whole('receiptDelayMs', faults.receiptDelayMs, 0, 60_000);
  if (typeof faults.lose === 'number') whole('lose', faults.lose, 0, 1000);
  return faults;
}

/**
 * Reads the form of the sandbox's front page, in which an unticked box is simply absent.
 * @throws RangeError naming the field that is out of its range
 */
export function monetixFaultsFromForm(form: URLSearchParams): MonetixFaults {
  const lose = form.get('lose') ?? 'none';
  return changeMonetixFaults(noMonetixFaults, {
    duplicate: Number(form.get('duplicate') ?? 1),
    reorder: form.has('reorder'),
    delayMs: Number(form.get('delayMs') ?? 0),
    lose: lose === 'none' || lose === 'all' || lose === 'redirect' ? lose : Number(form.get('loseCount') ?? 0),
    answerLost: form.has('answerLost'),
    receiptDelayMs: Number(form.get('receiptDelayMs') ?? 0),
  });
}
