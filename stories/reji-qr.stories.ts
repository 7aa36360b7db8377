import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { Amount } from '../src/contract/money.js';
import type { QrAction } from '../src/contract/next-action.js';
import { RejiQr } from '../src/elements/reji-qr.js';

RejiQr.define();

const NOW = Date.parse('2026-11-21T05:23:36.000Z');
const CODE: QrAction = {
  type: 'qr',
  payload: 'https://pay.example/q/7Hs92Kd0aQ',
  deadline: '2026-11-21T05:32:00.000Z',
};
const payUrl = 'https://pay.example/p/7Hs92Kd0aQ';
const appLink = 'https://wallet.example/open/7Hs92Kd0aQ';
const EMVCO =
  '00020101021228490011ph.ppmi.p2m0111TESTPHM1XXX0315000000000000001520460165303608540810000.005802PH5913TEST MERCHANT6015City Of Mandalu62070803***6304DFD2';

interface Args {
  lang: 'en' | 'ja';
  brand: string;
  amount: Amount;
  orderId: string;
  action: QrAction;
  connection: RejiQr['connection'];
  over: boolean;
  busy: boolean;
  problem: string;
  mark: boolean;
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-qr',
  component: 'reji-qr',
  args: {
    lang: 'en',
    brand: 'gcash',
    amount: { value: 12480, currency: 'JPY' },
    orderId: 'H-20418',
    action: CODE,
    connection: 'live',
    over: false,
    busy: false,
    problem: '',
    mark: false,
    onAction: fn(),
  },
  argTypes: {
    lang: { control: 'inline-radio', options: ['en', 'ja'] },
    connection: { control: 'inline-radio', options: ['live', 'polling', 'offline'] },
  },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-qr
        brand=${args.brand}
        start="2026-11-21T05:22:00.000Z"
        time-zone="Asia/Tokyo"
        .amount=${args.amount}
        .orderId=${args.orderId}
        .action=${args.action}
        .connection=${args.connection}
        .over=${args.over}
        .busy=${args.busy}
        .problem=${args.problem}
        .clock=${{ now: () => NOW }}
        @reji-action=${args.onAction}
        >${
          args.mark
            ? html`<svg slot="center" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" /></svg>`
            : nothing
        }</reji-qr
      >
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

/** The first element in the shadow root that the selector finds, once it is there. */
function find<E extends Element = HTMLElement>(canvas: HTMLElement, selector: string): Promise<E> {
  return waitFor(() => {
    const root = canvas.querySelector('reji-qr')?.shadowRoot;
    return root?.querySelector<E>(selector) ?? Promise.reject(new Error(`no ${selector}`));
  });
}

const drawn: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await find<SVGElement>(canvasElement, '.code path');
};
const refused: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await find(canvasElement, '[role=alert]');
  await expect(canvasElement.querySelector('reji-qr')?.shadowRoot?.querySelector('.code')).toBe(null);
};

/** What a phone answers: no mouse, only fingers. */
const onPhone = () => {
  const real = window.matchMedia.bind(window);
  window.matchMedia = (query) =>
    query.includes('coarse') ? Object.defineProperty(real(query), 'matches', { value: true }) : real(query);
  return () => {
    window.matchMedia = real;
  };
};

export const Waiting: Story = { play: drawn };
export const OnPhone: Story = { args: { action: { ...CODE, appLink } }, beforeEach: onPhone, play: drawn };
export const OnPhoneWithPage: Story = {
  args: { action: { ...CODE, appLink, payUrl } },
  beforeEach: onPhone,
  play: drawn,
};
export const OnPhoneWithPageOnly: Story = { args: { action: { ...CODE, payUrl } }, beforeEach: onPhone, play: drawn };
export const WithPage: Story = { args: { action: { ...CODE, payUrl } }, play: drawn };
export const JapaneseWallet: Story = { args: { brand: 'merpay', action: { ...CODE, payload: EMVCO } }, play: drawn };
export const LastMinute: Story = { args: { action: { ...CODE, deadline: '2026-11-21T05:24:21.000Z' } }, play: drawn };
export const AtDeadline: Story = { args: { action: { ...CODE, deadline: '2026-11-21T05:23:36.000Z' } } };
export const Over: Story = {
  args: { over: true },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await find(canvasElement, '.button--main'));
    await expect(args.onAction).toHaveBeenCalledOnce();
  },
};
export const OverNotRenewed: Story = { args: { over: true, problem: 'That did not go through. Please try again.' } };
export const Offline: Story = { args: { connection: 'offline' }, play: drawn };
export const Polling: Story = { args: { connection: 'polling' }, play: drawn };
export const Damaged: Story = {
  args: { action: { ...CODE, payload: EMVCO.replace('5802PH5913TEST', '') } },
  play: refused,
};
export const DamagedWithPage: Story = {
  args: { action: { ...CODE, payload: EMVCO.replace('5802PH5913TEST', ''), payUrl } },
  play: refused,
};
export const TooLarge: Story = { args: { action: { ...CODE, payload: 'x'.repeat(3072) } }, play: refused };
export const Dense: Story = { args: { action: { ...CODE, payload: EMVCO.repeat(6).slice(6, -1) } }, play: drawn };
export const DenseWide: Story = { ...Dense, globals: { width: '640' } };
export const WithMark: Story = { args: { mark: true }, play: drawn };
export const NotSaved: Story = {
  beforeEach: () => {
    const real = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'toBlob') ?? {};
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    return () => Object.defineProperty(HTMLCanvasElement.prototype, 'toBlob', real);
  },
  play: async ({ canvasElement }) => {
    await find<SVGElement>(canvasElement, '.code path');
    await userEvent.click(await find(canvasElement, '.actions button'));
    await find(canvasElement, '[role=alert]');
  },
};
export const Wide: Story = {
  args: { brand: 'truemoney', action: { ...CODE, payload: EMVCO, payUrl } },
  globals: { width: '640' },
  play: drawn,
};
export const Longest: Story = {
  args: {
    brand: 'touch-n-go',
    amount: { value: 4_512_300, currency: 'KZT' },
    orderId: 'H-20418-2026-11-21-000017',
    action: { ...CODE, payUrl, appLink },
  },
  globals: { width: '320' },
  beforeEach: onPhone,
  play: drawn,
};

export const Japanese: Story = { args: { lang: 'ja', action: { ...CODE, payUrl } }, play: drawn };
export const JapaneseOnPhone: Story = {
  args: { lang: 'ja', action: { ...CODE, appLink } },
  beforeEach: onPhone,
  play: drawn,
};
export const JapaneseLastMinute: Story = { args: { ...LastMinute.args, lang: 'ja' }, play: drawn };
export const JapaneseOver: Story = { args: { lang: 'ja', over: true } };
export const JapaneseOffline: Story = { args: { lang: 'ja', connection: 'offline' }, play: drawn };
export const JapaneseDamaged: Story = { args: { ...DamagedWithPage.args, lang: 'ja' }, play: refused };
export const JapaneseNarrow: Story = { args: { ...Longest.args, lang: 'ja' }, globals: { width: '320' }, play: drawn };
export const JapaneseWide: Story = { args: { ...Wide.args, lang: 'ja' }, globals: { width: '640' }, play: drawn };
