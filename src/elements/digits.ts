/** How many digits stand together, by the length of the number; other lengths stand in fours. */
const GROUPS: Readonly<Record<number, readonly number[]>> = { 5: [5], 6: [3, 3], 11: [4, 3, 4], 13: [4, 4, 5] };

/** A number cut for reading: `482109376154` → `['4821', '0937', '6154']`. What is not digits alone stays whole. */
export function digitGroups(value: string): string[] {
  if (!/^\d+$/.test(value)) return [value];
  let at = 0;
  const cut = GROUPS[value.length]?.map((length) => value.slice(at, (at += length)));
  return cut ?? value.match(/\d{1,4}/g) ?? [value];
}

/**
 * The same to be read aloud, digit by digit with a rest between groups: `400008` → `4 0 0, 0 0 8`, `AB-12` → `A B, 1 2`. What
 * has other signs stays as it is.
 */
export function spokenDigits(value: string): string {
  if (!/^[\dA-Za-z]+([- ][\dA-Za-z]+)*$/.test(value)) return value;
  return value
    .split(/[- ]/)
    .flatMap(digitGroups)
    .map((group) => [...group].join(' '))
    .join(', ');
}
