import { dateLocale } from './dates.js';

/** A day without its time, as it is at that instant in a zone, in one piece: `25 Nov` with its weekday, `11月25日(水)`. */
export function dayText(instant: string, language: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(dateLocale(language), {
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone,
  });
  return format.format(new Date(instant)).replaceAll(' ', '\u00a0');
}
