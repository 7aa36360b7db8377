const encoder = new TextEncoder();

/** SHA-256 of a text in UTF-8. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a text as 64 hexadecimal digits. */
export async function fingerprint(text: string): Promise<string> {
  return hex(await sha256(text));
}

/**
 * How a request with an Idempotency-Key is stored: the key as its digest, and a fingerprint that tells the same request
 * from another one. It is made with the key, which is nowhere then: an account's number has so few digits that from a
 * plain digest it could be found by trying.
 */
export async function repeatable(key: string, request: unknown): Promise<{ key: string; fingerprint: string }> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const code = await crypto.subtle.sign('HMAC', secret, encoder.encode(JSON.stringify(request)));
  return { key: await fingerprint(key), fingerprint: hex(new Uint8Array(code)) };
}

/**
 * Makes the check of a shop server's key. Only digests are compared, all of them and every byte, so the time taken
 * tells nothing about a key.
 *
 * @throws Error when there is no key or one is empty.
 */
export function createKeyCheck(keys: readonly string[]): (given: string) => Promise<boolean> {
  if (keys.length === 0 || keys.some((key) => key === '')) throw new Error('createBff: apiKeys must not be empty');
  const wanted = Promise.all(keys.map(sha256));
  return async (given) => {
    const actual = await sha256(given);
    const differences = (await wanted).map((key) => key.reduce((sum, byte, i) => sum | (byte ^ (actual[i] ?? 0)), 0));
    return differences.filter((difference) => difference === 0).length > 0;
  };
}
