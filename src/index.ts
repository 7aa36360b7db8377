/**
 * reji's classes and types. Importing this registers nothing and touches no DOM: it is safe on a server.
 * `reji/define` registers the tags.
 */
export { RejiAmount } from './elements/reji-amount.js';
export { RejiBankTransfer } from './elements/reji-bank-transfer.js';
export { RejiBrand } from './elements/reji-brand.js';
export { RejiCheckout } from './elements/reji-checkout.js';
export { RejiCopyButton } from './elements/reji-copy-button.js';
export { RejiCountdown } from './elements/reji-countdown.js';
export { RejiKeeperInvoice } from './elements/reji-keeper-invoice.js';
export { RejiKonbini } from './elements/reji-konbini.js';
export { RejiMethodPicker } from './elements/reji-method-picker.js';
export { RejiPayerForm } from './elements/reji-payer-form.js';
export { RejiPayoutForm } from './elements/reji-payout-form.js';
export { RejiPayoutResult } from './elements/reji-payout-result.js';
export { RejiQr } from './elements/reji-qr.js';
export { RejiQuestion } from './elements/reji-question.js';
export { RejiReceipt } from './elements/reji-receipt.js';
export { RejiRedirect } from './elements/reji-redirect.js';
export { RejiResult } from './elements/reji-result.js';
export * from './elements/events.js';
export type { RejiElementClass } from './elements/reji-element.js';
export type { Amount, TitleAmount } from './contract/money.js';
export type { NextAction } from './contract/next-action.js';
export type { Method, Session } from './contract/session.js';
