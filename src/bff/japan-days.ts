import holidays from '@holiday-jp/holiday_jp';

/** Japan is nine hours ahead of UTC all year. */
const JAPAN_OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;
const SATURDAY = 6;

/** New year, when banks are closed besides the public holidays (Order for Enforcement of the Banking Act, article 5). */
const NEW_YEAR = ['12-31', '01-01', '01-02', '01-03'];

/** @param ms epoch milliseconds @returns the calendar day in Japan then, `YYYY-MM-DD` */
export function japanDay(ms: number): string {
  return new Date(ms + JAPAN_OFFSET_MS).toISOString().slice(0, 10);
}

/** @param day `YYYY-MM-DD` @returns when that day begins in Japan, epoch milliseconds */
export function japanDayMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - JAPAN_OFFSET_MS;
}

/** @param day `YYYY-MM-DD` @param days may be negative @returns the day so many calendar days later, `YYYY-MM-DD` */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. @param day `YYYY-MM-DD` */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * True for a day on which Japanese banks work: no Saturday or Sunday, no public holiday (as `@holiday-jp/holiday_jp` has
 * them, 1970 to 2050), and none of 31 December to 3 January.
 *
 * @param day `YYYY-MM-DD`, a day of the calendar in Japan
 */
export function isBusinessDay(day: string): boolean {
  const free = weekday(day) === 0 || weekday(day) === SATURDAY || NEW_YEAR.includes(day.slice(5));
  return !free && !Object.hasOwn(holidays.holidays, day);
}

/**
 * The `count`-th business day after a day, which itself is never counted: 1 after a Friday is Monday.
 *
 * @param day `YYYY-MM-DD`
 * @param count 0 gives the day itself where it is a business day, else the next one
 */
export function businessDaysAfter(day: string, count: number): string {
  let left = count === 0 && !isBusinessDay(day) ? 1 : count;
  let at = day;
  while (left > 0) {
    at = daysAfter(at, 1);
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}
