import { choiceTexts } from './languages.js';
import type { Language } from './languages.js';
import type { Messages } from './messages.js';
import type { StepTexts } from './step-texts.js';
import { TextShelf } from './text-shelf.js';

const STEPS: Record<Language, () => Promise<{ default: StepTexts }>> = {
  en: () => import('./steps/en.js'),
  ja: () => import('./steps/ja.js'),
  'zh-Hans': () => import('./steps/zh-Hans.js'),
  'zh-Hant': () => import('./steps/zh-Hant.js'),
  ko: () => import('./steps/ko.js'),
  th: () => import('./steps/th.js'),
  ms: () => import('./steps/ms.js'),
  id: () => import('./steps/id.js'),
  fil: () => import('./steps/fil.js'),
  vi: () => import('./steps/vi.js'),
  ru: () => import('./steps/ru.js'),
};

/** Every text of a payment by redirect or WebMoney: those of the choice and those of what comes after it. */
export const allTexts: TextShelf<Language, Messages> = TextShelf.beside(choiceTexts, STEPS, (choice, steps) => ({
  ...choice,
  ...steps,
}));
