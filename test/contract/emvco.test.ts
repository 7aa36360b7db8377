import { expect } from '@open-wc/testing';
import { crc16, isDamagedEmvco } from '../../src/contract/emvco.js';
import vectors from '../fixtures/emvco-vectors.json' with { type: 'json' };
import { emvco } from './emvco-payload.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('EMVCo payloads', () => {
  for (const { name, payload, damaged } of vectors) {
    it(`${damaged ? 'refuses' : 'takes'} ${name}`, () => {
      expect(isDamagedEmvco(payload)).to.equal(damaged);
    });
  }

  it("takes the document's sample once it is whole: amount, country, name and city in place, and the CRC anew", () => {
    const whole = [
      ['28', '0011ph.ppmi.p2m0111OPDVPHM1XXX0315777148000000017041652948137245442930503001'],
      ['52', '6016'],
      ['53', '608'],
      ['54', '10000.00'],
      ['58', 'PH'],
      ['59', 'TEST MERCHANT'],
      ['60', 'City Of Mandalu'],
      ['62', '0010ph.allbank05062110000803***'],
      ['88', '0012ph.ppmi.qrph0111OPDVPHM1XXX'],
    ] as const;
    expect(isDamagedEmvco(emvco(whole))).to.equal(false);
  });

  it('counts a name in another script by characters or by bytes', () => {
    const name = 'ร้านสวัสดี';
    expect(isDamagedEmvco(emvco([['59', name]]))).to.equal(false);
    expect(isDamagedEmvco(emvco([['59', name]], (text) => bytes(text).length))).to.equal(false);
  });

  it('takes a CRC in small letters', () => {
    const payload = emvco([['59', 'A SHOP']]);
    expect(isDamagedEmvco(payload.slice(0, -4) + payload.slice(-4).toLowerCase())).to.equal(false);
  });

  const good = emvco([
    ['54', '12480'],
    ['59', 'A SHOP'],
  ]);
  it('notices any single character that is lost, doubled or changed', () => {
    const wrong = (payload: string) => payload !== good && !isDamagedEmvco(payload);
    const slipped: string[] = [];
    for (let at = 0; at < good.length; at++) {
      const [before, it, after] = [good.slice(0, at), good[at] ?? '', good.slice(at + 1)];
      const other = it === '7' ? '3' : '7';
      const changed = [other, it + it, '', 'O', ':', ` ${it}`].map((letters) => before + letters + after);
      slipped.push(...changed.filter(wrong));
    }
    expect(slipped).to.deep.equal([]);
  });

  it('wants the CRC as the last object, and nothing after it', () => {
    const open = '0002015303392';
    for (const payload of ['000201', open, `${open}6304`, `${good}00`, `${good}\n`, `${good}${good}`]) {
      expect(isDamagedEmvco(payload), payload).to.equal(true);
    }
  });

  it('leaves other payloads alone', () => {
    const ends = 'pay?q=000201-6304A1B2';
    for (const payload of [
      '',
      '0002',
      'https://pay.example/q/000201',
      'HELLO',
      `https://${ends}`,
      `wallet-app:${ends}`,
    ]) {
      expect(isDamagedEmvco(payload), payload).to.equal(false);
    }
  });

  it('is not fooled by a URL inside of a code', () => {
    const wallet = emvco([['26', '0016https://a.exampl']]);
    expect([wallet, `O${wallet.slice(1)}`].map(isDamagedEmvco)).to.deep.equal([false, true]);
  });

  it('computes the check value of the CRC', () => {
    expect(crc16(bytes('123456789'))).to.equal(0x29b1);
  });
});
