/** Where a mark's grey comes from: by region or kind, never by brand, so that nothing resembles a logo. */
export type MarkHue = 'sakura' | 'hatoba' | 'ai' | 'rikyu' | 'cha' | 'gin';

/** A drawn sign of ours, for what has no letters. */
export type MarkSign = 'window' | 'keeper' | 'ticket' | 'bank' | 'atm' | 'gift';

/** The picker's sections, as `sections` of the texts names them; a method whose brand has no row goes to `other`. */
export type SectionId = 'alipayPlus' | 'konbini' | 'appPay' | 'bankTransfer' | 'prepaid' | 'webmoneyTransfer' | 'other';

/** Where a wallet is at home, ISO 3166. */
export type RegionId = 'CN' | 'HK' | 'MY' | 'ID' | 'PH' | 'KR' | 'TH';

/** Which of the texts describe a brand; '' where nothing is known of it. */
export type BrandTextKey =
  'wallet' | 'register' | 'kiosk' | 'app' | 'bank' | 'webmoneyPrepaid' | 'webmoneyLight' | 'webmoneyClassic';

/** The same for ways to receive money, whose texts are loaded for payouts alone. */
export type PayoutTextKey = 'bankAccount' | 'sevenBankAtm' | 'amazonGiftCard' | 'auPayBalance' | 'webmoneyPurse';

/** One brand. A new one is one row here; what differs by language is in i18n, keyed by `texts`. */
export interface BrandRow {
  /** Official name in its English spelling, shown in every language unless `ja` or i18n give another. */
  name: string;
  /** The name in the brand's own script, shown beside the other one where the brand asks for it. */
  native?: string;
  /** Other spellings that a buyer may search for. */
  also?: readonly string[];
  /** How it is called and marked in Japanese. */
  ja?: { name: string; letters?: string };
  /** The family the brand belongs to, named beside it wherever it stands alone. */
  family?: 'Alipay+' | 'WebMoney Transfer';
  section: SectionId;
  hue: MarkHue;
  /** A sign, or up to three letters. */
  mark: { sign: MarkSign } | { letters: string };
  texts: BrandTextKey | PayoutTextKey | '';
  /** Of a wallet: where it is at home, and whether its page shows a code to scan or asks to log in. */
  wallet?: { region: RegionId; how: 'scan' | 'login' };
  /** The machine in the store where a slip is printed first. */
  kiosk?: 'multicopy' | 'loppi';
}

const wallet = (
  region: RegionId,
  how: 'scan' | 'login',
  name: string,
  letters: string,
  hue: MarkHue,
  more: Pick<BrandRow, 'native' | 'also'> = {},
): BrandRow => ({
  name,
  ...more,
  family: 'Alipay+',
  section: 'alipayPlus',
  hue,
  mark: { letters },
  texts: 'wallet',
  wallet: { region, how },
});

const konbini = (name: string, letters: string, ja: BrandRow['ja'], kiosk?: BrandRow['kiosk']): BrandRow => ({
  name,
  ja,
  section: 'konbini',
  hue: 'cha',
  mark: { letters },
  texts: kiosk ? 'kiosk' : 'register',
  ...(kiosk && { kiosk }),
});

/**
 * Every brand reji knows, by the `brand` of the contract's Method.
 * - Names of wallets are those of Alipay+'s list of official brand names, which differ from some documents' spellings;
 *   the region and what the payer does are from SBPS, "Alipay+", Available Sub-Brands.
 * - `webmoney-light` and `-classic` are WebMoney Transfer (purses, Keeper); `webmoney-prepaid` is the Japanese prepaid
 *   number by BitCash, another product that shares nothing but a word with them.
 *
 * Ways to receive money are added by payout-brands.ts where there is a payout.
 */
