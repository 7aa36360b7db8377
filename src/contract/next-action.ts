import * as z from 'zod/mini';
import { Amount, TitleAmount } from './money.js';

/** An instant that exists, as ISO 8601 in UTC, with seconds: `2026-11-24T05:24:00.000Z`. */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);

const entry = z.object({ label: z.string(), value: z.string() });

/**
 * The buyer's browser goes to the provider's page. `fields` are posted (or put into the query for GET) in just this
 * order, encoded in `charset`. `deadline` is when the provider's page stops working; `payWithinSeconds` is a limit that
 * starts only when the buyer reaches it.
 */
export const RedirectAction = z.object({
  type: z.literal('redirect'),
  method: z.literal(['GET', 'POST']),
  url: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  charset: z.string(),
  deadline: z.optional(Instant),
  payWithinSeconds: z.optional(z.int()),
});
export type RedirectAction = z.infer<typeof RedirectAction>;

/** A code to scan. `appLink` opens the wallet's app on the same phone, `payUrl` the provider's own page. */
export const QrAction = z.object({
  type: z.literal('qr'),
  payload: z.string(),
  deadline: Instant,
  appLink: z.optional(z.string()),
  payUrl: z.optional(z.string()),
});
export type QrAction = z.infer<typeof QrAction>;

/**
 * Numbers to give at a convenience store; only those the provider sent. `chain` names a row of the catalogue;
 * `payUrl` is the provider's own page with the numbers.
 */
export const KonbiniAction = z.object({
  type: z.literal('konbini'),
  chain: z.string(),
  numbers: z.array(entry),
  payUrl: z.optional(z.string()),
  deadline: Instant,
});
export type KonbiniAction = z.infer<typeof KonbiniAction>;

/**
 * An account to transfer to: of its parts only those the provider sent. `payUrl` is the provider's own page with them;
 * `received` is what has come so far, when it was not all.
 */
export const BankTransferAction = z.object({
  type: z.literal('bankTransfer'),
  bank: z.optional(z.string()),
  branch: z.optional(z.string()),
  accountType: z.optional(z.string()),
  accountNumber: z.optional(z.string()),
  holder: z.optional(z.string()),
  payUrl: z.optional(z.string()),
  received: z.optional(Amount),
  deadline: Instant,
});
export type BankTransferAction = z.infer<typeof BankTransferAction>;

/**
 * A WebMoney invoice that waits in the payer's Keeper. `wmid`: 12 digits; `start` and `deadline`: its validity, when it
 * is known.
 */
export const InvoiceAction = z.object({
  type: z.literal('invoice'),
  wmid: z.string().check(z.regex(/^\d{12}$/)),
  invoiceId: z.optional(z.string()),
  titleAmount: TitleAmount,
  start: z.optional(Instant),
  deadline: z.optional(Instant),
});
export type InvoiceAction = z.infer<typeof InvoiceAction>;

/** What a recipient needs to collect money, as free label and value pairs. */
export const ReceiptAction = z.object({
  type: z.literal('receipt'),
  entries: z.array(entry),
  deadline: z.optional(Instant),
});
export type ReceiptAction = z.infer<typeof ReceiptAction>;

/** Nothing to do yet: the provider was asked and its message is awaited. */
export const WaitAction = z.object({ type: z.literal('wait') });
export type WaitAction = z.infer<typeof WaitAction>;

const known = z.union([
  RedirectAction,
  QrAction,
  KonbiniAction,
  BankTransferAction,
  InvoiceAction,
  ReceiptAction,
  WaitAction,
]);
const knownTypes = ['redirect', 'qr', 'konbini', 'bankTransfer', 'invoice', 'receipt', 'wait'];

/** An action that a newer server knows and this client does not: the shop's own page is the way out. */
const unsupported = z.pipe(
  z.object({ type: z.string().check(z.refine((type) => !knownTypes.includes(type))) }),
  z.transform(() => ({ type: 'unsupported' as const })),
);

/** What the buyer has to do next. An unknown `type` becomes `unsupported`; a known one with a wrong shape is refused. */
export const NextAction = z.union([known, unsupported]);
export type NextAction = z.infer<typeof NextAction>;
