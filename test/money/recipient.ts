import { expect } from '@open-wc/testing';
import type { Amount } from '../../src/contract/money.js';
import type { NextAction } from '../../src/contract/next-action.js';
import { PayoutFacts } from '../../src/contract/payout.js';
import type { PayoutAnswer, PayoutCreatedAnswer, ProtectionCodeAnswer } from '../../src/contract/payout.js';
import type { ConfirmRequest } from '../../src/contract/requests.js';
import type { Session } from '../../src/contract/session.js';
import type { GmoDeposit } from '../../src/sandbox/gmo-deposit.js';
import type { MonetixPayout } from '../../src/sandbox/monetix-payout.js';
import { SHOP, sessionOf } from '../bff/till.js';
import type { Answer } from '../bff/till.js';
import { CUSTOMER } from './buyer.js';
import { GMO, MONETIX } from './town.js';
import type { Town } from './town.js';

export const BANK = {
  method: 'gmo:bank-account',
  input: {
    bankCode: '0001',
    branchCode: '813',
    accountType: 'ordinary',
    accountNumber: '12093',
    accountName: 'ふじた　ジュンペイ',
  },
};
export const POST_BANK = {
  method: 'gmo:bank-account',
  input: { bankCode: '9900', symbol: '10530', number: '12345671', accountName: 'ヤマダ ハナコ' },
};
export const ATM = { method: 'gmo:seven-bank-atm' };
export const AMAZON = { method: 'gmo:amazon-gift-card' };
export const AU_PAY = { method: 'gmo:au-pay' };

/** A payout to this purse. */
export const purse = (number: string) => ({ method: 'monetix:webmoney-purse', input: { purse: number } });
export const Z_PURSE = purse('Z238479008342');
/** A transfer to an account of this number at the same branch; the sandbox knows by it what becomes of it. */
export const account = (accountNumber: string) => ({ ...BANK, input: { ...BANK.input, accountNumber } });

/** The shop owes somebody money. */
export function oweBody(amount: Amount, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const order = { id: 'ticket-1', returnUrl: `${SHOP}/receive` };
  return { order, amount, customer: CUSTOMER, ...changes };
}

/** A payout. @returns its id, which is all that its link holds */
export async function owed(town: Town, amount: Amount, changes: Record<string, unknown> = {}): Promise<string> {
  const made = await town.read<PayoutCreatedAnswer>('/payouts', oweBody(amount, changes));
  expect(new URL(made.link).searchParams.get('reji_session')).to.equal(made.id);
  return made.id;
}

/** The recipient chooses. @returns the session after it */
export async function choose(town: Town, id: string, wish: ConfirmRequest): Promise<Session> {
  const answer = await town.till.confirm(id, wish, town.key());
  expect(answer.status, answer.text).to.equal(200);
  return sessionOf(answer);
}

/** Code and first field of a refusal. */
export function refusalOf({ status, text }: { status: number; text: string }): string {
  if (status < 300) return 'taken';
  const { code, errors = [] } = JSON.parse(text) as { code: string; errors?: { field: string; code: string }[] };
  const [first] = errors;
  return first ? `${code} ${first.field} ${first.code}` : code;
}

/** As the shop sees it: its status, with the code if it has one. */
export async function seen(town: Town, id: string): Promise<string> {
  const { status, code } = await town.read<PayoutAnswer>(`/payouts/${id}`);
  return code === undefined ? status : `${status} ${code}`;
}

export async function factsOf(town: Town, id: string): Promise<PayoutFacts> {
  return PayoutFacts.parse((await town.till.session(id)).payout);
}

/** A press on the button that shows the protection code. */
export function pressForCode(town: Town, id: string, key = 'press'): Promise<Answer> {
  return town.till.call(`/sessions/${id}/protection-code`, { method: 'POST', headers: { 'Idempotency-Key': key } });
}

export async function shownCode(town: Town, id: string): Promise<string> {
  return (JSON.parse((await pressForCode(town, id)).text) as ProtectionCodeAnswer).code;
}

/** The newest transfer to a purse. */
export function transfer(town: Town): MonetixPayout {
  return town.monetix.payouts().at(-1) ?? expect.fail('no payout');
}

/** The newest remittance. */
export function deposit(town: Town): GmoDeposit {
  return town.gmo.deposits().at(-1) ?? expect.fail('no deposit');
}

export async function enterCode(town: Town, code: string): Promise<void> {
  await town.form(`${MONETIX}/keeper/code`, { token: transfer(town).token, code });
  await town.deliver();
}

async function actionOf(town: Town, id: string): Promise<NextAction> {
  const session = await town.till.session(id);
  return session.status === 'pending' ? session.nextAction : expect.fail(session.status);
}

/** Takes the cash with the numbers that the recipient was shown. */
export async function takeCash(town: Town, id: string): Promise<void> {
  await cashWith(town, await actionOf(town, id));
}

export async function cashWith(town: Town, action: NextAction): Promise<void> {
  if (action.type !== 'receipt') return expect.fail(action.type);
  const [partnerCode = '', customerNumber = '', confNumber = ''] = action.entries.map(({ value }) => value);
  await town.form(`${GMO}/atm`, { partnerCode, customerNumber, confNumber, take: 'yes' });
}

/** Where the recipient is sent to. */
export async function pageOf(town: Town, id: string): Promise<URL> {
  const action = await actionOf(town, id);
  return action.type === 'redirect' ? new URL(action.url) : expect.fail(action.type);
}

/** Goes to the page behind a link, says what the recipient has to know, and receives there. @returns the way back */
export async function charge(town: Town, page: URL, answer: string, by: 'amazon' | 'au-pay'): Promise<string> {
  const known = new URL((await town.form(page.href, { code1: answer })).headers.get('location') ?? '', page);
  const login: Record<string, string> = by === 'amazon' ? { email: 'hanako@example.com', password: 'sandbox' } : {};
  const done = await town.form(`${GMO}/${by}${known.search}`, login);
  const back = /href="(https:\/\/pay\.shop\.example[^"]+)"/.exec(await done.text())?.[1] ?? expect.fail('no way back');
  const { pathname, search } = new URL(back.replaceAll('&amp;', '&'));
  return pathname.replace('/reji', '') + search;
}

/** The same, and the browser goes back to the shop. */
export async function receive(town: Town, page: URL, answer: string, by: 'amazon' | 'au-pay'): Promise<void> {
  expect((await town.till.call(await charge(town, page, answer, by))).status).to.equal(303);
}
