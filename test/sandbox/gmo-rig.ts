import { expect } from '@open-wc/testing';
import type { GmoSandboxOptions } from '../../src/sandbox/gmo-options.js';
import { createGmoSandbox } from '../../src/sandbox/gmo.js';
import { writeShiftJisForm } from '../../src/sandbox/sbps-shift-jis.js';

export const base = 'https://gmo.example';
export const startMs = Date.parse('2026-11-21T05:26:00.000Z');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const shop = { shopId: 'rshop00000071', shopPass: 'a-password', name: 'Hiyori', funds: 1_000_000 };

export type Fields = Record<string, string | number | undefined>;
type Told = Record<string, string | undefined>;

interface Timer {
  run: () => void;
  atMs: number;
}

const kept: Fields = {
  Method: '1',
  Bank_ID: 'account-1',
  Bank_Code: '0001',
  Branch_Code: '813',
  Account_Type: '1',
  Account_Number: '1234567',
  Account_Name: 'ﾔﾏﾀﾞ ﾊﾅｺ',
};

const linked: Fields = {
  Deposit_ID: 'link-1',
  Amount: '1000',
  Auth_Code: 'H-20418',
  Call_Back_Url: 'https://shop.example/back?a=1&b=2',
};

/** A sandbox with its clock and timers, and a shop that calls it. */
export function rig(options: Partial<GmoSandboxOptions> = {}) {
  const clock = { nowMs: startMs };
  const timers = new Set<Timer>();
  const sandbox = createGmoSandbox({
    publicUrl: base,
    shops: [shop],
    now: () => clock.nowMs,
    setTimer: (run, delayMs) => {
      const timer = { run, atMs: clock.nowMs + delayMs };
      timers.add(timer);
      return timer;
    },
    clearTimer: (timer) => void timers.delete(timer as Timer),
    ...options,
  });
  const send = (path: string, init?: RequestInit) => sandbox(new Request(new URL(path, base), init));
  const post = (path: string, fields: Record<string, string>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) });
  const given = (fields: Fields) => ({ Shop_ID: shop.shopId, Shop_Pass: shop.shopPass, ...fields });

  /** A call by JSON. */
  const raw = (path: string, fields: Fields) => {
    const headers = { 'content-type': 'application/json' };
    return send(path, { method: 'POST', headers, body: JSON.stringify(given(fields)) });
  };
  const json = async (path: string, fields: Fields): Promise<unknown> => (await raw(path, fields)).json();
  /** A call by JSON that is answered. */
  const call = async (path: string, fields: Fields) => {
    const told = await json(path, fields);
    return Array.isArray(told) ? expect.fail(`${path}: ${JSON.stringify(told)}`) : (told as Record<string, string>);
  };
  /** A call by JSON that is refused: its codes. */
  const refused = async (path: string, fields: Fields) => {
    const told = await json(path, fields);
    if (!Array.isArray(told)) return expect.fail(`${path} was not refused: ${JSON.stringify(told)}`);
    return (told as { ErrCode: string; ErrInfo: string }[]).map(({ ErrInfo }) => ErrInfo);
  };
  /** A call by a form in Shift_JIS: the text of the answer. */
  const idPass = async (path: string, fields: Fields) => {
    const pairs = Object.entries(given(fields)).map(([name, value]) => [name, String(value ?? '')] as const);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await send(path, { method: 'POST', headers, body: writeShiftJisForm(pairs) });
    expect(answer.headers.get('content-type')).to.equal('text/plain;charset=Windows-31J');
    return new TextDecoder('shift_jis').decode(await answer.arrayBuffer());
  };

  const keep = (change: Fields = {}) => call('/api/AccountRegistration.json', { ...kept, ...change });
  const refuseToKeep = (change: Fields) => refused('/api/AccountRegistration.json', { ...kept, ...change });
  const deposited = { Method: '1', Deposit_ID: 'deposit-1', Bank_ID: 'account-1', Amount: '1000' };
  const deposit = (change: Fields = {}) => call('/api/DepositRegistration.json', { ...deposited, ...change });
  const refuseDeposit = (change: Fields) => refused('/api/DepositRegistration.json', { ...deposited, ...change });
  const link = (change: Fields = {}) => call('/api/shop/LinkRedirectUrl.json', { ...linked, ...change });
  const refuseLink = (change: Fields) => refused('/api/shop/LinkRedirectUrl.json', { ...linked, ...change });
  /** What a search tells of a deposit, with the block of its way. */
  const search = async (id = 'deposit-1') => {
    const told: unknown = await call('/api/DepositSearch.json', { Deposit_ID: id });
    return told as Record<'bank' | 'sevenatm' | 'amazongift' | 'aupay', Told | undefined> & Told;
  };
  /** `Result` and `Result_Detail` of a transfer. */
  const result = async (id = 'deposit-1') => {
    const { bank } = await search(id);
    return [bank?.['Result'], bank?.['Result_Detail']];
  };
  const status = async (id = 'link-1') => {
    return (await call('/api/shop/MailDepositSearch.json', { Deposit_ID: id }))['Status'];
  };
  const pass = async (ms: number) => {
    clock.nowMs += ms;
    await sandbox.runDue();
  };
  const books = () => sandbox.books(shop.shopId);
  const calls = { raw, json, call, refused, idPass, keep, refuseToKeep, deposit, refuseDeposit, link, refuseLink };
  return { sandbox, clock, timers, send, post, search, result, status, pass, books, ...calls };
}

export type Rig = ReturnType<typeof rig>;

/** The path in a `Redirect_Url` or behind a redirection. */
export function pathOf(url: string | null | undefined): string {
  const { pathname, search } = new URL(url ?? expect.fail('there is no address'), base);
  return pathname + search;
}

/** Opens a link of these ways and answers its question: the path behind it. */
export async function entered({ link, post }: Rig, ways: readonly string[], change: Fields = {}): Promise<string> {
  const flags = Object.fromEntries(ways.map((way) => [`Remit_Method_${way}`, '1']));
  const { Redirect_Url } = await link({ ...flags, ...change });
  const answer = await post(pathOf(Redirect_Url), { code1: 'h-20418' });
  expect(answer.status).to.equal(303);
  return pathOf(answer.headers.get('location'));
}

/** The page in a response. */
export async function documentOf(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

export const heading = (page: Document): string => page.querySelector('h1')?.textContent ?? '';
export const mainText = (page: Document): string =>
  (page.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');

/** The sums of a shop agree with each other, and the money of every deposit is in exactly one of them. */
export function expectSums({ sandbox, books }: Rig): void {
  const { fundsIn, balance, available, reserved, paid, fees } = books();
  const out = Object.values(paid).reduce((sum, value) => sum + value, 0);
  expect(balance).to.equal(fundsIn - out - fees);
  expect(available).to.equal(balance - reserved);
  const all = sandbox.deposits().reduce((sum, { amount }) => sum + amount, 0);
  const open = sandbox.deposits().filter(({ state }) => ['offered', 'registered', 'made'].includes(state));
  expect(all).to.equal(out + books().returned + open.reduce((sum, { amount }) => sum + amount, 0));
}
