import { readBody } from '../body.js';
import { at, readLossless, textAt, type LosslessJson } from './lossless-json.js';
import type { HaipayBusiness, HaipayConfig } from './haipay-options.js';
import type { HaipayFields } from './haipay-signature.js';

/** The signed `data` of an answer, every field as it arrived. */
export type HaipayData = Readonly<Record<string, LosslessJson>>;

/** What HaiPay answered: data with a right signature, or the code of an error, which is not signed. */
export type HaipayAnswer = { type: 'data'; data: HaipayData; raw: string } | { type: 'error'; code: string };

/**
 * Signs the fields and posts them to the path of the account's currency.
 *
 * @returns undefined when there is no clear answer: none in time, a 5xx, not HaiPay's envelope, a wrong signature. The
 *   request may have arrived then.
 */
export async function post(
  config: HaipayConfig,
  { currency, appId, signer }: HaipayBusiness,
  path: 'collect/apply' | 'collect/query',
  fields: HaipayFields,
  timeoutMs = config.fetchTimeoutMs,
): Promise<HaipayAnswer | undefined> {
  const body = { appId, ...fields };
  const signed = JSON.stringify({ ...body, sign: await signer.sign(body) });
  try {
    const response = await config.fetch(`${config.baseUrl}/${currency.toLowerCase()}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
      body: signed,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status >= 500) return undefined;
    const raw = new TextDecoder().decode(await readBody(response));
    const answer = readEnvelope(readLossless(raw), raw);
    return answer?.type !== 'data' || (await signer.verify(answer.data)) ? answer : undefined;
  } catch {
    // Whatever went wrong on the way, the request may have arrived: the caller asks before it concludes anything.
    return undefined;
  }
}

/**
 * `status` is `"1"` in the document's samples and a number in newer pages; `error` is all zeros when there is none. An
 * envelope that says both yes and no says nothing.
 */
function readEnvelope(json: LosslessJson, raw: string): HaipayAnswer | undefined {
  const status = textAt(json, 'status');
  const error = textAt(json, 'error') ?? '';
  if (status === '0') return { type: 'error', code: error };
  const data = at(json, 'data');
  if (status !== '1' || !/^0*$/.test(error) || !isData(data)) return undefined;
  return { type: 'data', data, raw };
}

/** True for what can be the fields of a message. */
export function isData(json: LosslessJson | undefined): json is { [key: string]: LosslessJson } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
