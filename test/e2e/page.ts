import { address, brokenWords, focused, goBack, heightOf, loadedAtMs, overflow, placeOf, wordsOf } from './in-page.js';
import type { Place } from './in-page.js';
import type { NamedKey, Tab } from './tab.js';
import { until } from './until.js';

/** No page here has more places for the focus to stop. */
const MOST_STOPS = 40;

/** So many equal looks say that a page is complete. */
const RESTING_LOOKS = 3;

/** What has not moved for so long lies still, milliseconds. */
const STILL_MS = 60;

/** A page as a buyer meets it: words to read, things with a role and a name to press. Everything waits for itself. */
export class Page<Driver extends Tab = Tab> {
  constructor(readonly tab: Driver) {}

  open(url: string): Promise<void> {
    return this.tab.open(url);
  }

  /** Presses the thing of that role and name with the mouse, once it is there and can be reached. */
  async click(role: string, name: string): Promise<void> {
    const place = await this.#find(role, name);
    await this.tab.clickAt(place.x, place.y);
  }

  /** Presses what leads to another page, or to the same one anew, and waits for that. */
  async follow(role: string, name: string): Promise<void> {
    const before = await this.tab.run(loadedAtMs);
    await this.click(role, name);
    const look = async () => (await this.tab.run(loadedAtMs)) !== before;
    await until(`the page behind the ${role} "${name}"`, look, { found: () => this.#here() });
  }

  /** Presses it twice, as fast as the driver can. */
  async clickTwice(role: string, name: string): Promise<void> {
    const { x, y } = await this.#find(role, name);
    await Promise.all([this.tab.clickAt(x, y), this.tab.clickAt(x, y)]);
  }

  /** Writes into the field of that name. */
  async fill(name: string, text: string): Promise<void> {
    await this.click('textbox', name);
    await this.tab.type(text);
  }

  /** Writes into the page's field for a password or a key, which has no role to find it by. */
  async fillSecret(text: string): Promise<void> {
    await this.tab.run(() => document.querySelector<HTMLInputElement>('[type=password]')?.focus());
    await this.tab.type(text);
  }

  /** Waits until the page says that. */
  async sees(words: string, patienceMs?: number): Promise<void> {
    const look = async () => (await this.words()).includes(words);
    await until(`"${words}"`, look, { patienceMs, found: () => this.#here() });
  }

  /** Waits until a thing of that role and name is there and can be pressed. */
  async has(role: string, name: string): Promise<void> {
    await this.#find(role, name);
  }

  /** Whether it is there and can be pressed at this moment. */
  async offers(role: string, name: string): Promise<boolean> {
    return 'x' in (await this.tab.run(placeOf, role, name));
  }

  /** Waits until the page's address begins like that. */
  async arrives(start: string, patienceMs?: number): Promise<void> {
    const look = async () => (await this.url()).startsWith(start);
    await until(`an address like ${start}`, look, { patienceMs, found: () => this.#here() });
  }

  /** Waits until nothing arrives any more that changes the page's height. */
  async rests(): Promise<void> {
    let last = 0;
    let same = 0;
    const look = async () => {
      const height = await this.tab.run(heightOf);
      same = height === last ? same + 1 : 0;
      last = height;
      return same === RESTING_LOOKS;
    };
    await until('the page to rest', look, { found: () => this.#here() });
  }

  words(): Promise<string> {
    return this.tab.run(wordsOf);
  }

  url(): Promise<string> {
    return this.tab.run(address);
  }

  overflow(): Promise<string[]> {
    return this.tab.run(overflow);
  }

  brokenWords(): Promise<string[]> {
    return this.tab.run(brokenWords);
  }

  focused(): Promise<string> {
    return this.tab.run(focused);
  }

  reload(): Promise<void> {
    return this.tab.reload();
  }

  /** Presses the browser's Back button; the page comes anew or out of the cache. */
  back(): Promise<void> {
    return this.tab.run(goBack);
  }

  /** Presses Tab until the thing of that name, or part of it, has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < MOST_STOPS; presses += 1) {
      if ((await this.focused()).includes(name)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}. ${await this.#here()}`);
  }

  press(key: NamedKey): Promise<void> {
    return this.tab.press(key);
  }

  /** The middle of a thing that lies still: a page may be shown before its style and its parts have arrived. */
  #find(role: string, name: string): Promise<{ x: number; y: number }> {
    let last: Place = { problem: '' };
    let sinceMs = 0;
    const look = async () => {
      const place = await this.tab.run(placeOf, role, name);
      const isSame = 'x' in place && 'x' in last && last.x === place.x && last.y === place.y;
      if (!isSame) sinceMs = performance.now();
      last = place;
      return 'x' in place && performance.now() - sinceMs >= STILL_MS && place;
    };
    const found = async () => `${'problem' in last ? last.problem : 'It moves.'} ${await this.#here()}`;
    return until(`${role} "${name}"`, look, { found });
  }

  async #here(): Promise<string> {
    return `At ${await this.url()}: ${await this.words()}`;
  }
}
