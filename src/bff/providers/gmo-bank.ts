import { fingerprint } from '../digest.js';
import type { MessageOutcome, ProviderMessage, Start, StartOutcome } from '../provider.js';
import type { Attempt } from '../record.js';
import { accountFields, accountShown } from './gmo-account.js';
import { ACCOUNT_EXISTS, DEPOSIT_EXISTS, failureOf, isNotFound, isTooLate, refusedBy } from './gmo-errors.js';
import type { GmoConfig } from './gmo-options.js';
import { post, valueAt, type GmoAnswer } from './gmo-wire.js';
import { textAt } from './lossless-json.js';

/** Characters of `Deposit_ID`; of our ids, whose letters are dice thrown, as many are as good as unguessable. */
const DEPOSIT_ID_MAX = 27;
/** Characters of `Bank_ID` that are used, of at most 60: 160 bits in hexadecimal digits. */
const BANK_ID_LENGTH = 40;
const REGISTER = '1';
const CANCEL = '2';
/** What the search calls the part of its answer that speaks of a transfer. */
const BLOCK = 'bank';

/** Our id of a payout at GMO-PG. Source: public clients of GMO-PG Remittance, `Deposit_ID`. */
export function depositId(attempt: Attempt): string {
  return attempt.id.slice(0, DEPOSIT_ID_MAX);
}

/**
 * Our id of the recipient's account. Later payouts show it to their recipients, so it is not the attempt's own, which
 * leads to its session.
 */
async function bankIdOf({ id, input, account }: Attempt): Promise<string> {
  return account?.id ?? input['saved'] ?? (await fingerprint(`account ${id}`)).slice(0, BANK_ID_LENGTH);
}

/**
 * Registers the recipient's account, which GMO-PG keeps, and then the transfer to it; one that was kept before is named
 * by its id alone. Both bear ids of ours, so a start that is made again registers neither twice.
 */
export async function startTransfer(config: GmoConfig, start: Start): Promise<StartOutcome> {
  const { attempt, amount, kept } = start;
  const { saved } = attempt.input;
  if (saved !== undefined && kept?.id !== saved) return { type: 'refused', code: 'account-not-found' };
  const bankId = await bankIdOf(attempt);
  if (saved === undefined) {
    const account = { Method: REGISTER, Bank_ID: bankId, ...accountFields(attempt.input) };
    const failed = notDone(config, await post(config, 'AccountRegistration', account), ACCOUNT_EXISTS);
    if (failed) return failed;
  }
  const answer = await post(config, 'DepositRegistration', {
    Method: REGISTER,
    Deposit_ID: depositId(attempt),
    Bank_ID: bankId,
    Amount: String(amount.value),
    Client_Name: config.clientName,
  });
  const account = kept?.id === bankId ? kept : { id: bankId, destination: accountShown(attempt.input) };
  return notDone(config, answer, DEPOSIT_EXISTS) ?? { type: 'started', nextAction: { type: 'wait' }, account };
}

/** Undefined when it is done, now or by an earlier start: the ids are ours. */
function notDone(config: GmoConfig, answer: GmoAnswer | undefined, exists: string): StartOutcome | undefined {
  if (!answer) return { type: 'unknown' };
  if (answer.type === 'data' || answer.errors.includes(exists)) return undefined;
  return refusedBy(config, answer.errors);
}

/** Asks what became of a transfer. */
export async function askTransfer(
  config: GmoConfig,
  attempt: Attempt,
): Promise<ProviderMessage | 'not-found' | 'unknown'> {
  const id = depositId(attempt);
  const answer = await post(config, 'DepositSearch', { Deposit_ID: id });
  if (!answer) return 'unknown';
  if (answer.type === 'error') return isNotFound(answer.errors) ? 'not-found' : 'unknown';
  const { data, raw } = answer;
  const result = valueAt(data, BLOCK, 'Result') ?? '';
  const detail = valueAt(data, BLOCK, 'Result_Detail') ?? '';
  const value = textAt(data, 'Amount') ?? '';
  return {
    key: [id, result, detail].map((part) => part.slice(0, 64)).join('/'),
    attemptId: attempt.id,
    outcome: outcomeOf(result, detail),
    ...(/^\d{1,7}$/.test(value) && { amount: { value: Number(value), currency: 'JPY' } }),
    reference: id,
    raw,
  };
}

/**
 * 0 registered, 1 data made, 2 data failed, 3 sent, 4 not sent (the bank refused it), 9 called back; anything else is
 * not final. Source: public clients of GMO-PG Remittance, `Result`.
 */
function outcomeOf(result: string, detail: string): MessageOutcome {
  switch (result) {
    case '3':
      return { type: 'paid' };
    case '2':
    case '4':
      return { type: 'declined', ...failureOf(detail) };
    case '9':
      return { type: 'declined', code: 'canceled-by-buyer' };
    default:
      return { type: 'pending' };
  }
}

/** Calls a transfer back, which is possible until its data was made. */
export async function cancelTransfer(
  config: GmoConfig,
  attempt: Attempt,
): Promise<'canceled' | 'too-late' | 'unknown'> {
  const call = { Method: CANCEL, Deposit_ID: depositId(attempt), Bank_ID: await bankIdOf(attempt) };
  return calledBack(await post(config, 'DepositRegistration', call), () => askTransfer(config, attempt));
}

/** What the answer to a call-back means; where it is too late for one, an earlier one may have got through. */
export async function calledBack(
  answer: GmoAnswer | undefined,
  ask: () => Promise<ProviderMessage | 'not-found' | 'unknown'>,
): Promise<'canceled' | 'too-late' | 'unknown'> {
  if (answer?.type === 'data') return 'canceled';
  if (!answer || !isTooLate(answer.errors)) return 'unknown';
  const asked = await ask();
  const outcome = typeof asked === 'object' ? asked.outcome : undefined;
  return outcome?.type === 'declined' && outcome.code === 'canceled-by-buyer' ? 'canceled' : 'too-late';
}
