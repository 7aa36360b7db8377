/** Keys that are never signed, at whatever depth they stand (Monetix: signature; its SDKs: frame_mode). */
const unsigned: ReadonlySet<string> = new Set(['signature', 'frame_mode']);

type Flat = [path: string, value: string][];

function flatten(value: unknown, path: string, into: Flat): Flat {
  if (value === null || value === undefined) into.push([path, '']);
  else if (typeof value === 'boolean') into.push([path, value ? '1' : '0']);
  else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (unsigned.has(key)) continue;
      const escaped = key.replaceAll(':', '::');
      flatten(item, path === '' ? escaped : `${path}:${escaped}`, into);
    }
  } else into.push([path, typeof value === 'string' ? value : JSON.stringify(value)]);
  return into;
}

/** Natural order: runs of digits compare as numbers, everything else by code unit. */
function naturally(left: string, right: string): number {
  const lefts = left.match(/\d+|\D/g) ?? [];
  const rights = right.match(/\d+|\D/g) ?? [];
  for (const [index, one] of lefts.entries()) {
    const other = rights[index];
    if (other === undefined) return 1;
    const byNumber = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0;
    if (byNumber !== 0) return byNumber;
    if (one !== other) return one < other ? -1 : 1;
  }
  return lefts.length - rights.length;
}

/**
 * The string that Monetix signs: `path:value` pairs in natural order of the path, joined by `;`. Nested keys are joined
 * by `:`, array items count from 0, booleans are `1` and `0`, null is empty, an empty object or array adds nothing.
 * Source: Monetix platform documentation, "Signature generation and verification".
 */
export function monetixSigningString(body: object): string {
  return flatten(body, '', [])
    .sort(([left], [right]) => naturally(left, right))
    .map(([path, value]) => `${path}:${value}`)
    .join(';');
}

/** HMAC-SHA512 over UTF-8, raw bytes in standard Base64 (88 characters). */
export async function monetixHmac(text: string, secret: string): Promise<string> {
  const utf8 = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-512' };
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)));
  return btoa(String.fromCharCode(...bytes));
}

/** Signs a body as Monetix does. */
export function monetixSign(body: object, secret: string): Promise<string> {
  return monetixHmac(monetixSigningString(body), secret);
}

/** Whether `signature` belongs to `body`, in time that does not depend on where they differ. */
export async function monetixVerify(body: object, secret: string, signature: unknown): Promise<boolean> {
  const right = await monetixSign(body, secret);
  if (typeof signature !== 'string' || signature.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < right.length; index += 1) {
    difference |= right.charCodeAt(index) ^ signature.charCodeAt(index);
  }
  return difference === 0;
}

/**
 * The same for Payment Page parameters, which are all strings on arrival. Some SDKs write a boolean as `true` into the
 * address but sign it as `1`; others write `1`. Both readings are tried.
 */
export async function monetixVerifyParameters(parameters: Readonly<Record<string, string>>, secret: string) {
  const { signature } = parameters;
  if (await monetixVerify(parameters, secret, signature)) return true;
  const booleans = Object.entries(parameters).map(([key, value]) => [key, { true: '1', false: '0' }[value] ?? value]);
  return monetixVerify(Object.fromEntries(booleans) as Record<string, string>, secret, signature);
}
