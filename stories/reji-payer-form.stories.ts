import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { MethodInput } from '../src/contract/session.js';
import { RejiPayerForm } from '../src/elements/reji-payer-form.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiPayerForm.define();

const required = (...names: string[]): MethodInput[] => names.map((name) => ({ name, required: true }));
const RIGHT = { name: '山田 太郎', phone: '09012345678', email: 'payer@example.com' };

interface Args {
  lang: Language;
  inputs: MethodInput[];
  brand: string;
  orderId: string;
  label: string;
  values: Record<string, string>;
  busy: boolean;
  problem: string;
  onSubmit: (event: Event) => void;
  onAction: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-payer-form',
  component: 'reji-payer-form',
  args: {
    lang: 'en',
    inputs: required('name', 'phone', 'email'),
    brand: 'konbini-lawson',
    orderId: 'H-20418',
    label: 'Get the payment number',
    values: {},
    busy: false,
    problem: '',
    onSubmit: fn(),
    onAction: fn(),
  },
  argTypes: { lang: { control: 'inline-radio', options: LANGUAGES } },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-payer-form
        .amount=${{ value: 12_480, currency: 'JPY' }}
        .inputs=${args.inputs}
        .brand=${args.brand}
        .orderId=${args.orderId}
        .label=${args.label}
        .values=${args.values}
        .busy=${args.busy}
        .problem=${args.problem}
        @reji-submit=${args.onSubmit}
        @reji-action=${args.onAction}
      ></reji-payer-form>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const ja = { lang: 'ja', label: '支払い番号を発行する' } as const;
const narrow = { globals: { width: '320' } } as const;
const wide = { globals: { width: '640' } } as const;

/** The elements in the shadow root that the selector finds, once they are there. */
function find<E extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<E[]> {
  return waitFor(() => {
    const found = canvas.querySelector('reji-payer-form')?.shadowRoot?.querySelectorAll<E>(selector);
    return found?.length ? [...found] : Promise.reject(new Error(`no ${selector}`));
  });
}

const send: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const [button] = await find<HTMLButtonElement>(canvasElement, 'button[type=submit]');
  button?.click();
};

export const Empty: Story = {};
export const EmptyJapanese: Story = { args: ja };
export const Filled: Story = {
  args: { values: RIGHT },
  play: async (context) => {
    await send(context);
    await expect(context.args.onSubmit).toHaveBeenCalledOnce();
  },
};
export const FilledJapanese: Story = { args: { ...ja, values: RIGHT } };
export const FullWidthDigits: Story = {
  args: { ...ja, inputs: required('phone') },
  play: async ({ canvasElement, args }) => {
    const [field] = await find<HTMLInputElement>(canvasElement, 'input');
    if (field) await userEvent.type(field, '０９０－１２３４－５６７８{Enter}');
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledOnce());
  },
};
export const NothingEntered: Story = { play: send };
export const NothingEnteredJapanese: Story = { args: ja, play: send };
export const Wrong: Story = { args: { values: { name: '№ 5', phone: '090-12', email: 'payer@' } }, play: send };
export const WrongJapanese: Story = {
  args: { ...ja, values: { name: '№ 5', phone: '090-12', email: 'payer@' } },
  play: send,
};
export const Sending: Story = { args: { values: RIGHT, busy: true } };
export const SendingJapanese: Story = { args: { ...ja, values: RIGHT, busy: true } };
export const NotSent: Story = { args: { values: RIGHT, problem: 'Check what you entered and try again.' } };
export const NotSentJapanese: Story = {
  args: { ...ja, values: RIGHT, problem: '入力した内容を確かめて、もう一度お試しください。' },
};
export const NamesApart: Story = {
  args: { inputs: required('firstName', 'lastName', 'email'), brand: 'webmoney-light', label: 'Continue' },
};
export const NamesApartJapanese: Story = {
  args: { ...ja, inputs: required('firstName', 'lastName', 'email'), brand: 'webmoney-light', label: '続ける' },
};
export const OneField: Story = { args: { ...ja, inputs: required('email'), brand: 'au-pay', label: 'au PAYで支払う' } };
export const BankTransfer: Story = { args: { ...ja, brand: 'gmo-aozora', label: '振込先を表示する' } };
export const OtherMethod: Story = {
  play: async ({ canvasElement, args }) => {
    const [back] = await find<HTMLButtonElement>(canvasElement, 'button[type=button]');
    back?.click();
    await expect(args.onAction).toHaveBeenCalledOnce();
  },
};
export const Narrow: Story = { args: { values: { email: 'payer@' } }, play: send, ...narrow };
export const NarrowJapanese: Story = { args: { ...ja, values: RIGHT }, ...narrow };
export const Longest: Story = {
  args: {
    brand: 'A wallet with a name that goes on for longer than a line',
    orderId: 'ORDER-2026-11-21-000000000000042',
    values: {
      name: 'A name with very many parts '.repeat(3),
      phone: '+819012345678',
      email: `${'a'.repeat(60)}@example.com`,
    },
  },
  ...narrow,
};
export const Wide: Story = { args: { values: RIGHT }, ...wide };
export const WideJapanese: Story = { args: ja, ...wide };

export const InEveryLanguage: Story = inEveryLanguage(meta);
