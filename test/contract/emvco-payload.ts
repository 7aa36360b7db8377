import { crc16 } from '../../src/contract/emvco.js';

/** Puts data objects between the first one and the CRC, which is right. */
export function emvco(
  objects: readonly (readonly [id: string, value: string])[],
  lengthOf: (value: string) => number = (value) => [...value].length,
): string {
  const two = (length: number) => String(length).padStart(2, '0');
  const body = objects.map(([id, value]) => id + two(lengthOf(value)) + value).join('');
  const open = `000201${body}6304`;
  return open + crc16(new TextEncoder().encode(open)).toString(16).toUpperCase().padStart(4, '0');
}
