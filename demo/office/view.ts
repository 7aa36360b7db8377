import type { BalanceAnswer } from '../../src/contract/payout.js';
import type { ShopLanguage } from '../texts.js';
import type { Visit } from '../visit.js';
import { SHOWN } from './ledger.js';
import type { Row, Shown } from './ledger.js';
import { en } from './texts-en.js';
import type { OfficeTexts } from './texts-en.js';
import { ja } from './texts-ja.js';
import { th } from './texts-th.js';

/** How a payout can be made. */
export const KINDS = ['link', 'bank', 'purse'] as const;
export type Kind = (typeof KINDS)[number];

/** What stands beside the books. */
export type Panel =
  { type: 'none' } | { type: 'order'; id: string } | { type: 'payout'; id: string } | { type: 'new'; kind: Kind };

/** What somebody looks at; all of it stands in the address. */
export interface Look {
  shown: Shown;
  find: string;
  /** Where an older part of the books begins; empty for the newest. */
  before: string;
  panel: Panel;
  /** What has just been done, a key of the texts. */
  done: string;
  /** What a form for a new payout starts with. */
  amount: string;
  currency: string;
}

/** A form that was refused, to be shown again as it was filled in. */
export interface Trouble {
  code: string;
  errors: readonly { field: string; code: string }[];
  form: URLSearchParams;
  /** Its Idempotency-Key goes on: the first press may have been done. */
  isUnclear: boolean;
}

/** Everything that a page of the office is drawn from. */
export interface OfficeView {
  visit: Visit;
  language: ShopLanguage;
  t: OfficeTexts;
  look: Look;
  rows: readonly Row[];
  /** Where the next older part begins. */
  next?: string | undefined;
  /** Undefined while it can't be had. */
  balance?: BalanceAnswer | undefined;
  /** Changes with the books. */
  stamp: string;
  nowMs: number;
  trouble?: Trouble | undefined;
  /** The page with the recipient's checkout. */
  receiveUrl: string;
  /** A reference that no payout has. */
  nextReference: string;
}

const TEXTS: Readonly<Record<ShopLanguage, OfficeTexts>> = { en, ja, th };

export function officeTexts(language: ShopLanguage): OfficeTexts {
  return TEXTS[language];
}

/** What an address asks to see; anything unknown in it counts for nothing. */
export function readLook(query: URLSearchParams): Look {
  const text = (name: string) => (query.get(name) ?? '').slice(0, 100);
  const kind = KINDS.find((one) => one === query.get('new'));
  const [order, payout] = [text('order'), text('payout')];
  const panel: Panel = order
    ? { type: 'order', id: order }
    : payout
      ? { type: 'payout', id: payout }
      : kind
        ? { type: 'new', kind }
        : { type: 'none' };
  return {
    shown: SHOWN.find((one) => one === query.get('show')) ?? 'all',
    find: text('find'),
    before: /^\d{1,16}$/.test(text('before')) ? text('before') : '',
    panel,
    done: text('done'),
    amount: text('amount'),
    currency: text('currency'),
  };
}

/** The address of a look that differs in something; a panel comes into sight. */
export function hrefOf(look: Look, change: Partial<Look> = {}): string {
  const { shown, find, before, panel, done, amount, currency } = {
    ...look,
    done: '',
    amount: '',
    currency: '',
    ...change,
  };
  const query = new URLSearchParams({
    ...(shown !== 'all' && { show: shown }),
    ...(find && { find }),
    ...(before && { before }),
    ...(panel.type === 'new' && { new: panel.kind }),
    ...((panel.type === 'order' || panel.type === 'payout') && { [panel.type]: panel.id }),
    ...(done && { done }),
    ...(amount && { amount, currency }),
  }).toString();
  const hash = panel.type !== 'none' && change.panel ? '#panel' : '';
  return `/back-office${query ? `?${query}` : ''}${hash}`;
}

/** Why something was refused, in words. */
export function codeText(t: OfficeTexts, code: string): string {
  return t.codes[code] ?? t.failed(code);
}
