import { accountFields, accountOf } from './gmo-accounts.js';
import { readBankId } from './gmo-account-checks.js';
import { isCancelable, resultOf } from './gmo-deposit.js';
import type { GmoDeposit, GmoWay } from './gmo-deposit.js';
import type { GmoDesk } from './gmo-desk.js';
import { GmoReader, GmoRefusal, gmoRules } from './gmo-fields.js';
import type { GmoFields } from './gmo-fields.js';
import type { GmoShop } from './gmo-options.js';
import type { GmoAnswer } from './gmo-wire.js';
import { japanTime } from './haipay-bodies.js';

/** @throws GmoRefusal when the shop's money does not cover an amount and its fee */
export function checkFunds(desk: GmoDesk, shopId: string, amount: number, ways: readonly GmoWay[]): void {
  if (amount + desk.books.feeOf(ways) > desk.totals(shopId).available) throw new GmoRefusal('BA1120072');
}

/** @throws GmoRefusal for a way that is not in the shop's contract */
export function checkContract(desk: GmoDesk, shopId: string, ways: readonly GmoWay[]): void {
  if (!ways.every((way) => desk.waysOf(shopId).includes(way))) throw new GmoRefusal('BA1650007');
}

/** A new transfer by a call of the shop, checked. */
function newTransfer(desk: GmoDesk, { shopId }: GmoShop, reader: GmoReader): GmoDeposit {
  const depositId = reader.text('Deposit_ID', gmoRules.depositId);
  const bankId = readBankId(reader);
  const amount = Number(reader.text('Amount', gmoRules.amount));
  const selectKey = reader.text('Select_Key', gmoRules.selectKey);
  const clientName = reader.text('Client_Name', gmoRules.clientName);
  reader.done();
  checkContract(desk, shopId, ['bank']);
  const account = accountOf(desk, shopId, bankId);
  if (desk.books.deposit(shopId, depositId) !== undefined) throw new GmoRefusal('BA1540071');
  checkFunds(desk, shopId, amount, ['bank']);
  return desk.books.register({ shopId, depositId, amount, selectKey, clientName, account });
}

function cancelTransfer(desk: GmoDesk, { shopId }: GmoShop, reader: GmoReader): GmoAnswer {
  const depositId = reader.text('Deposit_ID', gmoRules.depositId);
  const bankId = reader.text('Bank_ID', { ...gmoRules.bankId, required: false });
  reader.done();
  const deposit = desk.books.deposit(shopId, depositId);
  const isOther = bankId !== '' && bankId !== deposit?.account?.bankId;
  if (deposit?.account === undefined || isOther) throw new GmoRefusal('BA1540072');
  if (!isCancelable(deposit)) throw new GmoRefusal('BA1550071');
  desk.books.cancel(deposit);
  return { Deposit_ID: depositId, Bank_ID: deposit.account.bankId, Method: '2' };
}

/** `DepositRegistration`: method 1 registers a transfer to a kept account, 2 cancels it while no data is made. */
export function registerDeposit(desk: GmoDesk, shop: GmoShop, fields: GmoFields): GmoAnswer {
  const reader = new GmoReader(fields);
  const method = reader.text('Method', { pattern: /^[12]$/, patternAs: 'value' });
  if (method === '2') return cancelTransfer(desk, shop, reader);
  const { depositId, account, amount, fee } = newTransfer(desk, shop, reader);
  return {
    Deposit_ID: depositId,
    Bank_ID: account?.bankId ?? '',
    Method: method,
    Amount: String(amount),
    Bank_Fee: String(fee),
  };
}

/** `RealDepositRegistration`: a transfer that is sent, or sent back, before the answer: 1 or 4. */
export function registerRealDeposit(desk: GmoDesk, shop: GmoShop, fields: GmoFields): GmoAnswer {
  const deposit = newTransfer(desk, shop, new GmoReader(fields));
  desk.books.advance(deposit);
  desk.books.advance(deposit);
  const { depositId, account, amount, state, detail } = deposit;
  return {
    Deposit_ID: depositId,
    Bank_ID: account?.bankId ?? '',
    Amount: String(amount),
    Result: state === 'sent' ? '1' : '4',
    ...(detail === '' ? {} : { Result_Detail: detail }),
  };
}

