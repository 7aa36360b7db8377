import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { RejiQuestion } from '../src/elements/reji-question.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiQuestion.define();

interface Args {
  lang: Language;
  question: string;
  triesLeft: number;
  wrong: boolean;
  busy: boolean;
  problem: string;
  onSubmit: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Screens/reji-question',
  component: 'reji-question',
  args: {
    lang: 'en',
    question: 'Which day was the performance?',
    triesLeft: 5,
    wrong: false,
    busy: false,
    problem: '',
    onSubmit: fn(),
  },
  argTypes: { lang: { control: 'inline-radio', options: LANGUAGES } },
  render: (args) =>
    html`<div lang=${args.lang}>
      <reji-question
        order-id="R-0093"
        .amount=${{ value: 4800, currency: 'JPY' }}
        .question=${args.question}
        .triesLeft=${args.triesLeft}
        .wrong=${args.wrong}
        .busy=${args.busy}
        .problem=${args.problem}
        @reji-submit=${args.onSubmit}
      ></reji-question>
    </div>`,
};
export default meta;
type Story = StoryObj<Args>;

const ja = { lang: 'ja', question: '公演はいつでしたか（例：11月1日）' } as const;

async function press(canvas: HTMLElement, text: string): Promise<void> {
  const root = await waitFor(() => {
    const found = canvas.querySelector('reji-question')?.shadowRoot;
    return found?.querySelector('button') ? found : Promise.reject(new Error('not there yet'));
  });
  const input = root.querySelector('input');
  if (input && text) await userEvent.type(input, text);
  root.querySelector('button')?.click();
}

export const Asked: Story = {
  play: async ({ canvasElement, args }) => {
    await press(canvasElement, '1 November');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
  },
};
export const AskedJapanese: Story = { args: ja };
export const AskedJapaneseNarrow: Story = { args: ja, globals: { width: '320' } };
export const Empty: Story = { play: ({ canvasElement }) => press(canvasElement, '') };
export const Wrong: Story = { args: { wrong: true, triesLeft: 4 } };
export const WrongJapanese: Story = { args: { ...ja, wrong: true, triesLeft: 4 } };
export const LastTry: Story = { args: { wrong: true, triesLeft: 1 } };
export const Sending: Story = { args: { busy: true } };
export const NotSent: Story = { args: { problem: 'You seem to be offline. Check your connection and try again.' } };
export const LongQuestion: Story = {
  args: { question: 'What is the first word on the back of the ticket that you have been sent by post? '.repeat(2) },
  globals: { width: '320' },
};
export const EveryLanguage: Story = inEveryLanguage(meta);
export const WrongInEveryLanguage: Story = inEveryLanguage(meta, { wrong: true, triesLeft: 4 });
