import { serve } from 'srvx/node';
import type { Server, ServerOptions } from 'srvx';
import type { Bff } from '../bff/handler.js';
import { errorFacts } from '../bff/log.js';
import type { Log } from '../bff/log.js';

/** How long connections may take to finish after the last answer, milliseconds. */
const DRAIN_MS = 1000;

/** Where and how a BFF is served. */
export interface ServeOptions {
  bff: Bff;
  /** TCP port; 0 picks a free one. @default 0 */
  port?: number;
  /** Address to listen on. @default `127.0.0.1` */
  host?: string;
  /** How often due attempts and sessions are looked for, milliseconds. @default 2000 */
  sweepEveryMs?: number;
  log?: Log;
  /** Proxies whose `X-Forwarded-For` counts: `loopback`, or their addresses. @default none */
  trustProxy?: 'loopback' | string[];
}

/** A BFF that answers. */
export interface ServedBff {
  /** Its URL without a slash at the end. */
  url: string;
  port: number;
  /** Takes no more requests, ends event streams, and resolves when what was under way is done. The store stays open. */
  close(): Promise<void>;
}

/**
 * The buyer's network address behind a request that {@link serveBff} passes on: the option `clientAddress` of a BFF.
 */
export function clientAddress(request: Request): string | undefined {
  const { ip } = request as Request & { ip?: string };
  return ip?.replace(/^::ffff:(?=\d+\.)/, '');
}

/**
 * Serves a BFF over HTTP and sweeps it regularly.
 *
 * @throws when the port can't be had.
 */
export async function serveBff(options: ServeOptions): Promise<ServedBff> {
  const { bff, port = 0, host = '127.0.0.1', sweepEveryMs = 2000, log = () => undefined } = options;
  const server = serve({
    fetch: bff,
    port,
    hostname: host,
    silent: true,
    gracefulShutdown: false,
    ...(options.trustProxy && { trustProxy: options.trustProxy }),
  } satisfies ServerOptions);
  await server.ready();
  const stopSweeping = sweeping(bff, sweepEveryMs, log);
  let closed: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([stopSweeping(), bff.close()]);
    await drained(server);
  };
  const url = (server.url ?? '').replace(/\/$/, '');
  return { url, port: Number(new URL(url).port), close: () => (closed ??= close()) };
}

/** Sweeps again and again, never twice at once. @returns the function that stops it and waits for the last one. */
function sweeping(bff: Bff, everyMs: number, log: Log): () => Promise<void> {
  let busy = false;
  let last = Promise.resolve();
  const sweep = async () => {
    if (busy) return;
    busy = true;
    try {
      await bff.sweep();
    } catch (error) {
      log({ level: 'error', event: 'sweep', ...errorFacts(error) });
    } finally {
      busy = false;
    }
  };
  const turn = () => {
    if (!busy) last = sweep();
  };
  // The first one at once: after a restart something may have been left half done.
  turn();
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}

/** Closes the listener; kept-alive connections without a request are cut, the others get a moment. */
async function drained(server: Server): Promise<void> {
  const http = server.node?.server as { closeIdleConnections?(): void } | undefined;
  const idle = setInterval(() => http?.closeIdleConnections?.(), 20);
  const grace = setTimeout(() => void server.close(true), DRAIN_MS);
  try {
    await server.close();
  } finally {
    clearInterval(idle);
    clearTimeout(grace);
  }
}
