/** A wallet of Alipay+ as the picker and the cashier name it, and what its owner does on a computer. */
export interface Wallet {
  name: string;
  region: string;
  how: 'scan' | 'login';
}

/** Source: SBPS, Alipay+, "Available Sub-Brands", with the official spellings. */
export const WALLETS = [
  { name: 'Alipay', region: 'China', how: 'scan' },
  { name: 'AlipayHK', region: 'Hong Kong, China', how: 'scan' },
  { name: "Touch 'n Go eWallet", region: 'Malaysia', how: 'scan' },
  { name: 'Boost', region: 'Malaysia', how: 'login' },
  { name: 'DANA', region: 'Indonesia', how: 'login' },
  { name: 'BPI', region: 'Philippines', how: 'login' },
  { name: 'Kakao Pay', region: 'South Korea', how: 'scan' },
  { name: 'GCash', region: 'Philippines', how: 'scan' },
  { name: 'TrueMoney', region: 'Thailand', how: 'scan' },
  { name: 'Rabbit LINE Pay', region: 'Thailand', how: 'login' },
] as const satisfies readonly Wallet[];

/** The four chains; at the first no machine is needed. */
export const STORES = ['7-Eleven', 'FamilyMart', 'Lawson', 'Ministop'] as const;

type Rest =
  'au PAY' | 'Merpay' | 'GMO Aozora Net Bank' | 'WebMoney (prepaid number)' | 'WebMoney Light' | 'WebMoney Classic';

/** Every method of the demo by its English name in the picker. */
export type MethodName = (typeof WALLETS)[number]['name'] | (typeof STORES)[number] | Rest;

const all = <Name extends MethodName>(names: readonly Name[], section: string) =>
  Object.fromEntries(names.map((name) => [name, section])) as Record<Name, string>;

/** The heading that each stands under. */
export const SECTIONS: Readonly<Record<MethodName, string>> = {
  ...all(
    WALLETS.map(({ name }) => name),
    'Alipay+',
  ),
  ...all(STORES, 'Convenience stores'),
  'au PAY': 'Japanese payment apps',
  Merpay: 'Japanese payment apps',
  'GMO Aozora Net Bank': 'Bank transfer',
  'WebMoney (prepaid number)': 'Prepaid number',
  'WebMoney Light': 'WebMoney Transfer',
  'WebMoney Classic': 'WebMoney Transfer',
};
