import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Session } from '../src/contract/session.js';
import { RejiCheckout } from '../src/elements/reji-checkout.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { choose, inside, press } from './checkout-play.js';
import { inEveryLanguage } from './in-every-language.js';
import { createPayoutDesk, DESTINATION, openPayout, payoutBase, pendingPayout, PURSE } from './payout-desk.js';
import type { Asked } from './payout-desk.js';

RejiCheckout.define();

interface Args {
  lang: Language;
  density: 'comfortable' | 'compact';
  session: Session;
  /** What the BFF makes of a press. */
  answer?: (asked: Asked, now: Session) => Session | string | object;
}

const wait = { type: 'wait' } as const;
const arranged = pendingPayout('gmo:bank-account', wait, {
  destination: DESTINATION,
  arrivesFrom: '2026-11-24T00:00:00.000Z',
  arrivesBy: '2026-11-26T00:00:00.000Z',
  cancelable: true,
});
const numbers = [
  { label: 'お客様番号', value: '502880001012' },
  { label: '確認番号', value: '8401' },
];
const atm = pendingPayout('gmo:seven-bank-atm', {
  type: 'receipt',
  entries: numbers,
  deadline: '2027-12-20T14:59:00.000Z',
});
const failed = (code: string, method = 'gmo:bank-account') => openPayout({}, { lastFailure: { method, code } });
const page = (method: string) =>
  pendingPayout(method, {
    type: 'redirect',
    method: 'GET',
    url: 'https://remit.example/r/8f2c',
    fields: [],
    charset: 'utf-8',
  });

const meta: Meta<Args> = {
  title: 'Checkout/reji-checkout receiving',
  component: 'reji-checkout',
  args: { lang: 'ja', density: 'comfortable', session: openPayout() },
  argTypes: {
    lang: { control: 'select', options: LANGUAGES },
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    answer: { table: { disable: true } },
  },
  loaders: [async ({ args }) => ({ desk: await createPayoutDesk(args.session, args.answer) })],
  render: ({ lang, density }, { loaded }) => {
    const { desk } = loaded as { desk: Awaited<ReturnType<typeof createPayoutDesk>> };
    return html`<reji-checkout
      lang=${lang}
      manual-redirect
      contact-url="https://shop.example/help"
      .density=${density}
      .session=${desk.token}
      .jwks=${desk.jwks}
      .transport=${desk.transport}
    ></reji-checkout>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

const en = { lang: 'en' } as const;
const narrow = { globals: { width: '320' } } as const;

export const Ways: Story = {};
export const WaysInEnglish: Story = { args: en };
export const WaysWide: Story = { args: en, globals: { width: '640' } };
export const WaysCompact: Story = { args: { density: 'compact' }, ...narrow };
export const AtmChosen: Story = { play: ({ canvasElement }) => choose(canvasElement, 'gmo:seven-bank-atm') };
export const AtmChosenInEnglish: Story = {
  args: en,
  play: ({ canvasElement }) => choose(canvasElement, 'gmo:seven-bank-atm'),
  ...narrow,
};
export const NoWays: Story = { args: { session: openPayout({}, { methods: [] }) } };
export const OnlyAPurse: Story = {
  args: { ...en, session: openPayout({}, { methods: [PURSE], amount: { value: 8420, currency: 'USD' } }) },
};
export const AccountForm: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'gmo:bank-account');
    await inside(canvasElement, 'reji-payout-form', 'h2');
  },
};
export const NameDoesNotMatch: Story = { args: { session: failed('account-name-mismatch') } };
export const MoneyCameBack: Story = {
  args: {
    ...en,
    session: openPayout({ sentBack: true }, { lastFailure: { method: 'gmo:bank-account', code: 'account-closed' } }),
  },
};
export const AccountNotFoundInEnglish: Story = { args: { ...en, session: failed('account-not-found') } };
export const TransferIsBeingArranged: Story = {
  args: { session: pendingPayout('gmo:bank-account', wait, { starting: true }) },
};
export const TransferIsBeingArrangedInThai: Story = {
  args: { ...TransferIsBeingArranged.args, lang: 'th' },
};
export const Arranged: Story = { args: { session: arranged } };
export const Numbers: Story = {
  args: { answer: () => atm },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'gmo:seven-bank-atm');
    await inside(canvasElement, 'reji-receipt', 'dl');
  },
};
export const NumbersAreBeingIssued: Story = { args: { session: pendingPayout('gmo:seven-bank-atm', wait) } };
export const GoingToAmazon: Story = { args: { session: page('gmo:amazon-gift-card') } };
export const GoingToAuPayInEnglish: Story = { args: { ...en, session: page('gmo:au-pay') } };
export const Question: Story = {
  args: { session: openPayout({ question: { text: '公演はいつでしたか', triesLeft: 5 } }) },
};
export const QuestionAnsweredWrong: Story = {
  args: {
    ...en,
    session: openPayout({ question: { text: 'Which day was the performance?', triesLeft: 4 } }),
    answer: () => 'answer-wrong',
  },
  play: async ({ canvasElement }) => {
    const input = await inside<HTMLInputElement>(canvasElement, 'reji-question', 'input');
    input.value = 'Sunday';
    (await inside<HTMLButtonElement>(canvasElement, 'reji-question', 'button')).click();
    await inside(canvasElement, 'reji-question', '.wrong');
  },
};
export const NotTaken: Story = {
  args: { ...en, answer: () => 'method-unavailable' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'gmo:au-pay');
    await inside(canvasElement, '[role=alert]');
  },
};
export const ShopCanNotSend: Story = { args: { session: failed('balance-too-low', 'gmo:seven-bank-atm') } };
export const LinkExpired: Story = { args: { session: { ...payoutBase(), status: 'expired' } } };
export const Received: Story = {
  args: {
    session: {
      ...payoutBase(),
      status: 'succeeded',
      method: 'gmo:bank-account',
      paidAt: '2026-11-25T01:12:00.000Z',
      payout: { destination: DESTINATION },
    },
  },
};
export const WaysInEveryLanguage: Story = inEveryLanguage(meta);
export const GoingToAmazonInEveryLanguage: Story = inEveryLanguage(meta, { session: page('gmo:amazon-gift-card') });
