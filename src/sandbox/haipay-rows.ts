/** Currencies of the Japan Payment API. Each has its own appId, secret and keys. */
export type HaipayCurrency = 'JPY' | 'USD';

/** What a buyer sees as one way to pay, whatever the currency. */
export type HaipayProduct =
  | 'au-pay'
  | 'merpay'
  | 'gmo-aozora'
  | 'konbini-familymart'
  | 'konbini-lawson'
  | 'konbini-seven-eleven'
  | 'konbini-ministop';

/** Where a buyer pays: in a wallet's app, by bank transfer, or with cash at a convenience store. */
export type HaipayKind = 'wallet' | 'bank' | 'konbini';

/** One row of the document's table of payment methods. */
export interface HaipayRow {
  currency: HaipayCurrency;
  payType: 'EWALLET' | 'BANK_TRANSFER';
  inBankCode: string;
  product: HaipayProduct;
  /** Integer minor units, both limits included. */
  minimum: number;
  maximum: number;
}

/** A product as the sandbox's pages speak of it. */
export interface HaipayProductFacts {
  kind: HaipayKind;
  name: string;
  /** The machine at which a convenience store turns numbers into a slip; none where the register takes the number. */
  kiosk?: string;
  /** Digits of the number a convenience store wants, and of the second one where there are two. Make-believe. */
  numbers?: readonly (readonly [label: string, digits: number])[];
}

type Line = [HaipayCurrency, HaipayRow['payType'], code: string, HaipayProduct, minimum: number, maximum: number];

const lines: readonly Line[] = [
  ['JPY', 'EWALLET', 'AU_PAY', 'au-pay', 100, 150_000],
  ['JPY', 'EWALLET', 'MERPAY', 'merpay', 100, 150_000],
  ['JPY', 'BANK_TRANSFER', 'GMO_AOZORA', 'gmo-aozora', 100, 150_000],
  ['JPY', 'BANK_TRANSFER', 'KONBINI_FAMILYMART', 'konbini-familymart', 300, 150_000],
  ['JPY', 'BANK_TRANSFER', 'KONBINI_LAWSON', 'konbini-lawson', 300, 150_000],
  ['JPY', 'BANK_TRANSFER', 'KONBINI_SEVEN_ELEVEN', 'konbini-seven-eleven', 300, 150_000],
  ['JPY', 'BANK_TRANSFER', 'KONBINI_MINISTOP', 'konbini-ministop', 300, 150_000],
  ['USD', 'EWALLET', 'JP_AU_PAY_USD', 'au-pay', 99, 49_999],
  ['USD', 'EWALLET', 'JP_MERPAY_USD', 'merpay', 99, 49_999],
  ['USD', 'BANK_TRANSFER', 'JP_GMO_AOZORA_USD', 'gmo-aozora', 99, 49_999],
  ['USD', 'BANK_TRANSFER', 'JP_KONBINI_FAMILYMART_USD', 'konbini-familymart', 199, 49_999],
  ['USD', 'BANK_TRANSFER', 'JP_KONBINI_LAWSON_USD', 'konbini-lawson', 199, 49_999],
  ['USD', 'BANK_TRANSFER', 'JP_KONBINI_SEVEN_ELEVEN_USD', 'konbini-seven-eleven', 199, 49_999],
  ['USD', 'BANK_TRANSFER', 'JP_KONBINI_MINISTOP_USD', 'konbini-ministop', 199, 49_999],
];

/** The fourteen rows. Source: HaiPay Japan Payment API, "Payment Methods". */
export const haipayRows: readonly HaipayRow[] = lines.map(
  ([currency, payType, inBankCode, product, minimum, maximum]) => ({
    currency,
    payType,
    inBankCode,
    product,
    minimum,
    maximum,
  }),
);

/**
 * The seven products. The document shows no convenience store's numbers; labels and lengths are those that payers of
 * the four chains know from other payment agents.
 */
export const haipayProducts: Readonly<Record<HaipayProduct, HaipayProductFacts>> = {
  'au-pay': { kind: 'wallet', name: 'au PAY' },
  merpay: { kind: 'wallet', name: 'Merpay' },
  'gmo-aozora': { kind: 'bank', name: 'GMO Aozora Net Bank' },
  'konbini-familymart': {
    kind: 'konbini',
    name: 'FamilyMart',
    kiosk: 'multi-copy machine',
    numbers: [
      ['Company code', 5],
      ['Order number', 12],
    ],
  },
  'konbini-lawson': {
    kind: 'konbini',
    name: 'Lawson',
    kiosk: 'Loppi',
    numbers: [
      ['Customer number', 11],
      ['Confirmation number', 6],
    ],
  },
  'konbini-seven-eleven': { kind: 'konbini', name: '7-Eleven', numbers: [['Payment slip number', 13]] },
  'konbini-ministop': {
    kind: 'konbini',
    name: 'Ministop',
    kiosk: 'Loppi',
    numbers: [
      ['Customer number', 11],
      ['Confirmation number', 6],
    ],
  },
};
