import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, getuid } from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server of its own, thrown away after the test. */
export interface ThrowAwayPostgres {
  url: string;
  stop(): Promise<void>;
}

/** Where PostgreSQL's programs are: on PATH, or where Debian puts the newest version. */
async function programs(): Promise<string> {
  const onPath = (env['PATH'] ?? '').split(delimiter).find((folder) => existsSync(join(folder, 'initdb')));
  if (onPath && existsSync(join(onPath, 'pg_ctl'))) return onPath;
  const root = '/usr/lib/postgresql';
  const versions = await readdir(root).catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) throw new Error('PostgreSQL is needed for this test: install it, or run npm run setup');
  return join(root, newest, 'bin');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Root may not run PostgreSQL, so root runs it as the user that its package made. */
async function asServer(program: string, args: string[]): Promise<void> {
  const root = getuid?.() === 0;
  await (root ? run('runuser', ['-u', 'postgres', '--', program, ...args], { cwd: '/' }) : run(program, args));
}

/** Starts one in a new folder on a free port. It takes under a second. */
export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const bin = await programs();
  const folder = await mkdtemp(join(tmpdir(), 'reji-pg-'));
  if (getuid?.() === 0) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), -1);
  }
  const data = join(folder, 'data');
  const port = await freePort();
  const quick = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';
  const listen = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const options = ['-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'];
  await asServer(join(bin, 'initdb'), ['-D', data, '-U', 'app', ...options]);
  await asServer(join(bin, 'pg_ctl'), [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `${listen} ${quick}`,
    'start',
  ]);
  return {
    url: `postgres://app@127.0.0.1:${port}/postgres`,
    async stop() {
      await asServer(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
