import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How long somebody stays logged in, seconds. */
const STAY_SECONDS = 12 * 3600;
const COOKIE = 'office';

/** Reads the key of the back office; makes it on the first run, for the owner's eyes only. */
export async function openOfficeKey(file: string): Promise<string> {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found.trim() !== '') return found.trim();
  const key = randomBytes(24).toString('base64url');
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return key;
}

/** Who may enter the back office: whoever knows its key, and then their browser for some hours. */
export interface OfficeDoor {
  /** True for the key, compared in constant time. */
  opens(key: string): boolean;
  /** The cookie of somebody who has just come in. It holds no key. */
  enter(): string;
  /** The cookie that takes that one away. */
  leave(): string;
  isInside(request: Request): boolean;
}

/** @param key the office's own key; it stands in no page, no cookie and no URL */
export function createDoor(key: string, now: () => number = Date.now): OfficeDoor {
  const seal = (untilMs: string) => createHmac('sha256', key).update(`office ${untilMs}`).digest('base64url');
  const cookie = (value: string, seconds: number) =>
    `${COOKIE}=${value}; Path=/back-office; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
  return {
    opens: (given) => same(given, key),
    enter: () => {
      const untilMs = String(now() + STAY_SECONDS * 1000);
      return cookie(`${untilMs}.${seal(untilMs)}`, STAY_SECONDS);
    },
    leave: () => cookie('', 0),
    isInside: (request) => {
      const found = new RegExp(`(?:^|; )${COOKIE}=(\\d{1,16})\\.([\\w-]+)`).exec(request.headers.get('cookie') ?? '');
      const [, untilMs = '', given = ''] = found ?? [];
      return same(given, seal(untilMs)) && Number(untilMs) > now();
    },
  };
}

/**
 * True when a form was posted by one of our own pages. The cookie alone does not say so: to a browser every port of this
 * machine is the same site.
 */
export function isOurForm(request: Request): boolean {
  const type = request.headers.get('content-type') ?? '';
  return (
    request.headers.get('origin') === new URL(request.url).origin &&
    type.startsWith('application/x-www-form-urlencoded')
  );
}

/** Digests first, for only texts of one length can be compared in constant time. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
