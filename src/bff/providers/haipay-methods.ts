/** The currencies of the Japan Payment API: each has its own account, paths and payment codes. */
export type HaipayCurrency = 'JPY' | 'USD';

/** The seven ways to pay, as they stand behind our namespace (`haipay:au-pay`) and, but for it, in the catalogue. */
export type HaipayMethod =
  | 'au-pay'
  | 'merpay'
  | 'gmo-aozora'
  | 'konbini-familymart'
  | 'konbini-lawson'
  | 'konbini-seven-eleven'
  | 'konbini-ministop';

/** Convenience store chains, as the contract's konbini action names them. */
export type HaipayChain = 'familymart' | 'lawson' | 'seven-eleven' | 'ministop';

/** One row of the table: HaiPay's payment code and the limits in minor units, both included. */
export interface HaipayRow {
  inBankCode: string;
  min: number;
  max: number;
}

/** What kind of thing a method is, and its two rows. */
export interface HaipayMethodFacts {
  kind: 'redirect' | 'bankTransfer' | 'konbini';
  chain?: HaipayChain;
  payType: 'EWALLET' | 'BANK_TRANSFER';
  rows: Readonly<Record<HaipayCurrency, HaipayRow>>;
}

const YEN_MAX = 150_000;
const CENTS_MAX = 49_999;

/** One id for both currencies; the currency of the order picks the code. */
const rows = (jpy: string, yenMin: number, usd: string, centsMin: number): HaipayMethodFacts['rows'] => ({
  JPY: { inBankCode: jpy, min: yenMin, max: YEN_MAX },
  USD: { inBankCode: usd, min: centsMin, max: CENTS_MAX },
});
const wallet = (jpy: string, usd: string): HaipayMethodFacts => ({
  kind: 'redirect',
  payType: 'EWALLET',
  rows: rows(jpy, 100, usd, 99),
});
const konbini = (chain: HaipayChain, jpy: string, usd: string): HaipayMethodFacts => ({
  kind: 'konbini',
  chain,
  payType: 'BANK_TRANSFER',
  rows: rows(jpy, 300, usd, 199),
});

/**
 * The fourteen rows. A konbini is a `BANK_TRANSFER` on HaiPay's wire. Source: HaiPay Japan Payment API, "Payment
 * Methods"; newer pages show other USD limits, so these can be overridden by configuration.
 */
export const HAIPAY_METHODS: Readonly<Record<HaipayMethod, HaipayMethodFacts>> = {
  'au-pay': wallet('AU_PAY', 'JP_AU_PAY_USD'),
  merpay: wallet('MERPAY', 'JP_MERPAY_USD'),
  'gmo-aozora': {
    kind: 'bankTransfer',
    payType: 'BANK_TRANSFER',
    rows: rows('GMO_AOZORA', 100, 'JP_GMO_AOZORA_USD', 99),
  },
  'konbini-familymart': konbini('familymart', 'KONBINI_FAMILYMART', 'JP_KONBINI_FAMILYMART_USD'),
  'konbini-lawson': konbini('lawson', 'KONBINI_LAWSON', 'JP_KONBINI_LAWSON_USD'),
  'konbini-seven-eleven': konbini('seven-eleven', 'KONBINI_SEVEN_ELEVEN', 'JP_KONBINI_SEVEN_ELEVEN_USD'),
  'konbini-ministop': konbini('ministop', 'KONBINI_MINISTOP', 'JP_KONBINI_MINISTOP_USD'),
};

/** Every method, in the table's order. */
export const ALL_METHODS = Object.keys(HAIPAY_METHODS) as HaipayMethod[];
/** Both currencies, in the document's order. */
export const CURRENCIES: readonly HaipayCurrency[] = ['JPY', 'USD'];
