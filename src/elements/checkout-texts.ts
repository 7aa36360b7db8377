import { brandRow } from '../catalog/brands.js';
import type { Method, Session } from '../contract/session.js';
import type { ChoiceTexts } from '../i18n/choice-texts.js';
import { brandWords } from './brand-words.js';

/** What the main button says for a method: what it does next. */
export function payLabel(method: Method | undefined, texts: ChoiceTexts): string {
  if (!method) return texts.picker.choose;
  return isAsking(method) ? texts.picker.continue : stepLabel(method, texts);
}

/** True when something has to be asked for before the method can be confirmed. */
export function isAsking({ inputs }: Method): boolean {
  return inputs?.some(({ required }) => required) ?? false;
}

/** The same once everything is known that the method needs to know. */
export function stepLabel(method: Method, texts: ChoiceTexts): string {
  if (!brandRow(method.brand).texts) return texts.picker.continue;
  if (method.kind === 'konbini') return texts.picker.issue;
  if (method.kind === 'bankTransfer') return texts.picker.account;
  return texts.picker.pay(brandWords(method.brand, texts).called);
}

/** The method of that id, if it is offered and usable. */
export function usable(session: Session, id: string): Method | undefined {
  return session.methods.find((method) => method.id === id && !method.unavailable);
}

/** True when the press on the main button moves no money yet: something is asked first, or given to pay with later. */
export function isFree({ inputs, kind }: Method): boolean {
  return Boolean(inputs?.length) || kind === 'konbini' || kind === 'bankTransfer';
}
