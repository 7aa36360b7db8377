import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, waitFor } from 'storybook/test';
import type { Session } from '../src/contract/session.js';
import { RejiResult } from '../src/elements/reji-result.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiResult.define();

const common = {
  id: 'story',
  rev: 3,
  purpose: 'payment',
  amount: { value: 12_480, currency: 'JPY' },
  order: { id: 'H-20418', shop: 'ひより商店', returnUrl: 'https://shop.example/thanks' },
  methods: [
    { id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' },
    { id: 'monetix:webmoney', brand: 'webmoney-classic', kind: 'invoice' },
    { id: 'sbps:alipay-plus/gcash', brand: 'gcash', kind: 'redirect' },
    { id: 'sbps:webmoney', brand: 'webmoney-prepaid', kind: 'redirect' },
    { id: 'haipay:konbini-lawson', brand: 'konbini-lawson', kind: 'konbini' },
    { id: 'haipay:gmo-aozora', brand: 'gmo-aozora', kind: 'bankTransfer' },
  ],
  issuedAt: '2026-11-21T05:20:00.000Z',
  expiresAt: '2026-11-21T06:20:00.000Z',
} satisfies Partial<Session>;
const paid = { method: 'sbps:alipay-plus/gcash', paidAt: '2026-11-21T05:26:00.000Z', reference: 'ML-7hK2-mXq9-Tb4V' };

/** An open session whose last try ended with this code. */
const failedTry = (code: string, providerCode?: string, method = 'monetix:webmoney-light'): Session => ({
  ...common,
  status: 'open',
  lastFailure: { method, code, ...(providerCode ? { providerCode } : {}) },
});
const SUCCEEDED: Session = { ...common, ...paid, status: 'succeeded' };
const REFUNDED: Session = { ...common, ...paid, status: 'refunded' };
const PARTLY: Session = { ...common, ...paid, status: 'partiallyRefunded', refunded: { value: 3300, currency: 'JPY' } };
const attention = (code: string, method = paid.method): Session => ({
  ...{ ...common, ...paid, method, status: 'needsAttention', code },
});
const CHECKING = attention('contradicting-message', 'sbps:webmoney');
const LATE: Session = {
  ...attention('paid-late', 'haipay:konbini-lawson'),
  expiresAt: '2026-11-30T14:59:00.000Z',
  paidAt: '2026-11-30T15:07:00.000Z',
} as Session;
const EXPIRED: Session = { ...common, status: 'expired', method: 'sbps:alipay-plus/gcash' };
const OVERPAID: Session = {
  ...{ ...common, ...paid, method: 'haipay:gmo-aozora', status: 'succeeded' },
  received: { value: 13_000, currency: 'JPY' },
};

interface Args {
  lang: Language;
  session: Session;
  live: boolean;
  noPrint: boolean;
  noReturn: boolean;
  contactUrl: string;
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-result',
  component: 'reji-result',
  args: {
    lang: 'en',
    session: SUCCEEDED,
    live: false,
    noPrint: false,
    noReturn: false,
    contactUrl: '',
    // a story neither leaves nor prints
    onAction: fn((event: Event) => event.preventDefault()),
  },
  argTypes: { lang: { control: 'inline-radio', options: LANGUAGES } },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-result
        time-zone="Asia/Tokyo"
        .session=${args.session}
        .live=${args.live}
        .noPrint=${args.noPrint}
        .noReturn=${args.noReturn}
        .contactUrl=${args.contactUrl}
        @reji-action=${args.onAction}
      ></reji-result>
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
    const found = canvasElement.querySelector('reji-result')?.shadowRoot?.querySelectorAll<HTMLElement>('a, button');
    return found?.length ? [...found] : Promise.reject(new Error('no way on'));
  });
  for (const way of ways) way.click();
  await expect(args.onAction).toHaveBeenCalledTimes(ways.length);
};

