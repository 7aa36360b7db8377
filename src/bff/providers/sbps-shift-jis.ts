import Encoding from 'encoding-japanese';
import { InputRefusal } from '../provider.js';

/** What a value of a request must be to reach SBPS unharmed. Source: SBPS link type, "Definitions of Available Data Types". */
export interface SbpsTextRule {
  /** The most characters, full-width and half-width alike. */
  maxLength: number;
  /** Type X: only characters of one byte. Type M, without it, mixes one and two bytes. */
  singleByte?: boolean;
  /** False refuses characters that only some kinds of Shift_JIS have, see {@link isVendorText}. @default true */
  vendorCharacters?: boolean;
}

/** First bytes of what vendors added to JIS X 0208: NEC's row 13 (①, №, ㈱) and IBM's and NEC's kanji (髙, 﨑). */
const VENDOR_LEAD_BYTES = new Set([0x87, 0xed, 0xee, 0xfa, 0xfb, 0xfc]);

/**
 * Text as Shift_JIS, undefined when any of it would not come back as it was: emoji, Thai, Hangul and accented letters
 * have no place in it, the wave dash 〜 and the minus − would come back as ～ and －, the yen sign ¥ as a backslash.
 */
export function toShiftJis(text: string): Uint8Array | undefined {
  try {
    const options = { to: 'SJIS', from: 'UNICODE', type: 'array', fallback: 'error' } as const;
    const bytes = Uint8Array.from(Encoding.convert(text, options));
    return fromShiftJis(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** @throws TypeError when the bytes are not Shift_JIS (in the sense of the Encoding Standard, as browsers write it). */
export function fromShiftJis(bytes: Uint8Array): string {
  return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
}

/** True when Shift_JIS text has characters beyond JIS X 0208, which SBPS's documents neither allow nor exclude. */
export function isVendorText(bytes: Uint8Array): boolean {
  let trail = false;
  return bytes.some((byte) => {
    const lead = !trail && ((byte >= 0x81 && byte <= 0x9f) || byte >= 0xe0);
    trail = lead;
    return lead && VENDOR_LEAD_BYTES.has(byte);
  });
}

/**
 * Without the blanks and control characters around it: SBPS hashes values trimmed, so they are sent trimmed. A
 * full-width space is no blank here.
 */
export function trimmed(text: string): string {
  return text.replace(/^[^!-\u{10ffff}]+|[^!-\u{10ffff}]+$/gu, '');
}

/**
 * Refuses what can't be sent as it is; nothing is replaced or cut.
 *
 * @param field the value's name in the shop's request
 * @returns the value without blanks around it
 * @throws InputRefusal `characters-not-allowed` (control characters), `not-shift-jis`, `not-single-byte`, `too-long`
 */
export function checkText(field: string, text: string, rule: SbpsTextRule): string {
  const value = trimmed(text);
  if (/\p{Cc}/u.test(value)) throw new InputRefusal(field, 'characters-not-allowed');
  const bytes = toShiftJis(value);
  const vendor = bytes && rule.vendorCharacters === false && isVendorText(bytes);
  if (!bytes || vendor) throw new InputRefusal(field, 'not-shift-jis');
  if (rule.singleByte && bytes.length !== value.length) throw new InputRefusal(field, 'not-single-byte');
  if (value.length > rule.maxLength) throw new InputRefusal(field, 'too-long');
  return value;
}
