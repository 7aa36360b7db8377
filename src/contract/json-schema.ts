import { toJSONSchema } from 'zod/mini';
import { Problem } from './problem.js';
import { CancelRequest, ConfirmRequest, CreateSessionAnswer, CreateSessionRequest, OrderAnswer } from './requests.js';
import { SessionClaims } from './session.js';

const SCHEMAS = {
  CancelRequest,
  ConfirmRequest,
  CreateSessionAnswer,
  CreateSessionRequest,
  OrderAnswer,
  Problem,
  SessionClaims,
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
