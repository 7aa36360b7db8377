import type { GmoDeposit, GmoWay } from './gmo-deposit.js';
import type { GmoDesk } from './gmo-desk.js';
import { gmoWordsEn } from './gmo-words-en.js';
import type { GmoWords } from './gmo-words-en.js';
import { gmoWordsJa } from './gmo-words-ja.js';
import { japanTime } from './haipay-bodies.js';
import { shownAmount } from './haipay-money.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, sandboxPage } from './page.js';
import type { SandboxPage } from './page.js';

/** Somebody who looks at a page, in a language. */
export interface GmoVisit {
  desk: GmoDesk;
  lang: 'en' | 'ja';
  words: GmoWords;
}

/** A visit in the language that the browser asks for first among the two. */
export function visitOf(desk: GmoDesk, request: Request): GmoVisit {
  const asked = request.headers.get('accept-language') ?? '';
  const first = asked.split(',').find((one) => /^\s*(en|ja)\b/i.test(one));
  const lang = first?.trim().toLowerCase().startsWith('ja') ? 'ja' : 'en';
  return { desk, lang, words: lang === 'ja' ? gmoWordsJa : gmoWordsEn };
}

/** A page of this sandbox. */
export function pageResponse({ desk, lang, words }: GmoVisit, page: SandboxPage): Response {
  const house = { name: 'GMO-PG Remittance sandbox', about: words.about, icon: true };
  return sandboxPage({ ...house, path: (path) => desk.path(path) }, { lang, ...page });
}

/** A page for something that cannot be done, HTTP 400. */
export function refusedPage(visit: GmoVisit, place: string, problem: string): Response {
  const { desk, words } = visit;
  const body = markup`<p>${words.nothingChanged}</p>
<p class="wrong">${problem}</p>
<p><a href="${desk.path('/')}">${words.toFront}</a></p>`;
  return pageResponse(visit, { place, title: words.refused, body, status: 400 });
}

/** `¥12,480` */
export function yen(value: number): string {
  return shownAmount(value, 'JPY');
}

/** `2026-11-21 14:26 Japan time` */
export function instant({ words }: GmoVisit, ms: number): string {
  return words.japanTime(japanTime(ms).slice(0, 16));
}

/** The last minute of a day that ends at this instant. */
export function until(visit: GmoVisit, ms: number): string {
  return instant(visit, ms - 1);
}

/** The sum that a recipient's page is about, with what it is. */
export function amountHead({ words }: GmoVisit, { amount }: GmoDeposit): Markup {
  return markup`<p class="quiet">${words.youReceive}</p><p class="amount">${yen(amount)}</p>`;
}

/** Who sends it, and under which number. */
export function depositFacts(visit: GmoVisit, deposit: GmoDeposit, more: Parameters<typeof facts>[0] = []): Markup {
  const { desk, words } = visit;
  const sender = deposit.clientName === '' ? desk.shopName(deposit.shopId) : deposit.clientName;
  return facts([[words.from, sender], [words.reference, deposit.depositId], ...more]);
}

/** A field with its label, and its problem when there is one. */
export function textField(name: string, label: string, value = '', problem?: string, type = 'text'): Markup {
  const invalid = problem !== undefined && markup` aria-invalid="true" aria-describedby="${name}-problem"`;
  return markup`<div class="field"><label for="${name}">${label}</label>
<input type="${type}" id="${name}" name="${name}" value="${value}" autocomplete="off" required${invalid} />
${problem !== undefined && markup`<p class="wrong" id="${name}-problem">${problem}</p>`}</div>`;
}

/** The way in words; of a link that nobody has used, all of its ways. */
export function waysText({ words }: GmoVisit, { way, link }: GmoDeposit): string {
  const ways: readonly GmoWay[] = way === undefined ? (link?.ways ?? []) : [way];
  return ways.map((one) => words.ways[one]).join(', ');
}
