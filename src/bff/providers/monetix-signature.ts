import { InputRefusal } from '../provider.js';

/** What can be signed. `undefined` is absent, as in JSON; numbers are safe integers. */
export type Signable =
  string | number | boolean | null | undefined | readonly Signable[] | { readonly [key: string]: Signable };

/** Signs and verifies with one project's secret. */
export interface MonetixSigner {
  /** The signature in standard Base64 (88 characters). @throws InputRefusal, RangeError as the two functions below */
  sign(value: Signable): Promise<string>;
  /** True when the signature is right. The comparison is WebCrypto's own, in constant time. @throws RangeError */
  verify(value: Signable, signature: string): Promise<boolean>;
}

const IGNORED = new Set(['signature', 'frame_mode']);
// Far above any real message; a stranger's unsigned body must not cost more than this before it is refused.
const MAX_DEPTH = 16;
const MAX_LEAVES = 4096;
const MAX_CHARS = 524_288;

/**
 * The text that is signed: every leaf as `path:to:key:value`, sorted naturally by path, joined with `;`. `signature`
 * and `frame_mode` are left out at every level, a boolean is `1` or `0`, null an empty value, an empty array or object
 * nothing, a colon in a key is doubled. Source: Monetix "Signature generation and verification" and the public SDKs.
 *
 * @throws RangeError when the value is deeper than 16 levels, or larger than 4096 leaves or 512 Ki characters
 */
export function signingString(value: Signable): string {
  const leaves: { key: string[]; text: string }[] = [];
  let chars = 0;
  const add = (path: string, text: string) => {
    const pair = `${path}:${text}`;
    chars += pair.length;
    if (leaves.length >= MAX_LEAVES || chars > MAX_CHARS) throw new RangeError('too large to sign');
    leaves.push({ key: runs(path), text: pair });
  };
  const walk = (node: Signable, path: string, depth: number) => {
    if (node === undefined) return;
    if (typeof node !== 'object' || node === null) return add(path, leafText(node));
    if (depth >= MAX_DEPTH) throw new RangeError('too deep to sign');
    for (const [key, child] of Object.entries(node)) {
      if (IGNORED.has(key)) continue;
      const part = key.replaceAll(':', '::');
      walk(child, path === '' ? part : `${path}:${part}`, depth + 1);
    }
  };
  walk(value, '', 0);
  leaves.sort((a, b) => naturally(a.key, b.key));
  return leaves.map((leaf) => leaf.text).join(';');
}

/**
 * Refuses what would make the signed text ambiguous: there is no escape for `;`, and control characters don't survive
 * every hop. Source: Payment Page parameters, "prohibits the use of the symbol ;".
 *
 * @throws InputRefusal `characters-not-allowed`, with the path of the value as its field
 */
export function checkUnambiguous(value: Signable, path = ''): void {
  if (typeof value === 'string' && /[;\p{Cc}\p{Cs}]/u.test(value)) {
    throw new InputRefusal(path, 'characters-not-allowed');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) checkUnambiguous(child, path === '' ? key : `${path}.${key}`);
}

/**
 * HMAC-SHA512 with the project's secret over {@link signingString}. Source: Monetix "Signature generation and
 * verification".
 *
 * @param secret the project's secret key, not empty
 */
export function monetixSigner(secret: string): MonetixSigner {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: 'HMAC', hash: 'SHA-512' };
  let imported: Promise<CryptoKey> | undefined;
  const key = () => (imported ??= crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign', 'verify']));
  return {
    async sign(value) {
      checkUnambiguous(value);
      const mac = await crypto.subtle.sign('HMAC', await key(), bytes(signingString(value)));
      return btoa(String.fromCharCode(...new Uint8Array(mac)));
    },
    async verify(value, signature) {
      const text = bytes(signingString(value));
      if (!/^[A-Za-z0-9+/]{86}==$/.test(signature)) return false;
      const mac = Uint8Array.from(atob(signature), (char) => char.charCodeAt(0));
      return crypto.subtle.verify('HMAC', await key(), mac, text);
    },
  };
}

function leafText(leaf: string | number | boolean | null): string {
  if (leaf === null) return '';
  if (typeof leaf === 'boolean') return leaf ? '1' : '0';
  if (typeof leaf === 'number' && !Number.isSafeInteger(leaf)) throw new RangeError('not a safe integer');
  return String(leaf);
}

/** A path cut into runs of digits and of other characters: `items:10` is `['items:', '10']`. */
function runs(path: string): string[] {
  return path.match(/\d+|\D+/g) ?? [];
}

/** Compares run by run, digits by their number. */
function naturally(a: string[], b: string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareRuns(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareRuns(a: string, b: string): number {
  const digits = /^\d/;
  if (digits.test(a) && digits.test(b)) {
    const [x, y] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
    if (x.length !== y.length) return x.length - y.length;
    if (x !== y) return x < y ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
