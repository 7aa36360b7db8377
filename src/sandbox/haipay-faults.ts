/** What can go wrong on the provider's side of the wire; all of it is switched off by default. */
export interface HaipayFaults {
  /** How often each notification is sent, 1–5. @default 1 */
  duplicate: number;
  /** News of a part that came in is delivered after the result. @default false */
  reorder: boolean;
  /** Milliseconds between an event and its notification, 0–3600000. @default 0 */
  delayMs: number;
  /**
   * Notifications that vanish for good, as if they had been delivered: `all`, the next so many (0–1000, counted down),
   * or `none`. @default 'none'
   */
  lose: 'none' | 'all' | number;
  /** The buyer pays at once, and the notification is out before the application is answered. @default false */
  notifyBeforeAnswer: boolean;
  /**
   * What a query says once there is a result: `behind`, still in progress; `opposite`, failed where it is paid and
   * paid where it failed; or the truth, `no`. @default 'no'
   */
  queryContradicts: 'no' | 'behind' | 'opposite';
  /** An application is registered, yet its answer is a bare HTTP 500. @default false */
  answerLost: boolean;
  /** Milliseconds before an application or a query is answered, 0–60000. @default 0 */
  answerDelayMs: number;
  /** What bears a signature of something else. @default 'none' */
  wrongSignature: 'none' | 'answers' | 'notifications' | 'all';
}

/** Everything works. */
export const noHaipayFaults: Readonly<HaipayFaults> = {
  duplicate: 1,
  reorder: false,
  delayMs: 0,
  lose: 'none',
  notifyBeforeAnswer: false,
  queryContradicts: 'no',
  answerLost: false,
  answerDelayMs: 0,
  wrongSignature: 'none',
};

/** What `queryContradicts` may be. */
export const haipayContradictions = ['no', 'behind', 'opposite'] as const;

/** What `wrongSignature` may be. */
export const haipaySpoiled = ['none', 'answers', 'notifications', 'all'] as const;

function whole(name: string, value: number, minimum: number, maximum: number): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new RangeError(`${name} must be a whole number from ${minimum} to ${maximum}`);
  }
}

function oneOf<Choice extends string>(name: string, value: string | null, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new RangeError(`${name} must be one of ${choices.join(', ')}`);
  return choice;
}

/**
 * Lays a change over the present faults.
 * @throws RangeError naming the field that is out of its range
 */
export function changeHaipayFaults(present: HaipayFaults, change: Partial<HaipayFaults>): HaipayFaults {
  const faults = { ...present, ...change };
  whole('duplicate', faults.duplicate, 1, 5);
  whole('delayMs', faults.delayMs, 0, 3_600_000);
  whole('answerDelayMs', faults.answerDelayMs, 0, 60_000);
  if (typeof faults.lose === 'number') whole('lose', faults.lose, 0, 1000);
  else oneOf('lose', faults.lose, ['none', 'all']);
  oneOf('queryContradicts', faults.queryContradicts, haipayContradictions);
  oneOf('wrongSignature', faults.wrongSignature, haipaySpoiled);
  return faults;
}

/**
 * Reads the form of the sandbox's front page, in which an unticked box is simply absent.
 * @throws RangeError naming the field that is out of its range
 */
export function haipayFaultsFromForm(form: URLSearchParams): HaipayFaults {
  const lose = oneOf('lose', form.get('lose') ?? 'none', ['none', 'all', 'count']);
  return changeHaipayFaults(noHaipayFaults, {
    duplicate: Number(form.get('duplicate') ?? 1),
    reorder: form.has('reorder'),
    delayMs: Number(form.get('delayMs') ?? 0),
    lose: lose === 'count' ? Number(form.get('loseCount') ?? 0) : lose,
    notifyBeforeAnswer: form.has('notifyBeforeAnswer'),
    queryContradicts: oneOf('queryContradicts', form.get('queryContradicts') ?? 'no', haipayContradictions),
    answerLost: form.has('answerLost'),
    answerDelayMs: Number(form.get('answerDelayMs') ?? 0),
    wrongSignature: oneOf('wrongSignature', form.get('wrongSignature') ?? 'none', haipaySpoiled),
  });
}
