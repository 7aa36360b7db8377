import { allTexts } from './all-texts.js';
import type { DisplayMessages, DisplayTexts } from './display-texts.js';
import type { Language } from './languages.js';
import { TextShelf } from './text-shelf.js';

const DISPLAYS: Record<Language, () => Promise<{ default: DisplayTexts }>> = {
  en: () => import('./displays/en.js'),
  ja: () => import('./displays/ja.js'),
  'zh-Hans': () => import('./displays/zh-Hans.js'),
  'zh-Hant': () => import('./displays/zh-Hant.js'),
  ko: () => import('./displays/ko.js'),
  th: () => import('./displays/th.js'),
  ms: () => import('./displays/ms.js'),
  id: () => import('./displays/id.js'),
  fil: () => import('./displays/fil.js'),
  vi: () => import('./displays/vi.js'),
  ru: () => import('./displays/ru.js'),
};

/** Every text of a payment that is shown to be paid elsewhere. */
export const displayTexts: TextShelf<Language, DisplayMessages> = TextShelf.beside(
  allTexts,
  DISPLAYS,
  (texts, displays) => ({ ...texts, ...displays }),
);
