import { expect } from '@open-wc/testing';
import { generateSigningKey, createSessionSigner } from '../../src/bff/session-signer.js';
import { KeySet } from '../../src/client/key-set.js';
import { verifySessionToken } from '../../src/client/session-token.js';
import type { Session } from '../../src/contract/session.js';
import { ACCOUNTS, envelope, notice, provider as haipay, signed as haipaySigned } from '../bff/haipay-case.js';
import { provider as monetix, signed as monetixSigned, SUCCESS } from '../bff/monetix-case.js';
import { ascii, provider as sbps, resultBody } from '../bff/sbps-case.js';
import { Clock, codeOf, sessionOf, SHOP, Till } from '../bff/till.js';
import type { Answer } from '../bff/till.js';

const FIVE_MB = 5 * 1024 * 1024;
const GCASH = 'sbps:alipay-plus/gcash';
const LAWSON = 'haipay:konbini-lawson';
const LIGHT = 'monetix:webmoney-light';
const CUSTOMER = {
  id: 'buyer-7',
  firstName: 'Hanako',
  lastName: 'Yamada',
  email: 'h@example.jp',
  phone: '09012345678',
};
const yen = (value: number) => ({ value, currency: 'JPY' });
const usd = (value: number) => ({ value, currency: 'USD' });
const signer = createSessionSigner([await generateSigningKey()]);

/** A till with all three providers, HaiPay answering with `page`. */
function threeDoors(page: Record<string, unknown> = { payUrl: 'https://pay.example/1' }, validFor: object = {}) {
  const clock = new Clock();
  const answers = async (_url: string, init: RequestInit) => {
    const { orderId } = JSON.parse(init.body as string) as { orderId: string };
    return new Response(await envelope({ orderId, orderNo: '6', status: 1, ...page }));
  };
  const receipt = (_url: string, init: RequestInit) => {
    const { general } = JSON.parse(init.body as string) as { general: { payment_id: string } };
    return Promise.resolve(Response.json({ status: 'success', project_id: 238, payment_id: general.payment_id }));
  };
  const providers = [
    monetix({ now: clock.now, fetch: receipt }),
    sbps({ now: clock.now }),
    haipay({ accounts: ACCOUNTS, fetch: answers, validFor, walletStep: 'qr' }),
  ];
  const till = new Till({ clock, options: { providers, signer, clientAddress: () => '192.0.2.10' } });
  const order = (changes: object = {}) => till.open({ amount: yen(1000), customer: CUSTOMER, ...changes });
  const under = async (method: string, changes: object = {}) => {
    const id = await order(changes);
    const answer = await till.confirm(id, { method });
    expect(answer.status, answer.text).to.equal(200);
    return { id, attempt: await till.attempt(id) };
  };
  const post = (path: string, body: BodyInit) => till.call(path, { method: 'POST', body });
  return { till, clock, order, under, post };
}

/** A message of each provider saying that this attempt is paid, rightly signed. */
const saysPaid = {
  monetix: (id: string) => monetixSigned(JSON.stringify({ ...SUCCESS, payment: { ...SUCCESS.payment, id } })),
  sbps: (id: string) => resultBody({ order_id: id }),
  haipay: (id: string) => haipaySigned(JSON.stringify(notice({ orderId: id, amount: '1000' }))),
};
type Door = keyof typeof saysPaid;
const DOORS: readonly Door[] = ['monetix', 'sbps', 'haipay'];
const STORED: Record<Door, string> = { monetix: 'OK', sbps: 'OK,', haipay: 'SUCCESS' };

/** A provider's no: a status, or SBPS's own word for it. */
const isRefused = ({ status, text }: Answer) => status >= 400 || text.startsWith('NG,');

