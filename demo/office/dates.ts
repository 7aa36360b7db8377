import type { ShopLanguage } from '../texts.js';

const ZONE = 'Asia/Tokyo';
/** Days before months in English too. */
const localeOf = (language: ShopLanguage) => (language === 'en' ? 'en-GB' : language);

/** Day and time of an instant, as short as a table needs it: `11/21 14:41`, `21 Nov, 14:41`. */
export function shortInstant(iso: string, language: ShopLanguage): string {
  const month = language === 'ja' ? '2-digit' : 'short';
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = { month, day: '2-digit', ...time, timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(localeOf(language), parts).format(new Date(iso));
}

/** The day of an instant in Japan: `11/21`, `21 Nov`. */
export function shortDay(iso: string, language: ShopLanguage): string {
  const month = language === 'ja' ? '2-digit' : 'short';
  return new Intl.DateTimeFormat(localeOf(language), { month, day: '2-digit', timeZone: ZONE }).format(new Date(iso));
}

/** A day in Japan with its weekday: `11/25(水)`, `Wed, 25 Nov`. */
export function weekday(day: string, language: ShopLanguage): string {
  const month = language === 'ja' ? 'numeric' : 'short';
  const parts = { month, day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf(language), parts).format(new Date(`${day}T00:00:00Z`));
}

/** A day with its year: `2027/11/20`, `20 Nov 2027`. */
export function longDay(day: string, language: ShopLanguage): string {
  const month = language === 'ja' ? '2-digit' : 'short';
  const parts = { year: 'numeric', month, day: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf(language), parts).format(new Date(`${day}T00:00:00Z`));
}

/** The time of day, to the second. */
export function clockTime(ms: number): string {
  return new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23', timeZone: ZONE }).format(ms);
}
