import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { LANGUAGES } from '../src/i18n/languages.js';
import { RejiCheckout } from '../src/elements/reji-checkout.js';
import { choose, inside, loadShop, press, renderCheckout } from './checkout-play.js';
import type { CheckoutArgs, Loaded } from './checkout-play.js';

RejiCheckout.define();

const meta: Meta<CheckoutArgs> = {
  title: 'Checkout/reji-checkout',
  component: 'reji-checkout',
  args: {
    lang: 'en',
    density: 'comfortable',
    interface: 'gate',
    value: 8420,
    currency: 'USD',
    orderId: 'H-20430',
    japan: false,
    phone: '',
  },
  argTypes: {
    lang: { control: 'select', options: LANGUAGES },
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    interface: { control: 'inline-radio', options: ['gate', 'payment-page'] },
    transport: { table: { disable: true } },
    strangeKeys: { table: { disable: true } },
  },
  loaders: [loadShop],
  render: renderCheckout,
};
export default meta;
type Story = StoryObj<CheckoutArgs>;

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
