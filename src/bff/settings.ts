import { checkUrl } from '../contract/safe-url.js';
import { ASK_BACKOFF } from './attempts.js';
import type { AskBackoff } from './attempts.js';
import type { Log } from './log.js';
import type { BankDirectory } from './payout-port.js';
import type { Provider } from './provider.js';
import type { SessionSigner } from './session-signer.js';
import type { Store } from './store/store.js';
import type { Rules } from './transitions.js';

/** The two timer functions that the event streams need. */
export interface Timers {
  set(run: () => void, delayMs: number): unknown;
  clear(handle: unknown): void;
}

/** What a BFF is made of. */
export interface BffOptions {
  /** Public base URL of this server, without a slash at the end; a path in it is where the routes begin. */
  issuer: string;
  /** Origins of the shop's pages: they may call the browser routes, and return URLs must be on them. */
  origins: readonly string[];
  /** Bearer keys of the shop's servers; several, so that one can be exchanged without a gap. */
  apiKeys: readonly string[];
  signer: SessionSigner;
  store: Store;
  providers: readonly Provider[];
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
  /** Receives structured log lines without personal data. @default nothing is logged */
  log?: Log;
  /** How long a signed session is valid. @default 300 */
  tokenTtlSeconds?: number;
  /** The largest body from a shop or a browser. @default 64 kB */
  maxBodyBytes?: number;
  /** The largest body from a provider. @default 256 kB */
  maxWebhookBytes?: number;
  /** The network address of the buyer behind a request: Monetix's Gate takes no payment without it. @default unknown */
  clientAddress?: (request: Request) => string | undefined;
  /** How often a silent event stream shows that it lives. @default 15 000 */
  heartbeatMs?: number;
  /** How often providers are asked about an attempt. */
  askBackoff?: Partial<AskBackoff>;
  /** Life of a session for which the shop named none. @default 3600 */
  defaultExpiresInSeconds?: number;
  /** How often a buyer may try in one session. @default 10 */
  maxAttempts?: number;
  /** Where recipients of payouts look up their bank. @default none: they give its codes */
  banks?: BankDirectory;
  /** For tests: the timers of event streams. @default setTimeout and clearTimeout */
  timers?: Timers;
}

/** The options with their defaults, as the routes use them. */
export interface Settings {
  issuer: string;
  /** Path of the issuer's URL, '' when it has none. */
  basePath: string;
  origins: ReadonlySet<string>;
  apiKeys: readonly string[];
  signer: SessionSigner;
  store: Store;
  providers: readonly Provider[];
  now: () => number;
  log: Log;
  tokenTtlSeconds: number;
  maxBodyBytes: number;
  maxWebhookBytes: number;
  clientAddress: (request: Request) => string | undefined;
  heartbeatMs: number;
  rules: Rules;
  defaultExpiresInSeconds: number;
  banks: BankDirectory;
  timers: Timers;
}

const noBanks: BankDirectory = { banks: () => Promise.resolve([]), branches: () => Promise.resolve([]) };

const timers: Timers = {
  set: (run, delayMs) => setTimeout(run, delayMs),
  clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/** @throws Error naming the option that can't be used, never its value. */
export function readOptions(options: BffOptions): Settings {
  const issuer = safe('issuer', options.issuer);
  const origins = new Set(options.origins.map((origin) => safe('origins', origin).origin));
  if (origins.size === 0) throw new Error('createBff: origins must not be empty');
  if (new Set(options.providers.map(({ id }) => id)).size < options.providers.length) {
    throw new Error('createBff: two providers have the same id');
  }
  const basePath = issuer.pathname.replace(/\/+$/, '');
  return {
    issuer: issuer.origin + basePath,
    basePath,
    origins,
    apiKeys: options.apiKeys,
    signer: options.signer,
    store: options.store,
    providers: options.providers,
    now: options.now ?? Date.now,
    log: options.log ?? (() => undefined),
    tokenTtlSeconds: options.tokenTtlSeconds ?? 300,
    maxBodyBytes: options.maxBodyBytes ?? 64 * 1024,
    maxWebhookBytes: options.maxWebhookBytes ?? 256 * 1024,
    clientAddress: options.clientAddress ?? (() => undefined),
    heartbeatMs: options.heartbeatMs ?? 15_000,
    rules: { maxAttempts: options.maxAttempts ?? 10, backoff: { ...ASK_BACKOFF, ...options.askBackoff } },
    defaultExpiresInSeconds: options.defaultExpiresInSeconds ?? 3600,
    banks: options.banks ?? noBanks,
    timers: options.timers ?? timers,
  };
}

function safe(option: string, text: string): URL {
  const checked = checkUrl(text);
  if (!checked.ok) throw new Error(`createBff: ${option}: ${checked.code}`);
  return checked.url;
}
