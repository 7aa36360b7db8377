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

/** The same for the start of the browser. */
const START_LIMIT_MS = 15_000;

/** One WebDriver session. Source of the commands: W3C WebDriver. */
class Session {
  #window = '';

  constructor(
    private readonly base: string,
    private readonly id: string,
  ) {}

  static async start(base: string, capabilities: object): Promise<Session> {
    const { sessionId } = (await call(`${base}/session`, 'POST', { capabilities }, START_LIMIT_MS)) as {
      sessionId: string;
    };
    return new Session(base, sessionId);
  }

  /** Makes the commands that follow go to this window. */
  async switchTo(handle: string): Promise<void> {
    if (this.#window === handle) return;
    await this.command('POST', '/window', { handle });
    this.#window = handle;
  }

  /** @throws Error with the driver's code and message */
  async command(method: string, path: string, body?: object): Promise<unknown> {
    return call(`${this.base}/session/${this.id}${path}`, method, body);
  }
}

async function call(url: string, method: string, body: object = {}, limitMs = COMMAND_LIMIT_MS): Promise<unknown> {
  const signal = AbortSignal.timeout(limitMs);
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
    await this.session.switchTo(this.handle);
  }

  /** Forgets what the page's host has stored in cookies, and closes the window. */
  async close(): Promise<void> {
    await this.#command('DELETE', '/cookie');
    await this.#command('DELETE', '/window');
  }

  async #act(source: object): Promise<void> {
    await this.#command('POST', '/actions', { actions: [source] });
  }

  async #command(method: string, path: string, body?: object): Promise<unknown> {
    await this.session.switchTo(this.handle);
    return this.session.command(method, path, body);
  }
}

/** Starts the driver and its browser, up to three times: now and then MiniBrowser comes up without ever answering. */
async function startSession(): Promise<{ session: Session; stop: () => void }> {
  for (let tries = 1; ; tries += 1) {
    const { port, browser, stop } = await startWebKit();
    const options = { binary: browser, args: ['--automation'] };
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
    try {
      return { session: await Session.start(`http://127.0.0.1:${port}`, { alwaysMatch }), stop };
    } catch (error) {
      stop();
      if (tries === 3) throw error;
    }
  }
}

/** Starts WebKitGTK, driven by plain WebDriver. A buyer has windows of one session, and leaves no cookies in it. */
export async function startWebKitGtk(): Promise<Engine> {
  const { session, stop } = await startSession();
  const home = (await session.command('GET', '/window')) as string;
  const newBrowser = (): Promise<Browser> => {
    const tabs: WebDriverTab[] = [];
    const newTab = async () => {
      await session.switchTo(home);
      // Windows, because a tab would be hidden: the driver does not bring it to the front, and then can't press in it.
      const { handle } = (await session.command('POST', '/window/new', { type: 'window' })) as { handle: string };
      const tab = new WebDriverTab(session, handle);
      tabs.push(tab);
      return tab;
    };
    const close = async () => {
      for (const tab of tabs) await tab.close();
    };
    return Promise.resolve({ newTab, close });
  };
  const close = async () => {
    await session.command('DELETE', '');
    stop();
  };
  return { name: 'webkit', newBrowser, close };
}
