import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { canListen, freePort } from '../tools/free-port.mjs';

/** @throws Error that names the variable */
function numbered(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`${name} must be a port, 1 to 65535: ${text}`);
  return port;
}

/** What was picked last time; nothing of a file that can't be read. */
async function keptIn<Name extends string>(file: string): Promise<Partial<Record<Name, number>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Record<Name, number>>;
  } catch {
    return {};
  }
}

/**
 * A port for each name: what the environment says; else the one of last time, for orders and providers remember
 * addresses; else a free one.
 *
 * @param file where the ports that were picked are kept
 * @throws Error when a variable is no port
 */
export async function openPorts<Name extends string>(
  names: readonly Name[],
  { env, file }: { env: Record<string, string | undefined>; file: string },
): Promise<Record<Name, number>> {
  const kept = await keptIn<Name>(file);
  const ports: Partial<Record<Name, number>> = {};
  const picked: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const [wanted, before] = [env[name], kept[name]];
    if (wanted) ports[name] = numbered(name, wanted);
    else ports[name] = picked[name] = before && (await canListen(before)) ? before : await freePort();
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...kept, ...picked }));
  return ports as Record<Name, number>;
}
