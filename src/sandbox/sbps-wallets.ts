/** Wallets of Alipay+, by the ids that reji's methods end with. */
export type SbpsWalletId =
  | 'alipay'
  | 'alipay-hk'
  | 'touch-n-go'
  | 'boost'
  | 'dana'
  | 'bpi'
  | 'kakao-pay'
  | 'gcash'
  | 'truemoney'
  | 'rabbit-line-pay';

/** A wallet, called a sub-brand in the documents. */
export interface SbpsWallet {
  id: SbpsWalletId;
  /** As the brand list of Alipay+ spells it. */
  name: string;
  region: string;
  /** `scan`: the app scans a code; `login`: the buyer logs in to an account. On a phone the app opens either way. */
  procedure: 'scan' | 'login';
}

/** Source: SBPS, Alipay+, "Available Sub-Brands". */
export const sbpsWallets: readonly SbpsWallet[] = [
  { id: 'alipay', name: 'Alipay', region: 'China', procedure: 'scan' },
  { id: 'alipay-hk', name: 'AlipayHK', region: 'Hong Kong, China', procedure: 'scan' },
  { id: 'touch-n-go', name: "Touch 'n Go eWallet", region: 'Malaysia', procedure: 'scan' },
  { id: 'boost', name: 'Boost', region: 'Malaysia', procedure: 'login' },
  { id: 'dana', name: 'DANA', region: 'Indonesia', procedure: 'login' },
  { id: 'bpi', name: 'BPI', region: 'Philippines', procedure: 'login' },
  { id: 'kakao-pay', name: 'Kakao Pay', region: 'South Korea', procedure: 'scan' },
  { id: 'gcash', name: 'GCash', region: 'Philippines', procedure: 'scan' },
  { id: 'truemoney', name: 'TrueMoney', region: 'Thailand', procedure: 'scan' },
  { id: 'rabbit-line-pay', name: 'Rabbit LINE Pay', region: 'Thailand', procedure: 'login' },
];

/** The wallet of an id, or undefined. */
export function sbpsWallet(id: string | null | undefined): SbpsWallet | undefined {
  return sbpsWallets.find((wallet) => wallet.id === id);
}

/** What the browser runs on: phones open the wallet's app, and feature phones have none. */
export function sbpsDevice(request: Request): 'pc' | 'phone' | 'feature-phone' {
  const agent = request.headers.get('user-agent') ?? '';
  if (/DoCoMo|KDDI-|UP\.Browser|J-PHONE|Vodafone|SoftBank\/|WILLCOM|DDIPOCKET/.test(agent)) return 'feature-phone';
  return /Android|iPhone|iPad|iPod|Mobile/.test(agent) ? 'phone' : 'pc';
}
