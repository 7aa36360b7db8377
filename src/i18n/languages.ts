import type { ChoiceTexts } from './choice-texts.js';
import { TextShelf } from './text-shelf.js';

/** The languages reji speaks, each in files of its own that are loaded when needed. */
const CHOICE = {
  en: () => import('./choice/en.js'),
  ja: () => import('./choice/ja.js'),
  'zh-Hans': () => import('./choice/zh-Hans.js'),
  'zh-Hant': () => import('./choice/zh-Hant.js'),
  ko: () => import('./choice/ko.js'),
  th: () => import('./choice/th.js'),
  ms: () => import('./choice/ms.js'),
  id: () => import('./choice/id.js'),
  fil: () => import('./choice/fil.js'),
  vi: () => import('./choice/vi.js'),
  ru: () => import('./choice/ru.js'),
} as const satisfies Record<string, () => Promise<{ default: ChoiceTexts }>>;

/** A language reji has texts for, as a BCP 47 tag. */
export type Language = keyof typeof CHOICE;

/** Every language there is. */
export const LANGUAGES = Object.keys(CHOICE) as readonly Language[];

/** Tags that belong to a language of another name. */
const ALIASES: Readonly<Record<string, string>> = {
  tl: 'fil',
  in: 'id',
  'zh-tw': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
  zh: 'zh-Hans',
};

/** @returns the language that serves a BCP 47 tag best: `ja-JP` → `ja`, `zh-TW` → `zh-Hant`; English for what is not there. */
export function languageFor(tag: string | undefined): Language {
  for (let wanted = (tag ?? '').toLowerCase(); wanted; wanted = wanted.replace(/-?[^-]*$/, '')) {
    const name = (Object.hasOwn(ALIASES, wanted) ? ALIASES[wanted] : wanted)?.toLowerCase();
    const found = LANGUAGES.find((language) => language.toLowerCase() === name);
    if (found) return found;
  }
  return 'en';
}

/** The texts for choosing how to pay. */
export const choiceTexts: TextShelf<Language, ChoiceTexts> = TextShelf.of(CHOICE);
