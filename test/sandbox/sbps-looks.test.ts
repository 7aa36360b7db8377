import { expect } from '@open-wc/testing';
import { pageStyle } from '../../src/sandbox/page-style.js';
import { writeShiftJisForm } from '../../src/sandbox/sbps-shift-jis.js';
import { answerIn, documentOf, mainText, merchant, rig, signed, walletPage } from './sbps-rig.js';
import { clearFrames, expectGoodLooks } from './shown-page.js';

type Test = ReturnType<typeof rig>;

const byNumber = async (test: Test, number = 'AB12CD34EF56GH78') => {
  const path = await test.open({ pay_method: 'webmoney', order_id: 'number' });
  return { path, answer: await test.post(`${path}/number`, { number }) };
};

/** Every kind of page, by what it shows. */
const pages: Readonly<Record<string, (test: Test) => Promise<Response>>> = {
  'the selection screen': async (test) => test.send(await test.open({ pay_method: '' })),
  'the list of wallets': async (test) => {
    const path = await test.open();
    await test.post(`${path}/product`, { product: 'alipay-plus' });
    return test.send(path);
  },
  'a code to scan': async (test) => test.send((await walletPage(test, 'gcash')).path),
  'a log-in': async (test) => test.send((await walletPage(test, 'boost')).path),
  'a log-in that lacks the account': async (test) =>
    test.post(`${(await walletPage(test, 'boost')).path}/login`, { account: '' }),
  'the wallet’s question': async (test) => test.send((await walletPage(test, 'gcash')).app),
  'the wallet’s answer': async (test) => {
    await answerIn(test, 'approve');
    return test.send(`/wallet/${test.payment().walletToken}/gcash?here`);
  },
  'the prepaid number': async (test) => test.send(await test.open({ pay_method: 'webmoney' })),
  'a number that is wrong': async (test) => (await byNumber(test, '1')).answer,
  'a payment that was made': async (test) => test.send(await answerIn(test, 'approve')),
  'a payment that was declined': async (test) => test.send(await answerIn(test, 'decline')),
  'a charge that stands': async (test) => {
    test.shop.answers = ['NG,'];
    return test.send((await byNumber(test)).path);
  },
  'a refusal': async (test) => test.request({ amount: '0' }),
  'the payment management tool': async (test) => {
    await answerIn(test, 'approve');
    await byNumber(test);
    const { token } = test.payment();
    await test.post('/tool/refund', { token, amount: '1' });
    return test.send('/tool');
  },
  'a refund that cannot be': async (test) => {
    await answerIn(test, 'approve');
    return test.post('/tool/refund', { token: test.payment().token, amount: '1001' });
  },
  'the front page': async (test) => {
    await test.open({ order_id: 'b1a2f3c4d5e6f7a8b9c0d1e2f3a4b5c6' });
    test.shop.answers = ['NG,not stored'];
    await byNumber(test);
    return test.send('/');
  },
};

describe('SBPS sandbox: its pages', () => {
  afterEach(clearFrames);

  for (const [name, ask] of Object.entries(pages)) {
    it(`${name}: passes axe in both schemes, fits 360 px and has room for fingers`, async function () {
      // axe needs its time on a busy machine
      this.timeout(15_000);
      const answer = await ask(rig());
      expect(await answer.clone().text()).to.contain('Sandbox — no real money');
      await expectGoodLooks(answer);
    });
  }

  it('may run nothing, load nothing but their style and icon, and post nowhere but to themselves and a merchant', async () => {
    const own = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
    for (const [name, ask] of Object.entries(pages)) {
      const answer = await ask(rig());
      const posts = ['a payment that was made', 'a payment that was declined', 'a charge that stands'].includes(name);
      const policy = answer.headers.get('content-security-policy');
      expect(policy, name).to.equal(posts ? own.replace("form-action 'self'", 'form-action https: http:') : own);
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      expect((await answer.text()).match(/<script|style=|javascript:/g), name).to.be.null;
    }
  });

  it('have a style and an icon that browsers find', async () => {
    const { send, page } = rig();
    expect(await (await send('/sandbox.css')).text()).to.equal(pageStyle);
    for (const path of ['/icon.svg', '/favicon.ico']) {
      expect((await send(path)).headers.get('content-type')).to.equal('image/svg+xml');
    }
    expect((await page('/')).querySelector('link[rel=icon]')?.getAttribute('href')).to.equal('/icon.svg');
    expect((await send('/', { method: 'POST' })).status).to.equal(405);
  });

  it('live under a path of the public URL', async () => {
    const test = rig({ publicUrl: 'https://sandbox.example/sbps' });
    const answer = await test.postText('/sbps/f01/FepBuyInfoReceive.do', writeShiftJisForm(await signed({})));
    const path = answer.headers.get('location') ?? '';
    expect(path).to.match(/^\/sbps\/pay\/[\da-f]{32}$/);
    const page = await test.page(path);
    const forms = Array.from(page.querySelectorAll('form'), (form) => form.getAttribute('action'));
    expect(forms).to.deep.equal([`${path}/product`, `${path}/cancel`]);
    expect(page.querySelector('link')?.getAttribute('href')).to.equal('/sbps/sandbox.css');
    expect(test.sandbox.waiting()[0]?.url).to.equal(`https://sandbox.example${path}`);
    expect((await test.send('/')).status).to.equal(404);
  });

  it('show hostile names as they are written', async () => {
    const hostile = '"><script>alert(1)</script>\'<img onerror=x>';
    const test = rig({ merchants: [{ ...merchant, name: hostile }] });
    test.shop.answers = [`NG,${hostile}`];
    const fields = { item_name: hostile.slice(0, 40), order_id: hostile.slice(0, 38), free1: hostile };
    const { path, app } = await walletPage(test, 'boost', fields);
    const answers = [
      await test.send(path),
      await test.post(`${path}/login`, { account: hostile }),
      await test.send(app),
      await test.post(app, { answer: 'approve' }),
      await test.send(app),
      await test.send(path),
      await test.send('/'),
      await test.request({ order_id: hostile.slice(0, 38), pay_method: hostile }),
    ];
    const number = await test.open({ order_id: 'o2', pay_method: 'webmoney', ...{ item_name: '<b>' } });
    answers.push(await test.send(number), await test.post(`${number}/number`, { number: hostile }));
    for (const answer of answers) {
      const page = await documentOf(answer);
      expect(page.querySelectorAll('script, img, b, [onerror]')).to.have.length(0);
    }
    const front = mainText(await documentOf(await test.send('/')));
    expect(front).to.contain(hostile.slice(0, 38)).and.to.contain(`NG,${hostile}`);
  });
});
