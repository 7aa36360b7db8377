import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { Amount } from '../src/contract/money.js';
import type { BankRow, PayoutWay } from '../src/contract/payout.js';
import type { MethodInput } from '../src/contract/session.js';
import type { BankLookup } from '../src/elements/payout-bank-box.js';
import type { PayoutError } from '../src/elements/payout-checks.js';
import { RejiPayoutForm } from '../src/elements/reji-payout-form.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiPayoutForm.define();

const BANKS: readonly BankRow[] = [
  { code: '0001', name: 'みずほ銀行', kana: 'ミズホ' },
  { code: '0289', name: 'みずほ信託銀行', kana: 'ミズホシンタク' },
  { code: '0005', name: '三菱UFJ銀行', kana: 'ミツビシユーエフジェイ' },
  { code: '9900', name: 'ゆうちょ銀行', kana: 'ユウチヨ' },
];
const BRANCHES: readonly BankRow[] = [
  { code: '110', name: '丸の内支店', kana: 'マルノウチ' },
  { code: '015', name: '神田駅前支店', kana: 'カンダエキマエ' },
];
const lookup: BankLookup = (query, bank) =>
  Promise.resolve(
    (bank === undefined ? BANKS : BRANCHES).filter(({ code, name }) => code.startsWith(query) || name.includes(query)),
  );
const unreachable: BankLookup = () => Promise.reject(new Error('offline'));

const ACCOUNT = {
  bankCode: '0001',
  bankName: 'みずほ銀行',
  branchCode: '110',
  branchName: '丸の内支店',
  accountType: 'ordinary',
  accountNumber: '0481093',
  accountName: 'ふじた じゅんぺい',
};
const POST = {
  bankCode: '9900',
  bankName: 'ゆうちょ銀行',
  symbol: '10530',
  number: '12345671',
  accountName: 'フジタ ジュンペイ',
};
const SAVED: PayoutWay['saved'] = {
  id: 'a1',
  destination: { bank: 'みずほ銀行', branch: '丸の内支店', accountType: 'ordinary', accountNumber: '••••093' },
};
const YEN: Amount = { value: 4800, currency: 'JPY' };
const USD: Amount = { value: 8420, currency: 'USD' };
const required = (...names: string[]): MethodInput[] => names.map((name) => ({ name, required: true }));

