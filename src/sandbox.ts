/** The other side of the wire: stand-ins for the providers that speak their real protocols. */
export { createMonetixSandbox } from './sandbox/monetix.js';
export type { MonetixSandbox } from './sandbox/monetix.js';
export type { MonetixSandboxOptions } from './sandbox/monetix-desk.js';
