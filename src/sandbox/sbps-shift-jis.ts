/** Pointers of the doubled NEC rows: the Encoding Standard never writes them, it takes their twins further on. */
const doubledRows = { first: 8272, last: 8835 };

let bytesByCharacter: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * The way back from the platform's own decoder, which is all the web has: every pair of bytes is decoded once, and the
 * first pointer of a character wins, as "index Shift_JIS pointer" of the Encoding Standard wants it.
 */
function encodeTable(): ReadonlyMap<string, readonly number[]> {
  if (bytesByCharacter !== undefined) return bytesByCharacter;
  const pairs: [number, number][] = [];
  for (let pointer = 0; pointer < 120 * 94; pointer += 1) {
    if (pointer >= doubledRows.first && pointer <= doubledRows.last) continue;
    const lead = Math.floor(pointer / 188);
    const trail = pointer % 188;
    pairs.push([lead + (lead < 0x1f ? 0x81 : 0xc1), trail + (trail < 0x3f ? 0x40 : 0x41)]);
  }
  const text = new TextDecoder('shift_jis').decode(Uint8Array.from(pairs.flatMap((pair) => [...pair, 0x0a])));
  const table = new Map<string, readonly number[]>();
  for (const [index, character] of text.split('\n').entries()) {
    const pair = pairs[index];
    // Pairs that stand for nothing, and those of private use, which no browser writes.
    if (pair === undefined || !/^[^\uFFFD\uE000-\uF8FF]$/u.test(character)) continue;
    if (!table.has(character)) table.set(character, pair);
  }
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) table.set(String.fromCharCode(byte + 0xfec0), [byte]);
  table.set('¥', [0x5c]).set('‾', [0x7e]);
  const minus = table.get('－');
  if (minus) table.set('−', minus);
  bytesByCharacter = table;
  return table;
}

/**
 * Text as Shift_JIS bytes, by the rule of the Encoding Standard, which is also how browsers post a form.
 * @returns undefined when a character is not in it
 */
export function toShiftJis(text: string): Uint8Array<ArrayBuffer> | undefined {
  const table = encodeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const found = table.get(character);
    if (found === undefined) return undefined;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const digits = text[index] === '%' ? /^[\da-f]{2}/i.exec(text.slice(index + 1, index + 3)) : null;
    if (digits) {
      bytes.push(parseInt(digits[0], 16));
      index += 2;
    } else bytes.push(text[index] === '+' ? 0x20 : text.charCodeAt(index));
  }
  return Uint8Array.from(bytes);
}

/**
 * Reads a form whose percent-encoded bytes are Shift_JIS, in the order in which it was sent.
 * @throws TypeError when it is not Shift_JIS
 */
export function readShiftJisForm(body: Uint8Array): [name: string, value: string][] {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  // A browser escapes everything outside of ASCII; one byte, one character keeps whatever else came.
  const text = Array.from(body, (byte) => String.fromCharCode(byte)).join('');
  const decoded = (part: string) => decoder.decode(percentDecoded(part));
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
    });
}

function percentEncoded(text: string): string {
  const bytes = toShiftJis(text) ?? new Uint8Array();
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (byte === 0x20) return '+';
    return /[\w*.-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** Writes such a form. Every value must be one that {@link toShiftJis} can write. */
export function writeShiftJisForm(fields: readonly (readonly [name: string, value: string])[]): string {
  return fields.map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`).join('&');
}
