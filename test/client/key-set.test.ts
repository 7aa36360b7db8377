import { expect } from '@open-wc/testing';
import { KeySet } from '../../src/client/key-set.js';
import type { Fetch } from '../../src/client/timed-fetch.js';
import { refusal } from './refusal.js';
import { Signer } from './tokens.js';

const URL_OF_KEYS = 'https://pay.example/.well-known/jwks.json';

describe('KeySet', () => {
  let one: Signer;
  let two: Signer;
  let asked: string[];
  let answer: () => Response | Promise<Response>;
  const fetch: Fetch = async (input) => {
    asked.push(new Request(input).url);
    return answer();
  };

  before(async () => {
    one = await Signer.make('one');
    two = await Signer.make('two');
  });

  beforeEach(() => {
    asked = [];
    answer = () => Response.json(one.jwks);
  });

  it('finds pinned keys without asking anybody', async () => {
    const keys = new KeySet({ keys: [one.publicJwk, two.publicJwk] }, fetch);
    const key = await keys.find('two');
    expect(key.usages).to.deep.equal(['verify']);
    expect(key.extractable).to.equal(false);
    expect(await keys.find('two')).to.equal(key);
    expect((await refusal(keys.find('three'))).code).to.equal('key-unknown');
    expect(asked).to.deep.equal([]);
  });

  it('passes over keys that are not for this', async () => {
    const rsa = { kty: 'RSA', kid: 'one', n: 'AQAB', e: 'AQAB' };
    const forEncryption = { ...one.publicJwk, use: 'enc' };
    const otherCurve = { ...one.publicJwk, crv: 'P-384' };
    const nameless = { ...one.publicJwk, kid: undefined };
    const keys = new KeySet({ keys: [rsa, forEncryption, otherCurve, nameless] }, fetch);
    expect((await refusal(keys.find('one'))).code).to.equal('key-unknown');
  });

  it('does not know a key that can not be imported', async () => {
    const keys = new KeySet({ keys: [{ ...one.publicJwk, x: 'AAAA' }] }, fetch);
    expect((await refusal(keys.find('one'))).code).to.equal('key-unknown');
  });

  it('fetches a pinned URL once, also for two at a time', async () => {
    const keys = new KeySet(URL_OF_KEYS, fetch);
    await Promise.all([keys.find('one'), keys.find('one')]);
    await keys.find('one');
    expect(asked).to.deep.equal([URL_OF_KEYS]);
  });

  it('fetches once more for an unknown key id, and finds the new key', async () => {
    const keys = new KeySet(URL_OF_KEYS, fetch);
    await keys.find('one');
    answer = () => Response.json({ keys: [two.publicJwk, one.publicJwk] });
    await keys.find('two');
    expect(asked).to.have.length(2);
  });

  it('fetches only once for a key id that nobody knows', async () => {
    const keys = new KeySet(URL_OF_KEYS, fetch);
    await keys.find('one');
    for (let n = 0; n < 3; n++) expect((await refusal(keys.find('nobody'))).code).to.equal('key-unknown');
    expect(asked).to.have.length(2);
  });

  it('keeps the key it knows when the same id comes with another one, also before it was used', async () => {
    const keys = new KeySet(URL_OF_KEYS, fetch);
    answer = () => Response.json({ keys: [one.publicJwk, two.publicJwk] });
    const first = await keys.find('one');
    const useless = { ...two.publicJwk, x: 'AAAA' };
    answer = () => Response.json({ keys: [{ ...useless, kid: 'one' }, useless] });
    await refusal(keys.find('nobody'));
    expect(await keys.find('one')).to.equal(first);
    await keys.find('two');
  });

  it('asks again after a failed fetch', async () => {
    const keys = new KeySet(URL_OF_KEYS, fetch);
    answer = () => Promise.reject(new TypeError('no network'));
    const error = await refusal(keys.find('one'));
    expect([error.code, error.retryable]).to.deep.equal(['network-unreachable', true]);
    answer = () => new Response('', { status: 503 });
    expect((await refusal(keys.find('one'))).code).to.equal('server-unavailable');
    answer = () => Response.json(one.jwks);
    await keys.find('one');
  });

  it('refuses answers that are no key set', async () => {
    for (const odd of [
      () => new Response('<html>'),
      () => Response.json({}),
      () => new Response('', { status: 404 }),
    ]) {
      answer = odd;
      expect((await refusal(new KeySet(URL_OF_KEYS, fetch).find('one'))).code).to.equal('answer-invalid');
    }
  });

  it('asks no URL that is not https', async () => {
    for (const url of ['http://pay.example/jwks', 'data:application/json,{}', 'jwks.json']) {
      expect((await refusal(new KeySet(url, fetch).find('one'))).code).to.equal('key-unknown');
    }
    expect(asked).to.deep.equal([]);
  });
});
