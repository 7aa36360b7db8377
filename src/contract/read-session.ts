import { commonShape, isAmount, isTitleAmount, openShape } from './first-look.js';
import type { NextAction } from './next-action.js';
import type { Session, SessionClaims } from './session.js';
import { fits, isInstant, isInteger, isText, listOf, matching, oneOf, shaped } from './shape.js';
import type { Check, Shape } from './shape.js';

/*
 * The schemas of next-action.ts and session.ts once more, as plain checks for browsers: the schema library would be a
 * sixth of all that a buyer has to load. A test holds both together, so that neither can change alone.
 */

const entries = listOf(shaped({ label: isText, value: isText }));
const isPair: Check = (value) => listOf(isText)(value) && (value as unknown[]).length === 2;

const ACTIONS: Readonly<Record<NextAction['type'], Shape>> = {
  redirect: {
    method: oneOf('GET', 'POST'),
    url: isText,
    fields: listOf(isPair),
    charset: isText,
    'deadline?': isInstant,
    'payWithinSeconds?': isInteger,
  },
  qr: { payload: isText, deadline: isInstant, 'appLink?': isText, 'payUrl?': isText },
  konbini: { chain: isText, numbers: entries, 'payUrl?': isText, deadline: isInstant },
  bankTransfer: {
    'bank?': isText,
    'branch?': isText,
    'accountType?': isText,
    'accountNumber?': isText,
    'holder?': isText,
    'payUrl?': isText,
    'received?': isAmount,
    deadline: isInstant,
  },
  invoice: {
    wmid: matching(/^\d{12}$/),
    'invoiceId?': isText,
    titleAmount: isTitleAmount,
    'start?': isInstant,
    'deadline?': isInstant,
  },
  receipt: { entries, 'deadline?': isInstant },
  wait: {},
  unsupported: {},
};

const paid: Shape = { 'method?': isText, 'paidAt?': isInstant, 'reference?': isText };

const STATES: Readonly<Record<Session['status'], Shape>> = {
  open: openShape,
  pending: { method: isText, attempt: isText, 'startedAt?': isInstant, nextAction: shaped({ type: isText }) },
  succeeded: { ...paid, 'received?': isAmount },
  failed: { code: isText, 'method?': isText },
  expired: { 'method?': isText },
  canceled: {},
  refunded: paid,
  partiallyRefunded: { ...paid, refunded: isAmount },
  needsAttention: { ...paid, code: isText, 'received?': isAmount },
};

/** Reads an action as the schema `NextAction` does: an unknown type becomes `unsupported`, a known one must fit. */
function readAction(action: { type: string }): NextAction | undefined {
  if (!Object.hasOwn(ACTIONS, action.type)) return { type: 'unsupported' };
  return fits(action, ACTIONS[action.type as NextAction['type']]) ? (action as NextAction) : undefined;
}

function readSession(value: unknown): Session | undefined {
  if (!fits(value, { status: oneOf(...Object.keys(STATES)) })) return undefined;
  const session = value as Session;
  if (!fits(session, { ...commonShape, ...STATES[session.status] })) return undefined;
  if (session.status !== 'pending') return session;
  const nextAction = readAction(session.nextAction);
  return nextAction && { ...session, nextAction };
}

/** Reads what was signed as the schema `SessionClaims` does. @returns undefined when it does not fit */
export function readClaims(value: unknown): SessionClaims | undefined {
  if (!fits(value, { iss: isText, aud: isText, iat: isInteger, exp: isInteger })) return undefined;
  const claims = value as SessionClaims;
  const session = readSession(claims.session);
  return session && { ...claims, session };
}