export const Paid: Story = { play: pressAll };
export const PaidJapanese: Story = { args: ja };
export const PaidJustNow: Story = { args: { live: true } };
export const PaidNarrow: Story = { args: ja, ...narrow };
export const PaidWide: Story = wide;
export const PaidAlone: Story = { args: { noPrint: true, noReturn: true } };
export const PaidFewFacts: Story = {
  args: { session: { ...common, order: { id: 'H-20418', returnUrl: 'https://shop.example/' }, status: 'succeeded' } },
};
export const PaidLongFacts: Story = {
  args: {
    session: {
      ...SUCCEEDED,
      amount: { value: 1_234_567_890, currency: 'JPY' },
      order: { ...common.order, id: 'ORDER-2026-11-21-000000000000042', shop: 'A shop with a name longer than a line' },
      reference: 'ML-7hK2-mXq9-Tb4V-7hK2mXq9Tb4V7hK2mXq9Tb4V',
    },
  },
  ...narrow,
};
export const PaidWithWebMoney: Story = { args: { session: { ...SUCCEEDED, method: 'monetix:webmoney' } as Session } };
export const PaidTooMuch: Story = { args: { session: OVERPAID }, play: pressAll };
export const PaidTooMuchJapanese: Story = { args: { ...ja, session: OVERPAID } };
export const PaidTooMuchNarrow: Story = { args: { ...ja, session: OVERPAID }, ...narrow };
export const Declined: Story = { args: { session: failedTry('declined', '20000') }, play: pressAll };
export const DeclinedJapanese: Story = { args: { ...ja, session: failedTry('declined', '20000') } };
export const OverLimit: Story = { args: { session: failedTry('limit-exceeded', '20101') } };
export const OverLimitJapanese: Story = { args: { ...ja, session: failedTry('limit-exceeded', '20101') } };
export const InvoiceRefused: Story = { args: { session: failedTry('invoice-refused') } };
export const InvoiceRefusedJapanese: Story = { args: { ...ja, session: failedTry('invoice-refused') } };
export const NotEnough: Story = { args: { session: failedTry('insufficient-funds', undefined, 'sbps:webmoney') } };
export const NotEnoughJapanese: Story = {
  args: { ...ja, session: failedTry('insufficient-funds', undefined, 'sbps:webmoney') },
};
export const NumberTooOldJapanese: Story = {
  args: { ...ja, session: failedTry('expired-number', undefined, 'sbps:webmoney') },
};
export const InputRefusedJapanese: Story = {
  args: { ...ja, session: failedTry('input-refused', undefined, 'haipay:konbini-lawson') },
};
export const WalletDeclined: Story = { args: { session: failedTry('declined', '20000', 'sbps:alipay-plus/gcash') } };
export const WalletDeclinedNarrow: Story = {
  args: { ...ja, session: failedTry('declined', '20000', 'sbps:alipay-plus/gcash') },
  ...narrow,
};
export const MethodGone: Story = { args: { session: failedTry('declined', '20000', 'gone:away') } };
export const WalletTimedOut: Story = {
  args: { session: failedTry('timed-out', undefined, 'sbps:alipay-plus/gcash') },
  play: pressAll,
};
export const WalletTimedOutJapanese: Story = {
  args: { ...ja, session: failedTry('timed-out', undefined, 'sbps:alipay-plus/gcash') },
};
export const WalletTimedOutNarrow: Story = {
  args: { ...ja, session: failedTry('timed-out', undefined, 'sbps:alipay-plus/gcash') },
  ...narrow,
};
export const ShopNumberTimedOut: Story = {
  args: { session: failedTry('timed-out', undefined, 'haipay:konbini-lawson') },
};
export const ShopNumberTimedOutJapanese: Story = {
  args: { ...ja, session: failedTry('timed-out', undefined, 'haipay:konbini-lawson') },
};
export const EndedByBuyer: Story = { args: { session: failedTry('canceled-by-buyer') } };
export const EndedByBuyerJapanese: Story = { args: { ...ja, session: failedTry('canceled-by-buyer') } };
export const NoAnswer: Story = { args: { session: failedTry('provider-unavailable') } };
export const NoAnswerJapanese: Story = { args: { ...ja, session: failedTry('provider-unavailable') } };
export const Failed: Story = { args: { session: { ...common, status: 'failed', code: 'declined' } } };
export const FailedJapanese: Story = { args: { ...ja, session: { ...common, status: 'failed', code: 'declined' } } };
export const Expired: Story = { args: { session: EXPIRED }, play: pressAll };
export const ExpiredJapanese: Story = { args: { ...ja, session: EXPIRED } };
export const Canceled: Story = { args: { session: { ...common, status: 'canceled' } } };
export const CanceledJapanese: Story = { args: { ...ja, session: { ...common, status: 'canceled' } } };
export const NeedsAttention: Story = {
  args: { session: CHECKING, contactUrl: 'mailto:shop@shop.example' },
  play: pressAll,
};
export const NeedsAttentionJapanese: Story = {
  args: { ...ja, session: CHECKING, contactUrl: 'mailto:shop@shop.example' },
};
export const OtherAmount: Story = { args: { session: attention('amount-mismatch') } };
export const OtherAmountJapanese: Story = { args: { ...ja, session: attention('amount-mismatch') } };
export const PaidTwice: Story = { args: { session: attention('paid-twice') } };
export const PaidTwiceJapanese: Story = { args: { ...ja, session: attention('paid-twice') } };
export const PaidInPart: Story = { args: { session: attention('partly-paid', 'haipay:gmo-aozora') } };
export const PaidInPartJapanese: Story = { args: { ...ja, session: attention('partly-paid', 'haipay:gmo-aozora') } };
export const Unconfirmed: Story = { args: { session: attention('unconfirmed') } };
export const UnconfirmedJapanese: Story = { args: { ...ja, session: attention('unconfirmed') } };
export const PaidLate: Story = { args: { session: LATE } };
export const PaidLateJapanese: Story = { args: { ...ja, session: LATE } };
export const Refunded: Story = { args: { session: REFUNDED } };
export const RefundedJapanese: Story = { args: { ...ja, session: REFUNDED } };
export const PartlyRefunded: Story = { args: { session: PARTLY } };
export const PartlyRefundedJapanese: Story = { args: { ...ja, session: PARTLY } };
export const PartlyRefundedWide: Story = { args: { session: PARTLY }, ...wide };

export const InEveryLanguage: Story = inEveryLanguage(meta);
