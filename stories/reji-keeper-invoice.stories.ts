import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { Amount } from '../src/contract/money.js';
import type { InvoiceAction } from '../src/contract/next-action.js';
import { RejiKeeperInvoice } from '../src/elements/reji-keeper-invoice.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiKeeperInvoice.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const INVOICE: InvoiceAction = {
  type: 'invoice',
  wmid: '407182935560',
  titleAmount: { value: 8420, unit: 'WMZ' },
  deadline: '2026-11-24T05:24:00.000Z',
};

interface Args {
  lang: Language;
  amount: Amount;
  orderId: string;
  action?: InvoiceAction;
  value: string;
  busy: boolean;
  problem: string;
  connection: RejiKeeperInvoice['connection'];
  onSubmit: (event: Event) => void;
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-keeper-invoice',
  component: 'reji-keeper-invoice',
  args: {
    lang: 'en',
    amount: { value: 8420, currency: 'USD' },
    orderId: 'H-20430',
    value: '',
    busy: false,
    problem: '',
    connection: 'live',
    onSubmit: fn(),
    onAction: fn(),
  },
  argTypes: {
    lang: { control: 'inline-radio', options: LANGUAGES },
    connection: { control: 'inline-radio', options: ['live', 'polling', 'offline'] },
  },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-keeper-invoice
        .amount=${args.amount}
        .orderId=${args.orderId}
        .action=${args.action}
        .value=${args.value}
        .busy=${args.busy}
        .problem=${args.problem}
        .connection=${args.connection}
        .clock=${{ now: () => NOW }}
        @reji-submit=${args.onSubmit}
        @reji-action=${args.onAction}
      ></reji-keeper-invoice>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

/** The first element in the shadow root that the selector finds, once it is there. */
function find<E extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<E> {
  return waitFor(() => {
    const root = canvas.querySelector('reji-keeper-invoice')?.shadowRoot;
    return root?.querySelector<E>(selector) ?? Promise.reject(new Error(`no ${selector}`));
  });
}

const leaveField: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const input = await find<HTMLInputElement>(canvasElement, 'input');
  input.focus();
  input.blur();
  await waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'));
};

export const Entry: Story = {};
export const Typing: Story = {
  play: async ({ canvasElement }) => {
    const input = await find<HTMLInputElement>(canvasElement, 'input');
    await userEvent.type(input, '407182935');
    await expect(input.value).toBe('4071 8293 5');
  },
};
export const SentWithEnter: Story = {
  play: async ({ canvasElement, args }) => {
    const input = await find<HTMLInputElement>(canvasElement, 'input');
    await userEvent.type(input, '407182935560{Enter}');
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledOnce());
  },
};
export const DigitsMissing: Story = { args: { value: '4071829355' }, play: leaveField };
export const TooManyDigits: Story = { args: { value: '4071829355601' }, play: leaveField };
export const PurseNumber: Story = { args: { value: 'Z407182935560' }, play: leaveField };
export const NothingEntered: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, 'button[type=submit]'));
    await waitFor(() => find(canvasElement, '.wrong'));
  },
};
export const Sending: Story = { args: { value: '407182935560', busy: true } };
export const NotSent: Story = { args: { value: '407182935560', problem: 'Check what you entered and try again.' } };
export const EntryInTenge: Story = {
  args: { amount: { value: 4_512_300, currency: 'KZT' } },
  globals: { width: '320' },
};
export const EntryWide: Story = { args: { value: '407182935' }, globals: { width: '640' } };

export const Invoice: Story = {
  args: { action: INVOICE },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await find(canvasElement, '.actions button'));
    await expect(args.onAction).toHaveBeenCalledOnce();
  },
};
export const InvoiceWithNumber: Story = { args: { action: { ...INVOICE, invoiceId: '880312577' } } };
export const InvoiceWithoutDeadline: Story = {
  args: { action: { type: 'invoice', wmid: INVOICE.wmid, titleAmount: INVOICE.titleAmount } },
};
export const LastMinute: Story = { args: { action: { ...INVOICE, deadline: '2026-11-21T05:26:48.000Z' } } };
export const CheckingAtDeadline: Story = { args: { action: { ...INVOICE, deadline: '2026-11-21T05:26:00.000Z' } } };
export const Offline: Story = { args: { action: INVOICE, connection: 'offline' } };
export const Polling: Story = { args: { action: INVOICE, connection: 'polling' } };
export const NotChanged: Story = {
  args: { action: INVOICE, problem: 'That did not go through. You were not charged. Please try again.' },
};
export const CouldNotCopy: Story = {
  args: { action: INVOICE },
  beforeEach: () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.execCommand = () => false;
    return () => {
      Reflect.deleteProperty(navigator, 'clipboard');
      Reflect.deleteProperty(document, 'execCommand');
    };
  },
  play: async ({ canvasElement }) => {
    const copy = await find(canvasElement, 'reji-copy-button');
    await userEvent.click(copy.shadowRoot?.querySelector('button') ?? copy);
    await waitFor(() => find(canvasElement, '.wrong'));
    await expect(getSelection()?.toString()).toBe(INVOICE.wmid);
  },
};
export const InvoiceLongest: Story = {
  args: {
    amount: { value: 4_512_300, currency: 'KZT' },
    orderId: 'H-20430-2026-11-21-000017',
    action: {
      ...INVOICE,
      invoiceId: 'INV-88031-20261121-0000000000017',
      titleAmount: { value: 4_512_300, unit: 'WMK' },
    },
  },
  globals: { width: '320' },
};
export const InvoiceWide: Story = { args: { action: INVOICE }, globals: { width: '640' } };

export const JapaneseEntry: Story = { args: { lang: 'ja', value: '407182935' } };
export const JapaneseDigitsMissing: Story = { args: { lang: 'ja', value: '4071829355' }, play: leaveField };
export const JapanesePurseNumber: Story = { args: { lang: 'ja', value: 'Z407182935560' }, play: leaveField };
export const JapaneseInvoice: Story = { args: { lang: 'ja', action: INVOICE } };
export const JapaneseOffline: Story = { args: { lang: 'ja', action: INVOICE, connection: 'offline' } };
export const JapaneseNarrow: Story = {
  args: { lang: 'ja', action: { ...INVOICE, invoiceId: '880312577' } },
  globals: { width: '320' },
};

export const InEveryLanguage: Story = inEveryLanguage(meta);
