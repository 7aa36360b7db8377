/** Date and time in the payer's own zone, with the date written out: `Tue, 24 Nov 14:24` + zone name. */
export function wallTime(instant: string, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(dateLocale(language), {
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));
}

/**
 * The zone's name as the payer knows it: `Japan Time`, `日本時間`, or an offset where there is no name. Letters that only
 * some know (`ET`, `JST`) give way to words.
 * @param instant when the name is asked for: some zones had another one in their past. @default now
 */
export function zoneName(language: string, timeZone?: string, instant?: string): string {
  const named = (timeZoneName: 'shortGeneric' | 'longGeneric') =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
      .formatToParts(instant ? new Date(instant) : undefined)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const short = named('shortGeneric');
  // Those of Indonesia are what everybody there says.
  const strange = /^[A-Z]{2,5}$/.test(short) && !/^WI(B|T|TA)$/.test(short);
  return strange ? named('longGeneric').replace('標準時', '時間') : short;
}

/** Date with the year and the time of day: `21 Nov 2026, 14:26`. */
export function longDate(instant: string, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(dateLocale(language), {
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));
}

/** The date on the stamp: `26.11.21` where years lead, `21/11` where months are numbers, else `21 NOV`. */
export function stampDate(instant: string, language: string, timeZone?: string): string {
  const date = new Date(instant);
  if (/^(ja|zh|ko)/.test(language)) {
    const parts = new Intl.DateTimeFormat('en', { year: '2-digit', month: '2-digit', day: '2-digit', timeZone });
    const at = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${at.year}.${at.month}.${at.day}`;
  }
  const parts = new Intl.DateTimeFormat(dateLocale(language), { month: 'short', day: 'numeric', timeZone });
  const at = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  if (language === 'vi') return `${at.day}/${(at.month ?? '').replace(/\D/g, '')}`;
  return `${at.day} ${(at.month ?? '').toLocaleUpperCase(language)}`;
}

/** English dates lead with the day, as the rest of the world reads them. */
export function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
