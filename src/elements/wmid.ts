import type { Messages } from '../i18n/messages.js';

/** A WMID is the 12-digit number of a WebMoney participant. Source: Monetix WebMoney, `account.wmid`. */
const LENGTH = 12;
/** What people and lists put before, between and around digits: blanks of every kind, dashes, dots, invisible marks. */
const BETWEEN = /^\s*wmid\s*:?|[\s\p{Pd}\p{Cf}.·_/−ー]/giu;

/** The number as it was meant: full-width digits made plain, separators gone. What is no digit stays. */
export function plainWmid(text: string): string {
  return text.normalize('NFKC').replace(BETWEEN, '');
}

/** Digits in fours: `4071 8293 5`. A text with anything else in it is left as typed, so that it can be explained. */
export function groupWmid(text: string): string {
  const plain = plainWmid(text);
  return /^\d*$/.test(plain) ? plain.replace(/\d{4}(?=\d)/g, '$& ') : text;
}

/** How many digits there are, whatever else is. */
export function countDigits(text: string): number {
  return plainWmid(text).replace(/\D/g, '').length;
}

/**
 * Where the caret belongs after grouping.
 * @param grouped the text as grouped
 * @param digits how many digits stood before the caret
 * @param forward true after the Delete key, which must not get stuck before a blank
 */
export function caretAfter(grouped: string, digits: number, forward: boolean): number {
  const at = digits + Math.max(0, Math.ceil(digits / 4) - 1);
  return forward && grouped[at] === ' ' ? at + 1 : at;
}

/** Groups what stands in a field, the caret staying behind the digit it was behind. @returns the text as grouped */
export function regroup(input: HTMLInputElement, inputType: string): string {
  const { value, selectionStart } = input;
  const text = groupWmid(value);
  if (text !== value) {
    const before = countDigits(value.slice(0, selectionStart ?? value.length));
    const caret = caretAfter(text, before, inputType === 'deleteContentForward');
    input.value = text;
    input.setSelectionRange(caret, caret);
  }
  return text;
}

/** The sentence that says what is wrong with a WMID; empty when nothing is. */
export function wmidFault(text: string, words: Messages['keeper']): string {
  const plain = plainWmid(text);
  if (plain === '') return words.empty;
  if (/\D/.test(plain)) return words.onlyDigits;
  if (plain.length < LENGTH) return words.missing(LENGTH - plain.length);
  return plain.length > LENGTH ? words.tooMany(plain.length - LENGTH) : '';
}
