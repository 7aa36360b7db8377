import { expect } from '@open-wc/testing';
import { SBPS_WALLETS } from '../../src/bff/providers/sbps-options.js';
import { toShiftJis } from '../../src/bff/providers/sbps-shift-jis.js';
import { createSbpsSandbox, type SbpsSandbox } from '../../src/sandbox/sbps.js';
import type { SbpsSandboxOptions } from '../../src/sandbox/sbps-desk.js';
import { ascii, HASH_KEY, provider } from './sbps-case.js';
import { Clock, ORDER, Till } from './till.js';

const SANDBOX = 'https://sandbox.example';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const DESCRIPTION = '抹茶セット ｱｲｽ付き ①';

function form(fields: Iterable<readonly [string, string]>): Uint8Array<ArrayBuffer> {
  const escaped = (text: string) =>
    Array.from(toShiftJis(text) ?? expect.fail(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return ascii(Array.from(fields, ([name, value]) => `${name}=${escaped(value)}`).join('&'));
}

/** A shop's till and SBPS, each the other's network, and the buyer's browser between them; time is a number. */
function rig(options: Partial<SbpsSandboxOptions> = {}) {
  const clock = new Clock();
  const sbps = provider({ linkUrl: `${SANDBOX}/f01/FepBuyInfoReceive.do`, now: clock.now });
  const till = new Till({ clock, options: { providers: [sbps] } });
  const sandbox: SbpsSandbox = createSbpsSandbox({
    publicUrl: SANDBOX,
    merchants: [{ merchantId: '99999', serviceId: '001', hashKey: HASH_KEY, wallets: SBPS_WALLETS }],
    now: clock.now,
    setTimer: () => 0,
    clearTimer: () => undefined,
    fetch: (request) => till.bff(request),
    ...options,
  });
  return { clock, till, sandbox, browser: new Browser(sandbox, till) };
}

/** What a buyer sees and presses. */
class Browser {
  #page = document;
  #url = '';

  constructor(
    readonly sandbox: SbpsSandbox,
    readonly till: Till,
  ) {}

  get text(): string {
    return this.#page.body.textContent;
  }

  async go(url: string, init: RequestInit = {}): Promise<void> {
    this.#url = new URL(url, this.#url || undefined).href;
    const request = new Request(this.#url, { ...init, redirect: 'manual' });
    const response = await (this.#url.startsWith(SANDBOX) ? this.sandbox(request) : this.till.bff(request));
    const next = response.headers.get('location');
    if (next !== null && next.startsWith('https://shop.example/')) this.#url = next;
    else if (next !== null) await this.go(next);
    else this.#page = new DOMParser().parseFromString(await response.text(), 'text/html');
  }

  post(url: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.go(url, { method: 'POST', headers: FORM, body });
  }

  async press(label: string, typed: Record<string, string> = {}): Promise<void> {
    const controls = [...this.#page.querySelectorAll('button, a')];
    const control =
      controls.find(({ textContent }) => textContent.includes(label)) ?? expect.fail(`${label}: ${this.text}`);
    if (control instanceof HTMLAnchorElement) return this.go(control.getAttribute('href') ?? '');
    const button = control as HTMLButtonElement;
    const filled = button.form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [];
    const fields = Array.from(filled, ({ name, value }): [string, string] => [name, value]);
    if (button.name) fields.push([button.name, button.value]);
    await this.post(button.form?.getAttribute('action') ?? '', form([...fields, ...Object.entries(typed)]));
  }

  /** Where the browser ended up. */
  get url(): string {
    return this.#url;
  }
}

/** Opens a session, confirms a method and takes the buyer to SBPS. */
async function leave(all: ReturnType<typeof rig>, method: string, value = 8420) {
  const order = { ...ORDER.order, description: DESCRIPTION };
  return leaveAgain(all, await all.till.open({ order, amount: { value, currency: 'JPY' } }), method);
}

async function leaveAgain({ till, browser }: ReturnType<typeof rig>, id: string, method: string) {
  await till.confirm(id, { method });
  const session = await till.session(id);
  const action = session.status === 'pending' ? session.nextAction : expect.fail(session.status);
  if (action.type !== 'redirect') return expect.fail(action.type);
  await browser.post(action.url, form(action.fields));
  expect(browser.text).to.contain(DESCRIPTION);
  return id;
}

async function choose(browser: Browser, brand: string): Promise<void> {
  await browser.press('Alipay+');
  await browser.post(`${browser.url}/wallet`, form([['wallet', brand]]));
  if (browser.text.includes('Log in to')) await browser.press('Log in to', { account: 'buyer' });
  else await browser.press('Open the make-believe');
}

describe('sbps against the sandbox', () => {
  for (const brand of SBPS_WALLETS) {
    it(`pays and declines with ${brand}`, async () => {
      const paying = rig();
      const { browser, till } = paying;
      const paid = await leave(paying, `sbps:alipay-plus/${brand}`);
      await choose(browser, brand);
      await browser.press('Approve');
      expect(await till.session(paid)).to.include({ status: 'succeeded', method: `sbps:alipay-plus/${brand}` });
      const declining = rig();
      const declined = await leave(declining, `sbps:alipay-plus/${brand}`);
      await choose(declining.browser, brand);
      await declining.browser.press('Decline');
      expect(await declining.till.session(declined))
        .to.have.property('lastFailure')
        .that.deep.equals({ method: `sbps:alipay-plus/${brand}`, code: 'declined', providerCode: '51050001' });
    });
  }

  it('gives ten minutes on the Alipay+ screen to who reaches it late, and then ends', async () => {
    for (const [minutesThere, status] of [
      [9, 'succeeded'],
      [13, 'expired'],
    ] as const) {
      const all = rig();
      const order = { ...ORDER.order, description: DESCRIPTION };
      const id = await all.till.open({ order, amount: { value: 8420, currency: 'JPY' }, expiresInSeconds: 300 });
      await leaveAgain(all, id, 'sbps:alipay-plus/gcash');
      all.clock.pass(8 * 60);
      await choose(all.browser, 'gcash');
      all.clock.pass(minutesThere * 60);
      await all.till.bff.sweep();
      if (status === 'succeeded') await all.browser.press('Approve');
      expect((await all.till.session(id)).status, `${minutesThere} minutes`).to.equal(status);
    }
  });

  it('pays with a prepaid number and brings the buyer back', async () => {
    const all = rig();
    const id = await leave(all, 'sbps:webmoney');
    await all.browser.press('Pay', { number: 'ABCD1234EFGH5678' });
    await all.browser.press('Back to the shop');
    expect(all.browser.url).to.equal(`https://shop.example/thanks?lang=ja&reji_session=${id}`);
    const [payment] = all.sandbox.payments();
    expect(payment).to.include({ status: 'paid', told: 'ok' });
    expect(await all.till.session(id)).to.include({ status: 'succeeded', reference: payment?.trackingId });
  });

  for (const [what, typed, value] of [
    ['an empty number', { number: 'ABCD1234EFGH0000' }, 8420],
    ['the shopping protection', { number: 'ABCD1234EFGH5678', protected: 'on' }, 8420],
    ['an amount that is always declined', { number: 'ABCD1234EFGH5678' }, 40_000],
  ] as const) {
    it(`is declined for ${what}, and the buyer may choose again`, async () => {
      const all = rig();
      const id = await leave(all, 'sbps:webmoney', value);
      await all.browser.press('Pay', typed);
      await all.browser.press('Back to the shop');
      const session = await all.till.session(id);
      expect(session).to.have.nested.property('lastFailure.code', 'declined');
      expect(session.status).to.equal('open');
    });
  }

  it('gives the choice back when the buyer cancels, and the same method is paid at the second try', async () => {
    const all = rig();
    const id = await leave(all, 'sbps:webmoney');
    await all.browser.press('Cancel');
    await all.browser.press('Back to the shop');
    expect(await all.till.session(id)).to.have.nested.property('lastFailure.code', 'canceled-by-buyer');
    await leaveAgain(all, id, 'sbps:webmoney');
    await all.browser.press('Pay', { number: 'ABCD1234EFGH5678' });
    await all.browser.press('Back to the shop');
    expect((await all.till.session(id)).status).to.equal('succeeded');
  });

  it('hears of a time-out where SBPS tells it, and ends by itself where not', async () => {
    for (const tellsTimeouts of [true, false]) {
      const all = rig({ tellsTimeouts });
      const id = await leave(all, 'sbps:webmoney');
      all.clock.pass(700);
      await all.sandbox.deliverDue();
      expect(await all.till.session(id)).to.have.nested.property('lastFailure.code', 'timed-out');
      expect((await all.till.session(id)).status).to.equal('open');
    }
  });

  it('is paid once by notifications that come again, late or behind the browser', async () => {
    const all = rig({ faults: { duplicate: 5, delayMs: 60_000 } });
    const id = await leave(all, 'sbps:webmoney');
    await all.browser.press('Pay', { number: 'ABCD1234EFGH5678' });
    await all.browser.press('Back to the shop');
    expect(await all.till.session(id)).to.have.nested.property('nextAction.type', 'wait');
    all.clock.pass(60);
    await all.sandbox.deliverDue();
    const { rev } = await all.till.record(id);
    expect((await all.till.session(id)).status).to.equal('succeeded');
    all.clock.pass(60);
    await all.sandbox.deliverDue();
    expect((await all.till.record(id)).rev).to.equal(rev);
    expect(all.sandbox.notices().every(({ result }) => result === 'OK')).to.equal(true);
  });

  it('shows the shop a payment that SBPS contradicts', async () => {
    const all = rig({ faults: { reorder: true } });
    const id = await leave(all, 'sbps:webmoney');
    await all.browser.press('Pay', { number: 'ABCD1234EFGH5678' });
    all.clock.pass(60);
    await all.sandbox.deliverDue();
    expect(await all.till.session(id)).to.include({ status: 'needsAttention', code: 'contradicting-message' });
  });

  it('refuses a notification with a wrong hash: Alipay+ gives the money back', async () => {
    const all = rig({ faults: { wrongHash: true } });
    const id = await leave(all, 'sbps:alipay-plus/gcash');
    await choose(all.browser, 'gcash');
    await all.browser.press('Approve');
    expect(all.sandbox.payments()[0]).to.include({ status: 'reversed', told: 'failed' });
    expect((await all.till.session(id)).status).to.equal('pending');
  });

  it('loses no charge whose notification never came: a person has to look', async () => {
    const all = rig({ faults: { lose: 'all' } });
    const id = await leave(all, 'sbps:webmoney');
    await all.browser.press('Pay', { number: 'ABCD1234EFGH5678' });
    await all.browser.press('Back to the shop');
    all.clock.pass(700);
    expect(await all.till.session(id)).to.include({ status: 'needsAttention', code: 'unconfirmed' });
  });

  it('is refused for a tampered form', async () => {
    const all = rig();
    const id = await all.till.open({ amount: { value: 8420, currency: 'JPY' } });
    await all.till.confirm(id, { method: 'sbps:webmoney' });
    const session = await all.till.session(id);
    const action = session.status === 'pending' ? session.nextAction : expect.fail(session.status);
    if (action.type !== 'redirect') return expect.fail(action.type);
    const cheaper = action.fields.map(([name, value]): [string, string] => [name, name === 'amount' ? '1' : value]);
    await all.browser.post(action.url, form(cheaper));
    expect(all.sandbox.payments()).to.deep.equal([]);
    await all.browser.post(action.url, form(action.fields));
    expect(all.sandbox.payments()).to.have.length(1);
  });

  it('shows the shop a sum that the buyer cut from a form without breaking its hash', async () => {
    const all = rig();
    const id = await all.till.open({ amount: { value: 8420, currency: 'JPY' } });
    await all.till.confirm(id, { method: 'sbps:webmoney' });
    const session = await all.till.session(id);
    const action = session.status === 'pending' ? session.nextAction : expect.fail(session.status);
    if (action.type !== 'redirect') return expect.fail(action.type);
    const cut: Record<string, string> = { item_name: 'Two cups8', amount: '420' };
    const fields = action.fields.map(([name, value]): [string, string] => [name, cut[name] ?? value]);
    await all.browser.post(action.url, form(fields));
    await all.browser.press('Pay', { number: 'ABCD1234EFGH5678' });
    expect(all.sandbox.payments()[0]).to.include({ status: 'paid', told: 'ok', amount: 420 });
    expect(await all.till.session(id)).to.include({ status: 'needsAttention', code: 'amount-mismatch' });
  });
});
