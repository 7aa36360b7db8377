import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections, so that none of those takes it before it is used, or between two uses. */
const FROM = 20_000;
const BELOW = 32_000;
const MOST_TRIES = 100;

/** Whether a TCP port of this machine can be had. */
export const canListen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A TCP port that was free a moment ago, and that nobody else is likely to pick. @throws Error when none is found */
export async function freePort() {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(FROM, BELOW);
    if (await canListen(port)) return port;
  }
  throw new Error('no free port was found');
}
