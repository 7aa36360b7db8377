import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { Amount } from '../src/contract/money.js';
import type { KonbiniAction } from '../src/contract/next-action.js';
import { RejiKonbini } from '../src/elements/reji-konbini.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiKonbini.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const numbers = (...pairs: [label: string, value: string][]) => pairs.map(([label, value]) => ({ label, value }));
const FAMILYMART: KonbiniAction = {
  type: 'konbini',
  chain: 'familymart',
  numbers: numbers(['企業コード', '20020'], ['注文番号', '482109376154']),
  payUrl: 'https://pay.example/konbini/8f2c',
  deadline: '2026-11-30T14:59:00.000Z',
};
const SEVEN: KonbiniAction = {
  ...FAMILYMART,
  chain: 'seven-eleven',
  numbers: numbers(['払込票番号', '3058271649035']),
};
const LAWSON: KonbiniAction = {
  ...FAMILYMART,
  chain: 'lawson',
  numbers: numbers(['お客様番号', '21480917365'], ['確認番号', '400008']),
};
const MINISTOP: KonbiniAction = {
  ...LAWSON,
  chain: 'ministop',
  numbers: numbers(['受付番号', '74120385'], ['電話番号', '0312345678']),
};
const PAGE_ONLY: KonbiniAction = { ...FAMILYMART, chain: 'ministop', numbers: [] };

interface Args {
  lang: Language;
  action: KonbiniAction;
  amount: Amount;
  limit: Amount;
  orderId: string;
  start: string;
  allowedHosts: string;
  busy: boolean;
  problem: string;
  connection: RejiKonbini['connection'];
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-konbini',
  component: 'reji-konbini',
  args: {
    lang: 'en',
    action: FAMILYMART,
    amount: { value: 12_480, currency: 'JPY' },
    limit: { value: 150_000, currency: 'JPY' },
    orderId: 'H-20418',
    start: '2026-11-15T14:59:00.000Z',
    allowedHosts: '',
    busy: false,
    problem: '',
    connection: 'live',
    // a story neither leaves nor prints
    onAction: fn((event: Event) => event.preventDefault()),
  },
  argTypes: {
    lang: { control: 'inline-radio', options: LANGUAGES },
    connection: { control: 'inline-radio', options: ['live', 'polling', 'offline'] },
  },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-konbini
        shop="ひより商店"
        .action=${args.action}
        .amount=${args.amount}
        .limit=${args.limit}
        .orderId=${args.orderId}
        .start=${args.start}
        .allowedHosts=${args.allowedHosts}
        .busy=${args.busy}
        .problem=${args.problem}
        .connection=${args.connection}
        .clock=${{ now: () => NOW }}
        @reji-action=${args.onAction}
      ></reji-konbini>
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
    const found = canvas.querySelector('reji-konbini')?.shadowRoot?.querySelectorAll<E>(selector);
    return found?.length ? [...found] : Promise.reject(new Error(`no ${selector}`));
  });
}

/** The clipboard is closed, as in an iframe without the permission. */
const couldNotCopy: Pick<Story, 'beforeEach' | 'play'> = {
  beforeEach: () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.execCommand = () => false;
    return () => {
      Reflect.deleteProperty(navigator, 'clipboard');
      Reflect.deleteProperty(document, 'execCommand');
    };
  },
  play: async ({ canvasElement, args }) => {
    const [copy] = await findAll(canvasElement, 'reji-copy-button');
    if (!copy) throw new Error('no copy button');
    await userEvent.click(copy.shadowRoot?.querySelector('button') ?? copy);
    await findAll(canvasElement, '.wrong');
    await expect(getSelection()?.toString()).toBe(args.action.numbers[0]?.value);
  },
};

/** Presses every way on, and sees that each asks for something. */
const pressAll: NonNullable<Story['play']> = async ({ canvasElement, args }) => {
  const ways = await findAll(canvasElement, 'a, button');
  for (const way of ways) way.click();
  await expect(args.onAction).toHaveBeenCalledTimes(ways.length);
};

