const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const BLANK = 0x20;
const MAX_FIELDS = 200;
const MAX_NAME_BYTES = 100;

/**
 * Reads a form of any charset (`application/x-www-form-urlencoded`) into the bytes of its values, by name.
 *
 * @throws RangeError when it is not such a form, when a name comes twice, or with more than 200 fields
 */
export function readForm(body: Uint8Array): Map<string, Uint8Array> {
  const fields = new Map<string, Uint8Array>();
  for (const pair of split(body, AMPERSAND)) {
    if (pair.length === 0) continue;
    const equals = pair.indexOf(EQUALS);
    const end = equals < 0 ? pair.length : equals;
    if (end > MAX_NAME_BYTES) throw new RangeError('not a form');
    const name = String.fromCharCode(...unescaped(pair.subarray(0, end)));
    // Of two values under one name this side could read the one and the side that signed the other.
    if (fields.has(name)) throw new RangeError('not a form');
    fields.set(name, unescaped(pair.subarray(end + 1)));
  }
  return fields;
}

function split(bytes: Uint8Array, separator: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, from)) {
    parts.push(bytes.subarray(from, at));
    from = at + 1;
    if (parts.length > MAX_FIELDS) throw new RangeError('not a form');
  }
  return [...parts, bytes.subarray(from)];
}

function unescaped(bytes: Uint8Array): Uint8Array {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== PERCENT) plain.push(byte === PLUS ? BLANK : byte);
    else {
      const digits = String.fromCharCode(...bytes.subarray(at + 1, at + 3));
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) throw new RangeError('not a form');
      plain.push(parseInt(digits, 16));
      at += 2;
    }
  }
  return Uint8Array.from(plain);
}
