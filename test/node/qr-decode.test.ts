import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import vectors from '../fixtures/emvco-vectors.json' with { type: 'json' };
import { PuppeteerTab } from '../e2e/puppeteer-engine.js';
import { CHROMIUM_FLAGS, findChromium, ROOT } from '../e2e/tools.js';

/** What a code says, and the width of the column it is shown in, CSS pixels. */
interface Sample {
  name: string;
  payload: string;
  widthPx: number;
  marked?: boolean;
}

const url = 'https://pay.example/q/7Hs92Kd0aQ';
const emvco = vectors.find(({ damaged }) => !damaged)?.payload ?? '';
/** An address with a long token, as long as asked for, the same each time. */
const address = (length: number) =>
  Array.from({ length: Math.ceil(length / 43) }, (_, at) => createHash('sha256').update(`${at}`).digest('base64url'))
    .reduce((text, part) => text + part, 'https://pay.example/q?token=')
    .slice(0, length);
// 1004 to 1091 bytes make a code of version 23, for which this decoder has a wrong table.
const kilobyte = address(1000);
const samples: Sample[] = [
  { name: 'a short URL', payload: url, widthPx: 360 },
  { name: 'a short URL in a narrow column', payload: url, widthPx: 240 },
  { name: 'a short URL with a mark in the middle', payload: url, widthPx: 360, marked: true },
  { name: `an EMVCo code of ${emvco.length} characters`, payload: emvco, widthPx: 360 },
  { name: '1 kB', payload: kilobyte, widthPx: 360 },
  { name: '2.9 kB where there is room', payload: address(2900), widthPx: 640 },
];

/** The element with all it needs, as one module. */
async function bundle(): Promise<string> {
  const [result] = [
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: `${ROOT}/src/elements/reji-qr.ts`, formats: ['es'] },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  ].flat();
  assert.ok(result && 'output' in result);
  return result.output[0].code;
}

/** Runs in the page: registers the element. */
async function define(source: string): Promise<void> {
  document.documentElement.style.colorScheme = 'light dark';
  document.body.style.background = 'light-dark(#fff, #131311)';
  const file = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const { RejiQr } = (await import(file)) as { RejiQr: { define(): void } };
  RejiQr.define();
}

/** Runs in the page: shows a sample and waits until its code is there. */
async function show({ payload, widthPx, marked }: Sample): Promise<void> {
  const column = document.createElement('div');
  column.style.inlineSize = `${widthPx}px`;
  const el = document.createElement('reji-qr');
  const deadline = new Date(Date.now() + 480_000).toISOString();
  Object.assign(el, { brand: 'gcash', amount: { value: 12480, currency: 'JPY' }, orderId: 'H-20418' });
  el.action = { type: 'qr', payload, deadline };
  if (marked) {
    const mark = Object.assign(document.createElement('div'), { slot: 'center' });
    mark.style.background = 'light-dark(#c8102e, #0b7a53)';
    el.append(mark);
  }
  column.append(el);
  document.body.replaceChildren(column);
  for (let tries = 0; tries < 500 && !el.shadowRoot?.querySelector('.code path'); tries++) {
    await new Promise((frame) => requestAnimationFrame(frame));
  }
}

/** Runs in the page: presses the button that saves, and catches the picture. */
async function save(): Promise<number[]> {
  const caught = new Promise<Blob>((done) => {
    URL.createObjectURL = (picture: Blob) => {
      done(picture);
      return 'blob:';
    };
  });
  HTMLAnchorElement.prototype.click = () => undefined;
  document.querySelector('reji-qr')?.shadowRoot?.querySelector<HTMLElement>('.actions button')?.click();
  return [...new Uint8Array(await (await caught).arrayBuffer())];
}

/** What a decoder that is not ours reads in a picture, dark on light as it must be. */
function read(picture: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture));
  return jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data;
}

describe('codes on a screen are read by another decoder', { timeout: 120_000 }, () => {
  let browser: Browser;
  let code: string;
  before(async () => {
    [browser, code] = await Promise.all([
      puppeteer.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS }),
      bundle(),
    ]);
  });
  after(() => browser.close());

  async function open(deviceScaleFactor: number, scheme: string): Promise<PuppeteerTab> {
    const page = await browser.newPage();
    await page.setViewport({ width: 680, height: 1000, deviceScaleFactor });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const tab = new PuppeteerTab(page);
    await tab.run(define, code);
    return tab;
  }

  for (const ratio of [1, 2, 3]) {
    for (const scheme of ['light', 'dark']) {
      test(`pixel ratio ${ratio}, ${scheme}`, async (context) => {
        const tab = await open(ratio, scheme);
        for (const sample of samples) {
          await context.test(sample.name, async () => {
            await tab.run(show, sample);
            const picture = await (await tab.page.$('reji-qr'))?.screenshot();
            assert.ok(picture && read(picture) === sample.payload, 'read as it was written');
          });
        }
        await tab.page.close();
      });
    }
  }

  test('a saved picture is read, too', async (context) => {
    const tab = await open(1, 'light');
    for (const sample of samples) {
      await context.test(sample.name, async () => {
        await tab.run(show, sample);
        const saved = await tab.run(save);
        assert.ok(read(Uint8Array.from(saved)) === sample.payload, 'read as it was written');
      });
    }
    await tab.page.close();
  });
});
