import { toJSONSchema } from 'zod/mini';
import {
  AnswerRequest,
  BalanceAnswer,
  BanksAnswer,
  PayoutAnswer,
  PayoutCreatedAnswer,
  PayoutFacts,
  PayoutRequest,
  ProtectionCodeAnswer,
} from './payout.js';
import { Problem } from './problem.js';
import { Refund, RefundRequest, SettleRefundRequest } from './refund.js';
import {
  CancelRequest,
  ConfirmRequest,
  CreateSessionAnswer,
  CreateSessionRequest,
  OrderAnswer,
  OrderListAnswer,
} from './requests.js';
import { SessionClaims } from './session.js';

const SCHEMAS = {
  AnswerRequest,
  BalanceAnswer,
  BanksAnswer,
  CancelRequest,
  ConfirmRequest,
  CreateSessionAnswer,
  CreateSessionRequest,
  OrderAnswer,
  OrderListAnswer,
  PayoutAnswer,
  PayoutCreatedAnswer,
  PayoutFacts,
  PayoutRequest,
  Problem,
  ProtectionCodeAnswer,
  Refund,
  RefundRequest,
  SessionClaims,
  SettleRefundRequest,
};
/** What has a schema of its own in the OpenAPI document. */
export type SchemaName = keyof typeof SCHEMAS;

/**
 * Every body on the wire as JSON Schema (2020-12), as it is sent and not as a client reads it: an action unknown to a
 * client stays what it is.
 */
export function jsonSchemas(): Record<string, unknown> {
  const schemas = Object.entries(SCHEMAS).map(([name, schema]) => {
    const { $schema: _dialect, ...rest } = toJSONSchema(schema, { io: 'input' });
    return [name, rest] as const;
  });
  return Object.fromEntries(schemas);
}
