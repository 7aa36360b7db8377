import assert from 'node:assert/strict';
import type { Page } from './page.js';
import type { Purchase, Scenario } from './purchase.js';
import { puppeteerPage } from './puppeteer-engine.js';

/** The narrowest window that a page has to fit; CSS pixels. Source: WCAG 2.2, 1.4.10 "Reflow". */
const NARROW = { width: 320, height: 640 };

/** Text sizes to look at: as usual, and twice as large, as a reader sets it in the browser. */
const TEXT_SIZES = ['100%', '200%'];

function setTextSize(size: string): void {
  document.documentElement.style.setProperty('font-size', size);
}

/** Makes a window the narrowest. */
export const makeNarrow = ({ tab }: Page): Promise<void> => puppeteerPage(tab).setViewport(NARROW);

/** Plays a scenario in the narrowest window. */
export function narrow(scenario: Scenario): Scenario {
  return async (purchase: Purchase) => {
    await makeNarrow(purchase.page);
    await scenario(purchase);
  };
}

/** Looks at a screen with text of either size: nothing sticks out, no word is broken. */
export async function fits(page: Page, screen: string): Promise<void> {
  for (const size of TEXT_SIZES) {
    await page.tab.run(setTextSize, size);
    await page.rests();
    const seen = { screen, size, out: await page.overflow(), broken: await page.brokenWords() };
    assert.deepEqual(seen, { screen, size, out: [], broken: [] });
  }
  await page.tab.run(setTextSize, TEXT_SIZES[0] ?? '');
}

/** Looks at a screen in English and in other languages, by the shop's own switch. */
export async function fitsIn(page: Page, screen: string, others: readonly string[] = ['日本語']): Promise<void> {
  await fits(page, `${screen}, English`);
  for (const language of others) {
    await page.follow('button', language);
    await fits(page, `${screen}, ${language}`);
  }
  await page.follow('button', 'English');
  await page.rests();
}
