import { brandRow } from '../catalog/brands.js';
import type { Method, Session } from '../contract/session.js';
import type { Messages } from '../i18n/messages.js';

/** What the main button says for a method: what it does next. */
export function payLabel(method: Method | undefined, texts: Messages): string {
  if (!method) return texts.picker.choose;
  const key = brandRow(method.brand).texts;
  if (method.inputs?.length || !key) return texts.picker.continue;
  return texts.picker.pay(texts.brands[key].called);
}

/** The method of that id, if it is offered and usable. */
export function usable(session: Session, id: string): Method | undefined {
  return session.methods.find((method) => method.id === id && !method.unavailable);
}
