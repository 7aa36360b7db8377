import type { NextAction } from '../../contract/next-action.js';
import { checkUrl } from '../../contract/safe-url.js';
import type { MessageOutcome, ProviderMessage, Start, StartOutcome } from '../provider.js';
import type { Attempt } from '../record.js';
import { calledBack, depositId } from './gmo-bank.js';
import { DEPOSIT_EXISTS, isNotFound, refusedBy } from './gmo-errors.js';
import type { GmoConfig, GmoLinkWay } from './gmo-options.js';
import { post, valueAt, type GmoFields } from './gmo-wire.js';
import { textAt, type LosslessJson } from './lossless-json.js';

const DAY_MS = 86_400_000;
const CANCEL = '2';

/** The one way that a link is opened for; the others are switched off. Source: public clients of GMO-PG Remittance. */
const SWITCHES: Readonly<Record<GmoLinkWay, string>> = {
  'seven-bank-atm': 'Remit_Method_Sevenatm',
  'amazon-gift-card': 'Remit_Method_Amazongift',
  'au-pay': 'Remit_Method_Aupay',
};

/**
 * Makes a link for one way to receive. For the ATM the answer may have the numbers already ("Return of receipt
 * information"); else, as for the others, the recipient goes to GMO-PG's page. A link that nobody used yet can be made
 * again under the same id, so a start that was lost is simply repeated.
 * Sources: GMO-PG Remittance, "operation flow"; public clients, `LinkRedirectUrl`.
 */
export async function startLink(config: GmoConfig, way: GmoLinkWay, start: Start): Promise<StartOutcome> {
  const answer = await post(config, 'LinkRedirectUrl', linkFields(config, way, start));
  if (!answer) return { type: 'unknown' };
  if (answer.type === 'error') {
    // Registered before and used since: the search knows what became of it.
    return answer.errors.includes(DEPOSIT_EXISTS) ? { type: 'unknown' } : refusedBy(config, answer.errors);
  }
  const receipt = way === 'seven-bank-atm' ? receiptIn(config, answer.data, start.attempt) : undefined;
  const nextAction = receipt ?? pageIn(config, answer.data, start);
  return nextAction ? { type: 'started', nextAction } : { type: 'unknown' };
}

function linkFields(config: GmoConfig, way: GmoLinkWay, start: Start): GmoFields {
  const { attempt, amount, returnUrls } = start;
  const closed = ['Remit_Method_Bank', ...Object.values(SWITCHES)].map((name) => [name, '0'] as const);
  const termDays = way === 'seven-bank-atm' ? String(config.sevenAtmTermDays) : undefined;
  return {
    Deposit_ID: depositId(attempt),
    Amount: String(amount.value),
    Call_Back_Url: returnUrls.success,
    Auth_Code: config.authCode(start),
    ...Object.fromEntries(closed),
    [SWITCHES[way]]: '1',
    Sevenatm_Payment_Term_Day: termDays,
    Client_Name: config.clientName,
  };
}

/**
 * Asks what became of a link. `DepositSearch` knows it once the recipient has done something with it, until then the
 * search for links does. A link past its time that nobody used is called back here, for the interface has no end for
 * links: only when GMO-PG has confirmed that, the attempt is over.
 *
 * @returns `not-found` also for a link whose page we never heard of: it is to be made again
 */
export async function askLink(
  config: GmoConfig,
  way: GmoLinkWay,
  attempt: Attempt,
): Promise<ProviderMessage | 'not-found' | 'unknown'> {
  const answer = await post(config, 'DepositSearch', { Deposit_ID: depositId(attempt) });
  if (!answer) return 'unknown';
  if (answer.type === 'data') return message(config, way, attempt, answer.data, answer.raw);
  return isNotFound(answer.errors) ? askUnused(config, attempt) : 'unknown';
}

/** Calls a link back, which is possible until the recipient has used it. */
export async function cancelLink(
  config: GmoConfig,
  way: GmoLinkWay,
  attempt: Attempt,
): Promise<'canceled' | 'too-late' | 'unknown'> {
  return calledBack(await cancelCall(config, attempt), () => askLink(config, way, attempt));
}

function cancelCall(config: GmoConfig, attempt: Attempt) {
  return post(config, 'LinkRedirectUrl', { Method: CANCEL, Deposit_ID: depositId(attempt) });
}