/** The day money was received, `YYYY-MM-DD` in Japan, as recorded answers write it; empty before. */
function dateOf({ state, changedMs }: GmoDeposit): string {
  return state === 'sent' ? japanTime(changedMs).slice(0, 10) : '';
}

/** What a search tells of the machine: its numbers, and whether the cash is out. */
export function atmBlock(deposit: GmoDeposit): Record<string, string> {
  const { atm, amount, fee, link } = deposit;
  return {
    Customer_Number: atm?.customerNumber ?? '',
    Conf_Number: atm?.confNumber ?? '',
    Sevenatm_Result: resultOf(deposit),
    Payable_Amount: String(amount),
    Mail_Address: link?.mailAddress ?? '',
    Fee: String(fee),
    Deposit_Date: dateOf(deposit),
    Partner_Code: atm?.partnerCode ?? '',
  };
}

function bankBlock(deposit: GmoDeposit): Record<string, string> {
  const { account, fee, detail, clientName } = deposit;
  return {
    ...(account === undefined ? {} : accountFields(account)),
    Bank_Fee: String(fee),
    Result: resultOf(deposit),
    Deposit_Date: dateOf(deposit),
    Result_Detail: detail,
    Client_Name: clientName,
  };
}

/** No document shows these two; they follow the block of the machine. */
function walletBlock(deposit: GmoDeposit, name: string): Record<string, string> {
  return { [name]: resultOf(deposit), Fee: String(deposit.fee), Deposit_Date: dateOf(deposit) };
}

/** The block of each way, with the number that names the way. */
const blocks: Readonly<Record<GmoWay, (deposit: GmoDeposit) => GmoAnswer>> = {
  bank: (deposit) => ({ Remittance_Method: '0', bank: bankBlock(deposit) }),
  sevenatm: (deposit) => ({ Remittance_Method: '1', sevenatm: atmBlock(deposit) }),
  amazongift: (deposit) => ({ Remittance_Method: '2', amazongift: walletBlock(deposit, 'Amazongift_Result') }),
  aupay: (deposit) => ({ Remittance_Method: '3', aupay: walletBlock(deposit, 'Aupay_Result') }),
};

/** A deposit as searches see it: results may come late. */
export function seen(desk: GmoDesk, deposit: GmoDeposit): GmoDeposit {
  const { before, changedMs, state } = deposit;
  const isResult = state === 'sent' || state === 'failed' || state === 'unmade' || state === 'expired';
  const isLate = isResult && desk.now() < changedMs + desk.faults.resultsLateMs;
  return before !== undefined && isLate ? { ...deposit, ...before } : deposit;
}

/** `DepositSearch`: a deposit as it stands. It knows a link only when its recipient has chosen how to receive. */
export function searchDeposit(desk: GmoDesk, { shopId }: GmoShop, fields: GmoFields): GmoAnswer {
  const reader = new GmoReader(fields);
  const depositId = reader.text('Deposit_ID', gmoRules.depositId);
  reader.done();
  const known = desk.books.deposit(shopId, depositId);
  const deposit = known && seen(desk, known);
  if (deposit?.way === undefined) throw new GmoRefusal('BA1540002');
  const { amount, account, selectKey } = deposit;
  return {
    Deposit_ID: depositId,
    Amount: String(amount),
    Free: account?.free ?? '',
    Select_Key: selectKey,
    ...blocks[deposit.way](deposit),
  };
}

/** `BalanceSearch`: what is there, and what will be there when everything under way is paid. */
export function searchBalance(desk: GmoDesk, { shopId }: GmoShop): GmoAnswer {
  const { balance, available } = desk.totals(shopId);
  return { Shop_ID: shopId, Balance: String(balance), Balance_Forecast: String(available) };
}
