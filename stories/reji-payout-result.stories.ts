import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { fn, waitFor } from 'storybook/test';
import type { PayoutFacts } from '../src/contract/payout.js';
import type { Session } from '../src/contract/session.js';
import { RejiPayoutResult } from '../src/elements/reji-payout-result.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';
import { DESTINATION, openPayout, payoutBase, pendingPayout, PURSE, WAYS } from './payout-desk.js';

RejiPayoutResult.define();

interface Args {
  lang: Language;
  session: Session;
  live: boolean;
  busy: boolean;
  problem: string;
  code: string;
  connection: RejiPayoutResult['connection'];
  onAction: (event: Event) => void;
}

const ARRIVAL: PayoutFacts = {
  destination: DESTINATION,
  arrivesFrom: '2026-11-24T00:00:00.000Z',
  arrivesBy: '2026-11-26T00:00:00.000Z',
};
const PROTECTED: PayoutFacts = {
  destination: { purse: 'Z••••••••093' },
  protection: { days: 7, until: '2026-11-28T05:26:00.000Z' },
};
const arranged = (facts: PayoutFacts = {}) =>
  pendingPayout('gmo:bank-account', { type: 'wait' }, { ...ARRIVAL, ...facts });
const received = (method = 'gmo:bank-account', facts: PayoutFacts = ARRIVAL): Session => ({
  ...payoutBase([...WAYS, PURSE]),
  payout: facts,
  status: 'succeeded',
  method,
  paidAt: '2026-11-25T01:12:00.000Z',
  reference: '20261125-000093',
});
const notReceived = (code: string, providerCode?: string): Session =>
  openPayout({}, { lastFailure: { method: 'gmo:seven-bank-atm', code, ...(providerCode && { providerCode }) } });
const ended = (status: 'expired' | 'canceled' | 'failed' | 'needsAttention', code = 'question-failed') =>
  ({ ...payoutBase(), status, code }) as Session;

