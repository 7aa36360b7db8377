import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { RejiCopyButton } from '../src/elements/reji-copy-button.js';

RejiCopyButton.define();

interface Args {
  lang: 'en' | 'ja';
  value: string;
  what: string;
  bare: boolean;
}

/** Keeps "copied" on screen. */
const still = { later: () => () => undefined };

/** A clipboard that takes everything, or nothing by any way. */
function clipboard(works: boolean): () => () => void {
  return () => {
    const value = { writeText: () => (works ? Promise.resolve() : Promise.reject(new Error('closed'))) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
    document.execCommand = () => false;
    return () => {
      Reflect.deleteProperty(navigator, 'clipboard');
      Reflect.deleteProperty(document, 'execCommand');
    };
  };
}

const meta: Meta<Args> = {
  title: 'Parts/reji-copy-button',
  component: 'reji-copy-button',
  args: { lang: 'en', value: '377094062589', what: 'WMID', bare: false },
  argTypes: { lang: { control: 'inline-radio', options: ['en', 'ja'] } },
  render: ({ lang, value, what, bare }) =>
    html`<div lang=${lang}>
      <reji-copy-button .value=${value} .what=${what} ?bare=${bare} .timers=${still}></reji-copy-button>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const press: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const element = canvasElement.querySelector('reji-copy-button');
  const button = await waitFor(
    () => element?.shadowRoot?.querySelector('button') ?? Promise.reject(new Error('no button')),
  );
  await userEvent.click(button);
  const status = element?.shadowRoot?.querySelector('[role=status]');
  await waitFor(() => expect(status?.textContent).not.toBe(''));
};

export const Rest: Story = {};
export const Copied: Story = { beforeEach: clipboard(true), play: press };
export const CouldNotCopy: Story = { beforeEach: clipboard(false), play: press };
export const NothingToCopy: Story = { args: { value: '' } };
export const Bare: Story = { args: { bare: true } };
export const BareCopied: Story = { args: { bare: true }, beforeEach: clipboard(true), play: press };
export const BareCouldNotCopy: Story = { args: { bare: true }, beforeEach: clipboard(false), play: press };
export const Japanese: Story = { args: { lang: 'ja' } };
export const JapaneseCopied: Story = { args: { lang: 'ja' }, beforeEach: clipboard(true), play: press };
