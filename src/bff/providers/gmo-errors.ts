import type { StartOutcome } from '../provider.js';
import type { GmoConfig } from './gmo-options.js';

/** `ErrInfo` for a payout or a link that GMO-PG has never seen. */
const NOT_FOUND: readonly string[] = ['BA1540002', 'BA1540072', 'BA1610002'];
/** `ErrInfo` for a payout or a link that can't be called back any more. */
const TOO_LATE: readonly string[] = ['BA1550071', 'BA1610073'];
/** A fault on GMO-PG's side: what it did before is not known. */
const SYSTEM_ERROR = 'BA1099999';
/** `ErrInfo` for an account and for a payout registered before, under an id that only we give. */
export const ACCOUNT_EXISTS = 'BA1520071';
export const DEPOSIT_EXISTS = 'BA1540071';

/** Our stable code by `ErrInfo` or its beginning, the longest that fits. Source: public clients of GMO-PG Remittance. */
const CODES: Readonly<Record<string, string>> = {
  BA105: 'bank-unknown',
  BA106: 'branch-unknown',
  BA107: 'account-type-mismatch',
  BA108: 'account-number-invalid',
  BA109: 'account-name-invalid',
  BA112: 'limit-exceeded',
  BA1120072: 'balance-too-low',
  BA121: 'account-type-mismatch',
  BA122: 'account-number-invalid',
  BA123: 'account-number-invalid',
  BA125: 'account-number-invalid',
  BA1520002: 'account-not-found',
  BA1530002: 'branch-unknown',
  BA9000000: 'provider-unavailable',
};

/** Our code for the `Result_Detail` of a transfer that failed. Source: public clients of GMO-PG Remittance. */
const DETAILS: Readonly<Record<string, string>> = {
  '01': 'account-not-found',
  '02': 'account-name-mismatch',
  '03': 'account-number-invalid',
  '04': 'account-type-mismatch',
  '05': 'account-closed',
  '06': 'provider-unavailable',
};

/** True when GMO-PG says that it has no such payout. */
export function isNotFound(errors: readonly string[]): boolean {
  return errors.some((error) => NOT_FOUND.includes(error));
}

/** True when GMO-PG says that it can't call the payout back any more. */
export function isTooLate(errors: readonly string[]): boolean {
  return errors.some((error) => TOO_LATE.includes(error));
}

/** How a start ended that was answered with errors: refused by the first of them that a recipient can do something about. */
export function refusedBy(config: GmoConfig, errors: readonly string[]): StartOutcome {
  if (errors.includes(SYSTEM_ERROR)) return { type: 'unknown' };
  const known = errors.find((error) => codeOf(config, error) !== undefined) ?? errors[0] ?? '';
  const code = codeOf(config, known) ?? 'provider-refused';
  return { type: 'refused', code, ...providerCode(known) };
}

/** Why a transfer failed, by `Result_Detail`. */
export function failureOf(detail: string): { code: string; providerCode?: string } {
  const code = Object.hasOwn(DETAILS, detail) ? DETAILS[detail] : undefined;
  return { code: code ?? 'declined', ...providerCode(detail) };
}

function codeOf({ failures }: GmoConfig, error: string): string | undefined {
  if (Object.hasOwn(failures, error)) return failures[error];
  const start = Object.keys(CODES).filter((begin) => error.startsWith(begin));
  return CODES[start.sort((a, b) => b.length - a.length)[0] ?? ''];
}

/** Only what looks like a code is kept. */
function providerCode(text: string): { providerCode?: string } {
  return /^[A-Z0-9]{1,16}$/.test(text) ? { providerCode: text } : {};
}
