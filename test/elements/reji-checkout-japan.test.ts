import { expect, fixture, html, waitUntil as waitBriefly } from '@open-wc/testing';
import { RejiCheckout } from '../../src/elements/reji-checkout.js';
import { payAtStore, transfer } from '../../stories/in-page-payers.js';
import { createInPageShop } from '../../stories/in-page-shop.js';

RejiCheckout.define();

const waitUntil = (check: () => unknown, what: string) => waitBriefly(check, what, { timeout: 8000 });

/** Text of the element with all shadow roots below it, as a reader meets it. */
function words(root: Node): string {
  const inner = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  if (inner instanceof Text) return inner.data;
  if (inner instanceof Element && inner.localName === 'style') return '';
  return [...inner.childNodes].map(words).join(' ').replaceAll(/\s+/g, ' ');
}

const says = (el: Element, text: string) => waitUntil(() => words(el).includes(text), text);
const picker = (el: Element) => el.shadowRoot?.querySelector('reji-method-picker');

async function open(order: { value?: number; phone?: string } = {}, inside = html``) {
  const shop = await createInPageShop({ japan: true });
  const { token } = await shop.createSession({ value: 12_480, currency: 'JPY', phone: '+81312345678', ...order });
  const el = await fixture<RejiCheckout>(
    html`<reji-checkout
      lang="en"
      region="TH"
      sections="open"
      wallets="single"
      .session=${token}
      .jwks=${shop.jwks}
      .transport=${shop.transport}
      >${inside}</reji-checkout
    >`,
  );
  await waitUntil(() => picker(el)?.shadowRoot?.querySelector('input[type=radio]'), 'the methods');
  return { shop, el };
}

async function pay(el: RejiCheckout, id: string): Promise<void> {
  picker(el)?.shadowRoot?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.click();
  await el.updateComplete;
  el.shadowRoot?.querySelector<HTMLButtonElement>('[part=pay]')?.click();
}

describe('reji-checkout in Japan', () => {
  it('shows what it was told of sections, wallets and region', async () => {
    const { el } = await open();
    const text = words(picker(el) ?? el);
    expect(text).to.match(/TrueMoney \( ?Alipay\+ ?\)/);
    expect(text.indexOf('TrueMoney'), 'the region’s wallets are on top').to.be.below(text.indexOf('GCash'));
    expect(picker(el)?.shadowRoot?.querySelector('[aria-expanded]')).to.equal(null);
  });

  it('takes an official mark in place of ours', async () => {
    const { el } = await open({}, html`<svg slot="mark-gcash" id="official" viewBox="0 0 1 1"></svg>`);
    const official = el.querySelector('#official');
    const brand = [...(picker(el)?.shadowRoot?.querySelectorAll('reji-brand') ?? [])].find(
      ({ brand }) => brand === 'gcash',
    );
    const slot = brand?.shadowRoot?.querySelector('slot');
    expect(slot?.assignedNodes({ flatten: true })).to.include(official);
    expect(words(brand?.shadowRoot?.querySelector('[part=base]') ?? el)).not.to.contain('GC');
  });

  it('gives the numbers for the store, and turns into the result when they were rung up', async () => {
    const { shop, el } = await open();
    await pay(el, 'haipay:konbini-familymart');
    // The screen that waits for the provider's answer has the same status.
    await waitUntil(() => el.shadowRoot?.querySelector('reji-konbini'), 'the numbers');
    await says(el, 'Waiting for your payment');
    await payAtStore(shop);
    await says(el, 'Payment complete');
  });

  it('keeps a transfer that is too small open with the rest to send, and ends with the rest', async () => {
    const { shop, el } = await open();
    await pay(el, 'haipay:gmo-aozora');
    await waitUntil(() => el.shadowRoot?.querySelector('reji-bank-transfer'), 'the account');
    await transfer(shop, '8000');
    await says(el, 'Still to send');
    expect(words(el)).to.contain('4,480');
    await transfer(shop, '4480');
    await says(el, 'Payment complete');
  });

  it('confirms the order of a transfer that is too large, and says what came', async () => {
    const { shop, el } = await open();
    await pay(el, 'haipay:gmo-aozora');
    await waitUntil(() => el.shadowRoot?.querySelector('reji-bank-transfer'), 'the account');
    await transfer(shop, '13000');
    await says(el, '13,000');
    await says(el, '520');
  });

  it('starts a wallet’s code anew when the buyer asks for it', async () => {
    const { shop, el } = await open();
    await pay(el, 'haipay:merpay');
    await waitUntil(() => el.shadowRoot?.querySelector('reji-qr')?.shadowRoot?.querySelector('path'), 'the code');
    const [first] = shop.japan?.haipay.payments() ?? [];
    const { RejiActionEvent } = await import('../../src/elements/events.js');
    el.shadowRoot?.querySelector('reji-qr')?.dispatchEvent(new RejiActionEvent('try-again'));
    await waitUntil(() => shop.japan?.haipay.payments().length === 2, 'a second order at the provider');
    expect(shop.japan?.haipay.payments().at(-1)?.orderId).not.to.equal(first?.orderId);
  });

  it('asks for the phone number that the shop did not tell', async () => {
    const { el } = await open({ phone: '' });
    await pay(el, 'haipay:konbini-lawson');
    await says(el, 'Phone');
    const form = el.shadowRoot?.querySelector('reji-payer-form')?.shadowRoot;
    const input = form?.querySelector('input');
    if (!input) throw new Error('no field');
    input.value = '０３-1234-5678';
    form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await says(el, 'Waiting for your payment');
  });

  it('says from which amount on a store can be chosen', async () => {
    const { el } = await open({ value: 299 });
    const radio = picker(el)?.shadowRoot?.querySelector<HTMLInputElement>('input[value="haipay:konbini-lawson"]');
    expect(radio?.disabled).to.equal(true);
    expect(words(el)).to.contain('From ¥300');
  });
});
