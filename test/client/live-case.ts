import { errorOf } from '../../src/client/answer-error.js';
import { LiveUpdates } from '../../src/client/live-updates.js';
import type { Connection } from '../../src/client/live-updates.js';
import { ServerClock } from '../../src/client/server-clock.js';
import { FakeBff } from './fake-bff.js';
import { FakePage } from './fake-page.js';
import { FakeTime, settled, until } from './fake-time.js';
import { open, SESSION_URL } from './tokens.js';
import type { Signer } from './tokens.js';

/** Live updates with everything around them in the test's hands. The buyer's clock is two hours ahead. */
export class LiveCase {
  readonly time = new FakeTime();
  readonly page = new FakePage();
  readonly bff: FakeBff;
  readonly clock: ServerClock;
  readonly live: LiveUpdates;
  readonly tokens: string[] = [];
  readonly connections: Connection[] = [];
  /** Called with each token that is handed over. */
  takeToken: () => void = () => undefined;
  /** What the client says it holds. */
  rev = 1;

  constructor(signer: Signer) {
    const { time } = this;
    time.buyerAheadMs = 7_200_000;
    const bff = (this.bff = new FakeBff(signer, time, open));
    const clock = (this.clock = new ServerClock({ now: time.buyer, monotonic: time.monotonic }));
    this.live = new LiveUpdates({
      url: `${SESSION_URL}/events`,
      fetch: bff.fetch,
      timers: time,
      clock,
      signals: this.page,
      random: () => 0.5,
      lastEventId: () => String(this.rev),
      onToken: (token) => {
        this.tokens.push(token);
        this.takeToken();
        return Promise.resolve();
      },
      poll: async (signal) => {
        const response = await bff.fetch(SESSION_URL, { signal });
        if (!response.ok) throw await errorOf(response, clock.now());
      },
      onConnection: (connection) => this.connections.push(connection),
    });
  }

  get connection(): Connection | undefined {
    return this.connections.at(-1);
  }

  /** With the first stream open. */
  async start(): Promise<void> {
    this.live.start();
    await until(() => this.connection === 'live');
  }

  refuseStreams(): void {
    this.bff.script = ({ path }) => (path === '/events' ? this.bff.problem(404, 'not-found') : undefined);
  }

  /** Stops. @returns what is left: `[timers, requests, subscriptions]` */
  end(): Promise<number[]> {
    this.live.stop();
    return settled(() => [this.time.pending, this.bff.inFlight, this.page.listeners]);
  }
}
