import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { BRANDS } from '../src/catalog/brands.js';
import { RejiBrand } from '../src/elements/reji-brand.js';

RejiBrand.define();

interface Args {
  brand: string;
  label: string;
  size: 's' | 'm' | 'l';
}

const meta: Meta<Args> = {
  title: 'Parts/reji-brand',
  component: 'reji-brand',
  args: { brand: 'webmoney-light', label: '', size: 'm' },
  argTypes: { size: { control: 'inline-radio', options: ['s', 'm', 'l'] } },
  render: ({ brand, label, size }) => html`<reji-brand .brand=${brand} .label=${label} .size=${size}></reji-brand>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Light: Story = {};
export const Classic: Story = { args: { brand: 'webmoney-classic' } };
export const Small: Story = { args: { size: 's' } };
export const Large: Story = { args: { size: 'l', brand: 'webmoney-classic' } };
export const Unknown: Story = { args: { brand: 'new', label: 'Newer Pay' } };
export const UnknownSmall: Story = { args: { brand: 'new', label: 'Newer Pay', size: 's' } };
export const UnknownInJapanese: Story = { args: { brand: 'new', label: 'あたらしい支払い' } };
export const Nameless: Story = { args: { brand: '' } };
/** The page's own drawing in place of ours. */
export const Slotted: Story = {
  render: ({ brand }) =>
    html`<reji-brand .brand=${brand}>
      <svg viewBox="0 0 40 40" width="40" height="40"><circle cx="20" cy="20" r="18" fill="currentColor" /></svg>
    </reji-brand>`,
};

const all = ({ size }: Args, lang: string) =>
  html`<div lang=${lang}>
    ${Object.keys(BRANDS).map((brand) => html`<reji-brand .brand=${brand} .size=${size}></reji-brand> `)}
  </div>`;
/** Every row of the catalogue. */
export const All: Story = { render: (args) => all(args, 'en') };
export const AllInJapanese: Story = { render: (args) => all(args, 'ja') };
export const AllSmall: Story = { args: { size: 's' }, render: (args) => all(args, 'ja') };
export const AllLarge: Story = { args: { size: 'l' }, render: (args) => all(args, 'en') };
