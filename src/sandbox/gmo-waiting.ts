import { isOpen } from './gmo-deposit.js';
import type { GmoDeposit } from './gmo-deposit.js';
import type { GmoDesk } from './gmo-desk.js';
import { yen } from './gmo-pages.js';
import { gmoWordsEn } from './gmo-words-en.js';

/** A deposit that waits for somebody, for a page that lists what waits at all providers. */
export interface GmoWaiting {
  provider: string;
  /** The shop's own number. */
  id: string;
  /** How it is received. */
  what: string;
  /** For reading. */
  amount: string;
  /** Absolute URL of the page on which somebody can act. */
  url: string;
}

/** The path of the page on which a deposit can be brought to its end. */
export function actingPath({ way, link }: GmoDeposit): string {
  if (way === 'bank') return '/bank';
  if (way === 'sevenatm') return '/atm';
  return `/mail/mail-deposit?token=${link?.token ?? ''}`;
}

/** What waits, oldest first. */
export function waitingOf(desk: GmoDesk): readonly GmoWaiting[] {
  return desk.books
    .deposits()
    .filter(isOpen)
    .map((deposit) => ({
      provider: 'gmo',
      id: deposit.depositId,
      what: (deposit.way === undefined ? (deposit.link?.ways ?? []) : [deposit.way])
        .map((way) => gmoWordsEn.ways[way])
        .join(', '),
      amount: yen(deposit.amount),
      url: desk.paths.url(actingPath(deposit)),
    }));
}
