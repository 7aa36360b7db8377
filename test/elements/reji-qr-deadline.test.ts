import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Ticker } from '../../src/client/ticker.js';
import { pageTicker } from '../../src/elements/page-ticker.js';
import type { RejiQr } from '../../src/elements/reji-qr.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { FakePage } from '../client/fake-page.js';
import { FakeTime } from '../client/fake-time.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';
import { ACTION, heard, makeQr, settled } from './qr-fixtures.js';

const types = () => heard.map(({ type }) => type);
const actions = () => heard.map((event) => ('action' in event ? event.action : event.type));
const modules = (el: RejiQr) => el.renderRoot.querySelector('path[d^="M4 4h7"]');

describe('reji-qr towards its deadline', () => {
  before(() => Promise.all([displayTexts.load('en'), displayTexts.load('ja')]));
  beforeEach(() => (heard.length = 0));

  let time: FakeTime;
  beforeEach(() => {
    time = new FakeTime();
    const ticker = new Ticker({ timers: time, signals: new FakePage(), now: time.buyer });
    pageTicker.subscribe = (listener) => ticker.subscribe(listener);
  });
  afterEach(() => Reflect.deleteProperty(pageTicker, 'subscribe'));

  const until = (afterMs: number): Partial<RejiQr> => ({
    action: { ...ACTION, deadline: new Date(time.startMs + afterMs).toISOString() },
    clock: { now: time.server },
  });
  const pass = async (el: RejiQr, ms: number) => {
    await time.pass(ms);
    await el.updateComplete;
    await settled(el);
  };

  it('says in the last minute what comes, and keeps the code', async () => {
    const el = await makeQr(until(62_000));
    expect(textOf(el)).not.to.contain('ends in a moment');
    await pass(el, 3000);
    expect(textOf(el)).to.contain('ends in a moment');
    expect(modules(el)).not.to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('takes the code away at zero, tells the host once, and offers a new one', async () => {
    const el = await makeQr(until(3000));
    expect(modules(el)).not.to.equal(null);
    await pass(el, 4000);
    expect([modules(el), allByRole(el, 'img').length]).to.deep.equal([null, 0]);
    expect(types()).to.deep.equal(['reji-deadline']);
    expect(nameOf(byRole(el, 'heading'))).to.equal('This code no longer works');
    expect(textOf(el)).to.contain('You were not charged unless GCash says so.');
    byRole(el, 'button', 'Try again').click();
    expect(actions()).to.deep.equal(['reji-deadline', 'try-again']);
    await expect(el).to.be.accessible();
  });

  it('gives the focus to the heading when the button that had it goes, and takes none that is elsewhere', async () => {
    for (const [name, kept] of [
      ['Save picture', false],
      ['Choose another method', true],
    ] as const) {
      const el = await makeQr(until(3000));
      const button = byRole(el, 'button', name);
      button.focus();
      await pass(el, 4000);
      expect(el.shadowRoot?.activeElement).to.equal(kept ? button : byRole(el, 'heading'));
    }
  });

  it('shows the code again when the server gives it more time', async () => {
    const el = await makeQr(until(-1000));
    expect(modules(el)).to.equal(null);
    el.action = { ...ACTION, deadline: new Date(time.startMs + 60_000 * 60 * 24 * 35).toISOString() };
    await settled(el);
    expect(modules(el)).not.to.equal(null);
  });

  it('stops looking at the clock when it leaves the page', async () => {
    const el = await makeQr(until(3000));
    el.remove();
    expect(time.pending).to.equal(0);
  });

  it('is over when the server says so, whatever the clock says', async () => {
    const el = await makeQr({ over: true, lang: 'ja', problem: 'だめでした。' });
    expect(modules(el)).to.equal(null);
    expect(nameOf(byRole(el, 'heading'))).to.equal('このコードは使えなくなりました');
    byRole(el, 'button', 'もう一度').focus();
    await sendKeys({ press: 'Enter' });
    expect(actions()).to.deep.equal(['try-again']);
    expect(byRole(el, 'alert').textContent).to.contain('だめでした。');
  });

  it('never ends by a deadline that is no date', async () => {
    const el = await makeQr({ action: { ...ACTION, deadline: 'soon' } });
    expect(modules(el)).not.to.equal(null);
  });
});
