import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { RejiCheckout } from '../src/elements/reji-checkout.js';
import { createInPageShop } from './in-page-shop.js';
import type { InPageShopOptions } from './in-page-shop.js';

RejiCheckout.define();

interface Args {
  lang: 'en' | 'ja';
  density: 'comfortable' | 'compact';
  interface: NonNullable<InPageShopOptions['interface']>;
  value: number;
  currency: string;
  orderId: string;
  /** Answers instead of the BFF: for the states in which it can't be reached. */
  transport?: typeof fetch;
  /** Another shop's keys: nothing can be verified. */
  strangeKeys?: boolean;
}

interface Loaded {
  shop: Awaited<ReturnType<typeof createInPageShop>>;
  token: string;
  sessionUrl: string;
  jwks: { keys: object[] };
}

const meta: Meta<Args> = {
  title: 'Checkout/reji-checkout',
  component: 'reji-checkout',
  args: { lang: 'en', density: 'comfortable', interface: 'gate', value: 8420, currency: 'USD', orderId: 'H-20430' },
  argTypes: {
    lang: { control: 'inline-radio', options: ['en', 'ja'] },
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    interface: { control: 'inline-radio', options: ['gate', 'payment-page'] },
    transport: { table: { disable: true } },
    strangeKeys: { table: { disable: true } },
  },
  loaders: [
    async ({ args }): Promise<Loaded> => {
      const shop = await createInPageShop({ interface: args.interface });
      const { token, url } = await shop.createSession({ id: args.orderId, value: args.value, currency: args.currency });
      const { jwks } = args.strangeKeys ? await createInPageShop() : shop;
      return { shop, token, sessionUrl: url, jwks };
    },
  ],
  render: (args, { loaded }) => {
    const { shop, token, sessionUrl, jwks } = loaded as unknown as Loaded;
    return html`<reji-checkout
      lang=${args.lang}
      session=${args.transport ? '' : token}
      session-url=${sessionUrl}
      manual-redirect
      .density=${args.density}
      .jwks=${jwks}
      .transport=${args.transport ?? shop.transport}
    ></reji-checkout>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

function element(canvas: HTMLElement): RejiCheckout {
  const found = canvas.querySelector('reji-checkout');
  if (!found) throw new Error('no reji-checkout');
  return found;
}

/** A leaf of the checkout or something in its own shadow root, once it is there. */
function inside<E extends Element>(canvas: HTMLElement, ...path: string[]): Promise<E> {
  return waitFor(() => {
    let at: Element | null = element(canvas);
    for (const step of path) at = at?.shadowRoot?.querySelector(step) ?? null;
    if (!at) throw new Error(`not there yet: ${path.join(' ')}`);
    return at as E;
  });
}

async function choose(canvas: HTMLElement, method: string): Promise<void> {
  (await inside<HTMLInputElement>(canvas, 'reji-method-picker', `input[value="${method}"]`)).click();
}

async function press(canvas: HTMLElement, method: string): Promise<void> {
  await choose(canvas, method);
  (await inside<HTMLButtonElement>(canvas, '[part=pay]:enabled')).click();
}

async function sendInvoice(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'monetix:webmoney');
  const input = await inside<HTMLInputElement>(canvas, 'reji-keeper-invoice', 'input');
  input.value = '377094062589';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  (await inside<HTMLButtonElement>(canvas, 'reji-keeper-invoice', 'button[type=submit]')).click();
  await inside(canvas, 'reji-keeper-invoice', 'reji-countdown');
}

/** Answers the newest invoice on the sandbox's Keeper page. */
async function answerInKeeper(loaded: unknown, answer: 'pay' | 'refuse'): Promise<void> {
  const { sandbox } = (loaded as Loaded).shop;
  const page = await (await sandbox(new Request('https://sandbox.example/keeper'))).text();
  const button = new DOMParser()
    .parseFromString(page, 'text/html')
    .querySelector<HTMLButtonElement>(`button[value="${answer}"]`);
  if (!button?.form) throw new Error('no invoice');
  const fields = new URLSearchParams([...new FormData(button.form, button)] as [string, string][]);
  await sandbox(new Request('https://sandbox.example/keeper/answer', { method: 'POST', body: fields }));
}

export const Methods: Story = {};
export const MethodsJapanese: Story = { args: { lang: 'ja' } };
export const Compact: Story = { args: { density: 'compact' } };
export const EuroJapanese: Story = { args: { lang: 'ja', currency: 'EUR', value: 123_456 } };
export const LongestNarrow: Story = {
  args: { currency: 'KZT', value: 145_123_000, orderId: 'ORDER-2026-11-21-000000000042' },
  globals: { width: '320' },
  play: ({ canvasElement }) => choose(canvasElement, 'monetix:webmoney-light'),
};

export const LightChosen: Story = {
  play: ({ canvasElement }) => choose(canvasElement, 'monetix:webmoney-light'),
};
export const ClassicChosenJapanese: Story = {
  args: { lang: 'ja' },
  play: ({ canvasElement }) => choose(canvasElement, 'monetix:webmoney'),
};

export const Loading: Story = { args: { transport: () => new Promise(() => undefined) } };
export const Offline: Story = {
  args: { lang: 'ja', transport: () => Promise.reject(new TypeError('no network')) },
};
export const ServerDown: Story = {
  args: { transport: () => Promise.resolve(new Response('', { status: 503 })) },
};
export const NotTrusted: Story = {
  args: { strangeKeys: true },
  play: async ({ canvasElement }) => {
    const alert = () => inside(canvasElement, '[role=alert]');
    await waitFor(async () => expect((await alert()).textContent).toContain('could not be verified'));
  },
};

export const AskingForWmid: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'monetix:webmoney');
    await inside(canvasElement, 'reji-keeper-invoice', 'input');
  },
};
export const InvoiceInKeeper: Story = { play: ({ canvasElement }) => sendInvoice(canvasElement) };
export const InvoiceInKeeperJapanese: Story = {
  args: { lang: 'ja' },
  play: ({ canvasElement }) => sendInvoice(canvasElement),
};
export const Paid: Story = {
  play: async ({ canvasElement, loaded }) => {
    await sendInvoice(canvasElement);
    await answerInKeeper(loaded, 'pay');
    const title = await inside(canvasElement, 'reji-result', 'h2');
    await expect(title.textContent).toContain('Payment complete');
  },
};
export const PaidJapanese: Story = {
  args: { lang: 'ja' },
  play: async ({ canvasElement, loaded }) => {
    await sendInvoice(canvasElement);
    await answerInKeeper(loaded, 'pay');
    await inside(canvasElement, 'reji-result', 'h2');
  },
};
export const InvoiceRefused: Story = {
  play: async ({ canvasElement, loaded }) => {
    await sendInvoice(canvasElement);
    await answerInKeeper(loaded, 'refuse');
    const title = await inside(canvasElement, 'reji-result', 'h2');
    await expect(title.textContent).toContain('declined');
  },
};
export const DeclinedByAmount: Story = {
  args: { lang: 'ja', value: 40400 },
  play: async ({ canvasElement, loaded }) => {
    await sendInvoice(canvasElement);
    await answerInKeeper(loaded, 'pay');
    await inside(canvasElement, 'reji-result', 'h2');
  },
};
export const GoingToThePaymentPage: Story = {
  args: { interface: 'payment-page' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'monetix:webmoney-light');
    await inside(canvasElement, 'reji-redirect', 'h2');
  },
};
