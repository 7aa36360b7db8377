import type { HaipaySandboxOptions } from '../../src/sandbox/haipay-options.js';
import type { HaipayProduct } from '../../src/sandbox/haipay-rows.js';
import { haipayProducts } from '../../src/sandbox/haipay-rows.js';
import { rig } from './haipay-rig.js';

/** A sandbox with one order of ¥500 that is just paid and not told of yet. */
export async function applyAndPay(product: HaipayProduct = 'au-pay', options: Partial<HaipaySandboxOptions> = {}) {
  const test = await rig(options);
  await test.apply(product);
  const { kind } = haipayProducts[product];
  if (kind === 'wallet') await test.inWallet('approve');
  if (kind === 'bank') await test.transfer('500');
  if (kind === 'konbini') {
    await test.ringUp();
    await test.atRegister('pay');
  }
  return test;
}
