import * as z from 'zod/mini';
import { line } from './line.js';
import { Amount } from './money.js';
import { Instant } from './next-action.js';
import { CreateSessionRequest, OrderAttempt } from './requests.js';

/**
 * Where money goes, as a page may show it: of an account number and a purse only the last digits (`••••093`). Of its
 * parts only those that are known.
 */
export const PayoutDestination = z.object({
  bank: z.optional(z.string()),
  branch: z.optional(z.string()),
  /** `ordinary`, `current` or `savings`. */
  accountType: z.optional(z.string()),
  accountNumber: z.optional(z.string()),
  holder: z.optional(z.string()),
  purse: z.optional(z.string()),
});
export type PayoutDestination = z.infer<typeof PayoutDestination>;

/**
 * What is known of a way to receive besides the method. `minDays` and `maxDays` are business days until the money is
 * there, both 0 for at once; `saved` is the account that the recipient named the last time, with the id to confirm it by.
 */
export const PayoutWay = z.object({
  minDays: z.optional(z.int()),
  maxDays: z.optional(z.int()),
  saved: z.optional(z.object({ id: z.string(), destination: PayoutDestination })),
});
export type PayoutWay = z.infer<typeof PayoutWay>;

/**
 * The part of a session that only payouts have; pages read it when they show a payout. `ways` are by method id.
 * `question` has to be answered before anything can be chosen; `triesLeft` is how often. Until it is `answered` the
 * session shows no account and no next action but `wait`, also where the shop itself has chosen. `destination`: where the
 * money of the attempt under way or done goes. `starting`: the provider has not taken it on yet, so nothing is arranged.
 * `sentBack`: what the last attempt had sent came back, so money did move.
 * `arrivesFrom` and `arrivesBy`: when it should be there. `cancelable`: the recipient can still choose another way.
 * `protection`: the money can be used only with a code (`days` from the start, until `until` where that is known), which is
 * shown once, by its own route; `shownAt` says that it has been.
 */
export const PayoutFacts = z.object({
  ways: z.optional(z.record(z.string(), PayoutWay)),
  question: z.optional(z.object({ text: z.string(), triesLeft: z.int(), answered: z.optional(z.boolean()) })),
  destination: z.optional(PayoutDestination),
  starting: z.optional(z.boolean()),
  sentBack: z.optional(z.boolean()),
  arrivesFrom: z.optional(Instant),
  arrivesBy: z.optional(Instant),
  cancelable: z.optional(z.boolean()),
  protection: z.optional(z.object({ days: z.int(), until: z.optional(Instant), shownAt: z.optional(Instant) })),
});
export type PayoutFacts = z.infer<typeof PayoutFacts>;

/**
 * `POST /payouts`, from the shop's server, with an `Idempotency-Key`. The fields are those of a session: `order.returnUrl`
 * is the page with the checkout, where the recipient's link leads. With `destination` the shop itself says where the
 * money goes (`input` as in a confirm) and the payout begins at once; without, the recipient chooses.
 * `question` must be answered by the recipient first; the answer is compared without case and blanks.
 * `protectionDays`: WebMoney, 1 to 35; the money can be used only with a code. `expiresInSeconds`: @default 30 days.
 */
export const PayoutRequest = z.object({
  order: CreateSessionRequest.shape.order,
  amount: Amount,
  customer: CreateSessionRequest.shape.customer,
  locale: CreateSessionRequest.shape.locale,
  methods: CreateSessionRequest.shape.methods,
  expiresInSeconds: CreateSessionRequest.shape.expiresInSeconds,
  destination: z.optional(
    z.object({
      method: line(64),
      input: z.optional(z.record(z.string(), z.string().check(z.maxLength(254)))),
      protectionDays: z.optional(z.int()),
    }),
  ),
  question: z.optional(z.object({ text: line(200), answer: line(100) })),
});
export type PayoutRequest = z.infer<typeof PayoutRequest>;

/** The answer to it: `link` is what the shop sends to the recipient. */
export const PayoutCreatedAnswer = z.object({ id: z.string(), url: z.string(), token: z.string(), link: z.string() });
export type PayoutCreatedAnswer = z.infer<typeof PayoutCreatedAnswer>;

/** `GET /payouts/{id}` and `POST /payouts/{id}/cancel`: the payout as the shop's server sees it. */
export const PayoutAnswer = z.object({
  id: z.string(),
  rev: z.int(),
  orderId: z.string(),
  status: z.string(),
  code: z.optional(z.string()),
  amount: Amount,
  createdAt: z.string(),
  expiresAt: z.string(),
  destination: z.optional(PayoutDestination),
  attempts: z.array(OrderAttempt),
});
export type PayoutAnswer = z.infer<typeof PayoutAnswer>;

/** `GET /balance`: what each provider still has of the shop's money to send. */
export const BalanceAnswer = z.object({
  balances: z.array(z.object({ provider: z.string(), available: Amount, unavailable: z.optional(z.string()) })),
});
export type BalanceAnswer = z.infer<typeof BalanceAnswer>;

/** `POST /sessions/{id}/answer`: the recipient's answer to the question of a payout. */
export const AnswerRequest = z.object({ answer: line(100) });
export type AnswerRequest = z.infer<typeof AnswerRequest>;

/**
 * `POST /sessions/{id}/protection-code`, with an `Idempotency-Key`: the code, once. The same key again within ten
 * minutes gives it again, so that an answer lost on the way loses nothing.
 */
export const ProtectionCodeAnswer = z.object({ code: z.string() });
export type ProtectionCodeAnswer = z.infer<typeof ProtectionCodeAnswer>;

/** A bank or a branch of it. `code`: 4 digits, 3 for a branch. `kana`: its reading in full-width katakana. */
export const BankRow = z.object({ code: z.string(), name: z.string(), kana: z.string() });
export type BankRow = z.infer<typeof BankRow>;

/** `GET /banks?q=` and `GET /banks/{code}/branches?q=`: what fits best first, at most 20. */
export const BanksAnswer = z.object({ rows: z.array(BankRow) });
export type BanksAnswer = z.infer<typeof BanksAnswer>;
