import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, waitFor } from 'storybook/test';
import type { Session } from '../src/contract/session.js';
import { RejiResult } from '../src/elements/reji-result.js';

RejiResult.define();

const common = {
  id: 'story',
  rev: 3,
  purpose: 'payment',
  amount: { value: 8420, currency: 'USD' },
  order: { id: 'H-20430', shop: 'ひより商店', returnUrl: 'https://shop.example/thanks' },
  methods: [
    { id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' },
    { id: 'monetix:webmoney', brand: 'webmoney-classic', kind: 'invoice' },
  ],
  issuedAt: '2026-11-21T05:20:00.000Z',
  expiresAt: '2026-11-21T06:20:00.000Z',
} satisfies Partial<Session>;
const paid = { method: 'monetix:webmoney', paidAt: '2026-11-21T05:26:00.000Z', reference: '1029384756' };

/** An open session whose last try ended with this code. */
const failedTry = (code: string, providerCode?: string): Session => ({
  ...common,
  status: 'open',
  lastFailure: { method: 'monetix:webmoney-light', code, ...(providerCode ? { providerCode } : {}) },
});
const SUCCEEDED: Session = { ...common, ...paid, status: 'succeeded' };
const REFUNDED: Session = { ...common, ...paid, status: 'refunded' };
const PARTLY: Session = { ...common, ...paid, status: 'partiallyRefunded', refunded: { value: 2000, currency: 'USD' } };
const CHECKING: Session = { ...common, ...paid, status: 'needsAttention', code: 'amount-differs' };
const LATE: Session = { ...common, ...paid, status: 'needsAttention', code: 'paid-late' };
const EXPIRED: Session = { ...common, status: 'expired', method: 'monetix:webmoney' };

interface Args {
  lang: 'en' | 'ja';
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
  argTypes: { lang: { control: 'inline-radio', options: ['en', 'ja'] } },
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
  args: { session: { ...common, order: { id: 'H-20430', returnUrl: 'https://shop.example/' }, status: 'succeeded' } },
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
export const Declined: Story = { args: { session: failedTry('declined', '20000') }, play: pressAll };
export const DeclinedJapanese: Story = { args: { ...ja, session: failedTry('declined', '20000') } };
export const OverLimit: Story = { args: { session: failedTry('limit-exceeded', '20101') } };
export const OverLimitJapanese: Story = { args: { ...ja, session: failedTry('limit-exceeded', '20101') } };
export const InvoiceRefused: Story = { args: { session: failedTry('invoice-refused') } };
export const InvoiceRefusedJapanese: Story = { args: { ...ja, session: failedTry('invoice-refused') } };
export const TimedOut: Story = { args: { session: failedTry('timed-out') } };
export const TimedOutJapanese: Story = { args: { ...ja, session: failedTry('timed-out') } };
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
export const PaidLate: Story = { args: { session: LATE } };
export const PaidLateJapanese: Story = { args: { ...ja, session: LATE } };
export const Refunded: Story = { args: { session: REFUNDED } };
export const RefundedJapanese: Story = { args: { ...ja, session: REFUNDED } };
export const PartlyRefunded: Story = { args: { session: PARTLY } };
export const PartlyRefundedJapanese: Story = { args: { ...ja, session: PARTLY } };
export const PartlyRefundedWide: Story = { args: { session: PARTLY }, ...wide };