export const FamilyMart: Story = { play: pressAll };
export const FamilyMartWide: Story = wide;
export const FamilyMartJapanese: Story = { args: ja };
export const FamilyMartJapaneseWide: Story = { args: ja, ...wide };
export const SevenEleven: Story = { args: { action: SEVEN } };
export const SevenElevenWide: Story = { args: { action: SEVEN }, ...wide };
export const SevenElevenJapanese: Story = { args: { ...ja, action: SEVEN } };
export const SevenElevenJapaneseNarrow: Story = { args: { ...ja, action: SEVEN }, ...narrow };
export const Lawson: Story = { args: { action: LAWSON } };
export const LawsonJapanese: Story = { args: { ...ja, action: LAWSON } };
export const Ministop: Story = { args: { action: MINISTOP } };
export const MinistopJapanese: Story = { args: { ...ja, action: MINISTOP } };
export const OnlyOneNumber: Story = { args: { action: { ...LAWSON, numbers: numbers(['番号', '21480917365']) } } };
export const AnotherChain: Story = {
  args: { action: { ...FAMILYMART, chain: 'seicomart', numbers: numbers(['オンライン決済番号', '12345678901']) } },
};
export const AnotherChainJapanese: Story = {
  args: { ...ja, action: { ...FAMILYMART, chain: 'seicomart', numbers: numbers(['受付番号', '123456']) } },
};

export const PageOnly: Story = { args: { action: PAGE_ONLY }, play: pressAll };
export const PageOnlyJapanese: Story = { args: { ...ja, action: PAGE_ONLY } };
export const PageOnlyInDollars: Story = { args: { action: PAGE_ONLY, amount: { value: 8420, currency: 'USD' } } };
export const NumbersWithoutPage: Story = {
  args: {
    action: { type: 'konbini', chain: 'lawson', numbers: LAWSON.numbers, deadline: LAWSON.deadline },
  },
};
export const InDollarsJapanese: Story = { args: { ...ja, action: LAWSON, amount: { value: 8420, currency: 'USD' } } };
export const PageRefused: Story = { args: { action: PAGE_ONLY, allowedHosts: 'elsewhere.example' } };
export const PageRefusedJapanese: Story = {
  args: { ...ja, action: PAGE_ONLY, allowedHosts: 'elsewhere.example' },
};

export const HoursLeft: Story = { args: { action: { ...LAWSON, deadline: '2026-11-21T10:38:00.000Z' } } };
export const HoursLeftJapanese: Story = {
  args: { ...ja, action: { ...LAWSON, deadline: '2026-11-21T10:38:00.000Z' } },
};
export const LastMinute: Story = { args: { action: { ...LAWSON, deadline: '2026-11-21T05:26:48.000Z' } } };
export const CheckingAtDeadline: Story = { args: { action: { ...LAWSON, deadline: '2026-11-21T05:26:00.000Z' } } };
export const CheckingAtDeadlineJapanese: Story = {
  args: { ...ja, action: { ...LAWSON, deadline: '2026-11-21T05:26:00.000Z' } },
};
export const ManyDaysLeft: Story = { args: { action: { ...LAWSON, deadline: '2026-12-26T05:26:00.000Z' }, start: '' } };

export const CouldNotCopy: Story = { args: { action: LAWSON }, ...couldNotCopy };
export const CouldNotCopyJapanese: Story = { args: { ...ja, action: SEVEN }, ...couldNotCopy };
export const Offline: Story = { args: { connection: 'offline' } };
export const OfflineJapanese: Story = { args: { ...ja, connection: 'offline' } };
export const Polling: Story = { args: { connection: 'polling' } };
export const NotChanged: Story = {
  args: { problem: 'That did not go through. You were not charged. Please try again.' },
};
export const Longest: Story = {
  args: {
    action: {
      ...FAMILYMART,
      numbers: numbers(
        ['企業コード', '20020'],
        ['お客様番号', '12345678901234567890'],
        ['確認番号', 'AB-1234-567890-XYZ'],
      ),
    },
    amount: { value: 123_456_789, currency: 'JPY' },
    orderId: 'ORDER-2026-11-21-000000000000042',
  },
  ...narrow,
};

export const InEveryLanguage: Story = inEveryLanguage(meta);

/** The page's own drawing in place of ours, by the name of the brand. */
export const OfficialMark: Story = {
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-konbini .action=${LAWSON} .amount=${args.amount} order-id=${args.orderId} .clock=${{ now: () => NOW }}>
        <svg slot="mark-konbini-lawson" viewBox="0 0 40 40" width="40" height="40">
          <circle cx="20" cy="20" r="18" fill="currentColor" />
        </svg>
      </reji-konbini>
    </div>`,
};
