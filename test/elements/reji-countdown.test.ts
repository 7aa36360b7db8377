import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { Ticker } from '../../src/client/ticker.js';
import { pageTicker } from '../../src/elements/page-ticker.js';
import { RejiCountdown } from '../../src/elements/reji-countdown.js';
import { wallTime, zoneName } from '../../src/i18n/dates.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { FakePage } from '../client/fake-page.js';
import { FakeTime } from '../client/fake-time.js';
import { allByRole, byRole, textOf } from './by-role.js';

RejiCountdown.define();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let time: FakeTime;
let page: FakePage;
let deadlines: number;

const at = (afterMs: number) => new Date(time.startMs + afterMs).toISOString();
const figures = (el: RejiCountdown) => byRole(el, 'timer').textContent?.replace(/\s+/g, ' ').trim();
const spoken = (el: RejiCountdown) => byRole(el, 'status').textContent;
const bar = (el: RejiCountdown) => el.renderRoot.querySelector('[part=bar]');

/** Share of the bar's width that its thick line has, in per cent. */
function thick(el: RejiCountdown): number {
  const line = bar(el) ?? expect.fail('there is no bar');
  const width = Number.parseFloat(getComputedStyle(line, '::before').inlineSize);
  return Math.round((width / line.getBoundingClientRect().width) * 100);
}

async function make(deadline: string, { lang = 'en', start = '', ...rest }: Partial<RejiCountdown> = {}) {
  const el = await fixture<RejiCountdown>(
    html`<reji-countdown
      lang=${lang}
      time-zone="Asia/Tokyo"
      .deadline=${deadline}
      .start=${start}
      .clock=${{ now: time.server }}
      @reji-deadline=${() => deadlines++}
    ></reji-countdown>`,
  );
  Object.assign(el, rest);
  await el.updateComplete;
  return el;
}

