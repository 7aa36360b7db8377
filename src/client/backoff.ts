/**
 * How long to wait before the next try: full jitter, so that many browsers which lost the same server do not return
 * to it in step. Anything from 0 to `baseMs` doubled with each failure, at most `capMs`.
 *
 * @param failures failed tries in a row, from 1
 * @param random from 0 to below 1
 */
export function backoff(failures: number, random: () => number, baseMs: number, capMs: number): number {
  return random() * Math.min(capMs, baseMs * 2 ** (failures - 1));
}
