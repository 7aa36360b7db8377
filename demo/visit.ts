import { LANGUAGES } from '../src/i18n/languages.js';
import type { Language } from '../src/i18n/languages.js';
import { CURRENCIES, GOODS } from './goods.js';
import type { Basket, Currency } from './goods.js';
import { TEXTS } from './texts.js';
import type { ShopLanguage, ShopTexts } from './texts.js';

/** Where a buyer can say to be at home: Japan, and the regions of the Alipay+ wallets. ISO 3166. */
export const REGIONS = ['JP', 'CN', 'HK', 'KR', 'MY', 'ID', 'PH', 'TH'] as const;
export type Region = (typeof REGIONS)[number];

/** What the shop remembers of a visitor, in a cookie. */
export interface Kept {
  /** Of the checkout; the shop's own words may have to do with English. */
  language: Language;
  region: Region;
  currency: Currency;
  basket: Basket;
}

/** What every page of the shop knows. */
export interface Visit extends Kept {
  /** Path of this page, to come back to after a switch. */
  path: string;
}

/** Languages in their own words and script. */
const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ja: '日本語',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ko: '한국어',
  th: 'ไทย',
  ms: 'Bahasa Melayu',
  id: 'Bahasa Indonesia',
  fil: 'Filipino',
  vi: 'Tiếng Việt',
  ru: 'Русский',
};

/** Every language of the library with its own name, Japanese first. */
export const languageNames = (): (readonly [Language, string])[] =>
  [...LANGUAGES].sort((a, b) => Number(b === 'ja') - Number(a === 'ja')).map((tag) => [tag, OWN_NAMES[tag]]);

const SHOP_LANGUAGES = Object.keys(TEXTS) as ShopLanguage[];

/** The language of the shop's own words for a visitor: theirs, or English. */
export function shopLanguage({ language }: Pick<Kept, 'language'>): ShopLanguage {
  return SHOP_LANGUAGES.find((tag) => tag === language) ?? 'en';
}

/** The shop's own words for a visitor. */
export function textsFor(visit: Pick<Kept, 'language'>): ShopTexts {
  return TEXTS[shopLanguage(visit)];
}

/** What a form of the switches changes; anything else in it counts for nothing. */
export function chosen(form: URLSearchParams): Partial<Kept> {
  const language = LANGUAGES.find((tag) => tag === form.get('language'));
  const region = REGIONS.find((code) => code === form.get('region'));
  const currency = CURRENCIES.find((code) => code === form.get('currency'));
  return { ...(language && { language }), ...(region && { region }), ...(currency && { currency }) };
}

/** The cookie that keeps it for a month. */
export function cookieOf({ language, region, currency, basket }: Kept): string {
  const counts = Object.entries(basket).map(([id, count]) => [id, String(count)]);
  const value = new URLSearchParams([...Object.entries({ language, region, currency }), ...counts]);
  return `shop=${value.toString()}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`;
}

/** What a visitor's cookie says, and where it says nothing, their browser's first language and the shop's own ways. */
export function readCookie(request: Request): Kept {
  const found = /(?:^|; )shop=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const values = new URLSearchParams(found ?? '');
  const wished = (request.headers.get('accept-language') ?? 'ja').split(/[-,;]/)[0];
  const fallback = LANGUAGES.find((tag) => tag === wished) ?? 'en';
  const basket: Basket = {};
  for (const { id } of GOODS) {
    const count = Number(values.get(id) ?? 0);
    if (Number.isInteger(count) && count > 0 && count < 10) basket[id] = count;
  }
  return { language: fallback, region: 'JP', currency: 'JPY', ...chosen(values), basket };
}
