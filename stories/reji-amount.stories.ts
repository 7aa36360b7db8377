import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Amount, TitleAmount } from '../src/contract/money.js';
import { RejiAmount } from '../src/elements/reji-amount.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiAmount.define();

interface Args {
  lang: Language;
  amount: Amount | TitleAmount | undefined;
  size: 'hero' | '';
}

const meta: Meta<Args> = {
  title: 'Parts/reji-amount',
  component: 'reji-amount',
  args: { lang: 'en', amount: { value: 8420, currency: 'USD' }, size: '' },
  argTypes: {
    lang: { control: 'inline-radio', options: LANGUAGES },
    size: { control: 'inline-radio', options: ['', 'hero'] },
  },
  render: ({ lang, amount, size }) =>
    html`<div lang=${lang}><reji-amount .amount=${amount} .size=${size}></reji-amount></div>`,
};
export default meta;
type Story = StoryObj<Args>;

const yen = { value: 12480, currency: 'JPY' };

export const Rest: Story = {};
export const Hero: Story = { args: { size: 'hero' } };
export const HeroWide: Story = { args: { size: 'hero', amount: yen }, globals: { width: '640' } };
export const Yen: Story = { args: { amount: yen } };
export const YenInJapanese: Story = { args: { amount: yen, lang: 'ja', size: 'hero' } };
export const TitleUnits: Story = { args: { amount: { value: 8420, unit: 'WMZ' }, size: 'hero' } };
export const SharedSign: Story = { args: { amount: { value: 8420, currency: 'CAD' } } };
export const CodeForSign: Story = { args: { amount: { value: 8420, currency: 'KWD' }, size: 'hero' } };
export const LargestOfAll: Story = {
  args: { amount: { value: Number.MAX_SAFE_INTEGER, currency: 'USD' } },
  globals: { width: '320' },
};
export const None: Story = { args: { amount: undefined, size: 'hero' } };
/** Without a script: the attributes say it. */
export const PlainAttributes: Story = {
  render: ({ lang }) => html`<p lang=${lang}>Total: <reji-amount value="8420" currency="USD"></reji-amount></p>`,
};

export const InEveryLanguage: Story = inEveryLanguage(meta);
