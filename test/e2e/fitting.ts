import assert from 'node:assert/strict';
import type { Page } from './page.js';
import type { Purchase, Scenario } from './purchase.js';
import { puppeteerPage } from './puppeteer-engine.js';
import { sourceOf } from './tab.js';

/** The narrowest window that a page has to fit; CSS pixels. Source: WCAG 2.2, 1.4.10 "Reflow". */
const NARROW = { width: 320, height: 640 };

/** Text twice as large as usual, as a reader sets it in the browser; at once in every page that comes. */
function doubleText(): void {
  const set = () => document.documentElement.style.setProperty('font-size', '200%');
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', set);
  else set();
}

/** Plays a scenario in the narrowest window. */
export function narrow(scenario: Scenario): Scenario {
  return async (purchase: Purchase) => {
    await puppeteerPage(purchase.page.tab).setViewport(NARROW);
    await scenario(purchase);
  };
}

/** The same with text of double size. */
export function narrowAndLarge(scenario: Scenario): Scenario {
  return async (purchase: Purchase) => {
    const page = puppeteerPage(purchase.page.tab);
    await page.setViewport(NARROW);
    await page.evaluateOnNewDocument(sourceOf(doubleText, []));
    await page.reload();
    await scenario(purchase);
  };
}

/** Looks at a screen: nothing sticks out, no word is broken. */
export async function fits(page: Page, screen: string): Promise<void> {
  assert.deepEqual(
    { screen, out: await page.overflow(), broken: await page.brokenWords() },
    { screen, out: [], broken: [] },
  );
}

/** Looks at a screen in English and in other languages, by the shop's own switch. */
export async function fitsIn(page: Page, screen: string, others: readonly string[] = ['日本語']): Promise<void> {
  await page.rests();
  await fits(page, `${screen}, English`);
  for (const language of others) {
    await page.follow('button', language);
    await page.rests();
    await fits(page, `${screen}, ${language}`);
  }
  await page.follow('button', 'English');
  await page.rests();
}
