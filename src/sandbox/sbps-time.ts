const dayMs = 86_400_000;
const japanAheadMs = 9 * 3_600_000;

/** An instant as SBPS writes it: `YYYYMMDDHHMMSS` in Japan time. */
export function sbpsTime(ms: number): string {
  return new Date(ms + japanAheadMs).toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

/** The instant of such a text in epoch milliseconds, or undefined when there is no such time. */
export function readSbpsTime(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second) - japanAheadMs;
  return sbpsTime(ms) === text ? ms : undefined;
}

/** `14:36:00`, or `22 November 2026, 14:36:00` when it is not within a day of `nowMs`; Japan time. */
export function clockText(ms: number, nowMs: number): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const options = Math.abs(ms - nowMs) < dayMs ? time : { ...day, ...time };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'Asia/Tokyo' }).format(ms).replace(' at ', ', ');
}

/** `9 min 40 s` */
export function restText(ms: number): string {
  const seconds = Math.max(Math.ceil(ms / 1000), 0);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

/** The day and the month of an instant in Japan, counted from some day long ago. */
export function japanDate(ms: number): { dayNumber: number; monthNumber: number } {
  const there = new Date(ms + japanAheadMs);
  return {
    dayNumber: Math.floor(there.getTime() / dayMs),
    monthNumber: there.getUTCFullYear() * 12 + there.getUTCMonth(),
  };
}
