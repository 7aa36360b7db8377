import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { Method } from '../src/contract/session.js';
import { RejiMethodPicker } from '../src/elements/reji-method-picker.js';
import { classic, light, newer, radios } from './picker-offers.js';

RejiMethodPicker.define();

interface Args {
  lang: 'en' | 'ja';
  methods: Method[];
  value: string;
  density: 'comfortable' | 'compact';
  disabled: boolean;
}

const long: Method = {
  id: 'x:long',
  brand: 'long',
  kind: 'qr',
  label: 'A wallet whose official name goes on for many words, and then for a few more',
};
const closed: Method = { ...newer, id: 'x:closed', label: 'Closed Pay', unavailable: { code: 'maintenance' } };
const tooLow = { code: 'amount-too-low', limit: { value: 100, currency: 'USD' } };
const tooHigh = { code: 'amount-too-high', limit: { value: 500_000, currency: 'USD' } };
const currency = { code: 'currency', currencies: ['USD', 'EUR', 'KZT'] };

const meta: Meta<Args> = {
  title: 'Screens/reji-method-picker',
  component: 'reji-method-picker',
  args: { lang: 'en', methods: [light, classic], value: '', density: 'comfortable', disabled: false },
  argTypes: {
    lang: { control: 'inline-radio', options: ['en', 'ja'] },
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
  },
  render: ({ lang, methods, value, density, disabled }) =>
    html`<div lang=${lang}>
      <reji-method-picker
        .methods=${methods}
        .value=${value}
        .density=${density}
        ?disabled=${disabled}
      ></reji-method-picker>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const chooseSecond: Play = async ({ canvasElement }) => {
  const [, second] = await radios(canvasElement);
  await userEvent.click(second as HTMLInputElement);
  await expect(canvasElement.querySelector('reji-method-picker')?.value).toBe(second?.value);
};

const focusFirst: Play = async ({ canvasElement }) => {
  const [first] = await radios(canvasElement);
  canvasElement.querySelector('reji-method-picker')?.focus();
  await expect(first?.matches(':focus')).toBe(true);
};

export const Rest: Story = {};
export const RestInJapanese: Story = { args: { lang: 'ja' } };
export const Chosen: Story = { args: { value: light.id } };
export const ChosenInJapanese: Story = { args: { lang: 'ja', value: light.id } };
export const ChosenByPress: Story = { play: chooseSecond };
export const ChosenByPressInJapanese: Story = { args: { lang: 'ja' }, play: chooseSecond };
export const Focused: Story = { play: focusFirst };
export const Narrow: Story = { args: { lang: 'ja', value: classic.id }, globals: { width: '320' } };
export const TwoColumns: Story = { args: { value: classic.id }, globals: { width: '640' } };
export const TwoColumnsInJapanese: Story = { args: { lang: 'ja', value: light.id }, globals: { width: '640' } };
export const AmountOutOfLimits: Story = {
  args: {
    methods: [
      { ...light, unavailable: tooLow },
      { ...classic, unavailable: tooHigh },
    ],
  },
};
export const OtherCurrency: Story = { args: { methods: [{ ...light, unavailable: currency }, newer] } };
export const OtherCurrencyInJapanese: Story = {
  args: {
    lang: 'ja',
    methods: [
      { ...light, unavailable: currency },
      { ...classic, unavailable: currency },
    ],
  },
};
export const NothingUsable: Story = { args: { methods: [closed] } };
export const UnknownBrands: Story = { args: { methods: [light, classic, newer, long, closed], value: newer.id } };
export const OnlyUnknownBrands: Story = { args: { methods: [newer, long, closed] } };
export const OddCountInTwoColumns: Story = { args: { methods: [newer, long, closed] }, globals: { width: '640' } };
export const Compact: Story = {
  args: { density: 'compact', methods: [light, classic, newer, closed], value: classic.id },
};
export const CompactInJapanese: Story = {
  args: { lang: 'ja', density: 'compact', value: classic.id },
  globals: { width: '320' },
};
export const CompactInTwoColumns: Story = {
  args: { density: 'compact', methods: [light, classic, newer, closed] },
  globals: { width: '640' },
};
export const Disabled: Story = { args: { value: light.id, disabled: true } };
export const Empty: Story = { args: { methods: [] } };

/** A form of the page's own, without a session: the label names the group, and the form waits for a choice. */
export const InPlainForm: Story = {
  render: ({ lang }) =>
    html`<form lang=${lang}>
      <label for="way">How would you like to pay?</label>
      <reji-method-picker id="way" name="method" required brands="webmoney-light webmoney-classic"></reji-method-picker>
      <button>Continue</button>
    </form>`,
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('form') as HTMLFormElement;
    const [light] = await radios(canvasElement);
    await expect(form.checkValidity()).toBe(false);
    await userEvent.click(light as HTMLInputElement);
    await expect(form.checkValidity()).toBe(true);
    await expect(new FormData(form).get('method')).toBe('webmoney-light');
  },
};
