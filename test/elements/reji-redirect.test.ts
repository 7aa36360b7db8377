import { expect, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { RedirectAction } from '../../src/contract/next-action.js';
import type { RejiActionEvent } from '../../src/elements/events.js';
import type { RejiRedirect } from '../../src/elements/reji-redirect.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';
import {
  catchLeaving,
  mainButton,
  makeAction,
  makeRedirect,
  painted,
  releaseLeaving,
  sent,
  title,
} from './redirect-fixtures.js';

describe('reji-redirect', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));
  beforeEach(catchLeaving);
  afterEach(releaseLeaving);

  it('says where the buyer goes, and that it happens by itself', async () => {
    const el = await makeRedirect({ action: makeAction() });
    expect(title(el)).to.equal('You are going to WebMoney');
    expect(textOf(el)).to.contain('paymentpage.trxhost.com').and.contain('Moving on in a moment');
    expect(nameOf(mainButton(el))).to.equal('Continue to WebMoney');
    await expect(el).to.be.accessible();
  });

  it('speaks Japanese', async () => {
    const el = await makeRedirect({
      lang: 'ja',
      action: makeAction({ deadline: '2026-11-24T05:24:00.000Z' }),
      timeZone: 'Asia/Tokyo',
    });
    expect(title(el)).to.equal('WebMoney Transferに移動します');
    expect(textOf(el)).to.contain('11月24日(火) 14:24').and.contain('までにお支払いください。');
    await expect(el).to.be.accessible();
  });

  const refusals: [Partial<RedirectAction>, string, string][] = [
    [{ url: 'javascript:alert(1)' }, 'url-scheme', 'not one that this shop'],
    [{ url: 'https://other.example/' }, 'url-host', 'not one that this shop'],
    [{ fields: [['', '']] }, 'fields-invalid', 'damaged'],
    [{ charset: 'klingon' }, 'charset-invalid', 'damaged'],
  ];
  for (const [part, code, words] of refusals) {
    it(`refuses ${JSON.stringify(part)} and tells why, once`, async () => {
      const el = await makeRedirect();
      const codes: string[] = [];
      el.addEventListener('reji-redirect-error', (event) => codes.push(event.code));
      el.allowedHosts = '*.example  paymentpage.trxhost.com ';
      el.allowedHosts = 'paymentpage.trxhost.com';
      el.action = makeAction(part);
      await el.updateComplete;
      el.requestUpdate();
      await painted();
      expect([codes, sent]).to.eql([[code], []]);
      expect(textOf(el)).to.contain(words).and.contain(`Code for support: ${code}`);
      expect(allByRole(el, 'button').map(nameOf)).to.eql(['Choose another method']);
      await expect(el).to.be.accessible();
    });
  }

  it('asks for another method', async () => {
    const el = await makeRedirect({ manual: true, action: makeAction() });
    setTimeout(() => byRole(el, 'button', 'Choose another method').click());
    const { action } = await oneEvent<RejiActionEvent>(el, 'reji-action');
    expect(action).to.equal('other-method');
  });

  it('names the host where the brand is not given, and an unknown brand as it is', async () => {
    const el = await makeRedirect({ manual: true, brand: '', action: makeAction() });
    expect(title(el)).to.equal('You are going to paymentpage.trxhost.com');
    el.brand = '<img src=x onerror=alert(1)>';
    await el.updateComplete;
    expect(title(el)).to.equal('You are going to <img src=x onerror=alert(1)>');
  });

  it('leaves out a deadline that is no date', async () => {
    const el = await makeRedirect({ manual: true, action: makeAction({ deadline: '2026-99-99T05:24:00.000Z' }) });
    expect(textOf(el)).not.to.contain('until');
  });

  const ALIPAY = { brand: 'gcash', amount: { value: 12_480, currency: 'JPY' } };
  const TEN = { payWithinSeconds: 600, deadline: '2026-11-21T05:36:00.000Z' };
  const at = (instant: string) => ({ now: () => Date.parse(instant) });
  const countdown = (el: RejiRedirect) => el.shadowRoot?.querySelector('reji-countdown');

  it('names Alipay+, its page, the wallet and the ten minutes before the buyer goes', async () => {
    const el = await makeRedirect({ ...ALIPAY, action: makeAction(TEN) });
    expect(title(el)).to.equal('You are going to Alipay+');
    expect(textOf(el)).to.contain('You pay with GCash on the Alipay+ page');
    expect(textOf(el)).to.contain('Pay within 10 minutes after the Alipay+ page opens.');
    expect(textOf(el)).not.to.contain('Pay there until');
    expect(nameOf(mainButton(el))).to.equal('Continue to GCash');
    expect(el.shadowRoot?.querySelector('.notice strong')?.textContent).to.equal('within 10 minutes');
    expect(countdown(el)).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('says so in Japanese', async () => {
    const el = await makeRedirect({ ...ALIPAY, lang: 'ja', action: makeAction(TEN) });
    expect(title(el)).to.equal('Alipay+ に移動します');
    expect(textOf(el)).to.contain('Alipay+ の画面が開いてから10分以内にお支払いください。');
    expect(nameOf(mainButton(el))).to.equal('GCashへ進む');
    el.returned = true;
    await el.updateComplete;
    expect(textOf(el)).to.contain('Alipay+ の画面から戻ってきました。');
  });

  for (const payWithinSeconds of [0, -600, 59]) {
    it(`promises no minutes where there are ${payWithinSeconds} seconds`, async () => {
      const el = await makeRedirect({ ...ALIPAY, action: makeAction({ payWithinSeconds }) });
      expect(el.shadowRoot?.querySelector('.notice')).to.equal(null);
    });
  }

  it('counts down what is left after the buyer came back, in place of the rule', async () => {
    const clock = at('2026-11-21T05:27:36.000Z');
    const el = await makeRedirect({
      ...ALIPAY,
      clock,
      timeZone: 'Asia/Tokyo',
      returned: true,
      action: makeAction(TEN),
    });
    const timer = countdown(el) ?? expect.fail('no countdown');
    expect(title(el)).to.equal('Your payment is not finished yet');
    expect(textOf(el)).to.contain('You came back from the Alipay+ page.').and.not.contain('Pay within');
    expect(textOf(timer)).to.contain('8:24 left').and.contain('14:36');
    expect(timer.start).to.equal('2026-11-21T05:26:00.000Z');
    const rule = el.shadowRoot?.querySelector('.komochi');
    expect(rule && getComputedStyle(rule).display).to.equal('none');
    await expect(el).to.be.accessible();
  });

  it('asks the server once more when the time is over, and once only', async () => {
    const el = await makeRedirect();
    let asked = 0;
    el.addEventListener('reji-deadline', () => asked++);
    Object.assign(el, { ...ALIPAY, clock: at(TEN.deadline), returned: true, action: makeAction(TEN) });
    await el.updateComplete;
    await countdown(el)?.updateComplete;
    el.requestUpdate();
    await el.updateComplete;
    expect(asked).to.equal(1);
  });

  it('counts a page’s own time from where the payment began, and says nothing of it when that is over', async () => {
    const action = makeAction({ ...TEN, deadline: '2026-11-21T05:56:00.000Z' });
    const start = '2026-11-21T05:26:00.000Z';
    const given = { ...ALIPAY, start, returned: true, action };
    const el = await makeRedirect({ ...given, clock: at('2026-11-21T05:27:36.000Z') });
    const countdown = el.renderRoot.querySelector('reji-countdown');
    expect(countdown).to.include({ deadline: '2026-11-21T05:36:00.000Z', start });
    const late = await makeRedirect({ ...given, clock: at('2026-11-21T05:36:01.000Z') });
    expect(late.renderRoot.querySelector('reji-countdown')).to.equal(null);
  });

  for (const part of [{}, { payWithinSeconds: 600 }, { deadline: '2026-99-99T05:24:00.000Z' }]) {
    it(`has no clock for ${JSON.stringify(part)}`, async () => {
      const el = await makeRedirect({ ...ALIPAY, returned: true, action: makeAction(part) });
      expect([countdown(el), allByRole(el, 'button').length]).to.eql([null, 2]);
    });
  }

  it('bears a limit that no calendar has', async () => {
    const action = makeAction({ ...TEN, payWithinSeconds: Number.MAX_SAFE_INTEGER });
    const el = await makeRedirect({ ...ALIPAY, clock: at('2026-11-21T05:27:36.000Z'), returned: true, action });
    expect(textOf(countdown(el) ?? el)).to.contain('8:24 left');
  });

  it('tells of the shopping protection of WebMoney (prepaid), and of no other brand', async () => {
    const el = await makeRedirect({ brand: 'webmoney-prepaid', action: makeAction() });
    expect(textOf(el)).to.contain('Shopping Protection, switch it off first');
    expect(title(el)).to.contain('prepaid');
    expect(nameOf(mainButton(el))).to.equal('Continue to WebMoney prepaid');
    el.focusTitle();
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
    await expect(el).to.be.accessible();
    el.returned = true;
    await el.updateComplete;
    expect([title(el), textOf(el).includes('switch it off first')]).to.eql(['Your payment is not finished yet', true]);
    await expect(el).to.be.accessible();
    expect(textOf(await makeRedirect({ action: makeAction() }))).not.to.contain('Protection');
  });

  it('shows nothing without an action, and moves focus to its title when asked', async () => {
    const el = await makeRedirect();
    expect(textOf(el)).to.equal('');
    el.action = makeAction();
    el.manual = true;
    await el.updateComplete;
    el.focusTitle();
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
  });

  it('shows in forced colours', async () => {
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    const el = await makeRedirect({ action: makeAction({ deadline: '2026-11-24T05:24:00.000Z' }) });
    await expect(el).to.be.accessible();
    const notice = el.shadowRoot?.querySelector('.notice');
    expect(notice && getComputedStyle(notice).borderStyle).to.equal('solid');
    await executeServerCommand('media-features', {});
  });
});
