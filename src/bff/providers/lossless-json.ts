/**
 * A JSON value read without loss: each number is the text it was written with, so `1.0`, `1e3` and ids above 2^53
 * stay what the provider signed.
 */
export type LosslessJson = string | boolean | null | LosslessJson[] | { [key: string]: LosslessJson };

/** A message that is rightly signed and yet can't be taken. Its text is a code for the log and holds no data. */
export class MessageFault extends Error {}

/** A string (skipped) or a number (taken) of a JSON text whose syntax is known to be right. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * Reads a JSON text without losing the spelling of its numbers.
 *
 * @throws SyntaxError when it is not JSON
 */
export function readLossless(text: string): LosslessJson {
  JSON.parse(text);
  // Outside of strings a checked JSON text has digits in numbers only, so quoting those tokens is safe.
  const quoted = text.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`));
  return JSON.parse(quoted) as LosslessJson;
}

/** The value at a path of own keys, or undefined when there is none. */
export function at(json: LosslessJson | undefined, ...path: string[]): LosslessJson | undefined {
  let node = json;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || Array.isArray(node) || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return node;
}

/** The string or number at a path, as it was written, or undefined when there is none. */
export function textAt(json: LosslessJson | undefined, ...path: string[]): string | undefined {
  const value = at(json, ...path);
  return typeof value === 'string' ? value : undefined;
}
