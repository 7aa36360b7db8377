import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 40;

/** How long a page may take to become what it should be, milliseconds. */
export const PATIENCE_MS = 15_000;

/**
 * Looks again and again until there is an answer. A look that throws counts as none: pages come and go meanwhile.
 * @throws Error that says what was waited for and what the last look found
 */
export async function until<Answer>(
  what: string,
  look: () => Promise<Answer | undefined | false>,
  { patienceMs = PATIENCE_MS, found = () => Promise.resolve('') } = {},
): Promise<Answer> {
  const endMs = performance.now() + patienceMs;
  let trouble = '';
  while (performance.now() < endMs) {
    try {
      const answer = await look();
      if (answer !== undefined && answer !== false) return answer;
      trouble = '';
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
    }
    await pause(LOOK_EVERY_MS);
  }
  const last = await found().catch(() => '');
  throw new Error(`waited ${patienceMs / 1000} s for ${what}. ${trouble} ${last}`.trim());
}
