import type { Messages } from './messages.js';

/** The languages reji speaks, each its own file that is loaded when needed. */
const LOADERS = {
  en: () => import('./en.js'),
  ja: () => import('./ja.js'),
} as const satisfies Record<string, () => Promise<{ default: Messages }>>;

/** A language reji has texts for, as a BCP 47 tag. */
export type Language = keyof typeof LOADERS;

/** @returns the language that serves a BCP 47 tag best: `ja-JP` → `ja`; English for what is not there. */
export function languageFor(tag: string | undefined): Language {
  const wanted = (tag ?? '').toLowerCase();
  const known = Object.keys(LOADERS) as Language[];
  return known.find((language) => wanted === language || wanted.startsWith(`${language}-`)) ?? 'en';
}

const loaded = new Map<Language, Messages>();
const loading = new Map<Language, Promise<Messages>>();

/** The texts of a language if they are here already. */
export function messagesNow(language: Language): Messages | undefined {
  return loaded.get(language);
}

/** Fetches the texts of a language once. A failed fetch is tried again at the next call. */
export function loadMessages(language: Language): Promise<Messages> {
  const running = loading.get(language);
  if (running) return running;
  const promise = LOADERS[language]().then(
    ({ default: messages }) => {
      loaded.set(language, messages);
      return messages;
    },
    (error: unknown) => {
      loading.delete(language);
      throw error;
    },
  );
  loading.set(language, promise);
  return promise;
}
