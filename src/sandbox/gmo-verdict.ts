import type { GmoAccount } from './gmo-deposit.js';

/** What becomes of a transfer: it fails when its data is made, or the bank sends it back with a reason. */
export interface GmoVerdict {
  at: 'making' | 'sending';
  /** `Result_Detail`, 01 to 09. */
  detail: string;
}

/** Why a bank sends money back. Source: GMO-PG Remittance, `Result_Detail`. */
export const gmoDetails = ['01', '02', '03', '04', '05', '06', '09'] as const;

/**
 * The sandbox's own rule, as there is no documented one. The last four digits of the account number decide: 0001 to 0006
 * and 0009 are sent back with that reason, of 0007 no data can be made. So is a name that is not the one the bank knows.
 * @returns undefined for a transfer that arrives
 */
export function verdictOf(account: GmoAccount, holders: Readonly<Record<string, string>>): GmoVerdict | undefined {
  const { bankCode, branchCode, accountNumber, accountName } = account;
  const [, ending] = /00(0\d)$/.exec(accountNumber) ?? [];
  if (ending === '07') return { at: 'making', detail: '09' };
  const detail = gmoDetails.find((one) => one === ending);
  if (detail !== undefined) return { at: 'sending', detail };
  const known = holders[`${bankCode}-${branchCode}-${accountNumber}`];
  return known === undefined || known === accountName ? undefined : { at: 'sending', detail: '02' };
}