interface Args {
  lang: Language;
  kind: RejiPayoutForm['kind'];
  amount: Amount;
  orderId: string;
  inputs: MethodInput[];
  saved: PayoutWay['saved'];
  error: PayoutError | undefined;
  lookup: BankLookup | undefined;
  values: Record<string, string>;
  label: string;
  busy: boolean;
  problem: string;
  onSubmit: (event: Event) => void;
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-payout-form',
  component: 'reji-payout-form',
  args: {
    lang: 'ja',
    kind: 'account',
    amount: YEN,
    orderId: 'H-20418',
    inputs: [],
    saved: undefined,
    error: undefined,
    lookup,
    values: {},
    label: '',
    busy: false,
    problem: '',
    onSubmit: fn(),
    onAction: fn(),
  },
  argTypes: { lang: { control: 'inline-radio', options: LANGUAGES } },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-payout-form
        .kind=${args.kind}
        .amount=${args.amount}
        .orderId=${args.orderId}
        .inputs=${args.inputs}
        .saved=${args.saved}
        .error=${args.error}
        .lookup=${args.lookup}
        .values=${args.values}
        .label=${args.label}
        .busy=${args.busy}
        .problem=${args.problem}
        @reji-submit=${args.onSubmit}
        @reji-action=${args.onAction}
      ></reji-payout-form>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const en = { lang: 'en' } as const;
const narrow = { globals: { width: '320' } } as const;
const wide = { globals: { width: '640' } } as const;

/** The element in the shadow root that the selector finds, once it is there. */
function find<E extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<E> {
  return waitFor(() => {
    const found = canvas.querySelector('reji-payout-form')?.shadowRoot?.querySelector<E>(selector);
    return found ?? Promise.reject(new Error(`no ${selector}`));
  });
}

const send: NonNullable<Story['play']> = async ({ canvasElement }) => {
  (await find<HTMLButtonElement>(canvasElement, 'button[type=submit]')).click();
};
const type =
  (selector: string, text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await userEvent.type(await find<HTMLInputElement>(canvasElement, selector), text);
    await find(canvasElement, '[role=option], [role=status].note');
  };

export const Empty: Story = {};
export const EmptyEnglish: Story = { args: en };
export const Searching: Story = { play: type('#bankCode', 'みず') };
export const SearchingEnglish: Story = { args: en, play: type('#bankCode', '0') };
export const NothingFound: Story = { play: type('#bankCode', 'なにか') };
export const NotSearched: Story = { args: { lookup: unreachable }, play: type('#bankCode', 'みず') };
export const BranchFirst: Story = { play: type('#branchCode', '丸') };
export const Filled: Story = {
  args: { values: ACCOUNT },
  play: async (context) => {
    await send(context);
    await expect(context.args.onSubmit).toHaveBeenCalledOnce();
  },
};
export const FilledEnglish: Story = { args: { ...en, values: ACCOUNT } };
export const JapanPost: Story = { args: { values: POST } };
export const JapanPostEnglish: Story = { args: { ...en, values: POST } };
export const Codes: Story = { args: { lookup: undefined } };
export const CodesEnglish: Story = { args: { ...en, lookup: undefined, values: ACCOUNT } };
export const NothingEntered: Story = { play: send };
export const NothingEnteredEnglish: Story = { args: en, play: send };
export const Kanji: Story = { args: { values: { ...ACCOUNT, accountName: '藤田 ジュンペイ' } }, play: send };
export const TooLong: Story = { args: { values: { ...ACCOUNT, accountName: 'ガギグゲゴ'.repeat(4) } }, play: send };
export const NumbersDoNotFit: Story = { args: { values: { ...POST, number: '12345670' } }, play: send };
export const Saved: Story = { args: { saved: SAVED }, play: send };
export const SavedEnglish: Story = { args: { ...en, saved: SAVED } };
export const AnotherThanSaved: Story = {
  args: { saved: SAVED },
  play: async ({ canvasElement }) =>
    (await find<HTMLElement>(canvasElement, '.segment--rows label:last-child input')).click(),
};
export const NameDiffers: Story = {
  args: { values: POST, error: { code: 'account-name-mismatch', moved: false } },
};
export const NameDiffersEnglish: Story = {
  args: { ...en, values: ACCOUNT, error: { code: 'account-name-mismatch', moved: false } },
};
export const NoSuchAccount: Story = { args: { values: ACCOUNT, error: { code: 'account-not-found' } } };
export const TypeDiffers: Story = { args: { values: ACCOUNT, error: { code: 'account-type-mismatch' } } };
export const SavedIsClosed: Story = { args: { saved: SAVED, error: { code: 'account-closed', moved: false } } };
export const Sending: Story = { args: { values: ACCOUNT, busy: true } };
export const NotSent: Story = {
  args: { values: ACCOUNT, problem: '入力した内容を確かめて、もう一度お試しください。' },
};
export const Purse: Story = { args: { kind: 'purse', amount: USD } };
export const PurseEnglish: Story = { args: { ...en, kind: 'purse', amount: USD, values: { purse: 'Z238479008342' } } };
export const PurseOfAnotherCurrency: Story = {
  args: { ...en, kind: 'purse', amount: USD, values: { purse: 'R703276019842' } },
  play: send,
};
export const PurseRefused: Story = {
  args: {
    kind: 'purse',
    amount: USD,
    values: { purse: 'Z238479008342' },
    error: { code: 'purse-invalid', moved: false },
  },
};
export const PurseWithNames: Story = {
  args: { kind: 'purse', amount: USD, inputs: required('firstName', 'lastName', 'email') },
};
export const Details: Story = {
  args: { kind: 'details', inputs: required('accountName', 'email'), label: 'ATMで受け取る' },
};
export const DetailsEnglish: Story = { args: { ...en, kind: 'details', inputs: required('accountName', 'email') } };
export const OtherMethod: Story = {
  play: async ({ canvasElement, args }) => {
    (await find<HTMLButtonElement>(canvasElement, 'button[type=button]')).click();
    await expect(args.onAction).toHaveBeenCalledOnce();
  },
};
export const Narrow: Story = { args: { values: ACCOUNT }, ...narrow };
export const NarrowEnglish: Story = { args: { ...en, values: POST }, ...narrow };
export const Wide: Story = { args: { values: ACCOUNT }, ...wide };
export const WideEnglish: Story = { args: { ...en, saved: SAVED }, ...wide };
export const Longest: Story = {
  args: {
    orderId: 'ORDER-2026-11-21-000000000000042',
    values: {
      ...ACCOUNT,
      bankName: 'とても長い名前をもつ架空の信用農業協同組合連合会',
      accountName: 'ア'.repeat(30),
    },
  },
  ...narrow,
};

export const InEveryLanguage: Story = inEveryLanguage(meta, { values: ACCOUNT });
export const JapanPostInEveryLanguage: Story = inEveryLanguage(meta, { values: POST });
export const ReturnedInEveryLanguage: Story = inEveryLanguage(meta, {
  values: ACCOUNT,
  error: { code: 'account-name-mismatch', moved: false },
});
export const SavedInEveryLanguage: Story = inEveryLanguage(meta, { saved: SAVED });
export const PurseInEveryLanguage: Story = inEveryLanguage(meta, { kind: 'purse', amount: USD });
