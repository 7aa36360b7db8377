/** How an EMVCo merchant-presented code begins: tag 00, two characters, version 01. */
const HEAD = '000201';
/** How it ends: tag 63, four characters, the CRC. */
const TAIL = /6304[\dA-F]{4}$/i;

/**
 * True for a payload that says it is an EMVCo merchant-presented code and does not arrive whole: its data objects don't
 * fill it to the end, or its CRC is not that of its bytes. Other payloads, such as a URL, are never called damaged.
 * After EMV QR Code Specification for Payment Systems, Merchant-Presented Mode: two digits of id, two of length, value.
 */
export function isDamagedEmvco(payload: string): boolean {
  if (!payload.startsWith(HEAD)) return false;
  const bytes = new TextEncoder().encode(payload);
  // The specification counts characters; makers of codes in other scripts also count bytes.
  const whole = isWhole([...payload]) || isWhole(Array.from(bytes, (byte) => String.fromCharCode(byte)));
  return !whole || crc16(bytes.subarray(0, -4)) !== Number.parseInt(payload.slice(-4), 16);
}

/**
 * CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, nothing reflected, nothing added. `123456789` gives 29B1.
 * @returns 0 to 65535
 */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

/** Do the data objects fill the text to its end, with the CRC as the last one? */
function isWhole(characters: readonly string[]): boolean {
  const text = (from: number, to?: number) => characters.slice(from, to).join('');
  let at = 0;
  let last = at;
  while (at < characters.length) {
    const head = text(at, at + 4);
    if (!/^\d{4}$/.test(head) || head.endsWith('00')) return false;
    last = at;
    at += 4 + Number(head.slice(2));
  }
  return at === characters.length && text(last).length === 8 && TAIL.test(text(last));
}
