import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { LANGUAGES } from '../src/i18n/languages.js';
import { RejiCheckout } from '../src/elements/reji-checkout.js';
import type { RejiRedirect } from '../src/elements/reji-redirect.js';
import { choose, inside, loadShop, press, renderCheckout } from './checkout-play.js';
import type { CheckoutArgs, Loaded } from './checkout-play.js';
import { answerAtCashier, answerInApp, letExpire, payAtStore, transfer } from './in-page-payers.js';

RejiCheckout.define();

const meta: Meta<CheckoutArgs> = {
  title: 'Checkout/reji-checkout in Japan',
  component: 'reji-checkout',
  args: {
    lang: 'ja',
    density: 'comfortable',
    interface: 'gate',
    value: 12_480,
    currency: 'JPY',
    orderId: 'H-20418',
    japan: true,
    phone: '+81312345678',
  },
  argTypes: {
    lang: { control: 'select', options: LANGUAGES },
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    transport: { table: { disable: true } },
    strangeKeys: { table: { disable: true } },
  },
  loaders: [loadShop],
  render: renderCheckout,
};
export default meta;
type Story = StoryObj<CheckoutArgs>;

const shopOf = (loaded: unknown) => (loaded as Loaded).shop;

/** Waits for the result, and reads its title. */
async function result(canvas: HTMLElement): Promise<string> {
  return (await inside(canvas, 'reji-result', 'h2')).textContent ?? '';
}

async function issueNumber(canvas: HTMLElement, chain = 'familymart'): Promise<void> {
  await press(canvas, `haipay:konbini-${chain}`);
  await inside(canvas, 'reji-konbini', 'dl');
}

async function showAccount(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'haipay:gmo-aozora');
  await inside(canvas, 'reji-bank-transfer', 'dl');
}

/** Presses for a wallet of Alipay+, and answers it there without leaving the page. */
async function throughCashier(canvas: HTMLElement, loaded: unknown, wallet: string, answer: 'approve' | 'decline') {
  await press(canvas, `sbps:alipay-plus/${wallet}`);
  await inside(canvas, 'reji-redirect', 'h2');
  const { action } = await inside<RejiRedirect>(canvas, 'reji-redirect');
  if (action) await answerAtCashier(shopOf(loaded), action, wallet, answer);
}

export const Methods: Story = { globals: { width: '640' } };
export const MethodsFolded: Story = {};
export const MethodsForThailand: Story = { args: { lang: 'th' } };
export const BelowTheLimits: Story = { args: { value: 299 } };
export const InDollars: Story = { args: { lang: 'en', currency: 'USD', value: 8420 }, globals: { width: '640' } };

export const WalletChosen: Story = {
  play: ({ canvasElement }) => choose(canvasElement, 'sbps:alipay-plus/gcash'),
};
export const GoingToAlipayPlus: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'sbps:alipay-plus/gcash');
    await inside(canvasElement, 'reji-redirect', 'h2');
  },
};
export const GoingToEnterThePrepaidNumber: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'sbps:webmoney');
    await inside(canvasElement, 'reji-redirect', 'h2');
  },
};
export const PaidByWallet: Story = {
  play: async ({ canvasElement, loaded }) => {
    await throughCashier(canvasElement, loaded, 'alipay', 'approve');
    await expect(await result(canvasElement)).toContain('お支払いが完了しました');
  },
};
export const DeclinedByWallet: Story = {
  play: async ({ canvasElement, loaded }) => {
    await throughCashier(canvasElement, loaded, 'gcash', 'decline');
    await expect(await result(canvasElement)).toContain('お支払いできませんでした');
  },
};

export const KonbiniNumbers: Story = { play: ({ canvasElement }) => issueNumber(canvasElement) };
export const KonbiniNumbersInThai: Story = {
  args: { lang: 'th' },
  play: ({ canvasElement }) => issueNumber(canvasElement, 'seven-eleven'),
};
export const KonbiniOnItsPage: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'haipay:konbini-lawson');
    await inside(canvasElement, 'reji-konbini', 'a');
  },
};
export const PaidAtTheStore: Story = {
  play: async ({ canvasElement, loaded }) => {
    await issueNumber(canvasElement);
    await payAtStore(shopOf(loaded));
    await expect(await result(canvasElement)).toContain('お支払いが完了しました');
  },
};
export const KonbiniExpired: Story = {
  play: async ({ canvasElement, loaded }) => {
    await issueNumber(canvasElement);
    await letExpire(shopOf(loaded));
    await expect(await result(canvasElement)).toContain('時間切れ');
  },
};

export const Account: Story = { play: ({ canvasElement }) => showAccount(canvasElement) };
export const TransferInParts: Story = {
  play: async ({ canvasElement, loaded }) => {
    await showAccount(canvasElement);
    await transfer(shopOf(loaded), '8000');
    const words = await inside(canvasElement, 'reji-bank-transfer', '[part=base]');
    await waitFor(() => expect(words.textContent).toContain('足りません'));
  },
};
export const TransferOfTooMuch: Story = {
  play: async ({ canvasElement, loaded }) => {
    await showAccount(canvasElement);
    await transfer(shopOf(loaded), '13000');
    await result(canvasElement);
  },
};

export const Code: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'haipay:merpay');
    await inside(canvasElement, 'reji-qr', '[part=plate] svg');
  },
};
export const CodeDeclined: Story = {
  play: async ({ canvasElement, loaded }) => {
    await press(canvasElement, 'haipay:merpay');
    await inside(canvasElement, 'reji-qr', '[part=plate]');
    await answerInApp(shopOf(loaded), 'decline');
    await expect(await result(canvasElement)).toContain('お支払いできませんでした');
  },
};

export const AskingForAPhoneNumber: Story = {
  args: { phone: '', lang: 'en' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'haipay:konbini-ministop');
    await inside(canvasElement, 'reji-payer-form', 'input');
  },
};
