/** The backend for the browser: web standard, no Node in it. `reji/node` serves it. */
export { createBff } from './bff/handler.js';
export type { Bff } from './bff/handler.js';
export type { BffOptions } from './bff/settings.js';
export { createSessionSigner, generateSigningKey } from './bff/session-signer.js';
export type { SessionSigner } from './bff/session-signer.js';
export { MemoryStore } from './bff/store/memory.js';
export { SqlStore } from './bff/store/sql.js';
export type { Store } from './bff/store/store.js';
export * from './bff/payout-port.js';
export * from './bff/provider.js';
export * from './bff/refund-port.js';
export type { Attempt, SessionRecord } from './bff/record.js';
export { monetixProvider } from './bff/providers/monetix.js';
export type { MonetixInterface, MonetixOptions } from './bff/providers/monetix-options.js';
export { haipayProvider } from './bff/providers/haipay.js';
export type { HaipayAccount, HaipayOptions } from './bff/providers/haipay-options.js';
export { sbpsProvider } from './bff/providers/sbps.js';
export type { SbpsOptions, SbpsWallet } from './bff/providers/sbps-options.js';
