import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, waitFor } from 'storybook/test';
import type { RedirectAction } from '../src/contract/next-action.js';
import { RejiRedirect } from '../src/elements/reji-redirect.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiRedirect.define();

// A story shows how the buyer is sent away; it does not leave itself.
HTMLFormElement.prototype.submit = () => undefined;

interface Args {
  lang: Language;
  brand: string;
  url: string;
  fields: RedirectAction['fields'];
  deadline: string;
  payWithinSeconds: number;
  allowedHosts: string;
  manual: boolean;
  returned: boolean;
  patienceMs: number;
  onRedirect: (event: Event) => void;
  onError: (event: Event) => void;
  onAction: (event: Event) => void;
  onDeadline: (event: Event) => void;
}

const NOW = Date.parse('2026-11-21T05:27:36.000Z');

let made = 0;
/** Each rendering is a request of its own: one that was started is not started again in the same page. */
const actionOf = ({ url, fields, deadline, payWithinSeconds }: Args): RedirectAction => ({
  ...{ type: 'redirect', method: 'POST', url, charset: 'utf-8' },
  fields: [...fields, ['payment_id', `story-${++made}`]],
  ...(deadline ? { deadline } : {}),
  ...(payWithinSeconds ? { payWithinSeconds } : {}),
});

const meta: Meta<Args> = {
  title: 'Screens/reji-redirect',
  component: 'reji-redirect',
  args: {
    lang: 'en',
    brand: 'webmoney-light',
    url: 'https://paymentpage.trxhost.com/payment',
    fields: [['project_id', '238']],
    deadline: '',
    payWithinSeconds: 0,
    allowedHosts: '',
    manual: false,
    returned: false,
    patienceMs: 3_600_000,
    onRedirect: fn(),
    onError: fn(),
    onAction: fn(),
    onDeadline: fn(),
  },
  argTypes: { lang: { control: 'inline-radio', options: LANGUAGES } },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-redirect
        order-id="H-20418"
        time-zone="Asia/Tokyo"
        .amount=${{ value: 12_480, currency: 'JPY' }}
        .clock=${{ now: () => NOW }}
        .action=${actionOf(args)}
        .brand=${args.brand}
        .allowedHosts=${args.allowedHosts}
        .manual=${args.manual}
        .returned=${args.returned}
        .patienceMs=${args.patienceMs}
        @reji-redirect=${args.onRedirect}
        @reji-redirect-error=${args.onError}
        @reji-action=${args.onAction}
        @reji-deadline=${args.onDeadline}
      ></reji-redirect>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const ja = { lang: 'ja' } as const;
const narrow = { globals: { width: '320' } } as const;
const gcash = {
  brand: 'gcash',
  url: 'https://fep.sps-system.com/f01/FepBuyInfoReceive.do',
  deadline: '2026-11-21T05:36:00.000Z',
  payWithinSeconds: 600,
} as const;
const prepaid = { brand: 'webmoney-prepaid', url: gcash.url } as const;
const wide = { globals: { width: '640' } } as const;

/** The buttons of the screen, once it says what it should. */
function buttons(canvas: HTMLElement, words: string): Promise<HTMLButtonElement[]> {
  return waitFor(() => {
    const root = canvas.querySelector('reji-redirect')?.shadowRoot;
    if (!root?.textContent?.includes(words)) throw new Error(`not there: ${words}`);
    return [...root.querySelectorAll('button')];
  });
}

export const Going: Story = {};
export const GoingJapanese: Story = { args: ja };
export const GoingWide: Story = { args: ja, ...wide };
export const GoingNarrow: Story = narrow;
export const Deadline: Story = { args: { deadline: '2026-11-24T05:24:00.000Z' } };
export const DeadlineJapanese: Story = { args: { ...ja, deadline: '2026-11-24T05:24:00.000Z' } };
export const Wallet: Story = { args: gcash };
export const WalletJapanese: Story = { args: { ...ja, ...gcash } };
export const WalletNarrow: Story = { args: { ...ja, ...gcash, brand: 'touch-n-go' }, ...narrow };
export const WalletWide: Story = { args: gcash, ...wide };
export const WalletCameBack: Story = { args: { ...gcash, returned: true } };
export const WalletCameBackJapanese: Story = { args: { ...ja, ...gcash, returned: true } };
export const WalletCameBackNarrow: Story = { args: { ...ja, ...gcash, returned: true }, ...narrow };
export const WalletLastMinute: Story = {
  args: { ...gcash, returned: true, deadline: '2026-11-21T05:28:24.000Z' },
};
export const WalletTimeUp: Story = {
  args: { ...gcash, returned: true, deadline: '2026-11-21T05:27:36.000Z' },
  play: async ({ canvasElement, args }) => {
    await buttons(canvasElement, 'not finished yet');
    await waitFor(() => expect(args.onDeadline).toHaveBeenCalledOnce());
  },
};
export const PrepaidNumber: Story = { args: prepaid };
export const PrepaidNumberJapanese: Story = { args: { ...ja, ...prepaid } };
export const PrepaidNumberNarrow: Story = { args: { ...ja, ...prepaid }, ...narrow };
export const PrepaidNumberWaits: Story = {
  args: prepaid,
  play: async ({ canvasElement, args }) => {
    const [main] = await buttons(canvasElement, 'switch it off first');
    await expect(args.onRedirect).not.toHaveBeenCalled();
    main?.click();
    await buttons(canvasElement, 'One moment');
    await expect(args.onRedirect).toHaveBeenCalledOnce();
  },
};
export const PrepaidCameBack: Story = { args: { ...prepaid, returned: true } };
export const PrepaidCameBackNarrow: Story = { args: { ...ja, ...prepaid, returned: true }, ...narrow };
export const PaymentApp: Story = { args: { ...ja, brand: 'au-pay', url: 'https://checkout.provider.example/pay' } };
export const ByButton: Story = {
  args: { manual: true },
  play: async ({ canvasElement, args }) => {
    const [main] = await buttons(canvasElement, 'Continue to WebMoney');
    main?.click();
    await buttons(canvasElement, 'One moment');
    await expect(args.onRedirect).toHaveBeenCalledOnce();
  },
};
export const ByButtonJapanese: Story = { args: { ...ja, manual: true } };
export const ClassicByButton: Story = { args: { manual: true, brand: 'webmoney-classic' } };
export const NotOpened: Story = {
  args: { patienceMs: 0 },
  play: async ({ canvasElement, args }) => {
    await buttons(canvasElement, 'did not open by itself');
    await expect(args.onError).toHaveBeenCalledOnce();
  },
};
export const NotOpenedJapanese: Story = {
  args: { ...ja, patienceMs: 0 },
  play: async ({ canvasElement }) => void (await buttons(canvasElement, '自動で移動できませんでした')),
};
export const CameBack: Story = { args: { returned: true } };
export const CameBackJapanese: Story = { args: { ...ja, returned: true } };
export const CameBackNarrow: Story = { args: { ...ja, returned: true }, ...narrow };
export const WrongAddress: Story = {
  args: { allowedHosts: 'paymentpage.example' },
  play: async ({ canvasElement, args }) => {
    const [main] = await buttons(canvasElement, 'url-host');
    main?.click();
    await expect(args.onAction).toHaveBeenCalledOnce();
  },
};
export const WrongAddressJapanese: Story = { args: { ...ja, allowedHosts: 'paymentpage.example' } };
export const DamagedFields: Story = { args: { fields: [['', 'a field without a name']] } };
export const DamagedFieldsJapanese: Story = { args: { ...ja, fields: [['', 'a field without a name']] } };
export const LongNames: Story = {
  args: {
    manual: true,
    brand: 'A wallet with a name that goes on for longer than a line',
    url: 'https://checkout.a-department-of-the-provider.with-many-labels.some-provider.co.jp:8443/pay',
  },
  ...narrow,
};
export const LookAlikeAddress: Story = {
  args: { manual: true, url: 'https://webmoney.com.xn--80ak6aa92e.example/pay' },
};

export const InEveryLanguage: Story = inEveryLanguage(meta);
