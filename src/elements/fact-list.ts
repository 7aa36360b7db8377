import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { longDate } from '../i18n/dates.js';

/** A label and its value; a fact without a value is left out. */
export type Fact = readonly [label: string, value: string | TemplateResult | undefined];

/** Facts as label and value between hairlines; nothing where there is none. */
export function factList(all: readonly Fact[]): TemplateResult | typeof nothing {
  const known = all.filter(([, value]) => value);
  if (known.length === 0) return nothing;
  return html`<dl class="facts">
    ${known.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd class="num">${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** An instant in words by one of the formatters; undefined where it, or the zone, is not one that Intl takes. */
export function dateFact(
  instant: string | undefined,
  language: string,
  timeZone: string | undefined,
  format = longDate,
): string | undefined {
  if (!instant) return undefined;
  try {
    return format(instant, language, timeZone);
  } catch {
    return undefined;
  }
}
