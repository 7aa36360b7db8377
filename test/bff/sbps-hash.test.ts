import { expect } from '@open-wc/testing';
import { sameHashcode, sbpsHasher } from '../../src/bff/providers/sbps-hash.js';
import { toShiftJis } from '../../src/bff/providers/sbps-shift-jis.js';
import vectors from '../fixtures/sbps-vectors.json' with { type: 'json' };

describe('sbps hash', () => {
  for (const vector of vectors.sbps_hashcode) {
    it(`is the one of the sample ${vector.id}`, async () => {
      const { hashkey, hash_input: whole, hash_charset: charset, expected } = vector;
      const text = whole.slice(0, -hashkey.length);
      expect(whole.endsWith(hashkey)).to.equal(true);
      const hasher = sbpsHasher(hashkey);
      const bytes = toShiftJis(text) ?? expect.fail('not Shift_JIS');
      const hash = charset === 'utf-8' ? await hasher.ofTexts([text]) : await hasher.ofBytes([bytes]);
      expect(hash).to.equal(expected.toLowerCase());
      expect(sameHashcode(hash, expected)).to.equal(true);
    });
  }

  it('takes values trimmed and joined, and nothing of empty ones', async () => {
    const hasher = sbpsHasher('key');
    const plain = await hasher.ofTexts(['あ い', 'b']);
    expect(await hasher.ofTexts([' あ い\t', '', '\n', 'b '])).to.equal(plain);
    const bytes = (text: string) => toShiftJis(text) ?? expect.fail(text);
    const sjis = await hasher.ofBytes([bytes('あ い'), bytes('b')]);
    expect(await hasher.ofBytes([bytes(' あ い\t'), bytes(''), bytes(' '), bytes('b ')])).to.equal(sjis);
    expect(sjis).not.to.equal(plain);
    expect(await hasher.ofTexts(['　'])).not.to.equal(await hasher.ofTexts(['']));
  });

  it('is compared without case, whole, and with nothing else', () => {
    const hash = 'be33a23ec4b61a34545e0a485d0897e33383f4de';
    expect(sameHashcode(hash, hash.toUpperCase())).to.equal(true);
    for (const other of ['', hash.slice(1), `${hash}0`, `0${hash.slice(1)}`, `${hash.slice(0, -1)}0`, `${hash} `]) {
      expect(sameHashcode(hash, other), other).to.equal(false);
    }
  });
});
