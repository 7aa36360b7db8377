import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Method } from '../src/contract/session.js';
import { RejiMethodPicker } from '../src/elements/reji-method-picker.js';
import { gcash, japan, konbini, lawson, many, newer, radios, wallets } from './picker-offers.js';

RejiMethodPicker.define();

interface Args {
  lang: string;
  methods: readonly Method[];
  value: string;
  density: 'comfortable' | 'compact';
  sections: 'auto' | 'fold' | 'open';
  wallets: 'section' | 'single';
  region: string;
}

const fewYen = { unavailable: { code: 'amount-too-low', limit: { value: 300, currency: 'JPY' } } };

const meta: Meta<Args> = {
  title: 'Screens/reji-method-picker, many methods',
  component: 'reji-method-picker',
  args: {
    lang: 'en',
    methods: many,
    value: '',
    density: 'comfortable',
    sections: 'auto',
    wallets: 'section',
    region: '',
  },
  argTypes: {
    density: { control: 'inline-radio', options: ['comfortable', 'compact'] },
    sections: { control: 'inline-radio', options: ['auto', 'fold', 'open'] },
    wallets: { control: 'inline-radio', options: ['section', 'single'] },
  },
  render: ({ lang, methods, value, density, sections, wallets, region }) =>
    html`<div lang=${lang}>
      <reji-method-picker
        .methods=${methods}
        .value=${value}
        .density=${density}
        .sections=${sections}
        .wallets=${wallets}
        .region=${region}
      ></reji-method-picker>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const root = (canvas: HTMLElement) => canvas.querySelector('reji-method-picker')?.shadowRoot;

const search =
  (words: string, rows: number): Play =>
  async ({ canvasElement }) => {
    await radios(canvasElement);
    const field = root(canvasElement)?.querySelector('input[type=search]') as HTMLInputElement;
    await userEvent.type(field, words);
    const found = () => root(canvasElement)?.querySelectorAll('input[type=radio]').length;
    await waitFor(() => expect(found()).toBe(rows));
  };

const openFirst: Play = async ({ canvasElement }) => {
  await radios(canvasElement);
  const button = root(canvasElement)?.querySelector('button[aria-expanded]') as HTMLButtonElement;
  await userEvent.click(button);
  await waitFor(() => expect(button.ariaExpanded).toBe('true'));
};

const focusFold: Play = async ({ canvasElement }) => {
  await radios(canvasElement);
  canvasElement.querySelector('reji-method-picker')?.focus();
  await expect(root(canvasElement)?.activeElement?.getAttribute('aria-expanded')).toBe('false');
};

/** Ten wallets, each with its region; the field to search in is there from eight methods on. */
export const Wallets: Story = { args: { methods: wallets, value: gcash } };
export const WalletsInJapanese: Story = { args: { lang: 'ja', methods: wallets, value: gcash } };
export const WalletsInTwoColumns: Story = { args: { methods: wallets, value: gcash }, globals: { width: '640' } };
export const WalletsInTwoColumnsInJapanese: Story = {
  args: { lang: 'ja', methods: wallets, value: gcash },
  globals: { width: '640' },
};
/** One by one: the scheme has no heading, and every wallet names it. */
export const WalletsSingle: Story = {
  args: { methods: [...wallets, ...konbini], wallets: 'single', sections: 'open' },
};
export const WalletsSingleInJapanese: Story = {
  args: { lang: 'ja', methods: [...wallets, ...konbini], wallets: 'single', sections: 'open' },
};
export const WalletsSingleAlone: Story = { args: { methods: wallets, wallets: 'single' } };
export const WalletsSingleFolded: Story = { args: { wallets: 'single' }, globals: { width: '360' } };
export const WalletsSingleCompact: Story = {
  args: { methods: wallets, wallets: 'single', density: 'compact' },
  globals: { width: '320' },
};
export const RegionThailand: Story = { args: { methods: [...wallets, ...konbini], region: 'TH', sections: 'open' } };
/** Without texts for a language the region is still that of its tag. */
export const RegionOfTheLanguage: Story = { args: { lang: 'en-PH', methods: wallets } };
export const RegionJapan: Story = { args: { methods: [...wallets, ...japan], region: 'JP', sections: 'open' } };

export const Konbini: Story = { args: { methods: konbini, value: lawson } };
export const KonbiniInJapanese: Story = { args: { lang: 'ja', methods: konbini, value: lawson } };
export const FromJapan: Story = { args: { methods: japan.slice(4), value: 'haipay:gmo-aozora' } };
export const FromJapanInJapanese: Story = {
  args: { lang: 'ja', methods: japan.slice(4), value: 'sbps:webmoney' },
};
export const TooFewYen: Story = { args: { methods: [...konbini.map((one) => ({ ...one, ...fewYen })), newer] } };
export const TooFewYenInJapanese: Story = {
  args: { lang: 'ja', methods: [...konbini.map((one) => ({ ...one, ...fewYen })), newer] },
};
export const NotOnThisDevice: Story = {
  args: { methods: wallets.map((one) => ({ ...one, unavailable: { code: 'device' } })) },
};
export const NotOnThisDeviceInJapanese: Story = {
  args: { lang: 'ja', methods: wallets.map((one) => ({ ...one, unavailable: { code: 'device' } })) },
};

export const Folded: Story = { globals: { width: '360' } };
export const FoldedInJapanese: Story = { args: { lang: 'ja' }, globals: { width: '360' } };
export const FoldedNarrow: Story = { globals: { width: '320' } };
export const FoldedWithChoice: Story = { args: { value: lawson }, globals: { width: '360' } };
export const FoldedWithChoiceInJapanese: Story = {
  args: { lang: 'ja', value: lawson },
  globals: { width: '360' },
};
export const FoldedCompact: Story = { args: { density: 'compact' }, globals: { width: '320' } };
export const FoldedInAWideColumn: Story = {
  args: { sections: 'fold', value: gcash },
  globals: { width: '640' },
};
export const FoldedAndOpened: Story = { globals: { width: '360' }, play: openFirst };
/** The section of the choice, folded by the buyer, still shows the choice. */
export const FoldedToTheChoice: Story = {
  args: { value: gcash },
  globals: { width: '360' },
  play: async ({ canvasElement }) => {
    await radios(canvasElement);
    const button = root(canvasElement)?.querySelector('button[aria-expanded=true]') as HTMLButtonElement;
    await userEvent.click(button);
    await waitFor(() => expect(button.ariaExpanded).toBe('false'));
  },
};
export const FoldedFocused: Story = { globals: { width: '360' }, play: focusFold };
export const AllOpen: Story = { args: { sections: 'open', value: gcash }, globals: { width: '360' } };
export const AllOpenInJapanese: Story = {
  args: { lang: 'ja', sections: 'open', value: gcash },
  globals: { width: '360' },
};
export const AllInTwoColumns: Story = { args: { value: gcash }, globals: { width: '640' } };
export const AllInTwoColumnsInJapanese: Story = {
  args: { lang: 'ja', value: gcash },
  globals: { width: '640' },
};
export const AllCompactInTwoColumns: Story = {
  args: { density: 'compact' },
  globals: { width: '640' },
};

export const Search: Story = {
  globals: { width: '360' },
  play: search('thai', 2),
};
export const SearchInJapanese: Story = {
  args: { lang: 'ja' },
  globals: { width: '360' },
  play: search('たい', 2),
};
export const SearchFindsNothing: Story = { play: search('credit card', 0) };
export const SearchFindsNothingInJapanese: Story = {
  args: { lang: 'ja' },
  globals: { width: '320' },
  play: search('クレジット', 0),
};
export const SearchInTwoColumns: Story = {
  globals: { width: '640' },
  play: search('pay', 18),
};

/** The page's own drawing in place of ours, by the name of the brand. */
export const OfficialMark: Story = {
  render: ({ lang }) =>
    html`<div lang=${lang}>
      <reji-method-picker .methods=${wallets.slice(6, 9)}>
        <svg slot="mark-gcash" viewBox="0 0 40 40" width="40" height="40">
          <circle cx="20" cy="20" r="18" fill="currentColor" />
        </svg>
      </reji-method-picker>
    </div>`,
};
