import { createRequire } from 'node:module';
import type Banks from 'zengin-code';
import { gmoProvider } from '../src/bff.js';
import { createGmoSandbox } from '../src/sandbox.js';
import type { GmoSandboxOptions } from '../src/sandbox.js';

const SHOP = { shopId: 'tshop00000001', shopPass: 'sandbox-shop-pass' } as const;
/** Yen that the make-believe shop has deposited. */
const FUNDS = 182_400;

/** The list of all banks is large: it is loaded when the first account is named. */
const load = createRequire(import.meta.url);

/** The banks that recipients find in the search are the ones that the make-believe service knows. */
function bankNames(bankCode: string, branchCode: string) {
  const banks = load('zengin-code') as typeof Banks;
  const bank = Object.hasOwn(banks, bankCode) ? banks[bankCode] : undefined;
  const branch = bank && Object.hasOwn(bank.branches, branchCode) ? bank.branches[branchCode] : undefined;
  return bank && branch && { bankName: bank.name, branchName: branch.name };
}

/** Both sides of GMO-PG Remittance: first the make-believe service. */
export function createRemittance({
  url,
  name,
  timeScale,
  storage,
}: {
  url: string;
  name: string;
  timeScale: number;
  storage: GmoSandboxOptions['storage'] & object;
}) {
  return createGmoSandbox({
    publicUrl: url,
    shops: [{ ...SHOP, name, funds: FUNDS }],
    bankDecides: 'a-person',
    banks: bankNames,
    timeScale,
    storage,
  });
}

/** All four ways to receive, at the make-believe service. */
export function remittance(url: string) {
  return gmoProvider({
    shopId: SHOP.shopId,
    shopPassword: SHOP.shopPass,
    apiUrl: url,
    clientName: 'ﾋﾖﾘｼﾖｳﾃﾝ',
    // What the sandbox says of a link whose time is over, and of one that was called back.
    linkFailures: { 3: 'not-collected', 9: 'canceled-by-buyer' },
  });
}
