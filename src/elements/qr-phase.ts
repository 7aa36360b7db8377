import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageTicker } from './page-ticker.js';

/** The last stretch, as the countdown has it. */
const LAST_MS = 60_000;

/** What a phase reads of its element. */
export interface QrPhaseHost extends ReactiveControllerHost {
  /** `deadline`: ISO 8601 in UTC. */
  readonly action: { readonly deadline: string } | undefined;
  readonly clock: { now(): number } | undefined;
  /** The server has said that it is over. */
  readonly over: boolean;
}

/** Where a code stands before its deadline, by the host's clock; the host is updated when that changes. */
export class QrPhase implements ReactiveController {
  /** `last` is the last minute. A deadline that can't be read never comes. */
  now: 'open' | 'last' | 'over' = 'open';

  #host: QrPhaseHost;
  #unsubscribe: (() => void) | undefined;

  constructor(host: QrPhaseHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = pageTicker.subscribe(() => {
      if (this.#phase() !== this.now) this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  hostUpdate(): void {
    this.now = this.#phase();
  }

  #phase(): QrPhase['now'] {
    const { action, clock, over } = this.#host;
    const leftMs = Date.parse(action?.deadline ?? '') - (clock ?? Date).now();
    if (over || leftMs <= 0) return 'over';
    return leftMs <= LAST_MS ? 'last' : 'open';
  }
}
