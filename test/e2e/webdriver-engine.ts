import { sourceOf } from './tab.js';
import type { Browser, Engine, NamedKey, Tab } from './tab.js';
import { startWebKit } from './tools.js';

/** Code points that stand for keys. Source: WebDriver, 17.4.2 "Keyboard actions". */
const KEYS: Record<NamedKey, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
};

/** A command that takes longer will never end. */
const COMMAND_LIMIT_MS = 30_000;

/** One WebDriver session. Source of the commands: W3C WebDriver. */
class Session {
  constructor(
    private readonly base: string,
    private readonly id: string,
  ) {}

  static async start(base: string, capabilities: object): Promise<Session> {
    const { sessionId } = (await call(`${base}/session`, 'POST', { capabilities })) as { sessionId: string };
    return new Session(base, sessionId);
  }

  /** @throws Error with the driver's code and message */
  async command(method: string, path: string, body?: object): Promise<unknown> {
    return call(`${this.base}/session/${this.id}${path}`, method, body);
  }
}

async function call(url: string, method: string, body: object = {}): Promise<unknown> {
  const signal = AbortSignal.timeout(COMMAND_LIMIT_MS);
  const answer = await fetch(url, { method, signal, ...(method === 'POST' && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${new URL(url).pathname}: ${error}: ${message}`);
}

/** A window of a session. Commands go to the window that was switched to, so each one sees to that first. */
class WebDriverTab implements Tab {
  constructor(
    private readonly session: Session,
    private readonly handle: string,
    private readonly current: { handle: string },
  ) {}

  async open(url: string): Promise<void> {
    await this.#command('POST', '/url', { url });
  }

  run<Given extends unknown[], Answer>(script: (...given: Given) => Answer, ...given: Given): Promise<Answer> {
    const source = `return ${sourceOf(script, given)}`;
    return this.#command('POST', '/execute/sync', { script: source, args: [] }) as Promise<Answer>;
  }

  async clickAt(x: number, y: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  press(key: NamedKey): Promise<void> {
    return this.type(KEYS[key]);
  }

  async reload(): Promise<void> {
    await this.#command('POST', '/refresh');
  }

  async show(): Promise<void> {
    await this.#command('POST', '/window', { handle: this.handle });
  }

  async #act(source: object): Promise<void> {
    await this.#command('POST', '/actions', { actions: [source] });
  }

  async #command(method: string, path: string, body?: object): Promise<unknown> {
    if (this.current.handle !== this.handle) {
      await this.session.command('POST', '/window', { handle: this.handle });
      this.current.handle = this.handle;
    }
    return this.session.command(method, path, body);
  }
}

/** Starts WebKitGTK, driven by plain WebDriver. Each browser is a session of its own. */
export async function startWebKitGtk(): Promise<Engine> {
  const { port, browser, stop } = await startWebKit();
  const options = { binary: browser, args: ['--automation'] };
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
  const newBrowser = async (): Promise<Browser> => {
    const session = await Session.start(`http://127.0.0.1:${port}`, { alwaysMatch });
    const first = (await session.command('GET', '/window')) as string;
    const current = { handle: first };
    let unused: string | undefined = first;
    const newTab = async () => {
      // A window, because a tab would be hidden: the driver does not bring it to the front, and then can't press in it.
      const fresh = async () =>
        (await session.command('POST', '/window/new', { type: 'window' })) as { handle: string };
      const handle = unused ?? (await fresh()).handle;
      unused = undefined;
      return new WebDriverTab(session, handle, current);
    };
    return { newTab, close: async () => void (await session.command('DELETE', '')) };
  };
  return { name: 'webkit', newBrowser, close: () => Promise.resolve(stop()) };
}
