import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { RedirectAction } from '../../src/contract/next-action.js';
import type { RejiActionEvent, RejiRedirectErrorEvent, RejiRedirectEvent } from '../../src/elements/events.js';
import { RejiRedirect } from '../../src/elements/reji-redirect.js';
import { loadMessages } from '../../src/i18n/languages.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';

RejiRedirect.define();

const URL_OF_PAGE = 'https://paymentpage.trxhost.com/payment';
const amount = { value: 8420, currency: 'USD' };

let made = 0;
/** A request that no other test has made: each is started by itself only once in a page. */
const action = (part: Partial<RedirectAction> = {}): RedirectAction => ({
  ...{ type: 'redirect', method: 'POST', url: URL_OF_PAGE, charset: 'utf-8' },
  fields: [['payment_id', `p-${++made}`]],
  ...part,
});

interface Sent {
  target: string;
  fields: unknown[];
}
let sent: Sent[];
const { submit } = HTMLFormElement.prototype;

async function make(properties: Partial<RejiRedirect> = {}): Promise<RejiRedirect> {
  const el = await fixture<RejiRedirect>(
    html`<reji-redirect
      lang=${properties.lang ?? 'en'}
      brand="webmoney-light"
      order-id="H-20430"
      .amount=${amount}
      .manual=${properties.manual ?? false}
      .returned=${properties.returned ?? false}
    ></reji-redirect>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

/** Time for everything that waits for a painted screen; twice, for what that has put off. */
const painted = async () => {
  for (let times = 0; times < 2; times++) {
    await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  }
};
const title = (el: RejiRedirect) => nameOf(byRole(el, 'heading'));
const mainButton = (el: RejiRedirect) => byRole<HTMLButtonElement>(el, 'button');
const fromCache = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
const violation = (part: Partial<SecurityPolicyViolationEventInit> = {}) =>
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      ...{ documentURI: location.href, violatedDirective: 'form-action', effectiveDirective: 'form-action' },
      ...{ blockedURI: URL_OF_PAGE, disposition: 'enforce', originalPolicy: "form-action 'self'", statusCode: 200 },
      ...part,
    }),
  );

describe('reji-redirect', () => {
  before(() => Promise.all([loadMessages('en'), loadMessages('ja')]));
  beforeEach(() => {
    sent = [];
    HTMLFormElement.prototype.submit = function () {
      sent.push({ target: this.target, fields: [...new FormData(this)] });
    };
  });
  afterEach(() => {
    HTMLFormElement.prototype.submit = submit;
  });

  it('says where the buyer goes, and that it happens by itself', async () => {
    const el = await make({ action: action() });
    expect(title(el)).to.equal('You are going to WebMoney');
    expect(textOf(el)).to.contain('paymentpage.trxhost.com').and.contain('Moving on in a moment');
    expect(nameOf(mainButton(el))).to.equal('Continue to WebMoney');
    await expect(el).to.be.accessible();
  });

  it('speaks Japanese', async () => {
    const el = await make({
      lang: 'ja',
      action: action({ deadline: '2026-11-24T05:24:00.000Z' }),
      timeZone: 'Asia/Tokyo',
    });
    expect(title(el)).to.equal('WebMoney Transferに移動します');
    expect(textOf(el)).to.contain('11月24日(火) 14:24').and.contain('までにお支払いください。');
    await expect(el).to.be.accessible();
  });

  it('posts by itself once it has been painted, and says so first', async () => {
    const wanted = action();
    const el = await make();
    setTimeout(() => (el.action = wanted));
    const event = (await oneEvent(el, 'reji-redirect')) as RejiRedirectEvent;
    expect([event.byBuyer, event.redirect, event.cancelable, event.composed]).to.eql([false, wanted, true, true]);
    expect(sent).to.eql([{ target: '_self', fields: wanted.fields }]);
    await el.updateComplete;
    expect(mainButton(el).ariaBusy).to.equal('true');
  });

  it('waits for a frame, which a hidden tab does not get', async () => {
    const { requestAnimationFrame: real } = window;
    const frames: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (frame) => frames.push(frame);
    const el = await make({ action: action() });
    window.requestAnimationFrame = real;
    expect([frames.length, sent.length]).to.eql([1, 0]);
    frames[0]?.(0);
    await oneEvent(el, 'reji-redirect');
    expect(sent).to.have.length(1);
  });

  it('posts once however often it is rendered, moved, made anew or mounted twice', async () => {
    const wanted = action();
    const el = await make({ action: wanted });
    const { parentElement: place } = el;
    el.remove();
    place?.append(el);
    el.requestUpdate();
    const second = await make({ action: structuredClone(wanted) });
    await painted();
    el.action = structuredClone(wanted);
    await make({ action: structuredClone(wanted) });
    await painted();
    expect(sent).to.have.length(1);
    expect(mainButton(second).disabled).to.equal(false);
    expect(textOf(second)).not.to.contain('Moving on');
  });

  it('does not post after it was taken out of the page', async () => {
    const el = await make({ action: action() });
    el.remove();
    await painted();
    expect(sent).to.eql([]);
  });

  it('posts the next action too', async () => {
    const el = await make({ action: action() });
    await painted();
    el.action = action();
    await painted();
    expect(sent).to.have.length(2);
  });

  it('goes by the top window when told to', async () => {
    await make({ action: action(), target: 'top' });
    await painted();
    expect(sent[0]?.target).to.equal('_top');
    await make({ action: action(), target: 'elsewhere' as 'self' });
    await painted();
    expect(sent[1]?.target).to.equal('_self');
  });

  it('leaves it to the page when the event is prevented, and keeps the button', async () => {
    const el = await make({ manual: true, action: action() });
    el.addEventListener('reji-redirect', (event) => event.preventDefault());
    el.manual = false;
    await painted();
    expect(sent).to.eql([]);
    expect(textOf(el)).not.to.contain('Moving on');
    expect([nameOf(mainButton(el)), mainButton(el).ariaBusy]).to.eql(['Continue to WebMoney', 'false']);
  });

  it('judges the action again after the listeners, so that none can change it unseen', async () => {
    const el = await make({ manual: true, action: action() });
    el.addEventListener('reji-redirect', ({ redirect }) => (redirect.url = 'javascript:alert(1)'));
    mainButton(el).click();
    await el.updateComplete;
    expect(sent).to.eql([]);
    expect(title(el)).to.equal('This page can’t be opened');
  });

  it('waits for the button when manual; two presses post once', async () => {
    const el = await make({ manual: true, action: action() });
    await painted();
    expect(sent).to.eql([]);
    setTimeout(() => mainButton(el).click());
    const { byBuyer } = (await oneEvent(el, 'reji-redirect')) as RejiRedirectEvent;
    mainButton(el).click();
    await el.updateComplete;
    expect([byBuyer, sent.length, nameOf(mainButton(el))]).to.eql([true, 1, 'One moment …']);
  });

  it('tells when the page is still here, and tries again by the button', async () => {
    const el = await make({ patienceMs: 1, action: action() });
    const { code } = (await oneEvent(el, 'reji-redirect-error')) as RejiRedirectErrorEvent;
    await el.updateComplete;
    expect([code, title(el)]).to.eql(['not-opened', 'The page did not open by itself']);
    await expect(el).to.be.accessible();
    mainButton(el).click();
    expect(sent).to.have.length(2);
  });

  it('keeps its patience through a move in the page', async () => {
    const el = await make({ patienceMs: 1, manual: true, action: action() });
    const { parentElement: place } = el;
    mainButton(el).click();
    el.remove();
    setTimeout(() => place?.append(el));
    const { code } = (await oneEvent(el, 'reji-redirect-error')) as RejiRedirectErrorEvent;
    expect(code).to.equal('not-opened');
  });

  it('notices that the page’s policy stopped the form', async () => {
    const el = await make({ manual: true, action: action() });
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
    const el = await make({ action: action() });
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
    const el = await make({ returned: true, action: action() });
    await painted();
    expect(sent).to.eql([]);
    expect(title(el)).to.equal('Your payment is not finished yet');
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
      const el = await make();
      const codes: string[] = [];
      el.addEventListener('reji-redirect-error', (event) => codes.push(event.code));
      el.allowedHosts = '*.example  paymentpage.trxhost.com ';
      el.allowedHosts = 'paymentpage.trxhost.com';
      el.action = action(part);
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
    const el = await make({ manual: true, action: action() });
    setTimeout(() => byRole(el, 'button', 'Choose another method').click());
    expect(((await oneEvent(el, 'reji-action')) as RejiActionEvent).action).to.equal('other-method');
  });

  it('names the host where the brand is not given, and an unknown brand as it is', async () => {
    const el = await make({ manual: true, brand: '', action: action() });
    expect(title(el)).to.equal('You are going to paymentpage.trxhost.com');
    el.brand = '<img src=x onerror=alert(1)>';
    await el.updateComplete;
    expect(title(el)).to.equal('You are going to <img src=x onerror=alert(1)>');
  });

  it('leaves out a deadline that is no date', async () => {
    const el = await make({ manual: true, action: action({ deadline: '2026-99-99T05:24:00.000Z' }) });
    expect(textOf(el)).not.to.contain('until');
  });

  it('shows nothing without an action, and moves focus to its title when asked', async () => {
    const el = await make();
    expect(textOf(el)).to.equal('');
    el.action = action();
    el.manual = true;
    await el.updateComplete;
    el.focusTitle();
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
  });

  it('shows in forced colours', async function () {
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    const el = await make({ action: action({ deadline: '2026-11-24T05:24:00.000Z' }) });
    await expect(el).to.be.accessible();
    const notice = el.shadowRoot?.querySelector('.notice');
    expect(notice && getComputedStyle(notice).borderStyle).to.equal('solid');
    await executeServerCommand('media-features', {});
  });
});
