import { expect } from '@open-wc/testing';
import { dateOf, errorOf, hasMediaType, retryAfterOf } from '../../src/client/answer-error.js';
import { backoff } from '../../src/client/backoff.js';
import { CheckoutError } from '../../src/client/checkout-error.js';
import { parseSessionUrl, sessionAddress } from '../../src/client/session-url.js';

const nowMs = Date.parse('2026-11-21T05:26:00Z');
const answer = (status: number, headers: Record<string, string> = {}, body: string | null = null) =>
  new Response(body, { status, headers });
const problem = (status: number, body: object) =>
  answer(status, { 'content-type': 'application/problem+json; charset=utf-8' }, JSON.stringify(body));

describe('errorOf', () => {
  it('passes the code of the BFF through, with its problem', async () => {
    const errors = [{ field: 'input.wmid', code: 'wmid-invalid' }];
    const error = await errorOf(problem(422, { title: 'No', status: 422, code: 'input-invalid', errors }), nowMs);
    expect(error).to.include({ code: 'input-invalid', status: 422, retryable: false, message: 'input-invalid' });
    expect(error.problem?.errors).to.deep.equal(errors);
  });

  it('passes codes through that it does not know', async () => {
    const error = await errorOf(problem(409, { title: 'x', status: 409, code: 'newer-code' }), nowMs);
    expect(error).to.include({ code: 'newer-code', retryable: false });
  });

  it('calls a passing trouble retryable, whatever its code', async () => {
    for (const status of [408, 425, 429, 500, 503]) {
      expect((await errorOf(problem(status, { title: 'x', status, code: 'internal' }), nowMs)).retryable).to.be.true;
      expect(await errorOf(answer(status), nowMs)).to.include({ code: 'server-unavailable', retryable: true, status });
    }
  });

  it('makes no code out of other answers', async () => {
    expect(await errorOf(answer(404, { 'content-type': 'text/html' }, '<html>'), nowMs)).to.include({
      code: 'answer-invalid',
    });
    expect((await errorOf(problem(404, { code: 5 }), nowMs)).code).to.equal('answer-invalid');
    const broken = answer(502, { 'content-type': 'application/problem+json' }, '{');
    expect((await errorOf(broken, nowMs)).code).to.equal('server-unavailable');
  });

  it('reads Retry-After in seconds and as a date, by the clock of the server', async () => {
    const date = 'Sat, 21 Nov 2026 05:26:30 GMT';
    expect(retryAfterOf(answer(503, { 'retry-after': '7' }), nowMs)).to.equal(7000);
    expect(retryAfterOf(answer(503, { 'retry-after': date }), nowMs)).to.equal(30_000);
    const dated = answer(503, { 'retry-after': date, date: 'Sat, 21 Nov 2026 05:26:20 GMT' });
    expect(retryAfterOf(dated, nowMs - 99_999)).to.equal(10_000);
    expect(retryAfterOf(answer(503, { 'retry-after': date }), nowMs + 60_000)).to.equal(0);
    for (const odd of ['', '-1', 'soon', '1.5']) {
      expect(retryAfterOf(answer(503, { 'retry-after': odd }), nowMs) ?? 0, odd).to.equal(0);
    }
    expect((await errorOf(answer(429, { 'retry-after': '3' }), nowMs)).retryAfterMs).to.equal(3000);
  });

  it('reads media types and dates', () => {
    expect(hasMediaType(answer(200, { 'content-type': 'Application/JOSE; x=1' }), 'application/jose')).to.be.true;
    expect(hasMediaType(answer(200, { 'content-type': 'application/jose+x' }), 'application/jose')).to.be.false;
    expect(dateOf(answer(200, { date: 'Sat, 21 Nov 2026 05:26:00 GMT' }))).to.equal(nowMs);
    expect(dateOf(answer(200))).to.equal(undefined);
  });
});

describe('CheckoutError', () => {
  it('keeps one of its kind and takes anything else for a failed network', () => {
    const own = new CheckoutError('token-audience');
    expect(CheckoutError.from(own)).to.equal(own);
    const cause = new TypeError('Failed to fetch');
    expect(CheckoutError.from(cause)).to.include({ code: 'network-unreachable', retryable: true, cause });
    expect(own).to.include({ retryable: false, name: 'CheckoutError', status: undefined });
  });
});

describe('backoff', () => {
  it('doubles up to the cap and is anything below', () => {
    const longest = [1, 2, 3, 4, 5, 99].map((failures) => backoff(failures, () => 1, 1000, 10_000));
    expect(longest).to.deep.equal([1000, 2000, 4000, 8000, 10_000, 10_000]);
    expect(backoff(3, () => 0.25, 1000, 10_000)).to.equal(1000);
    expect(backoff(9, () => 0, 1000, 10_000)).to.equal(0);
  });
});

describe('parseSessionUrl', () => {
  const refused = (url: string) => {
    try {
      parseSessionUrl(url);
      return 'taken';
    } catch (error) {
      return (error as CheckoutError).code;
    }
  };

  it('takes it apart, with a path before it and without', () => {
    const own = { url: 'https://pay.example/reji/sessions/abc-1', issuer: 'https://pay.example/reji', id: 'abc-1' };
    expect(parseSessionUrl('https://pay.example/reji/sessions/abc-1')).to.deep.equal(own);
    expect(parseSessionUrl('https://pay.example/reji/sessions/abc-1/?a=b#c')).to.deep.equal(own);
    expect(parseSessionUrl('http://127.0.0.1:8080/sessions/x').issuer).to.equal('http://127.0.0.1:8080');
    expect(sessionAddress('https://pay.example/reji/', 'abc-1')).to.deep.equal(own);
  });

  it('refuses anything else', () => {
    const odd = [
      '/sessions/x',
      'https://pay.example/sessions/',
      'https://pay.example/session/x',
      'https://p.example/sessions/a/b',
    ];
    const bad = [
      'http://pay.example/sessions/x',
      'javascript:alert(1)//sessions/x',
      'https://u:p@pay.example/sessions/x',
    ];
    for (const url of [...odd, ...bad, 'data:,/sessions/x', 'https://p.example/sessions/%2e%2e', '']) {
      expect(refused(url), url).to.equal('session-url-invalid');
    }
  });
});