describe('reji-countdown', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));
  beforeEach(() => {
    time = new FakeTime();
    page = new FakePage();
    deadlines = 0;
    const ticker = new Ticker({ timers: time, signals: page, now: time.buyer });
    pageTicker.subscribe = (listener) => ticker.subscribe(listener);
  });
  afterEach(() => Reflect.deleteProperty(pageTicker, 'subscribe'));

  for (const [leftMs, en, ja] of [
    [3000, '0:03 left', '残り 0:03'],
    [8.4 * MINUTE, '8:24 left', '残り 8:24'],
    [5 * HOUR + 12 * MINUTE + 9000, '5:12:09 left', '残り 5:12:09'],
    [DAY, '1 day 0:00 left', '残り 1日 0:00'],
    [3 * DAY - 2 * MINUTE, '2 days 23:58 left', '残り 2日 23:58'],
    [35 * DAY, '35 days 0:00 left', '残り 35日 0:00'],
  ] as const) {
    it(`says "${en}" and "${ja}"`, async () => {
      expect(figures(await make(at(leftMs)))).to.equal(en);
      expect(figures(await make(at(leftMs), { lang: 'ja' }))).to.equal(ja);
    });
  }

  it('says until when by the wall clock, with weekday and zone', async () => {
    const deadline = '2026-11-24T05:24:00.000Z';
    for (const [lang, weekday] of [
      ['en', 'Tue'],
      ['ja', '火'],
    ] as const) {
      const el = await make(deadline, { lang });
      expect(textOf(el)).to.contain(wallTime(deadline, lang, 'Asia/Tokyo'));
      expect(textOf(el)).to.contain(zoneName(lang, 'Asia/Tokyo', deadline));
      expect(textOf(el)).to.contain('14:24').and.to.contain(weekday);
      expect(el.renderRoot.querySelector('time')?.dateTime).to.equal(deadline);
    }
  });

  it("takes the payer's own zone when none, or none that exists, is given", async () => {
    for (const timeZone of ['', 'Mars/Olympus']) {
      const el = await make(at(HOUR), { timeZone });
      expect(textOf(el))
        .to.contain(wallTime(at(HOUR), 'en'))
        .and.to.contain(zoneName('en', undefined, at(HOUR)));
    }
  });

  it('draws the time left as the share of the whole', async () => {
    expect(thick(await make(at(15 * MINUTE), { start: at(-5 * MINUTE) }))).to.equal(75);
    expect(thick(await make(at(-1), { start: at(-HOUR) }))).to.equal(0);
    expect(thick(await make(at(HOUR), { start: at(MINUTE) }))).to.equal(100);
  });

  it('keeps the line full until the last minute when the beginning is not known', async () => {
    for (const start of ['', 'once', at(2 * HOUR)]) expect(thick(await make(at(HOUR), { start }))).to.equal(100);
    expect(thick(await make(at(MINUTE / 2)))).to.equal(50);
  });

  it('goes on by the clock, and shows the same after a reload', async () => {
    const deadline = at(10 * MINUTE);
    const el = await make(deadline, { start: at(0) });
    await time.pass(4000);
    expect(figures(el)).to.equal('9:56 left');
    const reloaded = await make(deadline, { start: at(0) });
    expect(figures(reloaded)).to.equal('9:56 left');
    expect(bar(reloaded)?.getAttribute('style')).to.equal(bar(el)?.getAttribute('style'));
  });

  it("goes by the server's clock though the buyer's is two hours wrong", async () => {
    for (const wrongMs of [2 * HOUR, -2 * HOUR]) {
      time.buyerAheadMs = wrongMs;
      const el = await make(at(8.4 * MINUTE));
      expect(figures(el)).to.equal('8:24 left');
    }
    expect(deadlines).to.equal(0);
  });

  it("takes the buyer's clock when it is given none", async () => {
    const el = await make(new Date(Date.now() + HOUR).toISOString(), { clock: undefined });
    expect(figures(el)).to.match(/^(1:00:00|59:5\d) left$/);
  });

  it('turns to danger in the last minute, not before', async () => {
    const el = await make(at(61_000));
    const colour = () => getComputedStyle(byRole(el, 'timer')).color;
    const calm = colour();
    await time.pass(1000);
    expect(figures(el)).to.equal('1:00 left');
    expect(colour()).not.to.equal(calm);
  });

  it('speaks at five minutes and at one, and is silent between', async () => {
    const el = await make(at(5 * MINUTE + 2000));
    expect(byRole(el, 'timer').getAttribute('aria-live')).to.equal('off');
    expect(spoken(el)).to.equal('');
    await time.pass(2000);
    expect(spoken(el)).to.equal('5 minutes left');
    await time.pass(2000);
    expect(spoken(el)).to.equal('5 minutes left');
    page.tell('hidden');
    await time.pass(4 * MINUTE - 2000);
    page.tell('visible');
    await el.updateComplete;
    expect(spoken(el)).to.equal('1 minute left');
  });

  it('does not speak on loading, however little is left', async () => {
    expect(spoken(await make(at(4 * MINUTE)))).to.equal('');
    expect(spoken(await make(at(3000)))).to.equal('');
  });

  it('asks once more at zero, says that it checks, and sets no further timer', async () => {
    const el = await make(at(3000));
    await time.pass(2999);
    expect(deadlines).to.equal(0);
    await time.pass(1);
    expect(deadlines).to.equal(1);
    expect(spoken(el)).to.equal('The time is up. Checking once more …');
    expect(allByRole(el, 'timer')).to.deep.equal([]);
    expect(time.pending).to.equal(0);
    el.requestUpdate();
    await el.updateComplete;
    expect(deadlines).to.equal(1);
  });

  it('says that it is over only when the host says so', async () => {
    const el = await make(at(-DAY), { lang: 'ja' });
    expect(spoken(el)).to.equal('時間になりました。もう一度確かめています。');
    el.over = true;
    await el.updateComplete;
    expect(spoken(el)).to.equal('時間切れです');
    expect(deadlines).to.equal(1);
  });

  it('can be over early, and then asks nothing', async () => {
    const el = await make(at(HOUR), { over: true });
    expect(spoken(el)).to.equal('The time is over');
    expect(time.pending).to.equal(0);
    await time.pass(HOUR);
    el.requestUpdate();
    await el.updateComplete;
    expect(deadlines).to.equal(0);
  });

  it('asks at once when the deadline is past on loading, once however often it is moved', async () => {
    const el = await make(at(-DAY));
    expect(deadlines).to.equal(1);
    const { parentNode } = el;
    el.remove();
    parentNode?.append(el);
    await el.updateComplete;
    expect(deadlines).to.equal(1);
    expect(time.pending).to.equal(0);
  });

  it('starts anew with another deadline', async () => {
    const el = await make(at(-DAY));
    el.deadline = at(2000);
    await el.updateComplete;
    expect(figures(el)).to.equal('0:02 left');
    expect(spoken(el)).to.equal('');
    await time.pass(2000);
    expect(deadlines).to.equal(2);
    el.deadline = at(1);
    await el.updateComplete;
    expect(deadlines).to.equal(3);
  });

  it('goes on when the clock turns out to have been fast', async () => {
    let fastMs = HOUR;
    const el = await make(at(MINUTE), { clock: { now: () => time.server() + fastMs } });
    expect(deadlines).to.equal(1);
    fastMs = 0;
    el.requestUpdate();
    await el.updateComplete;
    expect(figures(el)).to.equal('1:00 left');
    await time.pass(MINUTE);
    expect(deadlines).to.equal(2);
  });

  for (const deadline of ['', 'soon', '2026-13-45T99:00:00Z', '<b>']) {
    it(`leaves a plain rule for the deadline "${deadline}"`, async () => {
      const el = await make(deadline);
      expect(textOf(el)).to.equal('');
      expect(thick(el)).to.equal(100);
      expect(time.pending + deadlines).to.equal(0);
    });
  }

  it('shows no line with no-bar, and no date with no-date', async () => {
    const el = await make(at(HOUR), { noBar: true });
    expect([bar(el), figures(el)]).to.eql([null, '1:00:00 left']);
    expect((await make(at(HOUR), { noDate: true })).shadowRoot?.querySelector('time')).to.equal(null);
  });

  it('shares one timer with every other countdown, and rests with the last of them', async () => {
    const one = await make(at(HOUR));
    const two = await make(at(2 * HOUR));
    expect(time.pending).to.equal(1);
    one.remove();
    expect(time.pending).to.equal(1);
    two.remove();
    expect(time.pending).to.equal(0);
  });

  it('is right again at once after it was taken out and put back', async () => {
    const el = await make(at(HOUR));
    const { parentNode } = el;
    el.remove();
    await time.pass(MINUTE);
    parentNode?.append(el);
    await el.updateComplete;
    expect(figures(el)).to.equal('59:00 left');
    expect(time.pending).to.equal(1);
  });

  it('runs no timer in a hidden tab and is right again at once when shown', async () => {
    const el = await make(at(HOUR));
    page.tell('hidden');
    expect(time.pending).to.equal(0);
    await time.pass(10 * MINUTE);
    expect(figures(el)).to.equal('1:00:00 left');
    page.tell('visible');
    await el.updateComplete;
    expect(figures(el)).to.equal('50:00 left');
  });

  it('moves its line each second, and does not where motion is not wanted', async () => {
    const line = bar(await make(at(HOUR))) ?? expect.fail('there is no bar');
    const takes = () => getComputedStyle(line, '::before').transitionDuration;
    expect(takes()).to.equal('1s');
    if (!(await executeServerCommand('media-features', { 'prefers-reduced-motion': 'reduce' }))) return;
    expect(takes()).to.equal('0s');
    await executeServerCommand('media-features', {});
  });

  it('stays visible in forced colours', async () => {
    const line = bar(await make(at(HOUR))) ?? expect.fail('there is no bar');
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    expect(getComputedStyle(line, '::before').backgroundColor).to.equal('rgb(0, 0, 0)');
    await executeServerCommand('media-features', {});
  });

  it('is accessible while it runs, at its end and without a deadline', async () => {
    await expect(await make(at(HOUR))).to.be.accessible();
    await expect(await make(at(30_000), { lang: 'ja' })).to.be.accessible();
    await expect(await make(at(-1))).to.be.accessible();
    await expect(await make('')).to.be.accessible();
  });
});
