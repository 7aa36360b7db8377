/** Fields of one signed message. */
export type HaipayFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The keys of one merchant in one currency. */
export interface HaipayKeys {
  secret: string;
  /** The merchant's half: verifies requests. */
  verify: CryptoKey;
  /** The provider's half: signs answers and notifications. */
  sign: CryptoKey;
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The bytes of a PEM block; bare Base64 is taken too. */
function pemBytes(pem: string): Uint8Array<ArrayBuffer> {
  return bytesOf(pem.replaceAll(/-----[^-]+-----|\s/g, ''));
}

/**
 * Reads a merchant's public key (SPKI) and the provider's private key (PKCS#8), both PEM.
 * @throws DOMException when one of them is no such key
 */
export async function importHaipayKeys(secret: string, publicPem: string, privatePem: string): Promise<HaipayKeys> {
  const [verify, sign] = await Promise.all([
    crypto.subtle.importKey('spki', pemBytes(publicPem), algorithm, false, ['verify']),
    crypto.subtle.importKey('pkcs8', pemBytes(privatePem), algorithm, false, ['sign']),
  ]);
  return { secret, verify, sign };
}

/**
 * The string that is signed: `key=value` in ASCII order of the keys, joined by `&`, without `sign`, null and empty
 * values, and `&key=` with the merchant's secret at its end. Integers have no `.0`, booleans are `true` and `false`.
 * Source: HaiPay, "Configuration & Signature Rules".
 */
export function haipaySigningString(fields: HaipayFields, secret: string): string {
  const pairs = Object.entries(fields)
    .filter(([name, value]) => name !== 'sign' && value !== null && value !== undefined && value !== '')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  return [...pairs, `key=${secret}`].join('&');
}

/** Base64 of the RSA-SHA256 signature (PKCS#1 v1.5) over the UTF-8 bytes of the string. */
export async function haipaySign(fields: HaipayFields, { secret, sign }: HaipayKeys): Promise<string> {
  const text = new TextEncoder().encode(haipaySigningString(fields, secret));
  const bytes = new Uint8Array(await crypto.subtle.sign(algorithm.name, sign, text));
  return btoa(String.fromCharCode(...bytes));
}

/** Whether a merchant signed these fields. */
export async function haipayVerify(
  fields: HaipayFields,
  { secret, verify }: HaipayKeys,
  signature: unknown,
): Promise<boolean> {
  if (typeof signature !== 'string' || !/^[A-Za-z\d+/]+={0,2}$/.test(signature) || signature.length % 4 !== 0) {
    return false;
  }
  const text = new TextEncoder().encode(haipaySigningString(fields, secret));
  return crypto.subtle.verify(algorithm.name, verify, bytesOf(signature), text);
}
