import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
import { pageStyle } from '../../src/sandbox/page-style.js';
import { rig } from './haipay-rig.js';

const axeUrl = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url).href;

type AxeWindow = Window & { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } };

function loaded(element: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error('not loaded')), { once: true });
  });
}

/** Shows a page in a frame as wide as a small phone, with its style put where its links are; it stays where it is. */
async function show(answer: Response): Promise<{ document: Document; window: AxeWindow }> {
  const style = `<style>${pageStyle} :root { color-scheme: light; } :root[data-dark] { color-scheme: dark; }</style>`;
  const frame = document.createElement('iframe');
  frame.width = '360';
  frame.height = '640';
  frame.srcdoc = (await answer.text())
    .replace(/<link rel="stylesheet"[^>]*>/, style)
    .replace(/<link rel="icon"[^>]*>|<meta http-equiv="refresh"[^>]*>/g, '');
  const shown = loaded(frame);
  document.body.append(frame);
  await shown;
  const inner = frame.contentDocument ?? expect.fail('no document');
  const script = inner.createElement('script');
  script.src = axeUrl;
  const ready = loaded(script);
  inner.head.append(script);
  await ready;
  return { document: inner, window: frame.contentWindow as unknown as AxeWindow };
}

type Rig = Awaited<ReturnType<typeof rig>>;

/** Every kind of page, by what it shows. */
const pages: Readonly<Record<string, (test: Rig) => Promise<Response>>> = {
  'a wallet’s app': ({ send, payment }) => send(`/pay/${payment('au-pay').token}`),
  'a payment approved': ({ inWallet }) => inWallet('approve', 'au-pay'),
  'a payment to be confirmed': ({ inWallet }) => inWallet('later', 'au-pay'),
  'a payment declined': ({ inWallet }) => inWallet('decline', 'au-pay'),
  'the numbers of a store with a machine': ({ send, payment }) => send(`/pay/${payment('konbini-lawson').token}`),
  'the number of a store without one': ({ send, payment }) => send(`/pay/${payment('konbini-seven-eleven').token}`),
  'a bank account, a part paid': ({ send, payment }) => send(`/pay/${payment('gmo-aozora').token}`),
  'the counter': ({ send }) => send('/counter'),
  'the counter with wrong numbers': ({ post }) => post('/counter', { number: '1', second: '2' }),
  'the register': async ({ send, ringUp }) => send((await ringUp('konbini-lawson')).headers.get('location') ?? ''),
  'the register that refuses': ({ send, payment }) => send(`/counter/${payment('konbini-lawson').token}`),
  'the bank': ({ send, payment }) =>
    send(`/bank?account=${payment('gmo-aozora').account}&done=${payment('gmo-aozora').token}`),
  'the bank with a wrong amount': ({ transfer }) => transfer('x', 'gmo-aozora'),
  'the scanner': ({ send }) => send('/wallet'),
  'the scanner with a damaged code': ({ post }) => post('/wallet', { payload: '000201' }),
  'the front page': ({ send }) => send('/'),
  'a refusal': ({ post }) => post('/faults', { lose: 'x' }),
};

async function prepared(): Promise<Rig> {
  const test = await rig();
  const products = ['au-pay', 'merpay', 'konbini-lawson', 'konbini-seven-eleven', 'gmo-aozora'] as const;
  for (const product of products) await test.apply(product, { orderId: product });
  await test.apply('konbini-ministop', { orderId: 'b1a2f3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4' }, 'USD');
  await test.inWallet('later', 'merpay');
  await test.transfer('300', 'gmo-aozora');
  await test.sandbox.deliverDue();
  return test;
}

describe('HaiPay sandbox: its pages', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  for (const [name, ask] of Object.entries(pages)) {
    it(`${name}: passes axe in both schemes, fits 360 px and has room for fingers`, async function () {
      // axe needs its time in WebKit
      this.timeout(15_000);
      const { document: page, window } = await show(await ask(await prepared()));
      const problems = async (options: RunOptions) => {
        const { violations } = await window.axe.run(page, { ...options, resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      };
      expect(await problems({})).to.deep.equal([]);
      page.documentElement.dataset['dark'] = '';
      expect(await problems({ runOnly: ['color-contrast'] })).to.deep.equal([]);
      expect(page.documentElement.scrollWidth).to.be.at.most(360);
      const controls = page.querySelectorAll('button, .button, select, input:not([type=hidden], [type=checkbox])');
      for (const control of controls) {
        expect(control.getBoundingClientRect().height, control.textContent).to.be.at.least(44);
      }
    });
  }
});
