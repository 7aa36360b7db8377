import { brandRow } from '../catalog/brands.js';
import type { Failure, Method, Session } from '../contract/session.js';
import type { Messages } from '../i18n/messages.js';
import { brandWords } from './brand-words.js';
import type { BrandWords } from './brand-words.js';

/** What the buyer can do after a result, as `reji-action` names it. */
export type ResultWay = 'other-method' | 'try-again' | 'start-again' | 'contact-shop' | 'back-to-shop';

/** A result without a stamp: no money has moved, or the shop has to look. */
export interface ResultWords {
  sign: 'minus' | 'clock' | 'alert';
  tone: 'danger' | 'caution' | 'plain';
  title: string;
  /** What happened, and what it means for the money. */
  text: string;
  /** What must not be missed, and what follows it. */
  stop?: string;
  after?: string;
  /** A piece of advice. */
  hint?: string;
  /** Code for the shop's support. */
  code?: string | undefined;
  /** The first is the main way on. */
  ways: readonly ResultWay[];
}

/** The names of the method that a result speaks of, if the session still lists it; `name` as it stands in a list of facts. */
export function methodWords(session: Session, texts: Messages): Pick<BrandWords, 'name' | 'called'> | undefined {
  const method = methodOf(session);
  if (!method) return undefined;
  const { called } = brandWords(method.brand, texts, method.label);
  return { name: brandValue(method.brand, texts, method.label), called };
}

function methodOf(session: Session): Method | undefined {
  const id = session.status === 'open' ? session.lastFailure?.method : 'method' in session ? session.method : undefined;
  return session.methods.find((one) => one.id === id);
}

/**
 * The words of a session that has not been paid for, or needs a look. Undefined while there is no result to tell,
 * and for those that are set as a slip.
 */
export function resultWords(session: Session, texts: Messages): ResultWords | undefined {
  const { result } = texts;
  const look = { tone: 'caution', ways: ['contact-shop', 'back-to-shop'] } as const;
  switch (session.status) {
    case 'open':
      return session.lastFailure && failureWords(session, session.lastFailure, texts);
    case 'failed': {
      const { failed: title, failedText: text } = result;
      return { sign: 'minus', tone: 'danger', title, text, code: session.code, ways: ['back-to-shop'] };
    }
    case 'expired':
      return { ...expiredWords(session, texts), ways: ['start-again', 'back-to-shop'] };
    case 'canceled': {
      const { canceled: title, canceledText: text } = result;
      return { sign: 'minus', tone: 'plain', title, text, ways: ['back-to-shop'] };
    }
    case 'needsAttention': {
      if (session.code === 'paid-late') return { ...look, sign: 'clock', title: result.late, text: result.lateText };
      const { attention: title, attentionText, attentionCodes, attentionStop: stop, attentionAfter: after } = result;
      return {
        ...look,
        sign: 'alert',
        title,
        text: wordsFor(session.code, attentionCodes) ?? attentionText,
        stop,
        after,
      };
    }
    default:
      return undefined;
  }
}

/** The order is kept after a failed try: the buyer goes on with another method, or with the same one again. */
function failureWords(session: Session, { code, providerCode }: Failure, texts: Messages): ResultWords {
  const { result } = texts;
  const called = methodWords(session, texts)?.called;
  if (code === 'timed-out') {
    return {
      ...expiredWords(session, texts),
      code: providerCode,
      ways: called ? ['try-again', 'other-method'] : ['other-method'],
    };
  }
  const said = wordsFor(code, result.declinedCodes);
  return {
    ...failureHead(code, result),
    text: said ?? (called ? result.declinedBy(called) : result.declinedCodes['provider-refused']),
    hint: code === 'limit-exceeded' && called ? result.limitHint(called) : result.declinedHint,
    code: providerCode,
    ways: called ? ['other-method', 'try-again'] : ['other-method'],
  };
}

/**
 * The time ran out. Whether a wallet was charged only the wallet knows. Cash and transfers are on their way for a while:
 * who has paid already must not pay again.
 */
function expiredWords(session: Session, texts: Messages): Omit<ResultWords, 'ways'> {
  const { expired: title, expiredText, expiredPlain, expiredHint } = texts.result;
  const head = { sign: 'clock', tone: 'plain', title } as const;
  const called = methodWords(session, texts)?.called;
  const slow = ['konbini', 'bankTransfer'].includes(methodOf(session)?.kind ?? '');
  if (slow) return { ...head, text: expiredPlain, hint: expiredHint };
  return { ...head, text: called ? expiredText(called) : expiredPlain };
}

function failureHead(code: string, result: Messages['result']): Pick<ResultWords, 'sign' | 'tone' | 'title'> {
  switch (code) {
    case 'canceled-by-buyer':
      return { sign: 'minus', tone: 'plain', title: result.canceled };
    case 'provider-unavailable':
    case 'provider-refused':
      return { sign: 'minus', tone: 'danger', title: result.failed };
    default:
      return { sign: 'minus', tone: 'danger', title: result.declined };
  }
}

function wordsFor(code: string, words: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** The brand's name where it is a value at the end of a line, with its family: `GCash (Alipay+)`. */
function brandValue(brand: string, texts: Messages, label?: string): string {
  const { name } = brandWords(brand, texts, label);
  const { family } = brandRow(brand, label);
  // At the end of a line a full-width bracket leaves a dent.
  const half = name.replace('（', ' (').replace('）', ')');
  return family && !half.startsWith('WebMoney') ? `${half} (${family})` : half;
}
