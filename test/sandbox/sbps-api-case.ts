import { expect } from '@open-wc/testing';
import type { SbpsSandboxOptions } from '../../src/sandbox/sbps-desk.js';
import { sbpsHash } from '../../src/sandbox/sbps-hash.js';
import { toShiftJis } from '../../src/sandbox/sbps-shift-jis.js';
import { answerIn, hashKey, merchant, rig } from './sbps-rig.js';
import type { Rig } from './sbps-rig.js';

export const api = { basicId: '30132001', basicPassword: 'secret' };
export const dayMs = 86_400_000;

/** A sandbox whose merchant may use the API. */
export const apiRig = (options: Partial<SbpsSandboxOptions> = {}) =>
  rig({ merchants: [{ ...merchant, api }], ...options });

/** Pays ¥1,000 with GCash. */
export async function paidByWallet(test: Rig, change: Record<string, string> = {}) {
  await answerIn(test, 'approve', change);
  return test.payment();
}

/** Pays ¥1,000 with a prepaid number. */
export async function paidByNumber(test: Rig, change: Record<string, string> = {}) {
  const path = await test.open({ pay_method: 'webmoney', order_id: 'number', ...change });
  await test.post(`${path}/number`, { number: 'AB12CD34EF56GH78' });
  return test.payment();
}

type Change = Readonly<Record<string, string | undefined>>;

function element([name, value]: readonly [string, string]): string {
  const [outer = '', inner] = name.split('/');
  return inner === undefined ? `<${outer}>${value}</${outer}>` : `<${outer}><${inner}>${value}</${inner}></${outer}>`;
}

/** A refund request; `change` replaces fields, undefined leaves one out. */
export async function refundXml(change: Change = {}, key = hashKey): Promise<string> {
  const fields = Object.entries({
    merchant_id: '30132',
    service_id: '001',
    tracking_id: '',
    'pay_option_manage/amount': undefined,
    request_date: '20261121142600',
    limit_second: '600',
    ...change,
  }).flatMap(([name, value]) => (value === undefined || name === 'sps_hashcode' ? [] : [[name, value] as const]));
  const hash = change['sps_hashcode'] ?? (await sbpsHash(fields, key, 'shift_jis'));
  const inside = [...fields, ['sps_hashcode', hash] as const].map(element).join('');
  return `<?xml version="1.0" encoding="Shift_JIS"?><sps-api-request id="ST02-00306-510">${inside}</sps-api-request>`;
}

/** Posts a text, or bytes, to the API as this merchant does. */
export function postXml(test: Rig, xml: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const body = typeof xml === 'string' ? (toShiftJis(xml) ?? expect.fail('not Shift_JIS')) : xml;
  const authorization = `Basic ${btoa(`${api.basicId}:${api.basicPassword}`)}`;
  return test.send('/api/xmlapi.do', {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/xml', authorization, ...headers },
  });
}

/** Values of an answer by their element. */
export async function answerOf(response: Response): Promise<Record<string, string>> {
  const text = new TextDecoder('shift_jis', { fatal: true }).decode(await response.arrayBuffer());
  const { documentElement: root } = new DOMParser().parseFromString(text, 'text/xml');
  expect([root.tagName, root.id]).to.deep.equal(['sps-api-response', 'ST02-00306-510']);
  return Object.fromEntries(Array.from(root.children, ({ tagName, textContent }) => [tagName, textContent]));
}

/** What a refund request with these fields is answered. */
export async function refund(test: Rig, change: Change = {}, key = hashKey): Promise<Record<string, string>> {
  const { trackingId: tracking_id } = test.payment();
  return answerOf(await postXml(test, await refundXml({ tracking_id, ...change }, key)));
}

/** The error code of a refusal, empty when it is none. */
export async function codeOf(answer: Promise<Record<string, string>>): Promise<string> {
  const { res_result, res_err_code } = await answer;
  return res_result === 'NG' ? (res_err_code ?? '') : '';
}
