import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, ROOT } from './tools.js';

const START_LIMIT_MS = 120_000;

/** The servers of the demo, as the environment names their ports. */
const PORTS = ['PORT', 'BFF_PORT', 'SANDBOX_PORT', 'SBPS_PORT', 'HAIPAY_PORT', 'GMO_PORT'] as const;

/** How the demo is started; see README. */
export interface DemoOptions {
  /** How Monetix is reached. @default `gate` */
  interface?: 'gate' | 'payment-page';
  /** Factor on the sandbox's waits between callback attempts. @default 1 */
  timeScale?: number;
}

/** A payment as the sandbox's front page lists it. */
export interface ListedPayment {
  id: string;
  /** `39.80 USD` */
  amount: string;
  /** `WebMoney Light · Gate · Hiyori Shōten` */
  about: string;
  status: string;
}

/** The switches of the sandbox's front page, by their form's names. */
export type Faults = Partial<
  Record<'duplicate' | 'delayMs' | 'lose' | 'loseCount' | 'receiptDelayMs' | 'reorder' | 'answerLost', string>
>;

/** The demo as a stranger starts it: `npm start`, its ports and folder given by the environment. */
export class Demo {
  readonly shop: string;
  readonly bff: string;
  /** Monetix's sandbox. */
  readonly sandbox: string;
  readonly sbps: string;
  readonly haipay: string;
  /** GMO-PG Remittance's sandbox. */
  readonly gmo: string;
  readonly #env: Record<string, string>;
  readonly #data: string;
  #child: ChildProcess | undefined;
  #guard: ChildProcess | undefined;
  #output = '';

  private constructor(data: string, ports: readonly number[], options: DemoOptions) {
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    const [shop = '', bff = '', sandbox = '', sbps = '', haipay = '', gmo = ''] = urls;
    [this.shop, this.bff, this.sandbox] = [shop, bff, sandbox];
    [this.sbps, this.haipay, this.gmo] = [sbps, haipay, gmo];
    this.#data = data;
    this.#env = {
      ...Object.fromEntries(PORTS.map((name, index) => [name, String(ports[index])])),
      REJI_DATA: data,
      MONETIX_INTERFACE: options.interface ?? 'gate',
      SANDBOX_TIME_SCALE: String(options.timeScale ?? 1),
    };
  }

  static async start(options: DemoOptions): Promise<Demo> {
    const data = await mkdtemp(join(tmpdir(), 'reji-e2e-'));
    const ports: number[] = [];
    for (const _ of PORTS) ports.push(await freePort());
    const demo = new Demo(data, ports, options);
    await demo.run();
    return demo;
  }

  /** Starts it, a first time or again with the same folder and ports; resolves when the shop's URL is printed. */
  async run(): Promise<void> {
    const child = spawn('npm', ['start'], {
      cwd: ROOT,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // a group of its own, so that all of it can be ended as a terminal or a power cut would
      detached: true,
    });
    this.#child = child;
    this.#guard = guard(child);
    this.#output = '';
    const take = (chunk: Buffer) => (this.#output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const up = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', () => this.#output.includes(`shop      ${this.shop}`) && resolve());
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}\n${this.#output}`)));
      setTimeout(() => reject(new Error(`npm start took too long\n${this.#output}`)), START_LIMIT_MS).unref();
    });
    await up;
  }

  /** Runs, with nothing going wrong: what a suite before left behind is put right. */
  async inOrder(): Promise<void> {
    if (!this.#child) await this.run();
    await this.faults({});
  }

  /** The key of the back office, as it stands in the window where the demo was started. */
  get officeKey(): string {
    return /back office .* key (\S+)/.exec(this.#output)?.[1] ?? '';
  }

  /** The last lines that it printed. */
  tail(): string {
    return this.#output.trimEnd().split('\n').slice(-15).join('\n');
  }

  /** Power cut: every process is gone at once, nothing is put away. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ctrl-C; resolves when the last of its processes is gone. */
  async interrupt(): Promise<void> {
    await this.#end('SIGINT');
  }

  /** Ends it and removes what it kept. */
  async close(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#data, { recursive: true, force: true });
  }

  /** Monetix's list of payments, newest first. */
  async payments(): Promise<ListedPayment[]> {
    const text = await (await fetch(`${this.sandbox}/`)).text();
    const [list = ''] = text.split('<h2>Callbacks</h2>');
    const spans =
      /<li><p class="pair"><span>(.*?)<\/span>\s*<span class="figure">(.*?)<\/span><\/p>\s*<p class="pair quiet"><span>(.*?)<\/span><span>(.*?)<\/span>/g;
    return [...list.matchAll(spans)].map(([, id = '', amount = '', about = '', status = '']) => ({
      id,
      amount,
      about,
      status,
    }));
  }

  /** How many callbacks of a payment the sandbox has, by their state: `delivered`, `lost`, `waiting` … */
  async callbacks(payment: string, state: string): Promise<number> {
    const text = await (await fetch(`${this.sandbox}/`)).text();
    const [, list = ''] = text.split('<h2>Callbacks</h2>');
    return list.split('<li>').filter((row) => row.includes(`<span>${payment}<`) && row.includes(`<span>${state}, `))
      .length;
  }

  /**
   * An order by the shop's own forms, without a browser. @param basket how many of each good, by id
   * @returns its checkout page
   */
  async order(basket: Readonly<Record<string, number>>, settings: Readonly<Record<string, string>>): Promise<string> {
    let cookie = '';
    const post = async (path: string, fields: Readonly<Record<string, string>>) => {
      const init = {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
        headers: { cookie },
      } as const;
      const answer = await fetch(this.shop + path, init);
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return answer.headers.get('location') ?? '';
    };
    await post('/settings', settings);
    for (const [good, count] of Object.entries(basket)) {
      for (let n = 0; n < count; n += 1) await post('/basket', { good, change: '1' });
    }
    return this.shop + (await post('/checkout', {}));
  }

  /** What the shop's page "provider side" lists, a line for each payment that waits. */
  async waiting(): Promise<string[]> {
    const text = await (await fetch(`${this.shop}/provider/stamp`)).text();
    return text.split('\n').filter(Boolean);
  }

  /** Title of the shop's own page of an order. */
  async orderTitle(order: string): Promise<string> {
    const page = await fetch(`${this.shop}/orders/${order}`, { headers: { 'accept-language': 'en' } });
    return /<h1>(.*?)<\/h1>/.exec(await page.text())?.[1] ?? '';
  }

  /** Switches what goes wrong at Monetix, or another sandbox, by its own form; what isn't named works again. */
  async faults(faults: Faults, at: 'sandbox' | 'sbps' | 'haipay' = 'sandbox'): Promise<void> {
    const body = new URLSearchParams(faults);
    const answer = await fetch(`${this[at]}/faults`, { method: 'POST', body, redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`the faults were not switched: ${await answer.text()}`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    process.kill(-child.pid, signal);
    await closed;
    this.#guard?.kill();
  }
}

/** Ends the demo's group should these tests be killed: the guard's input closes when they are gone, however they went. */
function guard({ pid }: ChildProcess): ChildProcess {
  const script = 'read line; kill -KILL -"$1"';
  const child = spawn('sh', ['-c', script, 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.unref();
  return child;
}
