import { expect } from '@open-wc/testing';
import { convert } from 'encoding-japanese';
import { sameHash, sbpsHash } from '../../src/sandbox/sbps-hash.js';
import { readShiftJisForm, toShiftJis, writeShiftJisForm } from '../../src/sandbox/sbps-shift-jis.js';
import vectors from '../fixtures/sbps-vectors.json' with { type: 'json' };

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Iterable<number>) => Array.from(bytes, (byte) => byte.toString(16)).join(' ');

describe('SBPS sandbox: sps_hashcode', () => {
  for (const vector of vectors.sbps_hashcode) {
    it(`is that of the vector ${vector.id}`, async () => {
      const { form_body: body, params } = vector as { form_body?: string; params?: Record<string, string> };
      const sent = body === undefined ? (params ?? {}) : Object.fromEntries(readShiftJisForm(bytesOf(body)));
      const fields = vector.hash_order.map((name): [string, string] => [name, sent[name] ?? '']);
      const charset = vector.hash_charset === 'utf-8' ? 'utf-8' : 'shift_jis';
      const hash = await sbpsHash(fields, vector.hashkey, charset);
      expect(hash).to.equal(vector.expected.toLowerCase());
      expect(sameHash(hash, vector.expected)).to.be.true;
      const { expected_if_cp932: other } = vector as { expected_if_cp932?: string };
      if (other !== undefined) expect(await sbpsHash(fields, vector.hashkey, 'shift_jis')).to.equal(other);
    });
  }

  it('trims values, and compares without case', async () => {
    const hash = await sbpsHash(
      [
        ['a', ' x '],
        ['b', ''],
      ],
      'key',
      'utf-8',
    );
    expect(await sbpsHash([['a', 'x']], 'key', 'utf-8')).to.equal(hash);
    expect(sameHash(hash, hash.toUpperCase())).to.be.true;
    for (const wrong of ['', hash.slice(1), `${hash}0`, hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'))]) {
      expect(sameHash(hash, wrong), wrong).to.be.false;
    }
  });

  it('refuses to hash as Shift_JIS what is not in it', async () => {
    let thrown: unknown;
    await sbpsHash([['a', '😀']], 'key', 'shift_jis').catch((error: unknown) => (thrown = error));
    expect(thrown).to.be.instanceOf(RangeError);
  });
});

describe('SBPS sandbox: Shift_JIS', () => {
  it('writes the bytes that another encoder writes', () => {
    const texts = ['テスト商品', '継続課金', 'ﾊﾝｶｸ ｶﾅ', '表示能力ソ噂', 'ABC xyz 0-9 ~\\', '№①㈱', '亜熙', 'Ж Ω'];
    for (const text of texts) {
      const other = convert(
        Array.from(text, (character) => character.charCodeAt(0)),
        { from: 'UNICODE', to: 'SJIS' },
      );
      expect(hex(toShiftJis(text) ?? []), text).to.equal(hex(other));
    }
  });

  it('writes whatever the platform reads, back to the same text', () => {
    const leads = [...Array(0x1f).keys()]
      .map((one) => one + 0x81)
      .concat([...Array(0x1d).keys()].map((one) => one + 0xe0));
    for (const lead of leads) {
      for (let trail = 0x40; trail <= 0xfc; trail += 1) {
        const text = new TextDecoder('shift_jis').decode(Uint8Array.of(lead, trail));
        if (!/^[^\uFFFD\uE000-\uF8FF\p{ASCII}]$/u.test(text)) continue;
        const bytes = toShiftJis(text) ?? expect.fail(`${text} ${hex([lead, trail])}`);
        expect(new TextDecoder('shift_jis').decode(bytes)).to.equal(text);
      }
    }
  });

  it('writes nothing for a text that has a character of another script', () => {
    for (const text of ['😀', 'ไทย', '한글', 'é', '\uE000', 'x\u0000y€'])
      expect(toShiftJis(text), text).to.be.undefined;
  });

  it('reads and writes forms as browsers do, trail bytes in ASCII included', () => {
    const body = 'item_name=%83e%83X%83g+%8F%A4%95i%26%3D&free1=&%83%5C=%5C~*-._';
    const fields = readShiftJisForm(bytesOf(body));
    expect(fields).to.deep.equal([
      ['item_name', 'テスト 商品&='],
      ['free1', ''],
      ['ソ', '\\~*-._'],
    ]);
    expect(writeShiftJisForm(fields)).to.equal('item_name=%83e%83X%83g+%8F%A4%95i%26%3D&free1=&%83%5C=%5C%7E*-._');
    expect(readShiftJisForm(bytesOf('a&b=100%&'))).to.deep.equal([
      ['a', ''],
      ['b', '100%'],
    ]);
    expect(() => readShiftJisForm(bytesOf('a=%FF'))).to.throw(TypeError);
    expect(() => readShiftJisForm(bytesOf('a=%83'))).to.throw(TypeError);
  });
});
