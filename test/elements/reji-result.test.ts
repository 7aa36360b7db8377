import { expect, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { RejiActionEvent } from '../../src/elements/events.js';
import type { RejiResult } from '../../src/elements/reji-result.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { allByRole, byRole, textOf } from './by-role.js';
import { factsOf, failedTry, makeResult, paid, stampOf, stampWords, sums, title, ways } from './result-fixtures.js';

const SUCCEEDED = { ...paid, status: 'succeeded' };
const CHECKING = { ...paid, status: 'needsAttention', code: 'amount-differs' };

/** Presses, and answers what was asked for; nothing opens. */
async function press(el: RejiResult, role: string, name: string): Promise<string> {
  el.addEventListener('reji-action', (event) => event.preventDefault(), { once: true });
  setTimeout(() => byRole(el, role, name).click());
  return (await oneEvent<RejiActionEvent>(el, 'reji-action')).action;
}

describe('reji-result', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

  it('sets a payment as a slip with its facts and the stamp', async () => {
    const el = await makeResult(SUCCEEDED);
    expect([title(el), ...sums(el)]).to.eql(['Payment complete', '84.20 US dollars']);
    expect(textOf(el)).to.contain('Order H-20430');
    expect(factsOf(el)).to.eql([
      ['Paid with', 'WebMoney Classic'],
      ['Date', '22 Nov 2026, 00:26'],
      ['Reference', '1029384756'],
      ['Shop', 'ひより商店'],
    ]);
    expect(stampWords(el)).to.eql(['22 NOV', 'PAID']);
    await expect(el).to.be.accessible();
  });

  it('speaks Japanese', async () => {
    const el = await makeResult(SUCCEEDED, { lang: 'ja' });
    expect(title(el)).to.equal('お支払いが完了しました');
    expect(stampWords(el)).to.eql(['26.11.22', '支払済']);
    expect(ways(el)).to.eql(['ショップに戻る', '控えを印刷']);
    await expect(el).to.be.accessible();
  });

  it('dates the slip in the reader’s zone and the stamp in the shop’s', async () => {
    const el = await makeResult(SUCCEEDED, { timeZone: 'Europe/Riga' });
    expect(factsOf(el)[1]).to.eql(['Date', '21 Nov 2026, 17:26']);
    expect(stampWords(el)[0]).to.equal('22 NOV');
    el.shopTimeZone = 'America/New_York';
    await el.updateComplete;
    expect(stampWords(el)[0]).to.equal('21 NOV');
  });

  it('leaves out what it does not know, or can’t read', async () => {
    const el = await makeResult({ status: 'succeeded', order: { id: 'H-1', returnUrl: 'https://shop.example/' } });
    expect([factsOf(el), stampWords(el)]).to.eql([[], ['PAID']]);
    const odd = await makeResult({ ...SUCCEEDED, method: 'gone:away' });
    Object.assign(odd, { session: { ...odd.session, paidAt: '2026-99-99T00:00:00.000Z' } });
    await odd.updateComplete;
    expect(factsOf(odd).map(([label]) => label)).to.eql(['Reference', 'Shop']);
    const lost = await makeResult(SUCCEEDED, { timeZone: 'Mars/Olympus', shopTimeZone: 'Mars/Olympus' });
    expect([factsOf(lost).length, stampWords(lost)]).to.eql([3, ['PAID']]);
  });

  it('presses the stamp only when the result has just arrived', async () => {
    const el = await makeResult(SUCCEEDED);
    expect(el.getAnimations({ subtree: true })).to.eql([]);
    el.live = true;
    await el.updateComplete;
    expect(stampOf(el)?.getAnimations()).to.have.length(1);
    const back = await makeResult({ ...paid, status: 'refunded' }, { live: true });
    expect(stampOf(back)?.getAnimations()).to.eql([]);
  });

  it('stands still for those who want less motion', async () => {
    if (!(await executeServerCommand('media-features', { 'prefers-reduced-motion': 'reduce' }))) return;
    const el = await makeResult(SUCCEEDED, { live: true });
    expect(stampOf(el)?.getAnimations()).to.eql([]);
    await executeServerCommand('media-features', {});
  });

  it('keeps a quiet stamp for money that went back, without a day it does not know', async () => {
    const el = await makeResult({ ...paid, status: 'refunded' });
    expect([title(el), ...stampWords(el)]).to.eql(['Refunded']);
    expect(stampWords(await makeResult({ ...paid, status: 'refunded' }, { lang: 'ja' }))).to.eql(['返金済']);
    expect(factsOf(el).map(([label]) => label)).to.eql(['Paid with', 'Reference', 'Shop']);
    await expect(el).to.be.accessible();
  });

  it('names Alipay+ again when a wallet has paid', async () => {
    const el = await makeResult({ ...SUCCEEDED, method: 'sbps:alipay-plus/gcash' });
    expect(factsOf(el)[0]).to.eql(['Paid with', 'GCash (Alipay+)']);
  });

  it('lets the buyer start again when the time of a try ran out', async () => {
    const el = await makeResult(failedTry('timed-out', { method: 'sbps:alipay-plus/gcash' }));
    expect(title(el)).to.equal('Time ran out');
    expect(textOf(el)).to.contain('You were not charged unless GCash says so.');
    expect(ways(el)).to.eql(['Start again', 'Choose another method']);
    expect(await press(el, 'button', 'Start again')).to.equal('try-again');
    expect(await press(el, 'button', 'Choose another method')).to.equal('other-method');
    await expect(el).to.be.accessible();
    expect(ways(await makeResult({ ...failedTry('timed-out') }, { lang: 'ja' }))).to.eql([
      'もう一度支払う',
      '別の方法を選ぶ',
    ]);
  });

  it('gives both dates of a payment that was late, where it was', async () => {
    const late = { ...CHECKING, code: 'paid-late' };
    const dates = async (part: object) => factsOf(await makeResult({ ...late, ...part })).slice(1, -1);
    expect(await dates({})).to.eql([
      ['Deadline', '21 Nov 2026, 15:20'],
      ['Paid', '22 Nov 2026, 00:26'],
    ]);
    expect(await dates({ paidAt: '2026-11-21T05:30:00.000Z' })).to.eql([['Received', '21 Nov 2026, 14:30']]);
    expect(await dates({ paidAt: undefined })).to.eql([]);
  });

  const plain: [what: string, part: object, title: string, ways: string[]][] = [
    ['a failed session', { status: 'failed', code: 'declined' }, 'The payment did not work', ['Back to the shop']],
    ['an expired one', { status: 'expired' }, 'Time ran out', ['Start again', 'Back to the shop']],
    ['a canceled one', { status: 'canceled' }, 'The payment was ended', ['Back to the shop']],
    ['one that needs a look', CHECKING, 'The shop is checking', ['Back to the shop']],
    [
      'a late payment',
      { ...CHECKING, code: 'paid-late' },
      'Your payment came after the deadline',
      ['Back to the shop'],
    ],
    ['a declined try', failedTry('declined'), 'The payment was declined', ['Pay another way', 'Try WebMoney again']],
  ];
  for (const [what, part, expected, found] of plain) {
    it(`tells of ${what}, without a stamp`, async () => {
      const el = await makeResult(part);
      expect([title(el), ways(el), stampOf(el)]).to.eql([expected, found, null]);
      expect(sums(el)).to.eql(['84.20 US dollars']);
      await expect(el).to.be.accessible();
    });
  }

  it('gives the code for support, and advice', async () => {
    const el = await makeResult(failedTry('limit-exceeded', { providerCode: '20101' }));
    expect(textOf(el)).to.contain('Code for support: 20101').and.contain('You can see your limits in WebMoney.');
    expect(textOf(await makeResult({ status: 'failed', code: 'declined' }))).to.contain('Code for support: declined');
  });

  it('gives the shop’s facts while it is checking, and says the sentences apart', async () => {
    const el = await makeResult(CHECKING);
    expect(factsOf(el).map(([label]) => label)).to.eql(['Payment method', 'Received', 'Number for the shop']);
    expect(textOf(el)).to.contain('needs a look. Please do not pay again. The shop');
    expect(textOf(await makeResult(CHECKING, { lang: 'ja' }))).to.contain(
      'ありました。もう一度支払わないでください。結果は',
    );
  });

  it('names the method of what was not paid, with its family, where it is known', async () => {
    const method = 'sbps:alipay-plus/gcash';
    for (const part of [
      failedTry('declined', { method }),
      failedTry('timed-out', { method }),
      { status: 'expired', method },
      { status: 'failed', code: 'declined', method },
    ]) {
      expect(factsOf(await makeResult(part))).to.eql([['Payment method', 'GCash (Alipay+)']]);
    }
    expect(factsOf(await makeResult(failedTry('declined'), { lang: 'ja' }))).to.eql([
      ['お支払い方法', 'WebMoney Transfer (Light)'],
    ]);
    for (const part of [
      failedTry('declined', { method: 'gone:away' }),
      { status: 'expired' },
      { status: 'canceled' },
    ]) {
      expect((await makeResult(part)).shadowRoot?.querySelector('dl')).to.equal(null);
    }
  });

  const asks: [part: object, role: string, name: string, action: string][] = [
    [SUCCEEDED, 'link', 'Back to the shop', 'back-to-shop'],
    [SUCCEEDED, 'button', 'Print receipt', 'print'],
    [CHECKING, 'link', 'Contact the shop', 'contact-shop'],
    [failedTry('declined'), 'button', 'Pay another way', 'other-method'],
    [failedTry('declined'), 'button', 'Try WebMoney again', 'try-again'],
    [{ status: 'expired' }, 'link', 'Start again', 'start-again'],
  ];
  for (const [part, role, name, action] of asks) {
    it(`asks for ${action}`, async () => {
      const el = await makeResult(part, { contactUrl: 'mailto:shop@shop.example' });
      expect(await press(el, role, name)).to.equal(action);
    });
  }

  it('goes back by a link, unless the page says that it does so itself', async () => {
    const el = await makeResult(SUCCEEDED);
    const link = byRole<HTMLAnchorElement>(el, 'link', 'Back to the shop');
    expect(link.href).to.equal('https://shop.example/thanks');
    const clicks: boolean[] = [];
    const stay = (event: Event) => {
      clicks.push(event.defaultPrevented);
      event.preventDefault();
    };
    document.addEventListener('click', stay);
    link.click();
    el.addEventListener('reji-action', (event) => event.preventDefault());
    link.click();
    document.removeEventListener('click', stay);
    expect(clicks).to.eql([false, true]);
  });

  it('opens the print dialog, unless the page prints itself', async () => {
    const print = window.print.bind(window);
    let printed = 0;
    window.print = () => void printed++;
    const el = await makeResult(SUCCEEDED);
    byRole(el, 'button', 'Print receipt').click();
    expect(printed).to.equal(1);
    await press(el, 'button', 'Print receipt');
    window.print = print;
    expect(printed).to.equal(1);
  });

  for (const returnUrl of [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://shop.example/',
    'https://a:b@shop.example/',
    '/',
  ]) {
    it(`offers no way back to ${returnUrl}`, async () => {
      const el = await makeResult({ ...SUCCEEDED, order: { id: 'H-1', returnUrl } });
      expect(allByRole(el, 'link')).to.eql([]);
    });
  }

  it('lets the shop be reached only where it says how', async () => {
    for (const contactUrl of ['', 'javascript:alert(1)', 'data:text/html,x', 'nonsense']) {
      expect(ways(await makeResult(CHECKING, { contactUrl }))).to.eql(['Back to the shop']);
    }
    for (const contactUrl of ['https://shop.example/help', 'mailto:shop@shop.example', 'tel:+81-3-0000-0000']) {
      expect(ways(await makeResult(CHECKING, { contactUrl }))).to.eql(['Contact the shop', 'Back to the shop']);
    }
  });

  it('leaves out what it is told to', async () => {
    expect(ways(await makeResult(SUCCEEDED, { noPrint: true, noReturn: true }))).to.eql([]);
  });

  it('shows nothing while the payment is under way', async () => {
    const pending = { status: 'pending', method: 'monetix:webmoney', attempt: 'a', nextAction: { type: 'wait' } };
    for (const part of [{ status: 'open' }, pending]) expect(textOf(await makeResult(part))).to.equal('');
    const el = await makeResult(SUCCEEDED);
    el.session = undefined;
    await el.updateComplete;
    expect(textOf(el)).to.equal('');
  });

  it('shows names from the server as text', async () => {
    const order = { id: '<b>H</b>', shop: '<img src=x onerror=alert(1)>', returnUrl: 'https://shop.example/' };
    const el = await makeResult({ ...SUCCEEDED, order, reference: '"\'&№😀' });
    expect(textOf(el)).to.contain('<b>H</b>').and.contain('<img src=x onerror=alert(1)>').and.contain('"\'&№😀');
  });

  it('moves focus to its title when asked', async () => {
    const el = await makeResult(SUCCEEDED);
    el.focusTitle();
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
  });

  it('draws the stamp in the page’s text colour where colours are forced', async () => {
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    const el = await makeResult(SUCCEEDED);
    const stamp = stampOf(el);
    expect(stamp && getComputedStyle(stamp).color).to.equal(getComputedStyle(byRole(el, 'heading')).color);
    await executeServerCommand('media-features', {});
  });
});
