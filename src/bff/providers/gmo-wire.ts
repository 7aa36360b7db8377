import { readBody } from '../body.js';
import { readLossless, textAt, type LosslessJson } from './lossless-json.js';
import type { GmoConfig } from './gmo-options.js';
import { fromShiftJis, toShiftJis } from './sbps-shift-jis.js';

/** The calls of the interface that are made here. */
export type GmoCall =
  | 'AccountRegistration'
  | 'DepositRegistration'
  | 'DepositSearch'
  | 'BalanceSearch'
  | 'MailDepositSearch'
  | 'LinkRedirectUrl';

/** Fields of a call, without those of the shop. What is undefined is not sent. */
export type GmoFields = Readonly<Record<string, string | undefined>>;

/** What GMO-PG answered: data, or the `ErrInfo` of each thing that is wrong. */
export type GmoAnswer = { type: 'data'; data: LosslessJson; raw: string } | { type: 'error'; errors: string[] };

/** Calls that have their JSON form in a folder of their own; links have no other form. Source: public clients of GMO-PG Remittance. */
const SHOP_CALLS: readonly GmoCall[] = ['LinkRedirectUrl', 'MailDepositSearch'];
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * Makes a call with the shop's id and password, in the encoding that is configured.
 *
 * @returns undefined when there is no clear answer: none in time, a 5xx, one that is too long, can't be read or is about
 *   something else. The request may have arrived then.
 */
export async function post(config: GmoConfig, call: GmoCall, fields: GmoFields): Promise<GmoAnswer | undefined> {
  const whole = { ...fields, Shop_ID: config.shopId, Shop_Pass: config.shopPassword };
  const asForm = config.encoding === 'idPass' && call !== 'LinkRedirectUrl';
  const body = asForm ? form(whole) : JSON.stringify(whole);
  if (body === undefined) return { type: 'error', errors: [] };
  const folder = SHOP_CALLS.includes(call) && !asForm ? 'api/shop' : 'api';
  try {
    const response = await config.fetch(`${config.apiUrl}/${folder}/${call}.${asForm ? 'idPass' : 'json'}`, {
      method: 'POST',
      headers: { 'content-type': asForm ? FORM_TYPE : JSON_TYPE },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(config.fetchTimeoutMs),
    });
    if (response.status >= 500) return undefined;
    const bytes = await readBody(response, config.maxBytes);
    const answer = asForm
      ? readPairs(fromShiftJis(bytes))
      : readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return answer?.type === 'data' && !isAbout(whole, answer.data) ? undefined : answer;
  } catch {
    // Whatever went wrong on the way, the request may have arrived: the caller asks before it concludes anything.
    return undefined;
  }
}

/** Every answer repeats what it is about; one that does not (a page of some proxy) says nothing. */
function isAbout(fields: GmoFields, data: LosslessJson): boolean {
  const name = ['Deposit_ID', 'Bank_ID'].find((candidate) => fields[candidate] !== undefined) ?? 'Shop_ID';
  return textAt(data, name) === fields[name];
}

/** A value of an answer: in the object of this name, where there is one, or among the rest. */
export function valueAt(data: LosslessJson, block: string, field: string): string | undefined {
  return textAt(data, block, field) ?? textAt(data, field);
}

/** A form with every byte of its values but letters and digits escaped; undefined for what Shift_JIS does not have. */
function form(fields: GmoFields): string | undefined {
  const pairs: string[] = [];
  for (const [name, text] of Object.entries(fields)) {
    if (text === undefined) continue;
    const bytes = toShiftJis(text);
    if (!bytes) return undefined;
    pairs.push(`${name}=${Array.from(bytes, escaped).join('')}`);
  }
  return pairs.join('&');
}

function escaped(byte: number): string {
  const letter = String.fromCharCode(byte);
  return /[A-Za-z0-9]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** `key=value&key=value`, nothing in it escaped: a recorded answer has a bare `+` in a mail address. */
function readPairs(raw: string): GmoAnswer | undefined {
  const pairs = raw
    .trim()
    .split('&')
    .flatMap((pair) => {
      const equals = pair.indexOf('=');
      return equals > 0 ? [[pair.slice(0, equals), pair.slice(equals + 1)]] : [];
    });
  return pairs.length > 0 ? answerOf(Object.fromEntries(pairs) as LosslessJson, raw) : undefined;
}

/** An object, or a list with one object for each error. */
function readJson(raw: string): GmoAnswer | undefined {
  const json = readLossless(raw);
  if (Array.isArray(json)) return failedBy(json.flatMap(errorsIn));
  return typeof json === 'object' && json !== null ? answerOf(json, raw) : undefined;
}

function answerOf(data: LosslessJson, raw: string): GmoAnswer | undefined {
  const failed = textAt(data, 'ErrCode') !== undefined || textAt(data, 'ErrInfo') !== undefined;
  return failed ? failedBy(errorsIn(data)) : { type: 'data', data, raw };
}

function failedBy(errors: string[]): GmoAnswer | undefined {
  return errors.length > 0 ? { type: 'error', errors } : undefined;
}

/** Several errors of one answer are joined by `|`. */
function errorsIn(json: LosslessJson): string[] {
  return (textAt(json, 'ErrInfo') ?? textAt(json, 'ErrCode') ?? '').split('|').filter((error) => error !== '');
}
