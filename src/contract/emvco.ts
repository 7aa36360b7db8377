/**
 * How a code begins: tag 00, two characters, version 01; or how it ends: tag 63, four characters, the CRC. A URL may end so
 * too; its scheme ends where no code, damaged or not, has its first value yet.
 */
const EMVCO = /^000201|^(?![a-z][\w+.-]{0,11}:).*6304[\dA-F]{4}$/is;

/**
 * True for a payload that says it is an EMVCo merchant-presented code, at its beginning or at its end, and does not arrive
 * whole: its data objects don't fill it to the end, or its CRC is not that of its bytes. Other payloads, such as a URL,
 * are never called damaged.
 * After EMV QR Code Specification for Payment Systems, Merchant-Presented Mode: two digits of id, two of length, value.
 */
export function isDamagedEmvco(payload: string): boolean {
  if (!EMVCO.test(payload)) return false;
  const bytes = new TextEncoder().encode(payload);
  // The specification counts characters; makers of codes in other scripts also count bytes.
  const whole = isWhole([...payload]) || isWhole(Array.from(bytes, (byte) => String.fromCharCode(byte)));
  return !whole || crc16(bytes.subarray(0, -4)) !== Number(`0x${payload.slice(-4)}`);
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
  let at = 0;
  let head = '';
  while (at < characters.length) {
    head = characters.slice(at, at + 4).join('');
    if (!/^\d{4}$/.test(head) || head.endsWith('00')) return false;
    at += 4 + Number(head.slice(2));
  }
  return at === characters.length && head === '6304';
}
