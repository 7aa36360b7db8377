import type { GmoRefusal } from './gmo-fields.js';
import type { GmoFields } from './gmo-fields.js';
import { readShiftJisForm, toShiftJis } from './sbps-shift-jis.js';

/** The two spellings of every call: `.json` in UTF-8, and `.idPass`, a form in Shift_JIS. */
export type GmoEncoding = 'json' | 'idPass';

/** An answer; a block belongs to one way of receiving. */
export type GmoAnswer = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** The content type that each spelling wants. */
export const gmoTypes: Readonly<Record<GmoEncoding, string>> = {
  json: 'application/json',
  idPass: 'application/x-www-form-urlencoded',
};

function jsonFields(text: string): GmoFields | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) {
    // Some clients send methods and amounts as numbers.
    if (typeof value !== 'string' && !Number.isSafeInteger(value)) return undefined;
    fields[name] = String(value);
  }
  return fields;
}

function formFields(body: Uint8Array): GmoFields | undefined {
  try {
    return Object.fromEntries(readShiftJisForm(body));
  } catch {
    return undefined;
  }
}

/** The fields of a call, or undefined when its body is not what its spelling wants. */
export async function readGmoCall(request: Request, encoding: GmoEncoding): Promise<GmoFields | undefined> {
  const body = new Uint8Array(await request.arrayBuffer());
  return encoding === 'json' ? jsonFields(new TextDecoder().decode(body)) : formFields(body);
}

/** `key=value&…` with nothing escaped, as recorded answers are. */
function plain(pairs: readonly (readonly [name: string, value: string])[]): Response {
  const text = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  const writable = Array.from(text, (character) => (toShiftJis(character) === undefined ? '?' : character)).join('');
  return new Response(toShiftJis(writable), { headers: { 'content-type': 'text/plain;charset=Windows-31J' } });
}

function flat(answer: GmoAnswer): [string, string][] {
  return Object.entries(answer).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : Object.entries(value),
  );
}

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json;charset=UTF-8' } });
}

/** Writes an answer; a form has no blocks, so what is in one stands beside the rest. */
export function answerGmo(encoding: GmoEncoding, answer: GmoAnswer): Response {
  return encoding === 'json' ? json(answer) : plain(flat(answer));
}

/** Writes a refusal, which is an HTTP 200 too: a list of pairs, or two lists with bars between. */
export function refuseGmo(encoding: GmoEncoding, { infos }: GmoRefusal): Response {
  const pairs = infos.map((info) => ({ ErrCode: info.slice(0, 3), ErrInfo: info }));
  if (encoding === 'json') return json(pairs);
  const joined = (name: 'ErrCode' | 'ErrInfo') => pairs.map((pair) => pair[name]).join('|');
  return plain([
    ['ErrCode', joined('ErrCode')],
    ['ErrInfo', joined('ErrInfo')],
  ]);
}
