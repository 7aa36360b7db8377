const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * 160 random bits as 32 characters (a–z, 2–7): unguessable, safe in a URL without escaping, and within what every
 * provider takes as a payment id. Session ids are the browser's only credential, so never less than 128 bits.
 */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => ALPHABET[byte & 31]).join('');
}
