import { readBody } from '../body.js';
import type { SbpsApi } from './sbps-api-options.js';
import { sameHashcode, type SbpsHasher } from './sbps-hash.js';
import { toShiftJis } from './sbps-shift-jis.js';
import { readSbpsXml, writeSbpsXml, type SbpsXmlFields } from './sbps-xml.js';

/** Values of an answer by their element, empty where it has none. */
export type SbpsAnswer = (element: string) => string;

/**
 * What SBPS answered. `closed`: it let nobody in (HTTP 401 or 403), so nothing was done; `unknown`: nothing that can be
 * read came in time, so anything may have been done.
 */
export type SbpsApiOutcome = { type: 'answer'; answer: SbpsAnswer } | { type: 'closed' } | { type: 'unknown' };

/** What the hash of an answer is called; whether answers have one is not in the documents at hand. */
const HASHES = ['sps_hashcode', 'res_sps_hashcode'];

/**
 * Calls a function of SBPS's API type: XML in Shift_JIS with a hash over the same bytes, under HTTP Basic
 * authentication. Source: SBPS API type, and public code.
 *
 * @param id number of the function, `ST02-00306-510`
 * @param fields in the order of the hash, none of them empty, without `sps_hashcode`
 * @throws RangeError when a value has no place in Shift_JIS; nothing was sent then
 */
export async function callSbps(
  api: SbpsApi,
  hasher: SbpsHasher,
  id: string,
  fields: SbpsXmlFields,
): Promise<SbpsApiOutcome> {
  const body = writeSbpsXml({ id, fields: [...fields, ['sps_hashcode', await hashOf(hasher, fields)]] });
  try {
    const response = await api.fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', authorization: api.authorization },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(api.fetchTimeoutMs),
    });
    if (response.status === 401 || response.status === 403) return { type: 'closed' };
    const message = response.ok ? readSbpsXml(await readBody(response)) : undefined;
    const ours = message && (message.id === '' || message.id === id) && (await isGenuine(hasher, message.fields));
    if (!message || !ours) return { type: 'unknown' };
    const texts = new Map(message.fields);
    return { type: 'answer', answer: (element) => texts.get(element) ?? '' };
  } catch {
    // Whatever went wrong on the way, the request may have arrived and been carried out.
    return { type: 'unknown' };
  }
}

/** Over the bytes as they travel; an empty value adds nothing. */
function hashOf(hasher: SbpsHasher, fields: SbpsXmlFields): Promise<string> {
  return hasher.ofBytes(fields.map(([, text]) => toShiftJis(text) ?? new Uint8Array()));
}

/** The connection is SBPS's own; a hash, where there is one, has to be right all the same. */
async function isGenuine(hasher: SbpsHasher, fields: SbpsXmlFields): Promise<boolean> {
  const given = fields.find(([element, text]) => HASHES.includes(element) && text !== '')?.[1];
  if (given === undefined) return true;
  const hashed = fields.filter(([element]) => !HASHES.includes(element));
  return sameHashcode(await hashOf(hasher, hashed), given);
}
