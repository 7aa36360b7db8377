import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, waitFor } from 'storybook/test';
import type { Amount } from '../src/contract/money.js';
import type { ReceiptAction } from '../src/contract/next-action.js';
import { RejiReceipt } from '../src/elements/reji-receipt.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiReceipt.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const deadline = '2026-12-20T14:59:00.000Z';
const entries = (...pairs: [label: string, value: string][]) => pairs.map(([label, value]) => ({ label, value }));
const TWO: ReceiptAction = {
  type: 'receipt',
  entries: entries(['お客様番号', '502880001012'], ['確認番号', '8401']),
  deadline,
};

interface Args {
  lang: Language;
  action: ReceiptAction;
  amount: Amount;
  orderId: string;
  start: string;
  now: number;
  noChange: boolean;
  busy: boolean;
  problem: string;
  connection: RejiReceipt['connection'];
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-receipt',
  component: 'reji-receipt',
  args: {
    lang: 'en',
    action: TWO,
    amount: { value: 4800, currency: 'JPY' },
    orderId: 'R-0093',
    start: '2026-11-18T05:26:00.000Z',
    now: NOW,
    noChange: false,
    busy: false,
    problem: '',
    connection: 'live',
    // a story neither prints nor saves
    onAction: fn((event: Event) => event.preventDefault()),
  },
  argTypes: {
    lang: { control: 'inline-radio', options: LANGUAGES },
    connection: { control: 'inline-radio', options: ['live', 'polling', 'offline'] },
  },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-receipt
        shop="ひより商店"
        .action=${args.action}
        .amount=${args.amount}
        .orderId=${args.orderId}
        .start=${args.start}
        .noChange=${args.noChange}
        .busy=${args.busy}
        .problem=${args.problem}
        .connection=${args.connection}
        .clock=${{ now: () => args.now }}
        @reji-action=${args.onAction}
      ></reji-receipt>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const ja = { lang: 'ja' } as const;
const narrow = { globals: { width: '320' } } as const;
const wide = { globals: { width: '640' } } as const;

/** Presses every way on, and sees that each asks for something. */
const pressAll: NonNullable<Story['play']> = async ({ canvasElement, args }) => {
  const ways = await waitFor(() => {
    const found = canvasElement.querySelector('reji-receipt')?.shadowRoot?.querySelectorAll('button');
    return found?.length ? [...found] : Promise.reject(new Error('no buttons'));
  });
  for (const way of ways) way.click();
  await expect(args.onAction).toHaveBeenCalledTimes(ways.length);
};

export const TwoNumbers: Story = { play: pressAll };
export const TwoNumbersWide: Story = wide;
export const TwoNumbersJapanese: Story = { args: ja };
export const TwoNumbersJapaneseNarrow: Story = { args: ja, ...narrow };
export const TwoNumbersJapaneseWide: Story = { args: ja, ...wide };
export const OneNumber: Story = { args: { action: { ...TWO, entries: entries(['受取番号', '4079381562']) } } };
export const ManyNumbers: Story = {
  args: {
    ...ja,
    action: {
      ...TWO,
      entries: entries(
        ['企業コード', '20020'],
        ['お客様番号', '50288000101223456'],
        ['確認番号', 'A8-401'],
        ['PIN', '0093'],
      ),
    },
  },
  ...narrow,
};
export const NoNumbersYet: Story = { args: { action: { ...TWO, entries: [] } } };
export const WithoutDeadline: Story = { args: { action: { type: 'receipt', entries: TWO.entries } } };
export const LastHours: Story = { args: { ...ja, now: Date.parse(deadline) - 5 * 3_600_000 } };
export const TimeIsUp: Story = { args: { now: Date.parse(deadline) + 1000 } };
export const NoOtherWay: Story = { args: { noChange: true } };
export const CouldNotBeChanged: Story = {
  args: { problem: 'This can’t be changed at the moment. Nothing was changed.' },
};
export const Offline: Story = { args: { ...ja, connection: 'offline' } };
export const LongAmountInDollars: Story = {
  args: { amount: { value: 123_456_789, currency: 'USD' }, orderId: 'REFUND-2026-11-00000093' },
  ...narrow,
};
export const EveryLanguage: Story = inEveryLanguage(meta);
