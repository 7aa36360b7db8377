import { expect } from '@open-wc/testing';
import { pageStyle } from '../../src/sandbox/page-style.js';
import { gmoWordsEn } from '../../src/sandbox/gmo-words-en.js';
import { gmoWordsJa } from '../../src/sandbox/gmo-words-ja.js';
import { base, documentOf, entered, heading, hourMs, mainText, pathOf, rig, shop } from './gmo-rig.js';
import type { Rig } from './gmo-rig.js';
import { clearFrames, expectGoodLooks } from './shown-page.js';

const every = ['Bank', 'Sevenatm', 'Amazongift', 'Aupay'];

/** Every kind of page, by what it shows. Each is asked for in the language of the test. */
const pages: Readonly<Record<string, (test: Rig) => Promise<Response>>> = {
  'the question': async ({ send, link }) => send(pathOf((await link())['Redirect_Url'])),
  'the question, answered wrongly': async ({ post, link }) =>
    post(pathOf((await link())['Redirect_Url']), { code1: 'x' }),
  'the ways': async (test) => test.send(await entered(test, every)),
  'the account': async (test) =>
    test.send(pathOf((await test.send(await entered(test, ['Bank']))).headers.get('location'))),
  'the account, wrong': async (test) =>
    test.post(pathOf((await test.send(await entered(test, ['Bank']))).headers.get('location')), { Bank_Code: '1' }),
  'the numbers': async (test) => {
    const path = await entered(test, every);
    return test.send(pathOf((await test.post(path, { way: 'sevenatm' })).headers.get('location')));
  },
  'the machine': ({ send }) => send('/atm'),
  'the machine with wrong numbers': ({ post }) => post('/atm', { partnerCode: '1' }),
  'the login': async (test) =>
    test.send(pathOf((await test.send(await entered(test, ['Amazongift']))).headers.get('location'))),
  'the charge': async (test) =>
    test.send(pathOf((await test.send(await entered(test, ['Aupay']))).headers.get('location'))),
  'the charge done': async (test) =>
    test.post(pathOf((await test.send(await entered(test, ['Aupay']))).headers.get('location')), {}),
  'a link that is not valid': ({ send }) => send('/mail/mail-deposit?token=x'),
  'the bank’s desk': ({ send }) => send('/bank'),
  'the front page': ({ send }) => send('/'),
  'a refusal': ({ post }) => post('/funds', { yen: 'x' }),
};

/** A sandbox with a transfer in each of its states, whose visitors ask for this language. */
async function prepared(lang: 'en' | 'ja'): Promise<Rig> {
  const test = rig({ holders: { '0001-813-1234567': 'ﾔﾏﾀﾞ ﾊﾅｺ' } });
  await test.keep();
  for (const id of ['made-1', 'made-2']) await test.deposit({ Deposit_ID: id });
  await test.pass(hourMs);
  await test.deposit({ Deposit_ID: 'registered-000000000000001' });
  const inLanguage = (path: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string> | undefined), 'accept-language': `${lang},fr;q=0.5` };
    return test.sandbox(new Request(new URL(path, base), { ...init, headers }));
  };
  const post = (path: string, fields: Record<string, string>) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return inLanguage(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  };
  return { ...test, send: inLanguage, post };
}

