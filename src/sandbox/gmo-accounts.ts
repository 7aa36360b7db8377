import { readAccount, readBankId } from './gmo-account-checks.js';
import type { GmoAccount } from './gmo-deposit.js';
import type { GmoDesk } from './gmo-desk.js';
import { GmoReader, GmoRefusal } from './gmo-fields.js';
import type { GmoFields } from './gmo-fields.js';
import type { GmoShop } from './gmo-options.js';
import type { GmoAnswer } from './gmo-wire.js';

/** An account in the words of the wire, with the names of its bank. */
export function accountFields(account: GmoAccount): Record<string, string> {
  const isSymbol = account.symbol !== '';
  return {
    Bank_ID: account.bankId,
    Bank_Name: account.bankName,
    Bank_Code: account.bankCode,
    Branch_Name: account.branchName,
    Branch_Code: isSymbol ? '' : account.branchCode,
    Account_Type: account.accountType,
    Account_Number: isSymbol ? '' : account.accountNumber,
    Account_Name: account.accountName,
    Branch_Code_Jpbank: account.symbol,
    Account_Number_Jpbank: account.symbolNumber,
  };
}

/** The account of an id. @throws GmoRefusal when there is none, or it was deleted */
export function accountOf(desk: GmoDesk, shopId: string, bankId: string): GmoAccount {
  const account = desk.books.account(shopId, bankId);
  if (account === undefined || account.deleted) throw new GmoRefusal('BA1520002');
  return account;
}

/** `AccountRegistration`: method 1 adds an account, 2 changes it, 3 deletes it. An id that was deleted is used for good. */
export function registerAccount(desk: GmoDesk, { shopId }: GmoShop, fields: GmoFields): GmoAnswer {
  const reader = new GmoReader(fields);
  const method = reader.text('Method', { pattern: /^[123]$/, patternAs: 'value' });
  const bankId = readBankId(reader);
  if (method === '3') {
    reader.done();
    desk.books.keepAccount({ ...accountOf(desk, shopId, bankId), deleted: true });
  } else {
    const data = readAccount(reader, desk.banks);
    if (method === '2') accountOf(desk, shopId, bankId);
    else if (desk.books.account(shopId, bankId) !== undefined) throw new GmoRefusal('BA1520071');
    desk.books.keepAccount({ ...data, shopId, bankId, deleted: false });
  }
  return { Bank_ID: bankId, Method: method };
}

/** `AccountSearch`: an account as it is kept, deleted ones too. */
export function searchAccount(desk: GmoDesk, { shopId }: GmoShop, fields: GmoFields): GmoAnswer {
  const reader = new GmoReader(fields);
  const bankId = readBankId(reader);
  reader.done();
  const account = desk.books.account(shopId, bankId);
  if (account === undefined) throw new GmoRefusal('BA1520002');
  const { Bank_ID = '', ...rest } = accountFields(account);
  return { Bank_ID, Delete_Flag: account.deleted ? '1' : '0', ...rest, Free: account.free };
}
