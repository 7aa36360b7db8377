import { expect, oneEvent } from '@open-wc/testing';
import type { RejiRedirectErrorEvent, RejiRedirectEvent } from '../../src/elements/events.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { nameOf, textOf } from './by-role.js';
import {
  PAGE_URL,
  catchLeaving,
  mainButton,
  makeAction,
  makeRedirect,
  painted,
  releaseLeaving,
  sent,
  title,
} from './redirect-fixtures.js';

const fromCache = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
const violation = (part: Partial<SecurityPolicyViolationEventInit> = {}) =>
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      ...{ documentURI: location.href, violatedDirective: 'form-action', effectiveDirective: 'form-action' },
      ...{ blockedURI: PAGE_URL, disposition: 'enforce', originalPolicy: "form-action 'self'", statusCode: 200 },
      ...part,
    }),
  );

describe('departure', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));
  beforeEach(catchLeaving);
  afterEach(releaseLeaving);

  it('posts by itself once it has been painted, and says so first', async () => {
    const wanted = makeAction();
    const el = await makeRedirect();
    const heard: RejiRedirectEvent[] = [];
    el.addEventListener('reji-redirect', (event) => heard.push(event));
    el.action = wanted;
    await el.updateComplete;
    expect([heard, sent]).to.eql([[], []]);
    await painted();
    expect(sent).to.eql([{ target: '_self', fields: wanted.fields }]);
    expect(heard.map(({ byBuyer, redirect }) => [byBuyer, redirect])).to.eql([[false, wanted]]);
    expect([heard[0]?.cancelable, heard[0]?.bubbles, heard[0]?.composed]).to.eql([true, true, true]);
    expect(mainButton(el).ariaBusy).to.equal('true');
  });

  it('posts once however often it is rendered, moved, made anew or mounted twice', async () => {
    const wanted = makeAction();
    const el = await makeRedirect({ action: wanted });
    const { parentElement: place } = el;
    el.remove();
    place?.append(el);
    el.requestUpdate();
    const second = await makeRedirect({ action: structuredClone(wanted) });
    await painted();
    el.action = structuredClone(wanted);
    await makeRedirect({ action: structuredClone(wanted) });
    await painted();
    expect(sent).to.have.length(1);
    expect(mainButton(second).disabled).to.equal(false);
    expect(textOf(second)).not.to.contain('Moving on');
  });

  it('does not post after it was taken out of the page', async () => {
    const el = await makeRedirect({ action: makeAction() });
    el.remove();
    await painted();
    expect(sent).to.eql([]);
  });

  it('posts the next action too', async () => {
    const el = await makeRedirect({ action: makeAction() });
    await painted();
    el.action = makeAction();
    await painted();
    expect(sent).to.have.length(2);
  });

  it('goes by the top window when told to', async () => {
    await makeRedirect({ action: makeAction(), target: 'top' });
    await painted();
    expect(sent[0]?.target).to.equal('_top');
    await makeRedirect({ action: makeAction(), target: 'elsewhere' as 'self' });
    await painted();
    expect(sent[1]?.target).to.equal('_self');
  });

  it('leaves it to the page when the event is prevented, and keeps the button', async () => {
    const el = await makeRedirect({ manual: true, action: makeAction() });
    el.addEventListener('reji-redirect', (event) => event.preventDefault());
    el.manual = false;
    await painted();
    expect(sent).to.eql([]);
    expect(textOf(el)).not.to.contain('Moving on');
    expect([nameOf(mainButton(el)), mainButton(el).ariaBusy]).to.eql(['Continue to WebMoney', 'false']);
  });

  it('judges the action again after the listeners, so that none can change it unseen', async () => {
    const el = await makeRedirect({ manual: true, action: makeAction() });
    el.addEventListener('reji-redirect', ({ redirect }) => (redirect.url = 'javascript:alert(1)'));
    mainButton(el).click();
    await el.updateComplete;
    expect(sent).to.eql([]);
    expect(title(el)).to.equal('This page can’t be opened');
  });

  it('waits for the button when manual; two presses post once', async () => {
    const el = await makeRedirect({ manual: true, action: makeAction() });
    await painted();
    expect(sent).to.eql([]);
    setTimeout(() => mainButton(el).click());
    const { byBuyer } = await oneEvent<RejiRedirectEvent>(el, 'reji-redirect');
    mainButton(el).click();
    await el.updateComplete;
    expect([byBuyer, sent.length, nameOf(mainButton(el))]).to.eql([true, 1, 'One moment …']);
  });

  it('waits for the press where something has to be done before leaving', async () => {
    const el = await makeRedirect({ brand: 'webmoney-prepaid', action: makeAction() });
    await painted();
    expect(sent).to.eql([]);
    expect(textOf(el)).not.to.contain('Moving on');
    setTimeout(() => mainButton(el).click());
    const { byBuyer } = await oneEvent<RejiRedirectEvent>(el, 'reji-redirect');
    await el.updateComplete;
    expect([byBuyer, sent.length, nameOf(mainButton(el))]).to.eql([true, 1, 'One moment …']);
    expect(textOf(el)).not.to.contain('Moving on');
  });

  it('does not go before there are words to read', async () => {
    const el = await makeRedirect({ lang: 'vi' });
    const said: string[] = [];
    el.addEventListener('reji-redirect', () => said.push(title(el)));
    el.action = makeAction();
    await painted();
    await allTexts.load('vi');
    await painted();
    expect(said).to.eql(['Bạn sắp được chuyển đến WebMoney Transfer']);
  });

  it('tells when the page is still here, and tries again by the button', async () => {
    const el = await makeRedirect({ patienceMs: 1, action: makeAction() });
    void painted();
    const { code } = await oneEvent<RejiRedirectErrorEvent>(el, 'reji-redirect-error');
    await el.updateComplete;
    expect([code, title(el)]).to.eql(['not-opened', 'The page did not open by itself']);
    await expect(el).to.be.accessible();
    mainButton(el).click();
    expect(sent).to.have.length(2);
  });

  it('keeps its patience through a move in the page', async () => {
    const el = await makeRedirect({ patienceMs: 1, manual: true, action: makeAction() });
    const { parentElement: place } = el;
    mainButton(el).click();
    el.remove();
    setTimeout(() => place?.append(el));
    const { code } = await oneEvent<RejiRedirectErrorEvent>(el, 'reji-redirect-error');
    expect(code).to.equal('not-opened');
  });

  it('notices that the page’s policy stopped the form', async () => {
    const el = await makeRedirect({ manual: true, action: makeAction() });
    const codes: string[] = [];
    el.addEventListener('reji-redirect-error', ({ code }) => codes.push(code));
    violation();
    mainButton(el).click();
    violation({ effectiveDirective: 'img-src' });
    violation({ disposition: 'report' });
    violation({ blockedURI: 'https://other.example/' });
    expect(codes).to.eql([]);
    violation();
    await el.updateComplete;
    expect([...codes, title(el)]).to.eql(['blocked-by-csp', 'The page did not open by itself']);
  });

  it('is usable again after Back out of the cache', async () => {
    const el = await makeRedirect({ action: makeAction() });
    fromCache();
    await painted();
    expect(title(el)).to.equal('You are going to WebMoney');
    fromCache();
    await el.updateComplete;
    expect(title(el)).to.equal('Your payment is not finished yet');
    expect([nameOf(mainButton(el)), mainButton(el).ariaBusy]).to.eql(['Continue to WebMoney again', 'false']);
    mainButton(el).click();
    expect(sent).to.have.length(2);
  });

  it('takes the host’s word that the buyer came back, and does not go by itself', async () => {
    const el = await makeRedirect({ returned: true, action: makeAction() });
    await painted();
    expect(sent).to.eql([]);
    expect(title(el)).to.equal('Your payment is not finished yet');
    await expect(el).to.be.accessible();
  });
});
