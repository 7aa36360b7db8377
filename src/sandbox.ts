/** The other side of the wire: stand-ins for the providers that speak their real protocols. */
export { createMonetixSandbox } from './sandbox/monetix.js';
export type { MonetixSandbox } from './sandbox/monetix.js';
export type { MonetixSandboxOptions } from './sandbox/monetix-desk.js';
export { createHaipaySandbox } from './sandbox/haipay.js';
export type { HaipaySandbox } from './sandbox/haipay.js';
export type { HaipayMerchant } from './sandbox/haipay-merchant.js';
export type { HaipaySandboxOptions } from './sandbox/haipay-options.js';
export { createSbpsSandbox } from './sandbox/sbps.js';
export type { SbpsSandbox } from './sandbox/sbps.js';
export type { SbpsSandboxOptions } from './sandbox/sbps-desk.js';
export type { SbpsMerchant } from './sandbox/sbps-merchant.js';
export { createGmoSandbox } from './sandbox/gmo.js';
export type { GmoSandbox } from './sandbox/gmo.js';
export type { GmoSandboxOptions, GmoShop } from './sandbox/gmo-options.js';
