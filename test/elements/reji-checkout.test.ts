import { expect, fixture, html, waitUntil as waitBriefly } from '@open-wc/testing';
import { RejiCheckout } from '../../src/elements/reji-checkout.js';
import type { RejiKeeperInvoice } from '../../src/elements/reji-keeper-invoice.js';
import { createInPageShop } from '../../stories/in-page-shop.js';

RejiCheckout.define();

/** The whole stack is at work behind it, on a machine that may be busy. */
const waitUntil = (check: () => unknown, what: string) => waitBriefly(check, what, { timeout: 4000 });

type Shop = Awaited<ReturnType<typeof createInPageShop>>;

async function open(shop: Shop, order: Parameters<Shop['createSession']>[0] = {}, lang = 'en'): Promise<RejiCheckout> {
  const { token } = await shop.createSession(order);
  const el = await fixture<RejiCheckout>(
    html`<reji-checkout
      lang=${lang}
      .session=${token}
      .jwks=${shop.jwks}
      .transport=${shop.transport}
    ></reji-checkout>`,
  );
  await waitUntil(() => el.shadowRoot?.querySelector('reji-method-picker, [role=alert]'), 'the methods or an alert');
  return el;
}

/** The next event of that name. */
function next<N extends keyof HTMLElementEventMap>(el: HTMLElement, name: N): Promise<HTMLElementEventMap[N]> {
  return new Promise((resolve) => el.addEventListener(name, resolve, { once: true }));
}

/** Text of the element with all shadow roots below it, as a reader meets it. */
function words(root: Node): string {
  const inner = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  if (inner instanceof Text) return inner.data;
  if (inner instanceof Element && inner.localName === 'style') return '';
  return [...inner.childNodes].map(words).join(' ').replaceAll(/\s+/g, ' ');
}

function radio(el: RejiCheckout, id: string): HTMLInputElement {
  const found = el.shadowRoot
    ?.querySelector('reji-method-picker')
    ?.shadowRoot?.querySelector<HTMLInputElement>(`input[value="${id}"]`);
  if (!found) throw new Error(`no radio for ${id}`);
  return found;
}

const payButton = (el: RejiCheckout) => el.shadowRoot?.querySelector<HTMLButtonElement>('[part=pay]');

async function pay(el: RejiCheckout, id: string): Promise<void> {
  radio(el, id).click();
  await el.updateComplete;
  payButton(el)?.click();
}

/** The leaf that fills the screen, once it is there and drawn. */
async function leaf<E extends Element>(el: RejiCheckout, tag: string): Promise<E> {
  await waitUntil(() => el.shadowRoot?.querySelector(tag)?.shadowRoot?.childElementCount, tag);
  const found = el.shadowRoot?.querySelector<E>(tag);
  if (!found) throw new Error(tag);
  return found;
}

async function enterWmid(el: RejiCheckout, wmid: string): Promise<void> {
  const entry = await leaf<RejiKeeperInvoice>(el, 'reji-keeper-invoice');
  await entry.updateComplete;
  const input = entry.shadowRoot?.querySelector('input');
  if (!input) throw new Error('no field for the WMID');
  input.value = wmid;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await entry.updateComplete;
  entry.shadowRoot?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
}

/** Presses a button of the provider's page by posting its form, as a browser would. */
async function keeper(shop: Shop, answer: 'pay' | 'refuse'): Promise<void> {
  const page = await shop.sandbox(new Request('https://sandbox.example/keeper'));
  const body = new DOMParser().parseFromString(await page.text(), 'text/html');
  const button = body.querySelector<HTMLButtonElement>(`button[value="${answer}"]`);
  if (!button?.form) throw new Error(`no button to ${answer}: ${body.body.textContent}`);
  const fields = new URLSearchParams([...new FormData(button.form, button)] as [string, string][]);
  await shop.sandbox(new Request('https://sandbox.example/keeper/answer', { method: 'POST', body: fields }));
}

