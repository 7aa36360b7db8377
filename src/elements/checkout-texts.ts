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

/** Why a press did not go through, by the BFF's stable code; empty without one. */
export function problemText(code: string | undefined, { trouble }: Messages): string {
  if (!code) return '';
  const said: Readonly<Record<string, string>> = {
    'session-expired': trouble.confirm.expired,
    'session-closed': trouble.confirm.expired,
    'attempt-in-progress': trouble.confirm.inProgress,
    'method-unavailable': trouble.confirm.unavailable,
    'method-unknown': trouble.confirm.unavailable,
    'input-invalid': trouble.confirm.input,
    'network-unreachable': trouble.offline,
  };
  return said[code] ?? trouble.confirm.other;
}

/** What is said once when the payment's state changes while the reader is elsewhere on the page. */
export function spokenResult(session: Session | undefined, { result }: Messages): string {
  const said: Partial<Record<Session['status'], string>> = {
    succeeded: result.paid,
    failed: result.failed,
    expired: result.expired,
    canceled: result.canceled,
    needsAttention: result.attention,
  };
  return session ? (said[session.status] ?? '') : '';
}

/** The method of that id, if it is offered and usable. */
export function usable(session: Session, id: string): Method | undefined {
  return session.methods.find((method) => method.id === id && !method.unavailable);
}

/** The brand of a method by its id; the id itself when it is no longer offered. */
export function brandOf(session: Session, id: string): string {
  return session.methods.find((method) => method.id === id)?.brand ?? id;
}
