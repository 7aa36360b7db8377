import { expect } from '@open-wc/testing';
import type { RejiKonbini } from '../../src/elements/reji-konbini.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { allByRole, byRole, textOf } from './by-role.js';
import { FAMILYMART, NOW, PAGE, PAGE_ONLY, actions, heard, make, shownIn, stepsOf } from './konbini-fixtures.js';

describe('reji-konbini', () => {
  before(() => Promise.all([displayTexts.load('en'), displayTexts.load('ja')]));
  beforeEach(() => heard.splice(0));

  describe('opens the payment page', () => {
    const link = (el: RejiKonbini) => byRole<HTMLAnchorElement>(el, 'link', 'Open the payment page');

    it('in a tab of its own that can not reach back, second to the numbers', async () => {
      const a = link(await make(FAMILYMART));
      expect([a.href, a.target, a.rel]).to.deep.equal([PAGE, '_blank', 'noopener noreferrer']);
      expect(a.textContent).to.contain('opens in a new tab');
      expect(a.classList.contains('button--main')).to.equal(false);
    });

    it('as the main way on the slip when no number came, with nothing to print', async () => {
      const el = await make(PAGE_ONLY);
      expect(link(el).classList.contains('button--main')).to.equal(true);
      expect(link(el).closest('.slip')).not.to.equal(null);
      expect(textOf(el)).to.contain('The payment page shows the numbers');
      expect(allByRole(el, 'button').map((button) => button.textContent.trim())).to.deep.equal([
        'Choose another method',
      ]);
      await expect(el).to.be.accessible();
    });

    it('tells of the press, which can be kept from opening it', async () => {
      const el = await make(FAMILYMART);
      const press = new MouseEvent('click', { bubbles: true, cancelable: true });
      link(el).dispatchEvent(press);
      expect(actions()).to.deep.equal(['open-page']);
      expect(press.defaultPrevented).to.equal(true);
    });

    for (const [payUrl, allowedHosts, code] of [
      ['javascript:alert(1)', '', 'url-scheme'],
      ['http://pay.example/', '', 'url-scheme'],
      ['https://pay.example.evil.example/', 'pay.example *.pay.example', 'url-host'],
      ['https://user:pw@pay.example/', '', 'url-credentials'],
      ['pay.example', '', 'url-invalid'],
    ] as const) {
      it(`never ${payUrl}`, async () => {
        const bare = await make({ ...PAGE_ONLY, payUrl }, { allowedHosts });
        expect(allByRole(bare, 'link')).to.deep.equal([]);
        expect(textOf(bare)).to.contain('Choose another method').and.to.contain(code);
        expect(allByRole(await make({ ...FAMILYMART, payUrl }, { allowedHosts }), 'link')).to.deep.equal([]);
      });
    }

    it('on an allowed host', async () => {
      expect(link(await make(FAMILYMART, { allowedHosts: 'a.example pay.example' })).href).to.equal(PAGE);
    });
  });

  describe('says until when', () => {
    const left = (el: RejiKonbini) => shownIn(el, '.left')[0];

    it('in Japan’s time with the date written out, and how many days are left', async () => {
      const el = await make(FAMILYMART, { lang: 'ja' });
      expect(shownIn(el, '.date')[0]).to.equal('11月30日(月) 23:59 (日本時間)');
      expect(left(el)).to.equal('あと9日');
      expect(shownIn(await make(FAMILYMART), '.date')[0]).to.match(/^Mon,? 30 Nov,? 23:59 Japan Time$/);
    });

    for (const [deadline, said] of [
      ['2026-12-26T05:26:00.000Z', '35 days left'],
      ['2026-11-21T10:38:00.000Z', '5 h 12 min left'],
      ['2026-11-21T05:38:00.000Z', '12 min left'],
      ['2026-11-21T05:26:03.000Z', '3 s left'],
      ['2026-11-21T05:25:00.000Z', 'The time is up. Checking once more …'],
    ] as const) {
      it(`${said} until ${deadline}`, async () => {
        expect(left(await make({ ...FAMILYMART, deadline }))).to.equal(said);
      });
    }

    it('by the clock it is given, not by the buyer’s', async () => {
      expect(left(await make(FAMILYMART, { clock: { now: () => NOW + 8 * 86_400_000 } }))).to.equal('1 day left');
    });

    it('and tells when it is reached', async () => {
      await make({ ...FAMILYMART, deadline: '2026-11-21T05:26:00.000Z' });
      expect(heard.map(({ type }) => type)).to.deep.equal(['reji-deadline']);
    });

    it('or nothing, of a deadline that is none', async () => {
      const el = await make({ ...FAMILYMART, deadline: 'soon' });
      expect(shownIn(el, '.date')).to.deep.equal([]);
      expect(stepsOf(el)).to.have.length(4);
    });
  });
});