describe('three providers behind one till', () => {
  for (const [method, owner, changes] of [
    [GCASH, 'sbps', {}],
    [LAWSON, 'haipay', {}],
    [LIGHT, 'monetix', { amount: usd(100) }],
  ] as const) {
    it(`believe nobody else’s word on an attempt of ${owner}`, async () => {
      const { till, under, post } = threeDoors();
      const { id, attempt } = await under(method, changes);
      const before = await till.record(id);
      for (const door of DOORS.filter((name) => name !== owner)) {
        expect((await post(`/webhooks/${door}`, await saysPaid[door](attempt))).text).to.equal(STORED[door]);
        for (const verb of ['GET', 'POST']) {
          const back = await till.call(`/returns/${door}?attempt=${attempt}&hint=success`, { method: verb });
          expect([back.status, codeOf(back)]).to.deep.equal([404, 'not-found']);
        }
      }
      expect(await till.record(id)).to.deep.equal(before);
      expect((await post(`/webhooks/${owner}`, await saysPaid[owner](attempt))).text).to.equal(STORED[owner]);
      expect((await till.session(id)).status).to.equal('succeeded');
    });
  }

  it('refuse what is too long, broken or not theirs, and change nothing', async () => {
    const { till, under, post } = threeDoors();
    const { id, attempt } = await under(GCASH);
    const before = await till.record(id);
    const bodies: BodyInit[] = [
      'x'.repeat(FIVE_MB),
      new Uint8Array(FIVE_MB),
      '['.repeat(200_000),
      '{"a":'.repeat(40_000),
      '%'.repeat(200_000),
      '&'.repeat(200_000),
      new Uint8Array([0xff, 0xfe, 0x00, 0x81]),
      '',
      ...(await Promise.all(DOORS.map((door) => saysPaid[door](attempt)))).map((body) => ascii(`${String(body)}x`)),
    ];
    for (const door of DOORS) {
      for (const body of bodies) expect(isRefused(await post(`/webhooks/${door}`, body)), door).to.equal(true);
    }
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('take a return with a body of any bytes for no more than a way back', async () => {
    const { till, under, post } = threeDoors();
    const { id, attempt } = await under(GCASH);
    const before = await till.record(id);
    const path = `/returns/sbps?attempt=${attempt}&hint=success`;
    const odd: BodyInit[] = [
      new Uint8Array([0x81]),
      '%81',
      '%ZZ',
      '&&&',
      'a=1&a=2',
      `order_id=${attempt}&res_result=OK`,
    ];
    for (const body of odd) expect((await post(path, body)).status).to.equal(303);
    expect(codeOf(await post(path, new Uint8Array(FIVE_MB)))).to.equal('body-too-large');
    expect(await till.record(id)).to.deep.equal(before);
  });
});

describe('sums and names for three providers', () => {
  for (const [method, amount, code] of [
    [LAWSON, yen(299), 'amount-too-low'],
    [LAWSON, yen(150_001), 'amount-too-high'],
    [LAWSON, usd(198), 'amount-too-low'],
    [LAWSON, usd(50_000), 'amount-too-high'],
    ['haipay:au-pay', yen(99), 'amount-too-low'],
    ['haipay:au-pay', usd(98), 'amount-too-low'],
    [GCASH, usd(1000), 'currency'],
    ['sbps:webmoney', usd(1000), 'currency'],
    [LIGHT, yen(1000), 'currency'],
  ] as const) {
    it(`${method} is not started for ${amount.value} ${amount.currency}: ${code}`, async () => {
      const { till, order } = threeDoors();
      const id = await order({ amount });
      const answer = await till.confirm(id, { method });
      expect([answer.status, codeOf(answer)]).to.deep.equal([422, 'method-unavailable']);
      expect(answer.text).to.contain(`"code":"${code}"`);
      expect((await till.record(id)).attempts).to.deep.equal([]);
    });
  }

  for (const [method, amount] of [
    [LAWSON, yen(300)],
    [LAWSON, yen(150_000)],
    [LAWSON, usd(199)],
    [LAWSON, usd(49_999)],
    ['haipay:au-pay', yen(100)],
    ['haipay:au-pay', usd(99)],
    [GCASH, yen(1)],
  ] as const) {
    it(`${method} takes ${amount.value} ${amount.currency}`, async () => {
      const { under } = threeDoors();
      await under(method, { amount });
    });
  }

  it('carry a name of any script where they can, and name the field where not', async () => {
    const { till, order, under } = threeDoors();
    for (const [firstName, lastName] of [
      ['花子', '山田'],
      ['สมชาย', 'ใจดี'],
      ['하늘', '김'],
    ]) {
      await under(LAWSON, { customer: { ...CUSTOMER, firstName, lastName } });
    }
    for (const description of ['สองถ้วย', '컵 두 개', 'Zwei Becher 🍵', 'naïve']) {
      const refused = await till.create({
        order: { id: 'o', description, returnUrl: SHOP },
        amount: yen(1000),
        customer: CUSTOMER,
      });
      expect(codeOf(refused), description).to.equal('customer-invalid');
      expect(refused.text)
        .to.contain('{"field":"order.description","code":"not-shift-jis"}')
        .and.not.contain(description);
    }
    const id = await order({ customer: { id: 'buyer-7', email: CUSTOMER.email, phone: CUSTOMER.phone } });
    const unnamed = await till.confirm(id, { method: LAWSON, input: { name: '김\u0000하늘' } });
    expect(unnamed.text).to.contain('{"field":"name","code":"name-invalid"}');
    expect((await till.confirm(id, { method: LAWSON, input: { name: 'สมชาย ใจดี' } })).status).to.equal(200);
  });
});

describe('steps that are large, short or long', () => {
  it('a QR payload of 3 kB arrives whole, signed and as an event', async () => {
    const payload = Array.from({ length: 3000 }, (_, at) => String.fromCharCode(33 + (at % 90))).join('');
    const { till, clock, under } = threeDoors({ qrCode: payload, payUrl: 'https://pay.example/1' });
    const { id } = await under('haipay:merpay');
    const { text } = await till.get(id);
    const checks = { keys: new KeySet(signer.jwks(), fetch), audience: SHOP, nowMs: clock.ms };
    const { session } = await verifySessionToken(text, checks);
    expect(stepOf(session)).to.include({ type: 'qr', payload });
    const events = await till.bff(new Request(`https://pay.shop.example/reji/sessions/${id}/events`));
    const reader = events.body?.getReader();
    let said = '';
    while (!said.includes('\ndata: ') || !said.endsWith('\n\n')) {
      said += new TextDecoder().decode((await reader?.read())?.value);
    }
    await reader?.cancel();
    const token = /^data: (.+)$/m.exec(said)?.[1] ?? '';
    expect(stepOf((await verifySessionToken(token, checks)).session)).to.include({ payload });
  });

  for (const [what, minutes, livesMs] of [
    ['3 seconds away', 0.05, 3000],
    ['35 days away', 35 * 1440, 35 * 86_400_000],
  ] as const) {
    it(`a deadline ${what} is kept: the session lives to it and the attempt no longer`, async () => {
      const { till, clock, under } = threeDoors({ payUrl: 'https://pay.example/1' }, { konbini: minutes });
      const { id, attempt } = await under(LAWSON);
      const begun = clock.ms;
      const { deadline } = stepOf(await till.session(id)) as { deadline: string };
      expect(Date.parse(deadline)).to.equal(begun + livesMs);
      clock.ms = begun + livesMs - 1;
      expect((await till.session(id)).status).to.equal('pending');
      // HaiPay may not be asked sooner than 5 s after the start.
      clock.ms = Math.max(begun + livesMs, begun + 6000);
      await till.bff.sweep();
      expect((await till.record(id)).attempts[0]).to.include({ id: attempt, status: 'abandoned', code: 'timed-out' });
      expect((await till.session(id)).status).to.equal(livesMs > 3_600_000 ? 'expired' : 'open');
    });
  }

  it('a deadline that is past when the step arrives ends the attempt, and its money still counts', async () => {
    const { till, clock, under, post } = threeDoors({ payUrl: 'https://pay.example/1' }, { konbini: 0.001 });
    const { id, attempt } = await under(LAWSON);
    clock.pass(6);
    expect(sessionOf(await till.get(id))).to.deep.include({ status: 'open' });
    expect((await post('/webhooks/haipay', await saysPaid.haipay(attempt))).text).to.equal('SUCCESS');
    expect((await till.session(id)).status).to.equal('succeeded');
  });
});

function stepOf(session: Session) {
  return session.status === 'pending' ? session.nextAction : expect.fail(session.status);
}
