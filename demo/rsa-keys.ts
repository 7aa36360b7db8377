import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Both halves of a key pair as PEM: SPKI and PKCS#8. */
export interface RsaPair {
  publicKey: string;
  privateKey: string;
}

/** Who signs what between the shop and HaiPay, in one currency: each side has a pair of its own. */
export interface HaipayKeyring {
  secret: string;
  shop: RsaPair;
  haipay: RsaPair;
}

/** The keyrings of both currencies' accounts. */
export type HaipayKeyrings = Record<'JPY' | 'USD', HaipayKeyring>;

/** HaiPay's algorithm. Source: HaiPay "Configuration and signature rules". */
const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Reads the keys that the demo and its make-believe HaiPay sign with; makes them on the first run, for the owner's eyes only. */
export async function openHaipayKeys(file: string): Promise<HaipayKeyrings> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as HaipayKeyrings;
  const [JPY, USD] = await Promise.all([newKeyring(), newKeyring()]);
  const made: HaipayKeyrings = { JPY, USD };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

async function newKeyring(): Promise<HaipayKeyring> {
  const [shop, haipay] = await Promise.all([newPair(), newPair()]);
  return { secret: crypto.randomUUID(), shop, haipay };
}

async function newPair(): Promise<RsaPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const [spki, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('spki', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: pem('PUBLIC KEY', spki), privateKey: pem('PRIVATE KEY', pkcs8) };
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
