import { expect } from '@open-wc/testing';
import { ACCOUNT, provider } from './gmo-case.js';
import { provider as monetix } from './monetix-case.js';
import { PAYOUT, PayoutTill } from './payout-till.js';
import { API_KEY } from './till.js';
import type { Answer } from './till.js';

/** What a careless or hostile client puts where a text should be. */
const ODD: readonly unknown[] = [
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e093',
  '٠١٢٣٤٥٦',
  '①②③',
  '9'.repeat(400),
  '🏦',
  'a&b=c',
  "' or 1=1 --",
  '<!DOCTYPE x>',
  -1,
  1e21,
  0.5,
  null,
  true,
  [],
  {},
  [[]],
];
const FIELDS = ['bankCode', 'branchCode', 'accountType', 'accountNumber', 'accountName', 'bankName', 'symbol', 'saved'];
/** What GMO-PG may be told of an account. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  Bank_Code: /^\d{4}$/,
  Branch_Code: /^\d{3}$/,
  Account_Type: /^[124]$/,
  Account_Number: /^\d{7}$/,
  Account_Name: /^[ｱ-ﾟ0-9A-Z ().\/-]{1,30}$/,
};
const YEN = { value: 12_000, currency: 'JPY' };
const KEYS = { Authorization: `Bearer ${API_KEY}` };

/** The text of an object that has a key of its own called `__proto__`. */
const withKey = (body: object, name: string, value: unknown) =>
  `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;

function counter() {
  const sent: string[] = [];
  const fetch = (url: string, init: RequestInit) => {
    sent.push(typeof init.body === 'string' ? init.body : url);
    return Promise.reject(new TypeError('network'));
  };
  const till = new PayoutTill({ options: { providers: [provider({ fetch }), monetix({ fetch })] } });
  return { till, sent };
}

/** Refused in words, or taken; never an error of ours, and nothing that was typed comes back. */
function decent({ status, text }: Answer, odd: unknown): void {
  expect(status, `${JSON.stringify(odd)}: ${text}`).to.be.below(500);
  if (status < 400) return;
  const problem = JSON.parse(text) as { code: string; errors?: { field: string; code: string }[] };
  expect(problem.code).to.match(/^[a-z-]+$/);
  for (const { field, code } of problem.errors ?? []) expect(`${field} ${code}`).to.match(/^[\w. -]*$/);
}

describe('payouts and odd data', () => {
  it('from the shop, in every place', async () => {
    const { till } = counter();
    const whole = { ...PAYOUT, amount: YEN, destination: { method: 'gmo:bank-account', input: ACCOUNT } };
    const places: ((odd: unknown) => Record<string, unknown>)[] = [
      (odd) => ({ amount: odd }),
      (odd) => ({ amount: { value: odd, currency: 'JPY' } }),
      (odd) => ({ amount: { value: 1, currency: odd } }),
      (odd) => ({ customer: { id: odd } }),
      (odd) => ({ order: { ...PAYOUT.order, id: odd } }),
      (odd) => ({ order: { ...PAYOUT.order, returnUrl: odd } }),
      (odd) => ({ methods: [odd] }),
      (odd) => ({ methods: Array.from({ length: 2000 }, () => odd) }),
      (odd) => ({ question: { text: odd, answer: odd } }),
      (odd) => ({ destination: { method: odd } }),
      (odd) => ({ destination: { method: 'gmo:bank-account', input: odd } }),
      (odd) => ({ destination: { ...whole.destination, protectionDays: odd } }),
      (odd) => ({ expiresInSeconds: odd }),
      (odd) => ({ locale: odd }),
    ];
    for (const place of places) {
      for (const odd of ODD) {
        const answer = await till.payout({ ...whole, ...place(odd) });
        decent(answer, odd);
        if (answer.status === 201) {
          decent(await till.shopGet(`/payouts/${(JSON.parse(answer.text) as { id: string }).id}`), odd);
        }
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('from the recipient, in every field: nothing that is not an account reaches the provider', async () => {
    const { till, sent } = counter();
    let id = await till.owe({ amount: YEN });
    const post = (body: string) =>
      till.post(`/sessions/${id}/confirm`, body, { 'Idempotency-Key': `k${Math.random()}` });
    for (const field of FIELDS) {
      for (const odd of ODD) {
        const input = { ...ACCOUNT, ...(field === 'symbol' && { bankCode: '9900', number: '12345671' }), [field]: odd };
        const answer = await post(JSON.stringify({ method: 'gmo:bank-account', input }));
        decent(answer, [field, odd]);
        if (answer.status === 200) id = await till.owe({ amount: YEN });
      }
    }
    expect(sent.length).to.be.within(1, 20);
    for (const body of sent) {
      for (const [name, value] of Object.entries(JSON.parse(body) as object)) {
        expect(value, name).to.match(SHAPES[name] ?? /^[\w-]+$/);
      }
    }
    sent.length = 0;
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty']) {
      decent(await post(withKey({ method: 'gmo:bank-account' }, name, { saved: 'x' })), name);
      const input = withKey({ bankCode: '0001' }, name, 'x');
      decent(await post(`{"method":"gmo:bank-account","input":${input}}`), name);
      decent(await post(JSON.stringify({ method: name })), name);
      decent(await till.call(`/webhooks/${name}`, { method: 'POST', body: '{}' }), name);
      decent(await till.call(`/returns/${name}?attempt=x&hint=success`), name);
      decent(await till.call(`/banks/${name}/branches?q=${name}`), name);
      decent(
        await till.call(`/orders/${name}/refunds`, { method: 'POST', headers: { ...KEYS, 'Idempotency-Key': 'k' } }),
        name,
      );
    }
    expect(sent).to.deep.equal([]);
    expect((await till.session(id)).status).to.equal('open');
  });

  it('in a search, a list and an answer', async () => {
    const { till } = counter();
    const id = await till.owe({ amount: YEN, question: { text: 'Where?', answer: 'Shibuya' } });
    for (const odd of ODD) {
      const text = typeof odd === 'string' ? encodeURIComponent(odd.replace('\ud800', '')) : String(odd);
      decent(await till.call(`/banks?q=${text}`), odd);
      decent(await till.call(`/banks/0001/branches?q=${text}`), odd);
      decent(await till.shopGet(`/orders?limit=${text}&before=${text}`), odd);
      decent(await till.shopGet(`/payouts/${text}`), odd);
      decent(await till.answer(id, odd as string), odd);
    }
    expect((await till.shopView(id)).status).to.equal('failed');
  });
});
