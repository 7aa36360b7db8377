/** Both halves of a key pair as PEM: SPKI and PKCS#8. */
interface Pair {
  publicKey: string;
  privateKey: string;
}

/** HaiPay's algorithm. Source: HaiPay "Configuration and signature rules". */
const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

async function newPair(): Promise<Pair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const [spki, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('spki', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: pem('PUBLIC KEY', spki), privateKey: pem('PRIVATE KEY', pkcs8) };
}

function pem(label: string, bytes: ArrayBuffer): string {
  return `-----BEGIN ${label}-----\n${btoa(String.fromCharCode(...new Uint8Array(bytes)))}\n-----END ${label}-----`;
}

let made: Promise<{ shop: Pair; haipay: Pair }> | undefined;

/** The keys of the shop and of HaiPay in this page: made once, for that takes a moment. */
export function haipayKeys(): Promise<{ shop: Pair; haipay: Pair }> {
  made ??= Promise.all([newPair(), newPair()]).then(([shop, haipay]) => ({ shop, haipay }));
  return made;
}
