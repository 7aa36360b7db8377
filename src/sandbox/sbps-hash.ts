import { toShiftJis } from './sbps-shift-jis.js';

/** A form of SBPS as name and value, in the documented order. */
export type SbpsFields = readonly (readonly [name: string, value: string])[];

/**
 * `sps_hashcode`: SHA-1 in hexadecimal over the trimmed values, joined in the documented order, and the hash key. The
 * purchase request (A01-1) and the result notification (A02-1) are hashed as UTF-8, the browser's return (A03-1) as
 * Shift_JIS. Source: SBPS link type, "Check sum".
 * @param fields without `sps_hashcode`
 * @returns 40 lower-case digits
 * @throws RangeError when a value is not in Shift_JIS
 */
export async function sbpsHash(fields: SbpsFields, hashKey: string, charset: 'utf-8' | 'shift_jis'): Promise<string> {
  const text = fields.map(([, value]) => value.trim()).join('') + hashKey;
  const bytes = charset === 'utf-8' ? new TextEncoder().encode(text) : toShiftJis(text);
  if (bytes === undefined) throw new RangeError('A value is not in Shift_JIS');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether two hashes are one, whatever their case, in time that does not depend on where they differ. */
export function sameHash(left: string, right: string): boolean {
  const one = left.toLowerCase();
  const other = right.toLowerCase();
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index % Math.max(other.length, 1));
  }
  return difference === 0;
}
