import puppeteer from 'puppeteer-core';
import type { Browser as PuppeteerBrowser, Frame, Page } from 'puppeteer-core';
import { sourceOf } from './tab.js';
import type { Browser, Engine, NamedKey, Tab } from './tab.js';
import { CHROMIUM_FLAGS, findChromium, findFirefox } from './tools.js';

/** A tab driven by Puppeteer; `page` is there for what only this way of driving can do. */
export class PuppeteerTab implements Tab {
  constructor(readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  run<Given extends unknown[], Answer>(script: (...given: Given) => Answer, ...given: Given): Promise<Answer> {
    return this.page.evaluate(sourceOf(script, given)) as Promise<Answer>;
  }

  async clickAt(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(key: NamedKey): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  async show(): Promise<void> {
    await this.page.bringToFront();
  }
}

/** What only Puppeteer can do with a tab. @throws TypeError for a tab that something else drives */
export function puppeteerPage(tab: Tab): Page {
  if (tab instanceof PuppeteerTab) return tab.page;
  throw new TypeError('this tab is not driven by Puppeteer');
}

/** A frame of a tab. Its scripts run in the frame, its mouse in the window around it. */
export class FrameTab extends PuppeteerTab {
  constructor(
    page: Page,
    private readonly frame: Frame,
  ) {
    super(page);
  }

  override run<Given extends unknown[], Answer>(script: (...given: Given) => Answer, ...given: Given): Promise<Answer> {
    return this.frame.evaluate(sourceOf(script, given)) as Promise<Answer>;
  }

  override async clickAt(x: number, y: number): Promise<void> {
    const box = await (await this.frame.frameElement())?.boundingBox();
    await this.page.mouse.click((box?.x ?? 0) + x, (box?.y ?? 0) + y);
  }
}

class PuppeteerEngine implements Engine {
  constructor(
    readonly name: string,
    private readonly browser: PuppeteerBrowser,
  ) {}

  async newBrowser(): Promise<Browser & { newTab(): Promise<PuppeteerTab> }> {
    const context = await this.browser.createBrowserContext();
    return {
      newTab: async () => new PuppeteerTab(await context.newPage()),
      close: () => context.close(),
    };
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Starts Chromium, driven through its own protocol. */
export async function startChromium() {
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  return new PuppeteerEngine('chromium', browser);
}

/** Starts Firefox, driven through WebDriver BiDi. */
export async function startFirefox() {
  return new PuppeteerEngine(
    'firefox',
    await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), headless: true }),
  );
}