async function askUnused(config: GmoConfig, attempt: Attempt): Promise<ProviderMessage | 'not-found' | 'unknown'> {
  const answer = await post(config, 'MailDepositSearch', { Deposit_ID: depositId(attempt) });
  if (!answer || (answer.type === 'error' && !isNotFound(answer.errors))) return 'unknown';
  const [raw, status] = answer.type === 'data' ? [answer.raw, textAt(answer.data, 'Status') ?? ''] : ['', undefined];
  const failure = Object.entries(config.linkFailures).find(([known]) => known === status);
  if (failure) return told(attempt, `link-${failure[0]}`, declined(failure[1]), raw);
  if (config.now() >= linkEndMs(config, attempt)) {
    const back = await cancelCall(config, attempt);
    const over = back?.type === 'data' || (back !== undefined && isNotFound(back.errors));
    return over ? told(attempt, 'link-over', declined('not-collected'), raw) : 'unknown';
  }
  // Its page is what the recipient needs, and only a new link tells it.
  if (attempt.status === 'starting') return 'not-found';
  // Whether this search knows links that were not sent by mail, no document says.
  return status === undefined ? 'unknown' : told(attempt, `link-${status.slice(0, 16)}`, { type: 'pending' }, raw);
}

function message(
  config: GmoConfig,
  way: GmoLinkWay,
  attempt: Attempt,
  data: LosslessJson,
  raw: string,
): ProviderMessage {
  const { block, field, paid, paidField, failed, canceled } = config.linkResults[way];
  const result = valueAt(data, block, field) ?? '';
  const arrived = paidField === '' || (valueAt(data, block, paidField) ?? '') !== '';
  if (paid.includes(result) && arrived) return told(attempt, 'paid', { type: 'paid' }, raw);
  if (canceled.includes(result)) return told(attempt, 'canceled', declined('canceled-by-buyer'), raw);
  if (failed.includes(result)) {
    return told(attempt, 'failed', declined(way === 'seven-bank-atm' ? 'not-collected' : 'declined', result), raw);
  }
  const receipt = way === 'seven-bank-atm' ? receiptIn(config, data, attempt) : undefined;
  const pending: MessageOutcome = { type: 'pending', ...(receipt && { nextAction: receipt }) };
  return told(attempt, `${result.slice(0, 16)}${receipt ? '-numbers' : ''}`, pending, raw);
}

function told(attempt: Attempt, state: string, outcome: MessageOutcome, raw: string): ProviderMessage {
  const id = depositId(attempt);
  return { key: `${id}/${state}`, attemptId: attempt.id, outcome, reference: id, raw };
}

function declined(code: string, providerCode?: string): MessageOutcome {
  return { type: 'declined', code, ...(providerCode !== undefined && { providerCode }) };
}

/**
 * The numbers for the ATM, undefined until all of them are there. Their term is counted from the start, for when GMO-PG
 * issued them is not told: it may end later, never earlier.
 */
function receiptIn(config: GmoConfig, data: LosslessJson, attempt: Attempt): NextAction | undefined {
  const { block } = config.linkResults['seven-bank-atm'];
  const entries = Object.entries(config.receiptFields).map(([field, label]) => ({
    label,
    value: valueAt(data, block, field) ?? '',
  }));
  if (entries.length === 0 || entries.some(({ value }) => value === '')) return undefined;
  const endMs = attempt.startedAtMs + config.sevenAtmTermDays * DAY_MS;
  return { type: 'receipt', entries, deadline: new Date(endMs).toISOString() };
}

/** GMO-PG's page for the recipient, if it may be gone to. */
function pageIn(config: GmoConfig, data: LosslessJson, { attempt }: Start): NextAction | undefined {
  const checked = checkUrl(textAt(data, 'Redirect_Url') ?? '', config.redirectHosts);
  if (!checked.ok) return undefined;
  const deadline = new Date(linkEndMs(config, attempt)).toISOString();
  // Without fields the browser follows the URL as it is, its query included.
  return { type: 'redirect', method: 'GET', url: checked.url.href, fields: [], charset: 'UTF-8', deadline };
}

/** The end of a link, epoch milliseconds. */
function linkEndMs({ linkExpireDays }: GmoConfig, { startedAtMs }: Attempt): number {
  return startedAtMs + linkExpireDays * DAY_MS;
}