const meta: Meta<Args> = {
  title: 'Screens/reji-payout-result',
  component: 'reji-payout-result',
  args: {
    lang: 'en',
    session: arranged(),
    live: false,
    busy: false,
    problem: '',
    code: '',
    connection: 'live',
    onAction: fn((event: Event) => event.preventDefault()),
  },
  argTypes: {
    lang: { control: 'inline-radio', options: LANGUAGES },
    connection: { control: 'inline-radio', options: ['live', 'polling', 'offline'] },
  },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-payout-result
        contact-url="https://shop.example/help"
        time-zone="Asia/Tokyo"
        .session=${args.session}
        .live=${args.live}
        .busy=${args.busy}
        .problem=${args.problem}
        .code=${args.code}
        .connection=${args.connection}
        @reji-action=${args.onAction}
      ></reji-payout-result>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const ja = { lang: 'ja' } as const;
const narrow = { globals: { width: '320' } } as const;
const wide = { globals: { width: '640' } } as const;

/** Presses a button of the screen. */
const press =
  (selector: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const button = await waitFor(() => {
      const found = canvasElement.querySelector('reji-payout-result')?.shadowRoot?.querySelector<HTMLElement>(selector);
      return found ?? Promise.reject(new Error(`no ${selector}`));
    });
    button.click();
  };

export const Arranged: Story = {};
export const ArrangedJapanese: Story = { args: ja };
export const ArrangedJapaneseNarrow: Story = { args: ja, ...narrow };
export const ArrangedWide: Story = wide;
export const ArrangedForOneDay: Story = {
  args: {
    ...ja,
    session: arranged({ arrivesFrom: '2026-11-25T00:00:00.000Z', arrivesBy: '2026-11-25T06:00:00.000Z' }),
  },
};
export const ArrangedCancelable: Story = { args: { session: arranged({ cancelable: true }) } };
export const AskedToStop: Story = { args: { session: arranged({ cancelable: true }) }, play: press('.change') };
export const AskedToStopJapanese: Story = {
  args: { ...ja, session: arranged({ cancelable: true }) },
  play: press('.change'),
};
export const CouldNotBeStopped: Story = {
  args: { session: arranged(), problem: 'This can’t be changed at the moment. Nothing was changed.' },
};
export const ArrangedOffline: Story = { args: { ...ja, connection: 'offline' } };
export const Received: Story = { args: { session: received() } };
export const ReceivedJapanese: Story = { args: { ...ja, session: received() } };
export const ReceivedJapaneseNarrow: Story = { args: { ...ja, session: received() }, ...narrow };
export const ReceivedAtTheAtm: Story = { args: { ...ja, session: received('gmo:seven-bank-atm', {}) } };
export const ReceivedInTheGiftCard: Story = { args: { session: received('gmo:amazon-gift-card', {}) } };
export const ReceivedOnAuPay: Story = { args: { ...ja, session: received('gmo:au-pay', {}) } };
export const Protected: Story = { args: { session: pendingPayout(PURSE.id, { type: 'wait' }, PROTECTED) } };
export const ProtectedJapanese: Story = { args: { ...ja, session: received(PURSE.id, PROTECTED) } };
/** Its start had to be repeated, so nobody knows when its days began. */
export const ProtectedWithoutAnEnd: Story = {
  args: { session: received(PURSE.id, { ...PROTECTED, protection: { days: 7 } }) },
};
export const ProtectedAsked: Story = { args: { session: received(PURSE.id, PROTECTED) }, play: press('.guard button') };
export const ProtectedCode: Story = { args: { session: received(PURSE.id, PROTECTED), code: 'K7QF2MXN' } };
export const ProtectedCodeJapaneseNarrow: Story = {
  args: { ...ja, session: received(PURSE.id, PROTECTED), code: 'K7QF2MXN' },
  ...narrow,
};
export const ProtectedCodeShownBefore: Story = {
  args: {
    session: received(PURSE.id, {
      ...PROTECTED,
      protection: { days: 7, until: '2026-11-28T05:26:00.000Z', shownAt: '2026-11-21T06:00:00.000Z' },
    }),
  },
};
export const BalanceTooLow: Story = { args: { session: notReceived('balance-too-low', 'BA1040066') } };
export const BalanceTooLowJapanese: Story = { args: { ...ja, session: notReceived('balance-too-low') } };
export const ProviderUnavailable: Story = { args: { ...ja, session: notReceived('provider-unavailable') } };
export const LimitExceeded: Story = { args: { session: notReceived('limit-exceeded') } };
export const NotCollected: Story = { args: { session: notReceived('not-collected') } };
export const NotCollectedJapanese: Story = { args: { ...ja, session: notReceived('not-collected') } };
export const Declined: Story = { args: { session: notReceived('a-code-of-tomorrow', 'X-1') } };
export const FailedByWrongAnswers: Story = { args: { ...ja, session: ended('failed') } };
export const FailedAccount: Story = { args: { session: ended('failed', 'account-closed') } };
export const Expired: Story = { args: { session: ended('expired') } };
export const ExpiredJapanese: Story = { args: { ...ja, session: ended('expired') } };
export const Withdrawn: Story = { args: { session: ended('canceled') } };
export const NeedsAttention: Story = { args: { session: ended('needsAttention', 'paid-late') } };
export const EveryLanguage: Story = inEveryLanguage(meta);
export const ReceivedInEveryLanguage: Story = inEveryLanguage(meta, { session: received() });
export const ProtectedInEveryLanguage: Story = inEveryLanguage(meta, {
  session: received(PURSE.id, PROTECTED),
  code: 'K7QF2MXN',
});
export const NotCollectedInEveryLanguage: Story = inEveryLanguage(meta, { session: notReceived('not-collected') });
export const ExpiredInEveryLanguage: Story = inEveryLanguage(meta, { session: ended('expired') });
