/** What the API may do with a refund. */
export const sbpsApiFaults = ['works', 'fails before', 'fails after', 'answer lost', 'unreadable'] as const;

/** What can go wrong on SBPS's side of the wire; all of it is switched off by default. */
export interface SbpsFaults {
  /** How often each result notification (A02-1) is sent, 1–5. The first one counts. @default 1 */
  duplicate: number;
  /** Milliseconds between a result and its notification, 0–3600000; the browser goes back before. @default 0 */
  delayMs: number;
  /** Notifications that are never sent, while the charge stands: `all`, or the next so many (0–1000). @default 'none' */
  lose: 'none' | 'all' | number;
  /** After an OK comes an older NG of the same order, as of an earlier try that was refused. @default false */
  reorder: boolean;
  /** The merchant's answer to a notification gets lost, so that SBPS takes it for a failure. @default false */
  answerLost: boolean;
  /** Notifications bear a hash that is wrong. @default false */
  wrongHash: boolean;
  /**
   * What the API does with a refund: a system error without it or after it, or an answer that gets lost or is cut off
   * after it. @default 'works'
   */
  api: (typeof sbpsApiFaults)[number];
  /** Milliseconds before the API answers, 0–60000; what it was asked to do is done before. @default 0 */
  apiDelayMs: number;
}

/** Everything works. */
export const noSbpsFaults: Readonly<SbpsFaults> = {
  duplicate: 1,
  delayMs: 0,
  lose: 'none',
  reorder: false,
  answerLost: false,
  wrongHash: false,
  api: 'works',
  apiDelayMs: 0,
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
export function changeSbpsFaults(present: SbpsFaults, change: Partial<SbpsFaults>): SbpsFaults {
  const faults = { ...present, ...change };
  whole('duplicate', faults.duplicate, 1, 5);
  whole('delayMs', faults.delayMs, 0, 3_600_000);
  whole('apiDelayMs', faults.apiDelayMs, 0, 60_000);
  if (!sbpsApiFaults.includes(faults.api)) throw new RangeError(`api must be one of ${sbpsApiFaults.join(', ')}`);
  if (typeof faults.lose === 'number') whole('lose', faults.lose, 0, 1000);
  return faults;
}

/**
 * Reads the form of the sandbox's front page, in which an unticked box is simply absent.
 * @throws RangeError naming the field that is out of its range
 */
export function sbpsFaultsFromForm(form: URLSearchParams): SbpsFaults {
  const lose = form.get('lose') ?? 'none';
  return changeSbpsFaults(noSbpsFaults, {
    duplicate: Number(form.get('duplicate') ?? 1),
    delayMs: Number(form.get('delayMs') ?? 0),
    lose: lose === 'none' || lose === 'all' ? lose : Number(form.get('loseCount') ?? 0),
    reorder: form.has('reorder'),
    answerLost: form.has('answerLost'),
    wrongHash: form.has('wrongHash'),
    api: sbpsApiFaults.find((fault) => fault === form.get('api')) ?? 'works',
    apiDelayMs: Number(form.get('apiDelayMs') ?? 0),
  });
}
