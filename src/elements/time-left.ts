/** A span of time cut into what is shown. Each part is whole; hours under 24, minutes and seconds under 60. */
export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** Cuts milliseconds, 0 or more. The last second begun counts as whole, so that only the deadline itself shows zero. */
export function timeLeft(leftMs: number): TimeLeft {
  const all = Math.ceil(leftMs / 1000);
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor(all / 3600) % 24,
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  };
}

/** The figures without the days: `23:58` (hours and minutes) when there are days, else `5:12:09`, else `8:24`. */
export function clockFigures({ days, hours, minutes, seconds }: TimeLeft): string {
  const two = (n: number) => String(n).padStart(2, '0');
  if (days > 0) return `${hours}:${two(minutes)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
