import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

/** What the stamp says. `word`: at most four letters or three kanji. What is missing leaves its place to the check. */
export interface StampFacts {
  word: string | undefined;
  date: string | undefined;
  /** For money that went back. */
  quiet: boolean;
  /** Pressed before the buyer's eyes. */
  live: boolean;
}

/** The date stamp: circle, two chords, check, date, one word. A drawing only; the title beside it says the same. */
export function stamp({ word, date, quiet, live }: StampFacts): TemplateResult {
  return html`
    <svg
      part="stamp"
      class="stamp ${quiet ? 'stamp--quiet' : ''} ${live ? 'stamp--live' : ''}"
      viewBox="0 0 96 96"
      aria-hidden="true"
    >
      <circle cx="48" cy="48" r="45" />
      <path class="chords" d="${word ? 'M6 62h84' : ''}${date ? 'M6 34h84' : ''}" />
      <path class="check" d=${date ? 'm38.5 20 6.5 6.5 13-13' : word ? 'm35 36 9 9 18-18' : 'm32 48 11 11 22-22'} />
      ${date ? svg`<text x="48" y="54" font-size="16.5">${date}</text>` : ''}
      ${word ? svg`<text x="48" y="79" font-size="13.5">${word}</text>` : ''}
    </svg>
  `;
}
