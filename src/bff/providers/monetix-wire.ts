import { readBody } from '../body.js';
import { MessageFault, at, readLossless, textAt, type LosslessJson } from './lossless-json.js';
import { signatureOf } from './monetix-operations.js';
import type { MonetixConfig } from './monetix-options.js';
import type { Signable } from './monetix-signature.js';

/** The body of a Gate request, without its signature. */
export type GateBody = { [key: string]: Signable };

/** An answer of the Gate that could be read. */
interface GateAnswer {
  status: number;
  text: string;
  json: LosslessJson;
}

/** `taken`: the request is registered; `refused`: Monetix read it and said no; `unknown`: it may have been taken. */
export type Receipt =
  | { type: 'taken'; requestId?: string }
  | { type: 'refused'; errors: LosslessJson[]; providerCode?: string }
  | { type: 'unknown' };

/** "Transaction not found". Source: the platform's list of codes. */
const NOT_FOUND = '3061';

/**
 * Sends a request whose answer is a receipt, never a result. The result comes by callback.
 *
 * @param paymentId the `general.payment_id` of the body, which the receipt repeats
 * @throws InputRefusal when a value can't be signed; nothing was sent then
 */
export async function postForReceipt(
  config: MonetixConfig,
  path: string,
  body: GateBody,
  paymentId: string,
): Promise<Receipt> {
  const answer = await postToGate(config, path, body);
  if (!answer || answer.status >= 500) return { type: 'unknown' };
  const status = textAt(answer.json, 'status');
  const errors = errorsOf(answer.json);
  if (status === 'error' || (status === undefined && errors.length > 1)) {
    const providerCode = codesOf(errors).find((code) => /^[\w.-]{1,32}$/.test(code));
    return { type: 'refused', errors, ...(providerCode === undefined ? {} : { providerCode }) };
  }
  const ours = textAt(answer.json, 'payment_id') === paymentId && isOurProject(config, answer.json);
  if (!isOk(answer) || status !== 'success' || !ours) return { type: 'unknown' };
  const requestId = requestIdOf(answer.json);
  return { type: 'taken', ...(requestId === undefined ? {} : { requestId }) };
}

/**
 * Asks for the state of a payment or payout and reads the signed answer.
 *
 * @param read reads the verified answer; a MessageFault that it throws makes the answer unknown
 */
export async function askStatus<Read>(
  config: MonetixConfig,
  paymentId: string,
  read: (json: LosslessJson, raw: string) => Read,
): Promise<Read | 'not-found' | 'unknown'> {
  const body = { general: { project_id: config.projectId, payment_id: paymentId } };
  const answer = await postToGate(config, config.paths.status, body);
  if (!answer || answer.status >= 500) return 'unknown';
  const codes = codesOf(errorsOf(answer.json));
  if (at(answer.json, 'payment') === undefined && codes.includes(NOT_FOUND)) return 'not-found';
  if (!isOk(answer) || !(await isSigned(config, answer.json))) return 'unknown';
  try {
    return read(answer.json, answer.text);
  } catch (error) {
    if (error instanceof MessageFault) return 'unknown';
    throw error;
  }
}

/** The provider codes of errors, in their order. */
export function codesOf(errors: LosslessJson[]): string[] {
  return errors.flatMap((error) => textAt(error, 'code') ?? []);
}

/** Monetix's name for a request. The document's samples break it over lines, so blanks don't count. */
export function requestIdOf(json: LosslessJson | undefined): string | undefined {
  return textAt(json, 'request_id')?.replace(/\s/g, '') || undefined;
}

/** The body with a value put in at a path; objects on the way are made where they are missing. */
export function put(body: GateBody, [head = '', ...rest]: string[], value: Signable): GateBody {
  const child = body[head];
  const inner = typeof child === 'object' && child !== null && !Array.isArray(child) ? (child as GateBody) : {};
  return { ...body, [head]: rest.length === 0 ? value : put(inner, rest, value) };
}

/** Posts a signed request. Undefined: no answer that can be read came in time. */
async function postToGate(config: MonetixConfig, path: string, body: GateBody): Promise<GateAnswer | undefined> {
  const signature = await config.signer.sign(body);
  try {
    const response = await config.fetch(`${config.gateUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(put(body, ['general', 'signature'], signature)),
      redirect: 'error',
      signal: AbortSignal.timeout(config.fetchTimeoutMs),
    });
    const text = new TextDecoder().decode(await readBody(response));
    return { status: response.status, text, json: readLossless(text) };
  } catch {
    // Whatever went wrong on the way, the request may have arrived: the caller asks before it concludes anything.
    return undefined;
  }
}

/** The errors of an answer: the answer itself carries a code and a message too. */
function errorsOf(json: LosslessJson): LosslessJson[] {
  const list = at(json, 'errors');
  return Array.isArray(list) ? [json, ...list] : [json];
}

function isOk(answer: GateAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

function isOurProject(config: MonetixConfig, json: LosslessJson): boolean {
  return (textAt(json, 'project_id') ?? String(config.projectId)) === String(config.projectId);
}

async function isSigned(config: MonetixConfig, json: LosslessJson): Promise<boolean> {
  const signature = signatureOf(json);
  try {
    return signature !== undefined && (await config.signer.verify(json, signature));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
