/** What can go wrong at GMO's end of the wire; all of it is switched off by default. */
export interface GmoFaults {
  /** The next so many registrations and cancellations are made, yet answered with a bare HTTP 500; 0–1000. @default 0 */
  loseAnswers: number;
  /** Milliseconds before any call is answered, after it was acted on, 0–60000. @default 0 */
  answerDelayMs: number;
  /** Milliseconds for which searches still say what was before, once there is a result, 0–86400000. @default 0 */
  resultsLateMs: number;
  /** Every call is refused with `BA9000000`. @default false */
  maintenance: boolean;
  /** Every call fails before anything is done: a bare HTTP 500, or `BA1099999`. @default 'no' */
  broken: 'no' | 'http-500' | 'BA1099999';
}

/** Everything works. */
export const noGmoFaults: Readonly<GmoFaults> = {
  loseAnswers: 0,
  answerDelayMs: 0,
  resultsLateMs: 0,
  maintenance: false,
  broken: 'no',
};

/** What `broken` may be. */
export const gmoBreaks = ['no', 'http-500', 'BA1099999'] as const;

function whole(name: string, value: number, maximum: number): void {
  if (!Number.isInteger(value) || value < 0 || value > maximum) {
    throw new RangeError(`${name} must be a whole number from 0 to ${maximum}`);
  }
}

/**
 * Lays a change over the present faults.
 * @throws RangeError naming the field that is out of its range
 */
export function changeGmoFaults(present: GmoFaults, change: Partial<GmoFaults>): GmoFaults {
  const faults = { ...present, ...change };
  whole('loseAnswers', faults.loseAnswers, 1000);
  whole('answerDelayMs', faults.answerDelayMs, 60_000);
  whole('resultsLateMs', faults.resultsLateMs, 86_400_000);
  if (!gmoBreaks.includes(faults.broken)) throw new RangeError(`broken must be one of ${gmoBreaks.join(', ')}`);
  return faults;
}

/**
 * Reads the form of the sandbox's front page, in which an unticked box is simply absent.
 * @throws RangeError naming the field that is out of its range
 */
export function gmoFaultsFromForm(form: URLSearchParams): GmoFaults {
  return changeGmoFaults(noGmoFaults, {
    loseAnswers: Number(form.get('loseAnswers') ?? 0),
    answerDelayMs: Number(form.get('answerDelayMs') ?? 0),
    resultsLateMs: Number(form.get('resultsLateMs') ?? 0),
    maintenance: form.has('maintenance'),
    broken: (form.get('broken') ?? 'no') as GmoFaults['broken'],
  });
}
