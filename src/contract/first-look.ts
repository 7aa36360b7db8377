import type { Amount, TitleAmount } from './money.js';
import type { OpenSession } from './session.js';
import { fits, isFlag, isInstant, isInteger, isText, listOf, matching, oneOf, shaped } from './shape.js';
import type { Check, Shape } from './shape.js';

/*
 * The schemas of money.ts and session.ts once more, as plain checks: a page is to show its methods without the weight
 * of the schema library. A test holds both together, so that neither can change alone.
 */

const isSum: Check = (value) => isInteger(value) && (value as number) >= 0;
const amount: Shape = { value: isSum, currency: matching(/^[A-Z]{3}$/) };
const titleAmount: Shape = { value: isSum, unit: matching(/^WM[ZEK]$/) };

/** What the schema `Amount` lets through. */
export function isAmount(value: unknown): value is Amount {
  return fits(value, amount);
}

/** What the schema `TitleAmount` lets through. */
export function isTitleAmount(value: unknown): value is TitleAmount {
  return fits(value, titleAmount);
}

const method: Shape = {
  id: isText,
  brand: isText,
  kind: isText,
  'label?': isText,
  'limits?': shaped({ 'min?': isAmount, 'max?': isAmount }),
  'inputs?': listOf(shaped({ name: isText, required: isFlag })),
  'unavailable?': shaped({ code: isText, 'limit?': isAmount, 'currencies?': listOf(isText) }),
};

/** The fields that a session has in every state. */
export const commonShape: Shape = {
  id: isText,
  rev: isInteger,
  purpose: oneOf('payment', 'payout'),
  amount: isAmount,
  order: shaped({
    id: isText,
    'shop?': isText,
    'description?': isText,
    returnUrl: isText,
    'doneUrl?': isText,
    'restartUrl?': isText,
  }),
  'locale?': isText,
  methods: listOf(shaped(method)),
  issuedAt: isInstant,
  expiresAt: isInstant,
};

/** The fields of an open session. */
export const openShape: Shape = {
  ...commonShape,
  status: oneOf('open'),
  'lastFailure?': shaped({ method: isText, code: isText, 'providerCode?': isText }),
};

/** Reads an open session as the schema does. @returns undefined for everything else, other states included */
export function readOpenSession(value: unknown): OpenSession | undefined {
  return fits(value, openShape) ? (value as OpenSession) : undefined;
}
