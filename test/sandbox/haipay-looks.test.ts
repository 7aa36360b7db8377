import { rig } from './haipay-rig.js';
import { clearFrames, expectGoodLooks } from './shown-page.js';

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
  afterEach(clearFrames);

  for (const [name, ask] of Object.entries(pages)) {
    it(`${name}: passes axe in both schemes, fits 360 px and has room for fingers`, async function () {
      // axe needs its time on a busy machine
      this.timeout(15_000);
      await expectGoodLooks(await ask(await prepared()));
    });
  }
});
