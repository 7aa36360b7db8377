/** A kind of number that a store asks for; i18n translates it. */
export type KonbiniNumberKey =
  'number' | 'slip' | 'company' | 'order' | 'customer' | 'collection' | 'confirmation' | 'reception' | 'phone';

/** One chain of convenience stores. Its kiosk stands in the row of its brand. */
export interface KonbiniRow {
  /** Row of the brands. */
  brand: string;
  /** What is chosen at the kiosk, or said at the register where there is none: in Japanese, as it stands there. */
  words: string;
  /** How long the slip that the kiosk prints is good for, in minutes. */
  slipMinutes?: number;
}

/**
 * The chains by the `chain` of the contract's konbini action. Sources: the stores' and payment agents' pages on how to
 * pay; a slip is good for 30 minutes at each of the kiosks.
 */
export const KONBINI: Readonly<Record<string, KonbiniRow>> = {
  'seven-eleven': { brand: 'konbini-seven-eleven', words: 'インターネット代金の支払い' },
  familymart: { brand: 'konbini-familymart', words: '代金支払い', slipMinutes: 30 },
  lawson: { brand: 'konbini-lawson', words: '各種番号をお持ちの方', slipMinutes: 30 },
  ministop: { brand: 'konbini-ministop', words: '各種番号をお持ちの方', slipMinutes: 30 },
};

/** Japanese names of the numbers, as kiosks, registers and payment agents write them. */
const NUMBERS: Readonly<Record<string, KonbiniNumberKey>> = {
  番号: 'number',
  払込票番号: 'slip',
  企業コード: 'company',
  注文番号: 'order',
  お客様番号: 'customer',
  収納番号: 'collection',
  確認番号: 'confirmation',
  受付番号: 'reception',
  電話番号: 'phone',
};

/** The row of a chain; undefined for one that is newer than this client. */
export function konbiniRow(chain: string): KonbiniRow | undefined {
  return Object.hasOwn(KONBINI, chain) ? KONBINI[chain] : undefined;
}

/** What kind of number a label names, by its Japanese name; undefined for a label of another making. */
export function numberKey(label: string): KonbiniNumberKey | undefined {
  return Object.hasOwn(NUMBERS, label) ? NUMBERS[label] : undefined;
}
