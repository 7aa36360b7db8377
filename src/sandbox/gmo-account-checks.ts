import { gmoJapanPost } from './gmo-banks.js';
import type { GmoBankLookup } from './gmo-banks.js';
import type { GmoAccount } from './gmo-deposit.js';
import { GmoRefusal, gmoRules } from './gmo-fields.js';
import type { GmoReader } from './gmo-fields.js';

/** What a bank wants to know of an account. */
export type GmoAccountData = Omit<GmoAccount, 'shopId' | 'bankId' | 'deleted'>;

/** Half-width kana without the small ones, capital letters, digits and the few signs that banks take. */
const holder = /^[\dA-Z ｱ-ﾟ()\-./]+$/;
const digits = /^\d+$/;

interface Place {
  branchCode: string;
  accountNumber: string;
  symbol: string;
  symbolNumber: string;
}

/** Symbol and number of Japan Post Bank, and what other banks call the same account. */
function japanPostPlace(reader: GmoReader): Place {
  const symbol = reader.text('Branch_Code_Jpbank', { length: [5, 5], pattern: digits });
  const number = reader.text('Account_Number_Jpbank', { length: [1, 8], pattern: digits });
  const padded = number.padStart(8, '0');
  // An ordinary account's number ends in 1, which transfers leave away; a current one's has seven digits at most.
  const fits = symbol.startsWith('1') ? padded.endsWith('1') : symbol.startsWith('0') && padded.startsWith('0');
  if (digits.test(symbol) && digits.test(number) && !fits) reader.add('BA1250007');
  const isOrdinary = symbol.startsWith('1');
  return {
    branchCode: `${symbol.slice(1, 3)}${isOrdinary ? '8' : '9'}`,
    accountNumber: isOrdinary ? padded.slice(0, 7) : padded.slice(1),
    symbol,
    symbolNumber: padded,
  };
}

function ordinaryPlace(reader: GmoReader, bankCode: string): Place {
  const branchCode = reader.text('Branch_Code', { length: [3, 3], pattern: digits });
  const accountNumber = reader.text('Account_Number', { length: [7, 7], pattern: digits });
  if (bankCode === gmoJapanPost && /^\d{3}$/.test(branchCode) && !/[89]$/.test(branchCode)) {
    reader.wrong('Branch_Code', 'form');
  }
  return { branchCode, accountNumber, symbol: '', symbolNumber: '' };
}

/**
 * Reads an account. Source of the rules: GMO-PG Remittance, account registration, and the banks' common rules for names.
 * @throws GmoRefusal with all codes at once; for a branch that does not exist with `BA1530002` alone
 */
export function readAccount(reader: GmoReader, banks: GmoBankLookup): GmoAccountData {
  const bankCode = reader.text('Bank_Code', { length: [4, 4], pattern: digits });
  const bySymbol =
    bankCode === gmoJapanPost &&
    (reader.raw('Branch_Code_Jpbank') + reader.raw('Account_Number_Jpbank') !== '' || reader.raw('Branch_Code') === '');
  const place = bySymbol ? japanPostPlace(reader) : ordinaryPlace(reader, bankCode);
  const accountType = reader.text('Account_Type', { required: !bySymbol, pattern: /^[124]$/, patternAs: 'value' });
  const accountName = reader.text('Account_Name', { length: [1, 30], lengthAs: 'tooLong', pattern: holder });
  const free = reader.text('Free', { required: false, length: [1, 100], lengthAs: 'tooLong' });
  reader.done();
  const names = banks(bankCode, place.branchCode);
  if (names === undefined) throw new GmoRefusal('BA1530002');
  const typeBySymbol = place.symbol.startsWith('1') ? '1' : '2';
  // A symbol says itself what kind of account it is.
  if (bySymbol && accountType !== '' && accountType !== typeBySymbol) throw new GmoRefusal('BA1250007');
  return { bankCode, ...names, ...place, accountType: bySymbol ? typeBySymbol : accountType, accountName, free };
}

/** The id of an account, after its rule. */
export function readBankId(reader: GmoReader): string {
  return reader.text('Bank_ID', gmoRules.bankId);
}
