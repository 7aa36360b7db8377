import { trimmed } from './sbps-shift-jis.js';

/** Makes the `sps_hashcode` of one service: SHA-1, 40 hexadecimal digits, over the values in order and the hash key. */
export interface SbpsHasher {
  /**
   * Over UTF-8, although the values travel in Shift_JIS: the purchase request (A01-1) and the result notification
   * (A02-1). Source: public implementations that agree, and a public sample.
   */
  ofTexts(values: readonly string[]): Promise<string>;
  /** Over the bytes as they travel in Shift_JIS: the browser's return (A03-1). Source: a public sample. */
  ofBytes(values: readonly Uint8Array[]): Promise<string>;
}

/**
 * The values are joined without a separator, so the same hash also fits values that were cut differently (`a1` and
 * `00` for `a` and `100`): what a verified message says of the amount still has to be compared with the order.
 *
 * @param hashKey the service's hash key
 */
export function sbpsHasher(hashKey: string): SbpsHasher {
  const key = new TextEncoder().encode(hashKey);
  return {
    ofTexts: (values) => sha1Hex([new TextEncoder().encode(values.map(trimmed).join('')), key]),
    ofBytes: (values) => sha1Hex([...values.map(trimmedBytes), key]),
  };
}

/** True for the same hash in either case (SBPS writes both). The time taken tells nothing about where they differ. */
export function sameHashcode(wanted: string, given: string): boolean {
  if (!/^[0-9A-Fa-f]{40}$/.test(given)) return false;
  const [a, b] = [wanted.toLowerCase(), given.toLowerCase()];
  let difference = a.length ^ b.length;
  for (let at = 0; at < b.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

/** As `trimmed`: no second byte of a Shift_JIS character is as low as a blank. */
function trimmedBytes(bytes: Uint8Array): Uint8Array {
  let [start, end] = [0, bytes.length];
  while (start < end && (bytes[start] ?? 0) <= 0x20) start++;
  while (end > start && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return bytes.subarray(start, end);
}

async function sha1Hex(parts: readonly Uint8Array[]): Promise<string> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
