import { displayTexts } from './display-shelf.js';
import type { Language } from './languages.js';
import type { PayoutMessages, PayoutTexts } from './payout-texts.js';
import { inPayoutWords } from './payout-words.js';
import { TextShelf } from './text-shelf.js';

const PAYOUTS: Record<Language, () => Promise<{ default: PayoutTexts }>> = {
  en: () => import('./payouts/en.js'),
  ja: () => import('./payouts/ja.js'),
  'zh-Hans': () => import('./payouts/zh-Hans.js'),
  'zh-Hant': () => import('./payouts/zh-Hant.js'),
  ko: () => import('./payouts/ko.js'),
  th: () => import('./payouts/th.js'),
  ms: () => import('./payouts/ms.js'),
  id: () => import('./payouts/id.js'),
  fil: () => import('./payouts/fil.js'),
  vi: () => import('./payouts/vi.js'),
  ru: () => import('./payouts/ru.js'),
};

/** Every text, as the recipient of a payout reads it: what they have in common with payments speaks of receiving. */
export const payoutTexts: TextShelf<Language, PayoutMessages> = TextShelf.beside(displayTexts, PAYOUTS, inPayoutWords);
