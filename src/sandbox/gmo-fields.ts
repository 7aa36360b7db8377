/** The fields of a call by their names on the wire. */
export type GmoFields = Readonly<Record<string, string>>;

/** What a call is refused with: `ErrInfo` codes, each with the first three characters of it as `ErrCode`. */
export class GmoRefusal extends Error {
  readonly infos: readonly string[];

  constructor(...infos: string[]) {
    super(infos.join('|'));
    this.infos = infos;
  }
}

/**
 * The part of a code that names the field. Source: GMO-PG Remittance, error codes. From 190 on they are the sandbox's
 * own, because no document names codes for those fields.
 */
const items = {
  Shop_ID: '101',
  Shop_Pass: '102',
  Method: '103',
  Bank_ID: '104',
  Bank_Code: '105',
  Branch_Code: '106',
  Account_Type: '107',
  Account_Number: '108',
  Account_Name: '109',
  Free: '110',
  Deposit_ID: '111',
  Amount: '112',
  Branch_Code_Jpbank: '122',
  Account_Number_Jpbank: '123',
  Mail_Address: '162',
  Shop_Mail_Address: '163',
  Expire: '164',
  Auth_Code: '190',
  Auth_Code2: '190',
  Auth_Code3: '190',
  Call_Back_Url: '191',
  Remit_Method: '192',
  Sevenatm_Payment_Term_Day: '193',
  Client_Name: '194',
  Select_Key: '195',
  Mail_Deposit_Account_Name: '196',
} as const;
export type GmoField = keyof typeof items;

/** The part of a code that says what is wrong with the field. */
const problems = { missing: '0001', tooLong: '0003', length: '0005', value: '0007', characters: '0008', form: '0010' };
export type GmoProblem = keyof typeof problems;

/** What a field has to be; the first rule that is broken makes the code. */
export interface GmoRule {
  /** @default true */
  required?: boolean;
  /** Shortest and longest, in characters. */
  length?: readonly [least: number, most: number];
  /** What a wrong length is called. @default 'length' */
  lengthAs?: GmoProblem;
  pattern?: RegExp;
  /** What a wrong pattern is called. @default 'characters' */
  patternAs?: GmoProblem;
}

/** Reads a call field by field and gathers everything that is wrong, as GMO answers several codes at once. */
export class GmoReader {
  readonly #infos: string[] = [];

  constructor(private readonly fields: GmoFields) {}

  /** The field as it was sent, empty when it was not. */
  raw(field: string): string {
    return this.fields[field] ?? '';
  }

  /** The field after its rule; what it is worth when the rule is broken is settled by {@link done}. */
  text(field: GmoField, rule: GmoRule = {}): string {
    const value = this.raw(field);
    const { required = true, length, lengthAs = 'length', pattern, patternAs = 'characters' } = rule;
    const size = Array.from(value).length;
    if (value === '') {
      if (required) this.wrong(field, 'missing');
    } else if (length !== undefined && (size < length[0] || size > length[1])) this.wrong(field, lengthAs);
    else if (pattern !== undefined && !pattern.test(value)) this.wrong(field, patternAs);
    return value;
  }

  /** Notes that a field is wrong. */
  wrong(field: GmoField, problem: GmoProblem): void {
    this.add(`BA${items[field]}${problems[problem]}`);
  }

  /** Notes a code. */
  add(info: string): void {
    if (!this.#infos.includes(info)) this.#infos.push(info);
  }

  /** @throws GmoRefusal with all codes, when there are any */
  done(): void {
    if (this.#infos.length > 0) throw new GmoRefusal(...this.#infos);
  }
}

/** Rules that several calls share. Sources: GMO-PG Remittance and its public clients. */
export const gmoRules = {
  depositId: { length: [1, 27], pattern: /^[\dA-Za-z-]+$/ },
  bankId: { length: [1, 60], pattern: /^[\w.@-]+$/ },
  /** Up to a million yen: longer figures are of a wrong length, other sums no amount. */
  amount: { length: [1, 7], pattern: /^([1-9]\d{0,5}|1000000)$/ },
  /** Shown at the bank as the sender. */
  clientName: { required: false, length: [1, 48], lengthAs: 'tooLong' },
  selectKey: { required: false, length: [1, 30], lengthAs: 'tooLong' },
  mail: { length: [3, 200], lengthAs: 'form', pattern: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, patternAs: 'form' },
} as const satisfies Record<string, GmoRule>;
