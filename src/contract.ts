/** The wire: schemas, their types, and small pure functions on them. */
export * from './contract/first-look.js';
export * from './contract/japan-post.js';
export * from './contract/minor-units.js';
export * from './contract/money.js';
export * from './contract/next-action.js';
export * from './contract/payout.js';
export * from './contract/problem.js';
export * from './contract/read-problem.js';
export * from './contract/read-session.js';
export * from './contract/refund.js';
export * from './contract/requests.js';
export * from './contract/safe-url.js';
export * from './contract/session-facts.js';
export * from './contract/session.js';
export * from './contract/transfer-name.js';
