import { setTimeout as pause } from 'node:timers/promises';

/** Until the next look: ever longer, milliseconds. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 150;

/** How long a page may take to become what it should be, milliseconds. */
export const PATIENCE_MS = 15_000;

/**
 * Looks again and again until there is an answer. A look that throws counts as none: pages come and go meanwhile. WebKit's
 * driver now and then hangs in a look for longer than all of the time, so there is always a look after the end.
 * @throws Error that says what was waited for and what the last look found
 */
export async function until<Answer>(
  what: string,
  look: () => Promise<Answer | undefined | false>,
  { patienceMs = PATIENCE_MS, found = () => Promise.resolve('') } = {},
): Promise<Answer> {
  const endMs = performance.now() + patienceMs;
  let trouble = '';
  let pauseMs = FIRST_PAUSE_MS;
  for (let last = false; !last;) {
    last = performance.now() >= endMs;
    try {
      const answer = await look();
      if (answer !== undefined && answer !== false) return answer;
      trouble = '';
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
    }
    await pause(pauseMs);
    pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
  }
  const seen = await found().catch(() => '');
  throw new Error(`waited ${patienceMs / 1000} s for ${what}. ${trouble} ${seen}`.trim());
}
