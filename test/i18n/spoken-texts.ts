/** What the texts that take something other than a string are given, by their name. */
const GIVEN: Record<string, unknown[]> = {
  onlyFor: [['USD', 'EUR']],
  days: [2, '23:58'],
  spoken: [{ days: 1, hours: 2, minutes: 3, seconds: 0 }],
  left: [{ days: 1, hours: 2, minutes: 3, seconds: 0 }],
  enter: [['12', '34']],
  show: [['12']],
  give: [['12', '34']],
  inYen: [true],
  convertedTo: ['12', '345', '67', '8'],
};

/** What a text that describes a brand is given. */
const BRAND = { name: 'GCash', kiosk: 'Loppi', how: 'scan' };

/** Every text with its path; texts that take something are called. */
export function* spokenTexts(node: unknown, path: string[] = []): Generator<[string, string]> {
  if (typeof node === 'string') yield [path.join('.'), node];
  else if (typeof node === 'function') {
    const say = node as (...given: unknown[]) => unknown;
    const given = path[0] === 'brands' ? [BRAND] : (GIVEN[path.at(-1) ?? ''] ?? ['12', '34']);
    yield* spokenTexts(say(...given), path);
  } else for (const [key, child] of Object.entries(node as object)) yield* spokenTexts(child, [...path, key]);
}