export const BRANDS: Readonly<Record<string, BrandRow>> = {
  alipay: wallet('CN', 'scan', 'Alipay', 'Al', 'sakura', { native: '支付宝', also: ['zhifubao'] }),
  'alipay-hk': wallet('HK', 'scan', 'AlipayHK', 'HK', 'hatoba', { also: ['支付寶', 'Alipay HK'] }),
  'touch-n-go': wallet('MY', 'scan', "Touch 'n Go eWallet", 'TnG', 'ai', { also: ['TNG', 'Touch n Go', 'TouchnGo'] }),
  boost: wallet('MY', 'login', 'Boost', 'Bo', 'ai'),
  dana: wallet('ID', 'login', 'DANA', 'DA', 'rikyu'),
  bpi: wallet('PH', 'login', 'BPI', 'BPI', 'gin', { also: ['Bank of the Philippine Islands'] }),
  'kakao-pay': wallet('KR', 'scan', 'Kakao Pay', 'Ka', 'ai', { also: ['카카오페이', 'KakaoPay'] }),
  gcash: wallet('PH', 'scan', 'GCash', 'GC', 'gin', { also: ['G Cash'] }),
  truemoney: wallet('TH', 'scan', 'TrueMoney', 'TM', 'cha', { also: ['ทรูมันนี่', 'True Money'] }),
  'rabbit-line-pay': wallet('TH', 'login', 'Rabbit LINE Pay', 'RL', 'cha', { also: ['แรบบิท ไลน์ เพย์', 'LINE Pay'] }),
  'konbini-seven-eleven': konbini('7-Eleven', 'Se', { name: 'セブン-イレブン', letters: 'セ' }),
  'konbini-familymart': konbini('FamilyMart', 'Fa', { name: 'ファミリーマート', letters: 'フ' }, 'multicopy'),
  'konbini-lawson': konbini('Lawson', 'La', { name: 'ローソン', letters: 'ロ' }, 'loppi'),
  'konbini-ministop': konbini('Ministop', 'Mi', { name: 'ミニストップ', letters: 'ミ' }, 'loppi'),
  'au-pay': { name: 'au PAY', section: 'appPay', hue: 'ai', mark: { letters: 'au' }, texts: 'app' },
  merpay: {
    name: 'Merpay',
    ja: { name: 'メルペイ', letters: 'メ' },
    section: 'appPay',
    hue: 'sakura',
    mark: { letters: 'Me' },
    texts: 'app',
  },
  'gmo-aozora': {
    name: 'GMO Aozora Net Bank',
    ja: { name: 'GMOあおぞらネット銀行' },
    section: 'bankTransfer',
    hue: 'rikyu',
    mark: { sign: 'bank' },
    texts: 'bank',
  },
  'webmoney-prepaid': {
    name: 'WebMoney (prepaid number)',
    also: ['BitCash', 'ウェブマネー'],
    section: 'prepaid',
    hue: 'hatoba',
    mark: { sign: 'ticket' },
    texts: 'webmoneyPrepaid',
  },
  'webmoney-light': {
    name: 'WebMoney Light',
    also: ['WMZ', 'WME', 'WMK'],
    family: 'WebMoney Transfer',
    section: 'webmoneyTransfer',
    hue: 'ai',
    mark: { sign: 'window' },
    texts: 'webmoneyLight',
  },
  'webmoney-classic': {
    name: 'WebMoney Classic',
    also: ['WMZ', 'WME', 'WMK', 'Keeper'],
    family: 'WebMoney Transfer',
    section: 'webmoneyTransfer',
    hue: 'ai',
    mark: { sign: 'keeper' },
    texts: 'webmoneyClassic',
  },
};

/** Rows that not every page needs. */
const added: Record<string, BrandRow> = {};

/** Adds rows to those that {@link brandRow} knows; the catalogue itself stays as it is. */
export function addBrands(rows: Readonly<Record<string, BrandRow>>): void {
  Object.assign(added, rows);
}

/** The row of a brand, or a neutral one with the first letters of `label` for a brand that is newer than this client. */
export function brandRow(brand: string, label = brand): BrandRow {
  const known = [BRANDS, added].find((rows) => Object.hasOwn(rows, brand))?.[brand];
  return known ?? { name: label, section: 'other', hue: 'gin', mark: { letters: lettersOf(label) }, texts: '' };
}

/** Two letters or digits with the signs on them, one where a single letter is as wide as the mark: `Bo`, `セ`. */
function lettersOf(label: string): string {
  const letters = label.match(/[\p{L}\p{N}]\p{M}*/gu) ?? [];
  const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(letters[0] ?? '');
  return letters.slice(0, wide ? 1 : 2).join('');
}
