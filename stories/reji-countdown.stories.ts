import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { RejiCountdown } from '../src/elements/reji-countdown.js';
import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { inEveryLanguage } from './in-every-language.js';

RejiCountdown.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Args {
  lang: Language;
  /** Milliseconds from the sample day's moment to the deadline. */
  leftMs: number;
  /** Milliseconds since it began. */
  sinceMs: number;
  deadline: string;
  noBar: boolean;
  noDate: boolean;
  over: boolean;
  /** The sample day's clock goes on. */
  running: boolean;
}

const iso = (ms: number) => new Date(ms).toISOString();

const meta: Meta<Args> = {
  title: 'Parts/reji-countdown',
  component: 'reji-countdown',
  args: {
    lang: 'en',
    leftMs: 8.4 * MINUTE,
    sinceMs: 5 * MINUTE,
    deadline: '',
    noBar: false,
    noDate: false,
    over: false,
    running: false,
  },
  argTypes: {
    lang: { control: 'inline-radio', options: LANGUAGES },
    deadline: { description: 'Instead of `leftMs`: any text' },
  },
  render: ({ lang, leftMs, sinceMs, deadline, noBar, noDate, over, running }) => {
    const openedMs = performance.now();
    const clock = { now: () => NOW + (running ? performance.now() - openedMs : 0) };
    return html`<div lang=${lang}>
      <reji-countdown
        time-zone="Asia/Tokyo"
        .deadline=${deadline || iso(NOW + leftMs)}
        .start=${sinceMs ? iso(NOW - sinceMs) : ''}
        .clock=${clock}
        ?no-bar=${noBar}
        ?no-date=${noDate}
        ?over=${over}
      ></reji-countdown>
    </div>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

const says = (words: string): NonNullable<Story['play']> => {
  return async ({ canvasElement }) => {
    const { shadowRoot } = canvasElement.querySelector('reji-countdown') ?? {};
    await waitFor(() => expect(shadowRoot?.textContent?.replace(/\s+/g, ' ')).toContain(words), { timeout: 5000 });
  };
};

export const Minutes: Story = { play: says('8:24 left') };
export const Hours: Story = { args: { leftMs: 5 * HOUR + 12 * MINUTE + 9 * SECOND, sinceMs: HOUR } };
export const Days: Story = { args: { leftMs: 3 * DAY - 2 * MINUTE, sinceMs: 2 * MINUTE } };
export const ThirtyFiveDays: Story = { args: { leftMs: 35 * DAY } };
export const LastMinute: Story = { args: { leftMs: 48 * SECOND }, play: says('0:48 left') };
export const ReachingZero: Story = { args: { leftMs: 1500, running: true }, play: says('Checking once more') };
export const Checking: Story = { args: { leftMs: -MINUTE } };
export const Over: Story = { args: { leftMs: -MINUTE, over: true } };
export const BeginningNotKnown: Story = { args: { sinceMs: 0 } };
export const DeadlineNotReadable: Story = { args: { deadline: 'soon' } };
export const FiguresOnly: Story = { args: { noBar: true } };
export const WithoutTheDate: Story = { args: { noDate: true } };
export const Narrow: Story = { args: { leftMs: 35 * DAY }, globals: { width: '320' } };
export const Wide: Story = { globals: { width: '640' } };
export const Japanese: Story = { args: { lang: 'ja' }, play: says('残り 8:24') };
export const JapaneseDays: Story = { args: { lang: 'ja', leftMs: 3 * DAY - 2 * MINUTE } };
export const JapaneseLastMinute: Story = { args: { lang: 'ja', leftMs: 48 * SECOND } };
export const JapaneseChecking: Story = { args: { lang: 'ja', leftMs: -MINUTE }, globals: { width: '320' } };
export const JapaneseOver: Story = { args: { lang: 'ja', leftMs: -MINUTE, over: true } };

export const InEveryLanguage: Story = inEveryLanguage(meta);