describe('reji-checkout', () => {
  it('shows amount, order and methods of an inlined session, and asks for a choice', async () => {
    const el = await open(await createInPageShop());
    expect(words(el)).to.contain('Order H-20430').and.contain('84.20').and.contain('WebMoney Classic');
    expect(payButton(el)?.disabled).to.equal(true);
    expect(words(el)).to.contain('Choose how to pay');
    await expect(el).to.be.accessible();
  });

  it('says in Japanese what the button does', async () => {
    const el = await open(await createInPageShop(), {}, 'ja');
    radio(el, 'monetix:webmoney').click();
    await el.updateComplete;
    expect(payButton(el)?.textContent).to.contain('続ける');
    radio(el, 'monetix:webmoney-light').click();
    await el.updateComplete;
    expect(payButton(el)?.textContent).to.contain('WebMoney Transferで支払う');
  });

  it('pays by Classic at the Gate: WMID, invoice in Keeper, paid by itself', async () => {
    const shop = await createInPageShop();
    const el = await open(shop);
    await pay(el, 'monetix:webmoney');
    await enterWmid(el, '377094062589');
    await waitUntil(() => words(el).includes('The invoice is in your Keeper'), 'the invoice');
    expect(words(el)).to.contain('3770 9406 2589').and.contain('WMZ').and.contain('left');
    await expect(el).to.be.accessible();
    const complete = next(el, 'reji-complete');
    await keeper(shop, 'pay');
    const { session } = await complete;
    expect(session.status).to.equal('succeeded');
    await waitUntil(() => words(el).includes('Payment complete'), 'the result');
    await expect(el).to.be.accessible();
  });

  it('comes back to a choice after the invoice was refused, and says why', async () => {
    const shop = await createInPageShop();
    const el = await open(shop);
    await pay(el, 'monetix:webmoney');
    await enterWmid(el, '377094062589');
    await waitUntil(() => words(el).includes('The invoice is in your Keeper'), 'the invoice');
    await keeper(shop, 'refuse');
    await waitUntil(() => words(el).includes('The payment was declined'), 'the decline');
    const result = await leaf(el, 'reji-result');
    [...(result.shadowRoot?.querySelectorAll('button') ?? [])]
      .find((button) => button.textContent.includes('Pay another way'))
      ?.click();
    await waitUntil(() => el.shadowRoot?.querySelector('reji-method-picker'), 'the methods again');
  });

  for (const [where, answer, said] of [
    ['elsewhere on the page', 'refuse', 'The payment was declined'],
    ['elsewhere on the page', 'pay', 'Payment complete'],
    ['inside', 'pay', ''],
  ] as const) {
    it(`tells a reader who is ${where} of what came, once: ${answer}`, async () => {
      const shop = await createInPageShop();
      const aside = await fixture<HTMLButtonElement>(html`<button>The shop’s own</button>`);
      const el = await open(shop);
      await pay(el, 'monetix:webmoney');
      await enterWmid(el, '377094062589');
      await waitUntil(() => words(el).includes('The invoice is in your Keeper'), 'the invoice');
      if (where === 'inside') (await leaf<RejiKeeperInvoice>(el, 'reji-keeper-invoice')).focusTitle();
      else aside.focus();
      await el.updateComplete;
      await keeper(shop, answer);
      const result = await leaf<HTMLElement>(el, 'reji-result');
      await waitUntil(() => el.matches(':focus-within') === (where === 'inside'), 'the focus where it belongs');
      expect(el.shadowRoot?.querySelector('p.sr[role=status]')?.textContent).to.equal(said);
      if (where === 'inside') expect(result.shadowRoot?.activeElement?.localName).to.equal('h2');
    });
  }

  it('keeps the focus when it loads again, whether that goes well or not', async () => {
    const shop = await createInPageShop();
    const { url } = await shop.createSession();
    let up = false;
    const transport: typeof fetch = (...given) =>
      up ? shop.transport(...given) : Promise.resolve(new Response('{}', { status: 503 }));
    const el = await fixture<RejiCheckout>(
      html`<reji-checkout lang="en" .sessionUrl=${url} .jwks=${shop.jwks} .transport=${transport}></reji-checkout>`,
    );
    const again = async () => {
      const button = () => el.shadowRoot?.querySelector<HTMLButtonElement>('.actions .button');
      await waitUntil(button, 'the button');
      button()?.focus();
      button()?.click();
      await waitUntil(() => el.shadowRoot?.activeElement && el.shadowRoot.activeElement !== button(), 'the focus');
      return el.shadowRoot?.activeElement?.localName;
    };
    expect(await again()).to.equal('h2');
    up = true;
    expect(await again()).to.equal('reji-method-picker');
  });

  it('stops a second payment of an order that another tab has paid, in words', async () => {
    const shop = await createInPageShop();
    const late = await open(shop);
    const el = await open(shop);
    await pay(el, 'monetix:webmoney');
    await enterWmid(el, '377094062589');
    await waitUntil(() => words(el).includes('The invoice is in your Keeper'), 'the invoice');
    await keeper(shop, 'pay');
    await waitUntil(() => words(el).includes('Payment complete'), 'the result');
    await pay(late, 'monetix:webmoney-light');
    await waitUntil(() => words(late).includes('Please do not pay again.'), 'the stop');
    expect(late.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('Please do not pay again.');
  });

  it('goes to the WebMoney form by Light at the Gate once the callback has brought it', async () => {
    const el = await open(await createInPageShop());
    el.addEventListener('reji-redirect', (event) => event.preventDefault());
    const leaving = next(el, 'reji-redirect');
    await pay(el, 'monetix:webmoney-light');
    const { redirect } = await leaving;
    expect(redirect.method).to.equal('POST');
    expect(redirect.url).to.match(/^https:\/\/sandbox\.example\/webmoney\//);
  });

  it('posts the signed fields of the Payment Page in order, the signature last', async () => {
    const el = await open(await createInPageShop({ interface: 'payment-page' }));
    el.addEventListener('reji-redirect', (event) => event.preventDefault());
    const leaving = next(el, 'reji-redirect');
    await pay(el, 'monetix:webmoney-light');
    const { redirect } = await leaving;
    expect(redirect.fields.at(-1)?.[0]).to.equal('signature');
    expect(redirect.fields).to.deep.include(['force_payment_method', 'webmoney-light']);
  });

  it('lets the buyer choose again while the provider is awaited', async () => {
    const shop = await createInPageShop();
    const el = await open(shop);
    await pay(el, 'monetix:webmoney');
    await enterWmid(el, '377094062589');
    await waitUntil(() => words(el).includes('The invoice is in your Keeper'), 'the invoice');
    const invoice = await leaf(el, 'reji-keeper-invoice');
    [...(invoice.shadowRoot?.querySelectorAll('button') ?? [])]
      .find((button) => button.textContent.includes('Choose another method'))
      ?.click();
    await waitUntil(() => el.shadowRoot?.querySelector('reji-method-picker'), 'the methods');
  });

  it('shows nothing of a session that somebody else signed', async () => {
    const shop = await createInPageShop();
    const { token } = await shop.createSession();
    const stranger = await createInPageShop();
    const el = await fixture<RejiCheckout>(
      html`<reji-checkout
        lang="en"
        .session=${token}
        .jwks=${stranger.jwks}
        .transport=${shop.transport}
      ></reji-checkout>`,
    );
    await waitUntil(() => el.shadowRoot?.querySelector('[role=alert]'), 'the alert');
    expect(words(el)).to.contain('could not be verified').and.not.contain('84.20');
    await expect(el).to.be.accessible();
  });

  it('starts one attempt however often the button is pressed', async () => {
    const shop = await createInPageShop();
    const el = await open(shop);
    el.addEventListener('reji-redirect', (event) => event.preventDefault());
    const leaving = next(el, 'reji-redirect');
    radio(el, 'monetix:webmoney-light').click();
    await el.updateComplete;
    for (let press = 0; press < 5; press++) payButton(el)?.click();
    await leaving;
    expect(shop.sandbox.payments()).to.have.length(1);
  });

  it('takes the keys from an attribute, as plain HTML gives them', async () => {
    const shop = await createInPageShop();
    const { token } = await shop.createSession();
    const el = document.createElement('reji-checkout');
    el.transport = shop.transport;
    el.setAttribute('lang', 'en');
    el.setAttribute('session', token);
    el.setAttribute('jwks', JSON.stringify(shop.jwks));
    document.body.append(el);
    await waitUntil(() => el.shadowRoot?.querySelector('reji-method-picker'), 'the methods');
    el.remove();
  });

  it('lives on when it is moved in the page, as React does it twice', async () => {
    const el = await open(await createInPageShop());
    const parent = el.parentElement;
    el.remove();
    parent?.append(el);
    await waitUntil(() => el.shadowRoot?.querySelector('reji-method-picker'), 'the methods');
  });
});
