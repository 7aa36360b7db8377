import { jsonSchemas } from '../contract/json-schema.js';
import type { SchemaName } from '../contract/json-schema.js';
import { PROBLEM_MEDIA_TYPE } from '../contract/read-problem.js';
import { PROBLEM_STATUS } from '../contract/problem.js';
import { SESSION_MEDIA_TYPE } from '../contract/session-facts.js';

type Json = Record<string, unknown>;

const ref = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` });
const text = (description: string): Json => ({ description });
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const body = (name: SchemaName, required = true): Json => ({ required, content: json(ref(name)) });
const answer = (description: string, name: SchemaName): Json => ({ description, content: json(ref(name)) });
const inQuery = (name: string, description: string, required = false): Json => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});
const inPath = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const header = (name: string, description: string, required = false): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const problem: Json = {
  description: `Problem (RFC 9457). Codes: ${Object.keys(PROBLEM_STATUS).join(', ')}`,
  content: { [PROBLEM_MEDIA_TYPE]: { schema: ref('Problem') } },
};
const session: Json = {
  description: 'The session as compact JWS (ES256). Its payload is SessionClaims.',
  content: { [SESSION_MEDIA_TYPE]: { schema: { type: 'string' } } },
};
const events: Json = {
  description: 'Server-Sent Events: `id` is the rev, `data` the signed session. Ends after a final state.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
};
const key = 'The same key with the same body has its effect once';

function operation(summary: string, tag: string, responses: Json, more: Json = {}): Json {
  return { summary, tags: [tag], ...more, responses: { ...responses, default: problem } };
}

/** The paths of contract.md that this server answers, in the OpenAPI's own words. */
function paths(): Json {
  const bearer = { security: [{ apiKey: [] }] };
  const id = inPath('id');
  const confirm = { parameters: [id, header('Idempotency-Key', key, true)], requestBody: body('ConfirmRequest') };
  const create = { ...bearer, parameters: [header('Idempotency-Key', key)], requestBody: body('CreateSessionRequest') };
  const webhook = { parameters: [inPath('provider')] };
  const created = { 201: answer('The new session', 'CreateSessionAnswer') };
  const order = { ...bearer, parameters: [inPath('orderId')] };
  const backToShop = operation(
    'The buyer comes back: a hint, never proof',
    'provider',
    { 303: text('To the shop') },
    webhook,
  );
  const resumed = {
    parameters: [
      id,
      header('Last-Event-ID', 'The rev the browser has'),
      inQuery('after', 'The same, without that header'),
    ],
  };
  const found = { 200: answer('Every session of the order', 'OrderAnswer') };
  const page = [inQuery('limit', '1 to 200'), inQuery('before', 'The `next` of the page before')];
  const listed = { 200: answer('The newest sessions, newest first', 'OrderListAnswer') };
  const keyed = header('Idempotency-Key', key, true);
  const refund = { ...bearer, parameters: [inPath('orderId'), keyed], requestBody: body('RefundRequest', false) };
  const settle = {
    ...bearer,
    parameters: [inPath('orderId'), inPath('refundId')],
    requestBody: body('SettleRefundRequest'),
  };
  const cancel = { parameters: [id, header('Idempotency-Key', key)], requestBody: body('CancelRequest', false) };
  return {
    '/sessions': { post: operation('Make a session', 'shop', created, create) },
    '/orders': { get: operation('List sessions', 'shop', listed, { ...bearer, parameters: page }) },
    '/orders/{orderId}': { get: operation('Read an order', 'shop', found, order) },
    '/sessions/{id}': { get: operation('Read the session', 'browser', { 200: session }, { parameters: [id] }) },
    '/sessions/{id}/events': { get: operation('Follow the session', 'browser', { 200: events }, resumed) },
    '/sessions/{id}/confirm': { post: operation('Pay with a method', 'browser', { 200: session }, confirm) },
    '/sessions/{id}/cancel': { post: operation('Give up the attempt or all', 'browser', { 200: session }, cancel) },
    '/orders/{orderId}/refunds': {
      post: operation('Give a payment back', 'shop', { 201: answer('The refund', 'Refund') }, refund),
    },
    '/orders/{orderId}/refunds/{refundId}': {
      post: operation('Tell what became of a refund', 'shop', { 200: answer('The refund', 'Refund') }, settle),
    },
    ...payoutPaths(),
    '/webhooks/{provider}': {
      post: operation('A message of a provider', 'provider', { 200: text('Stored') }, webhook),
    },
    '/returns/{provider}': { get: backToShop, post: backToShop },
    '/.well-known/jwks.json': { get: operation('Public keys', 'anyone', { 200: text('A JWK set') }) },
    '/healthz': { get: operation('Is this server well?', 'anyone', { 200: text('Yes') }) },
  };
}

/** The paths of payouts: the shop's, and those of the recipient's browser. */
function payoutPaths(): Json {
  const bearer = { security: [{ apiKey: [] }] };
  const id = { parameters: [inPath('id')] };
  const keyed = header('Idempotency-Key', key, true);
  const create = { ...bearer, parameters: [keyed], requestBody: body('PayoutRequest') };
  const created = { 201: answer('The new payout', 'PayoutCreatedAnswer') };
  const payout = { 200: answer('The payout', 'PayoutAnswer') };
  const balance = { 200: answer('What there is to send', 'BalanceAnswer') };
  const question = { ...id, requestBody: body('AnswerRequest') };
  const code = { 200: answer('The code, once', 'ProtectionCodeAnswer') };
  // The answer only where the payout has a question.
  const showing = { parameters: [inPath('id'), keyed], requestBody: body('AnswerRequest', false) };
  const rows = { 200: answer('At most 20, the best first', 'BanksAnswer') };
  const query = inQuery('q', 'A code, or a part of the name or its reading: 1 to 40 characters', true);
  const banks = { parameters: [query] };
  const branches = { parameters: [inPath('code'), query] };
  return {
    '/payouts': { post: operation('Pay out', 'shop', created, create) },
    '/payouts/{id}': { get: operation('Read a payout', 'shop', payout, { ...bearer, ...id }) },
    '/payouts/{id}/cancel': { post: operation('Call a payout back', 'shop', payout, { ...bearer, ...id }) },
    '/balance': { get: operation('Read the balances', 'shop', balance, bearer) },
    '/sessions/{id}/answer': { post: operation('Answer the question', 'browser', { 200: session }, question) },
    '/sessions/{id}/protection-code': {
      post: operation('Show the protection code', 'browser', code, showing),
    },
    '/banks': { get: operation('Search banks', 'browser', rows, banks) },
    '/banks/{code}/branches': { get: operation('Search branches', 'browser', rows, branches) },
  };
}

/** The OpenAPI 3.1 document of a BFF, its schemas made from those that check the requests. */
export function openApi(issuer: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'reji BFF', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: issuer }],
    paths: paths(),
    components: {
      schemas: jsonSchemas(),
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } },
    },
  };
}
