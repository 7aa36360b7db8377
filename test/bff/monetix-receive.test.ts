import { expect } from '@open-wc/testing';
import type { MonetixOptions } from '../../src/bff/providers/monetix-options.js';
import vectors from '../fixtures/monetix-vectors.json' with { type: 'json' };
import { PAYMENT_ID, provider, receive, receiveText, REDIRECT, refusalOf, signed, SUCCESS } from './monetix-case.js';

const text = JSON.stringify(SUCCESS);

describe('monetix callbacks', () => {
  it('are answered 200 OK once stored', async () => {
    const body = new TextEncoder().encode(await signed(text));
    const received = await provider().receive(new Request('https://bff.example/', { method: 'POST', body }), body);
    const reply = received.reply();
    expect(reply.status).to.equal(200);
    expect(await reply.text()).to.equal('OK');
  });

  it('are refused without a right signature', async () => {
    const right = await signed(text);
    const refused = ['signature-invalid', 400];
    expect(await refusalOf(text)).to.deep.equal(refused);
    expect(await refusalOf(await signed(text, 'another key'))).to.deep.equal(refused);
    expect(await refusalOf(right.replace('"amount":100', '"amount":101'))).to.deep.equal(refused);
    expect(await refusalOf(right.replace('"status":"success"', '"status":"decline"'))).to.deep.equal(refused);
    expect(await refusalOf(right.replace('{', '{"extra":1,'))).to.deep.equal(refused);
    expect(await refusalOf(right.replace(/"signature":"./, '"signature":"*'))).to.deep.equal(refused);
    expect(await refusalOf(right.replace(/"signature":"[^"]*"/, '"signature":[]'))).to.deep.equal(refused);
    expect(await refusalOf('[]')).to.deep.equal(refused);
    expect(await refusalOf('null')).to.deep.equal(refused);
    expect(await refusalOf('"text"')).to.deep.equal(refused);
  });

  it('may carry the signature under general and what is not signed', async () => {
    const right = await signed(text);
    const signature = /"signature":"([^"]*)"/.exec(right)?.[1] ?? '';
    const older = JSON.stringify({ ...SUCCESS, general: { signature }, frame_mode: 'popup' });
    expect(await receiveText(older)).to.have.length(1);
  });

  it('are verified as they arrived: spacing, order, escapes and semicolons', async () => {
    const odd = { ...SUCCESS, operation: { ...SUCCESS.operation, message: 'Declined; try "again"\n№ 💳' } };
    const body = await signed(JSON.stringify(odd, null, 4));
    expect(await receiveText(body)).to.have.length(1);
    const escaped = (await signed(text)).replace('"Success"', '"\\u0053uccess"').replace('{', ' \n{\t');
    expect(await receiveText(escaped)).to.have.length(1);
  });

  it('are refused when they can’t be read', async () => {
    const refused = ['message-invalid', 400];
    const deep = `${'['.repeat(50)}${']'.repeat(50)}`;
    for (const body of ['', 'a=b', '{', `{"signature":"x","a":${deep}}`]) {
      expect(await refusalOf(body), body).to.deep.equal(refused);
    }
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]);
    const request = new Request('https://bff.example/', { method: 'POST' });
    const error: unknown = await provider()
      .receive(request, bytes)
      .catch((caught: unknown) => caught);
    expect(error).to.have.property('code', 'message-invalid');
  });

  it('survive a hostile body before its signature is known', async () => {
    const wide = JSON.stringify({ signature: 'x', a: Array.from({ length: 60_000 }, (_, i) => i) });
    expect(await refusalOf(wide)).to.deep.equal(['message-invalid', 400]);
    const long = JSON.stringify({ signature: 'x', ['k'.repeat(100_000)]: Array.from({ length: 4000 }, () => 0) });
    expect(await refusalOf(long)).to.deep.equal(['message-invalid', 400]);
    expect(await refusalOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).to.deep.equal(['signature-invalid', 400]);
    const proto = '{"__proto__":{"project_id":238},"constructor":{"payment":1},"signature":"x"}';
    expect(await refusalOf(proto)).to.deep.equal(['signature-invalid', 400]);
  });

  it('are for our project and name a payment', async () => {
    const refusal = async (body: object) => refusalOf(await signed(JSON.stringify(body)));
    expect(await refusal({ ...SUCCESS, project_id: 239 })).to.deep.equal(['message-invalid', 400]);
    expect(await refusal({ ...SUCCESS, project_id: undefined })).to.deep.equal(['message-invalid', 400]);
    expect(await refusal({ ...SUCCESS, payment: { ...SUCCESS.payment, id: '' } })).to.deep.equal([
      'message-invalid',
      400,
    ]);
    expect(await refusal({ ...SUCCESS, project_id: '238' })).to.deep.equal(['taken', 200]);
  });

  it('for an unknown payment are handed on: the core stores them', async () => {
    const [message] = await receive({ ...SUCCESS, payment: { ...SUCCESS.payment, id: 'unknown-1' } });
    expect(message?.attemptId).to.equal('unknown-1');
  });
});

describe('monetix redirection data', () => {
  const action = async (data: unknown, options: Partial<MonetixOptions> = {}) => {
    const [message] = await receive({ ...REDIRECT, redirect_data: data } as never, options);
    const outcome = message?.outcome ?? expect.fail('no message');
    return outcome.type === 'pending' ? outcome.nextAction : expect.fail(outcome.type);
  };
  const refusal = async (change: object, options: Partial<MonetixOptions> = {}) =>
    refusalOf(
      await signed(JSON.stringify({ ...REDIRECT, redirect_data: { ...REDIRECT.redirect_data, ...change } })),
      options,
    );

  it('may be a GET and may have no fields', async () => {
    const url = 'https://example.com/redirect?a=1';
    for (const body of [[], {}, null, '', undefined]) {
      expect(await action({ method: 'get', url, body, encrypted: ['x'] })).to.deep.equal({
        type: 'redirect',
        method: 'GET',
        url,
        fields: [],
        charset: 'UTF-8',
      });
    }
  });

  it('keeps names and values as they are', async () => {
    const body = { 'a"b': 'c\nd', '№': '💳', n: 1.5, t: true, f: false, z: null, e: '' };
    expect(await action({ method: 'POST', url: 'https://example.com/', body }))
      .to.have.property('fields')
      .that.deep.equals([
        ['a"b', 'c\nd'],
        ['№', '💳'],
        ['n', '1.5'],
        ['t', '1'],
        ['f', '0'],
        ['z', ''],
        ['e', ''],
      ]);
  });

  it('is read in the older spelling, vector PHPCF4', async () => {
    const { key, input } = vectors.monetix_signature.find(({ id }) => id === 'PHPCF4') ?? expect.fail('PHPCF4');
    // The vector has no project and no real URL, so it is only known to be rightly signed.
    expect(await refusalOf(JSON.stringify(input), { secret: key })).to.deep.equal(['message-invalid', 400]);
    const { redirect_data: data, ...rest } = REDIRECT;
    const [message] = await receive({ ...rest, redirectData: { ...data, body: [] } });
    expect(message?.outcome).to.have.nested.property('nextAction.url', 'https://example.com/redirect');
  });

  it('is refused when its URL is not safe to go to', async () => {
    const refused = ['message-invalid', 400];
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://example.com/',
      'https://user:pass@example.com/',
      '//example.com/',
      '/redirect',
      '',
      undefined,
    ]) {
      expect(await refusal({ url }), url).to.deep.equal(refused);
    }
    const options = { redirectHosts: ['*.webmoney.example'] };
    expect(await refusal({}, options)).to.deep.equal(refused);
    expect(await refusal({ url: 'https://webmoney.example.evil.example/' }, options)).to.deep.equal(refused);
    for (const url of ['https://pay.webmoney.example/', 'https://paymentpage.trxhost.com/x']) {
      expect(await refusal({ url }, options)).to.deep.equal(['taken', 200]);
    }
  });

  it('is refused when its method or body is not one of a form', async () => {
    const refused = ['message-invalid', 400];
    expect(await refusal({ method: 'PUT' })).to.deep.equal(refused);
    expect(await refusal({ body: { a: { b: 1 } } })).to.deep.equal(refused);
    expect(await refusal({ body: ['a'] })).to.deep.equal(refused);
    expect(await refusal({ body: 'a=b' })).to.deep.equal(refused);
  });

  it('is left to Payment Page where the buyer is on it', async () => {
    expect(await action(REDIRECT.redirect_data, { interface: 'payment-page' })).to.equal(undefined);
    const mixed = { interface: { light: 'gate', classic: 'payment-page' } } as const;
    expect(await action(REDIRECT.redirect_data, mixed)).to.have.property('type', 'redirect');
  });

  it('no longer counts in a final state', async () => {
    const [message] = await receive({ ...SUCCESS, redirect_data: { url: 'javascript:x' } });
    expect(message?.outcome.type).to.equal('paid');
  });
});

describe('monetix return URL', () => {
  const read = (url: string) => provider().readReturn(new URL(url, 'https://bff.example'), new Uint8Array());

  it('is a hint for an attempt', () => {
    for (const hint of ['success', 'decline', 'return'] as const) {
      expect(read(`/returns/monetix?attempt=${PAYMENT_ID}&hint=${hint}`)).to.deep.equal({
        attemptId: PAYMENT_ID,
        hint,
      });
    }
  });

  it('is ours or nothing', () => {
    for (const url of [
      '/returns/monetix',
      '/returns/monetix?attempt=a',
      '/returns/monetix?attempt=a&hint=paid',
      '/returns/monetix?attempt=a%0Ab&hint=success',
      `/returns/monetix?attempt=${'a'.repeat(65)}&hint=success`,
      '/returns/other?attempt=a&hint=success',
    ]) {
      expect(read(url), url).to.equal(undefined);
    }
  });
});