describe('GMO sandbox: its pages', () => {
  afterEach(clearFrames);

  for (const lang of ['en', 'ja'] as const) {
    for (const [name, ask] of Object.entries(pages)) {
      it(`${name} in ${lang}: passes axe in both schemes, fits 360 px and has room for fingers`, async function () {
        // axe needs its time on a busy machine
        this.timeout(15_000);
        const answer = await ask(await prepared(lang));
        expect((await documentOf(answer.clone())).documentElement.lang).to.equal(lang);
        await expectGoodLooks(answer);
      });
    }
  }

  it('say that they are a sandbox’s, under a strict policy', async () => {
    const test = await prepared('ja');
    for (const path of ['/', '/bank', '/atm', '/mail/mail-deposit', await entered(test, every)]) {
      const answer = await test.send(path);
      expect(answer.headers.get('content-security-policy')).to.equal(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'",
      );
      expect(answer.headers.get('referrer-policy')).to.equal('same-origin');
      const page = await documentOf(answer);
      expect(page.querySelector('header')?.textContent).to.contain('実際のお金は動きません');
      expect(page.querySelectorAll('script, [style], style')).to.have.length(0);
    }
    const plain = await documentOf(await rig().send('/'));
    expect(plain.querySelector('header')?.textContent).to.contain('Sandbox — no real money');
    expect(await (await test.send('/sandbox.css')).text()).to.equal(pageStyle);
    expect((await test.send('/icon.svg')).headers.get('content-type')).to.equal('image/svg+xml');
  });

  it('want forms where they have forms', async () => {
    const { send } = rig();
    for (const path of ['/atm', '/bank', '/faults', '/funds', '/expire', '/au-pay', '/amazon', '/mail/account']) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      expect((await send(path, init)).status, path).to.equal(415);
    }
    expect((await send('/faults')).status).to.equal(405);
    expect((await send('/nowhere')).status).to.equal(404);
  });

  it('live under a path when they are told to', async () => {
    const { send, raw } = rig({ publicUrl: `${base}/gmo/` });
    expect((await send('/')).status).to.equal(404);
    const page = await documentOf(await send('/gmo/'));
    expect(page.querySelector('link[rel=stylesheet]')?.getAttribute('href')).to.equal('/gmo/sandbox.css');
    expect(page.querySelector('main a')?.getAttribute('href')).to.equal('/gmo/bank');
    expect((await raw('/api/BalanceSearch.json', {})).status).to.equal(404);
    const link = { Deposit_ID: 'd', Amount: '1', Auth_Code: 'x', Call_Back_Url: 'https://shop.example/' };
    const answer = (await (await raw('/gmo/api/shop/LinkRedirectUrl.json', link)).json()) as Record<string, string>;
    expect(answer['Redirect_Url']).to.contain(`${base}/gmo/mail/mail-deposit?token=`);
  });

  it('show hostile text as text', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;
    const test = rig({ shops: [{ ...shop, name: hostile }], holders: { [hostile]: hostile } });
    await test.keep({ Free: hostile });
    await test.deposit({ Select_Key: '"><img src=x>' });
    const mean = { Client_Name: '"><img src=x onerror=alert(1)>', Call_Back_Url: 'https://shop.example/?"><script>' };
    const path = await entered(test, every, mean);
    const to = (page: string) => path.replace('/mail/mail-deposit', page);
    const query = encodeURIComponent(hostile);
    for (const answer of [
      await test.send('/'),
      await test.send('/bank'),
      await test.send(path),
      await test.post(to('/mail/account'), { Bank_Code: hostile, Account_Name: hostile, Account_Type: hostile }),
      await test.post(to('/amazon'), { email: hostile, password: hostile }),
      await test.send(to('/au-pay')),
      await test.send(`/mail/mail-deposit?token=${query}&pass=${query}`),
      await test.post('/atm', { partnerCode: hostile, customerNumber: hostile, confNumber: hostile }),
      await test.post('/faults', { broken: hostile }),
      await test.post('/expire', { shopId: hostile, depositId: hostile }),
      await test.post('/bank', { shopId: hostile, depositId: hostile, act: hostile }),
    ]) {
      expect((await documentOf(answer)).querySelectorAll('script, img, [onerror]')).to.have.length(0);
    }
    expect(mainText(await documentOf(await test.send('/')))).to.contain(hostile);
  });

  it('have every text in both languages', () => {
    const flat = (words: object): string[] =>
      Object.entries(words).flatMap(([name, value]) =>
        typeof value === 'object' ? flat(value as object).map((one) => `${name}.${one}`) : [name],
      );
    expect(flat(gmoWordsJa)).to.deep.equal(flat(gmoWordsEn));
  });
});

describe('GMO sandbox: the front page', () => {
  it('lists what waits and what ended, and where the money is', async () => {
    const test = rig();
    expect(mainText(await documentOf(await test.send('/')))).to.contain('None yet.');
    await test.keep();
    await test.deposit({ Deposit_ID: 'waits' });
    await test.deposit({ Deposit_ID: 'gone' });
    await test.deposit({ Method: '2', Deposit_ID: 'gone' });
    await test.link({ Remit_Method_Aupay: '1', Remit_Method_Bank: '1' });
    const page = await documentOf(await test.send('/'));
    const [waiting, ended] = Array.from(page.querySelectorAll('main ul'), ({ textContent }) => textContent);
    expect(waiting)
      .to.contain('waits')
      .and.contain('link-1')
      .and.contain('Bank account, au PAY')
      .and.not.contain('gone');
    expect(ended).to.contain('gone').and.contain('cancelled');
    expect(mainText(page)).to.contain('¥1,000,000').and.contain('¥997,460').and.contain('¥2,540');
    expect(test.sandbox.waiting().map(({ provider, id, what, amount }) => [provider, id, what, amount])).to.deep.equal([
      ['gmo', 'waits', 'Bank account', '¥1,000'],
      ['gmo', 'link-1', 'Bank account, au PAY', '¥1,000'],
    ]);
    const titles = test.sandbox
      .waiting()
      .map(async ({ url }) => heading(await documentOf(await test.send(pathOf(url)))));
    expect(await Promise.all(titles)).to.deep.equal(['Transfers at the bank', 'First, a question']);
  });

  it('lets links expire and adds funds', async () => {
    const test = rig();
    await test.link();
    await test.post('/expire', { shopId: shop.shopId, depositId: 'link-1' });
    expect(await test.status()).to.equal('3');
    await test.keep();
    await test.deposit();
    await test.post('/expire', { shopId: shop.shopId, depositId: 'deposit-1' });
    expect((await test.result())[0]).to.equal('0');
    expect((await test.post('/funds', { shopId: shop.shopId, yen: '500' })).headers.get('location')).to.equal('/');
    expect(test.books().fundsIn).to.equal(1_000_500);
    for (const yen of ['0', '-1', '1.5', 'x']) {
      expect((await test.post('/funds', { shopId: shop.shopId, yen })).status).to.equal(400);
    }
    expect((await test.post('/funds', { shopId: 'nobody', yen: '1' })).status).to.equal(400);
    expect((await test.post('/expire', { shopId: shop.shopId, depositId: 'x' })).status).to.equal(400);
  });
});
