import { expect, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { RedirectAction } from '../../src/contract/next-action.js';
import type { RejiActionEvent } from '../../src/elements/events.js';
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
