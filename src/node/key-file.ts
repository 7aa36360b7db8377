import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JWK } from 'jose';
import { generateSigningKey } from '../bff/session-signer.js';

/** What a BFF keeps secret on disk. */
export interface KeyFile {
  /** Private ES256 keys; the first one signs. */
  signingKeys: JWK[];
  /** A Bearer key for the shop's server, if one was asked for. */
  apiKey?: string;
}

/**
 * Reads the key file, and makes it on the first run: readable by its owner only, complete or not there at all, and
 * the same for two processes that start at once.
 *
 * @param options.apiKey also makes and keeps a Bearer key, for a shop on the same machine. @default false
 * @throws Error when there is a file that is no key file; it is never overwritten.
 */
export async function openKeyFile(path: string, options: { apiKey?: boolean } = {}): Promise<KeyFile> {
  const found = await read(path);
  const wanted: KeyFile = { ...(found ?? { signingKeys: [await generateSigningKey()] }) };
  if (options.apiKey) wanted.apiKey ??= randomBytes(32).toString('base64url');
  if (found && found.apiKey === wanted.apiKey) return found;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(wanted, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // link, unlike rename, fails when another process was first.
    if (found) await rename(draft, path);
    else await link(draft, path);
    return wanted;
  } catch (error) {
    if (!found && isCode(error, 'EEXIST')) return await openKeyFile(path, options);
    throw error;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function read(path: string): Promise<KeyFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const keys = parsed(text);
  if (!keys) throw new Error(`${path} is not a key file`);
  return keys;
}

function parsed(text: string): KeyFile | undefined {
  try {
    const value = JSON.parse(text) as Partial<KeyFile> | null;
    if (!Array.isArray(value?.signingKeys) || value.signingKeys.length === 0) return undefined;
    return value.apiKey !== undefined && typeof value.apiKey !== 'string' ? undefined : (value as KeyFile);
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
