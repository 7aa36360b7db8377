import { expect } from '@open-wc/testing';
import type { LogEntry } from '../../src/bff/log.js';
import type { Provider } from '../../src/bff/provider.js';
import { gmoProvider } from '../../src/bff/providers/gmo.js';
import { monetixProvider } from '../../src/bff/providers/monetix.js';
import type { MonetixInterface } from '../../src/bff/providers/monetix-options.js';
import { sbpsProvider } from '../../src/bff/providers/sbps.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import type { Store } from '../../src/bff/store/store.js';
import type { GmoSandboxOptions } from '../../src/sandbox/gmo-options.js';
import { createGmoSandbox, type GmoSandbox } from '../../src/sandbox/gmo.js';
import type { MonetixSandboxOptions } from '../../src/sandbox/monetix-desk.js';
import { createMonetixSandbox, type MonetixSandbox } from '../../src/sandbox/monetix.js';
import type { SbpsSandboxOptions } from '../../src/sandbox/sbps-desk.js';
import { createSbpsSandbox, type SbpsSandbox } from '../../src/sandbox/sbps.js';
import { FrailProcess } from '../bff/frail.js';
import { API_KEY, Clock, Till } from '../bff/till.js';
import type { Answer } from '../bff/till.js';

export const MONETIX = 'https://monetix.example';
export const SBPS = 'https://sbps.example';
export const GMO = 'https://gmo.example';
/** What the shop has at GMO-PG in the beginning, in yen. */
export const FUNDS = 1_000_000;
export const SHOP_ID = 'rshop00000071';

const PROJECT = { id: 238, secret: 'sandbox-secret', name: 'Shop', test: true } as const;
const MERCHANT = { merchantId: '99999', serviceId: '001', hashKey: '398a58952baf329cac5efbae97ea84ba17028d02' };
const API = { basicId: '99999001', basicPassword: 'secret' };
const STORE_CALLS = [
  'get',
  'change',
  'create',
  'findIdempotency',
  'findByAttempt',
  'findByOrder',
  'keepMessage',
  'due',
  'accountsOf',
] as const;

/** A sandbox's page did not take what somebody did there. */
export class PageRefusal extends Error {}

/** How a town differs from the usual one. */
export interface TownOptions {
  interface?: MonetixInterface;
  monetix?: Partial<MonetixSandboxOptions>;
  sbps?: Partial<SbpsSandboxOptions>;
  gmo?: Partial<GmoSandboxOptions>;
  /** Providers that have no sandbox here. */
  others?: readonly Provider[];
}

/**
 * A shop's server and everybody whom it sends money to or gets it from: the real providers against the real sandboxes,
 * each the other's network, on one store and one clock. The server may be stopped and started again on the same store.
 */
export class Town {
  readonly clock = new Clock();
  readonly store: Store = new MemoryStore();
  readonly monetix: MonetixSandbox;
  readonly sbps: SbpsSandbox;
  readonly gmo: GmoSandbox;
  readonly logged: LogEntry[] = [];
  /** The server that runs now; what sandboxes tell goes to it. */
  till: Till;
  /** Asked at every answer on its way to a server: whether it is lost. */
  loses: () => boolean = () => false;
  #keys = 0;

  constructor(readonly options: TownOptions = {}) {
    const common = {
      now: this.clock.now,
      setTimer: () => 0,
      clearTimer: () => undefined,
      fetch: (request: Request) => this.till.bff(request),
    };
    this.monetix = createMonetixSandbox({ publicUrl: MONETIX, projects: [PROJECT], ...common, ...options.monetix });
    this.sbps = createSbpsSandbox({
      publicUrl: SBPS,
      merchants: [{ ...MERCHANT, wallets: ['gcash'], api: API }],
      retries: 5,
      ...common,
      ...options.sbps,
    });
    this.gmo = createGmoSandbox({
      publicUrl: GMO,
      shops: [{ shopId: SHOP_ID, shopPass: 'secret-71', funds: FUNDS }],
      ...common,
      ...options.gmo,
    });
    this.till = this.boot();
  }

  /** Another server on the same store, which may stop at any call to the store or to a provider. */
  boot(process = new FrailProcess(() => undefined)): Till {
    const send = async (request: Request) => {
      const response = await this.network(request);
      if (this.loses()) throw new TypeError('network');
      return response;
    };
    const network = process.wrap({ send }, ['send']);
    const fetch = (url: string, init: RequestInit) => network.send(new Request(url, init));
    const { now } = this.clock;
    const providers: Provider[] = [
      monetixProvider({
        projectId: PROJECT.id,
        secret: PROJECT.secret,
        interface: this.options.interface ?? 'gate',
        websiteUrl: 'https://merchant.example.com/',
        gateUrl: MONETIX,
        paymentPageUrl: `${MONETIX}/payment`,
        redirectHosts: ['monetix.example'],
        payouts: { fallbackIpAddress: '198.51.100.1' },
        now,
        fetch,
      }),
      sbpsProvider({
        ...MERCHANT,
        wallets: ['gcash'],
        webmoney: true,
        linkUrl: `${SBPS}/f01/FepBuyInfoReceive.do`,
        api: { ...API, url: `${SBPS}/api/xmlapi.do`, fetch },
        now,
      }),
      gmoProvider({ shopId: SHOP_ID, shopPassword: 'secret-71', apiUrl: GMO, now, fetch }),
      ...(this.options.others ?? []),
    ];
    const log = (entry: LogEntry) => this.logged.push(entry);
    const options = { providers, log };
    return new Till({ clock: this.clock, store: process.wrap(this.store, STORE_CALLS), options });
  }

  /** Who answers at an address. */
  network(request: Request): Promise<Response> {
    const { origin } = new URL(request.url);
    if (origin === MONETIX) return this.monetix(request);
    if (origin === SBPS) return this.sbps(request);
    return origin === GMO ? this.gmo(request) : expect.fail(`nobody is at ${origin}`);
  }

  /** A browser's form at a sandbox. @returns the page, or where it leads to */
  async form(url: string, fields: Iterable<[string, string]> | Record<string, string>): Promise<Response> {
    const pairs = Symbol.iterator in fields ? [...fields] : Object.entries(fields);
    const request = new Request(url, { method: 'POST', body: new URLSearchParams(pairs) });
    const response = await this.network(request);
    if (response.status >= 400) throw new PageRefusal(`${url}: ${await response.text()}`);
    return response;
  }

  /** A new Idempotency-Key, whichever server it is sent to. */
  key(): string {
    this.#keys += 1;
    return `key-${this.#keys}`;
  }

  /** A call of the shop's own server. */
  shop(path: string, body?: unknown, key?: string): Promise<Answer> {
    const headers = { Authorization: `Bearer ${API_KEY}`, 'Idempotency-Key': key ?? this.key() };
    return body === undefined ? this.till.call(path, { headers }) : this.till.post(path, body, headers);
  }

  /** The same, read. */
  async read<T>(path: string, body?: unknown, key?: string): Promise<T> {
    const answer = await this.shop(path, body, key);
    expect(answer.status, answer.text).to.be.below(300);
    return JSON.parse(answer.text) as T;
  }

  /** The sandboxes do what is due. */
  async deliver(): Promise<void> {
    await this.gmo.runDue();
    await this.monetix.deliverDue();
    await this.sbps.deliverDue();
  }

  /** Time goes by, with sandboxes and server doing what is due after each step. */
  async pass(seconds: number, turns = 1): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      this.clock.pass(seconds);
      await this.deliver();
      await this.till.bff.sweep();
    }
  }

  days(days: number): Promise<void> {
    return this.pass(86_400, days);
  }
}
