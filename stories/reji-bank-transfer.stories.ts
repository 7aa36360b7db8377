import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { Amount } from '../src/contract/money.js';
import type { BankTransferAction } from '../src/contract/next-action.js';
import { RejiBankTransfer } from '../src/elements/reji-bank-transfer.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiBankTransfer.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const deadline = '2026-11-30T14:59:00.000Z';
const payUrl = 'https://pay.example/transfer/8f2c';
const ACCOUNT: BankTransferAction = {
  type: 'bankTransfer',
  bank: 'GMOあおぞらネット銀行 0310',
  branch: '法人第二営業部 102',
  accountType: '普通',
  accountNumber: '2481093',
  holder: 'カ）ヒヨリシヨウテン',
  deadline,
};
const PAGE_ONLY: BankTransferAction = { type: 'bankTransfer', payUrl, deadline };
const yen = (value: number): Amount => ({ value, currency: 'JPY' });
const dollars = (value: number): Amount => ({ value, currency: 'USD' });

interface Args {
  lang: Language;
  action: BankTransferAction;
  amount: Amount;
  orderId: string;
  start: string;
  allowedHosts: string;
  busy: boolean;
  problem: string;
  connection: RejiBankTransfer['connection'];
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-bank-transfer',
  component: 'reji-bank-transfer',
  args: {
    lang: 'en',
    action: ACCOUNT,
    amount: yen(12_480),
    orderId: 'H-20418',
    start: '2026-11-15T14:59:00.000Z',
    allowedHosts: '',
    busy: false,
    problem: '',
    connection: 'live',
    // a story does not leave
    onAction: fn((event: Event) => event.preventDefault()),
  },
  argTypes: {
    lang: { control: 'inline-radio', options: LANGUAGES },
    connection: { control: 'inline-radio', options: ['live', 'polling', 'offline'] },
  },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-bank-transfer
        brand="gmo-aozora"
        .action=${args.action}
        .amount=${args.amount}
        .orderId=${args.orderId}
        .start=${args.start}
        .allowedHosts=${args.allowedHosts}
        .busy=${args.busy}
        .problem=${args.problem}
        .connection=${args.connection}
        .clock=${{ now: () => NOW }}
        @reji-action=${args.onAction}
      ></reji-bank-transfer>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const ja = { lang: 'ja' } as const;
const narrow = { globals: { width: '320' } } as const;
const wide = { globals: { width: '640' } } as const;

/** What the selector finds in the shadow root, once it is there. */
function findAll<E extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<E[]> {
  return waitFor(() => {
    const found = canvas.querySelector('reji-bank-transfer')?.shadowRoot?.querySelectorAll<E>(selector);
    return found?.length ? [...found] : Promise.reject(new Error(`no ${selector}`));
  });
}

/** Presses every way on, and sees that each asks for something. */
const pressAll: NonNullable<Story['play']> = async ({ canvasElement, args }) => {
  const ways = await findAll(canvasElement, 'a, button');
  for (const way of ways) way.click();
  await expect(args.onAction).toHaveBeenCalledTimes(ways.length);
};

export const Account: Story = { play: pressAll };
export const AccountJapanese: Story = { args: ja };
export const AccountNarrow: Story = { args: ja, ...narrow };
export const AccountWide: Story = wide;
export const AccountAndPage: Story = { args: { action: { ...ACCOUNT, payUrl } }, play: pressAll };
export const AccountAndPageJapanese: Story = { args: { ...ja, action: { ...ACCOUNT, payUrl } } };
export const NumberAlone: Story = {
  args: { action: { type: 'bankTransfer', bank: 'GMO_AOZORA', accountNumber: '2481093', deadline } },
};
export const PageOnly: Story = { args: { action: PAGE_ONLY } };
export const PageOnlyJapanese: Story = { args: { ...ja, action: PAGE_ONLY } };
export const BankAndPage: Story = { args: { action: { ...PAGE_ONLY, bank: 'GMOあおぞらネット銀行' } } };
export const PageRefused: Story = { args: { action: PAGE_ONLY, allowedHosts: 'elsewhere.example' } };
export const NothingCame: Story = { args: { action: { type: 'bankTransfer', deadline } } };
export const InDollars: Story = { args: { action: PAGE_ONLY, amount: dollars(8420) } };
export const InDollarsJapanese: Story = { args: { ...ja, action: PAGE_ONLY, amount: dollars(8420) } };
export const PartReceived: Story = { args: { action: { ...ACCOUNT, received: yen(8000) } } };
export const PartReceivedJapanese: Story = { args: { ...ja, action: { ...ACCOUNT, received: yen(8000) } } };
export const PartReceivedNarrow: Story = { args: { ...ja, action: { ...ACCOUNT, received: yen(8000) } }, ...narrow };
export const PartReceivedInDollars: Story = {
  args: { action: { ...PAGE_ONLY, received: dollars(8000) }, amount: dollars(8420) },
};
export const LastMinute: Story = { args: { action: { ...ACCOUNT, deadline: '2026-11-21T05:26:48.000Z' } } };
export const CheckingAtDeadline: Story = { args: { action: { ...ACCOUNT, deadline: '2026-11-21T05:26:00.000Z' } } };
export const CouldNotCopy: Story = {
  beforeEach: () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.execCommand = () => false;
    return () => {
      Reflect.deleteProperty(navigator, 'clipboard');
      Reflect.deleteProperty(document, 'execCommand');
    };
  },
  play: async ({ canvasElement }) => {
    const [copy] = await findAll(canvasElement, 'reji-copy-button');
    if (!copy) throw new Error('no copy button');
    await userEvent.click(copy.shadowRoot?.querySelector('button') ?? copy);
    await findAll(canvasElement, '.wrong');
    await expect(getSelection()?.toString()).toBe('12480');
  },
};
export const Offline: Story = { args: { connection: 'offline' } };
export const OfflineJapanese: Story = { args: { ...ja, connection: 'offline' } };
export const Polling: Story = { args: { connection: 'polling' } };
export const NotChanged: Story = {
  args: { problem: 'That did not go through. You were not charged. Please try again.' },
};
export const Longest: Story = {
  args: {
    action: {
      ...ACCOUNT,
      payUrl,
      holder: `カ）${'ヒヨリシヨウテン'.repeat(5)}`,
      bank: 'A bank with a very long name, 0310',
    },
    amount: yen(123_456_789),
    orderId: 'ORDER-2026-11-21-000000000000042',
  },
  ...narrow,
};

export const InEveryLanguage: Story = inEveryLanguage(meta);
