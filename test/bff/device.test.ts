import { expect } from '@open-wc/testing';
import { deviceOf } from '../../src/bff/device.js';

describe('deviceOf', () => {
  for (const [device, userAgent] of [
    ['featurePhone', 'DoCoMo/2.0 P903i(c100;TB;W24H12)'],
    ['featurePhone', 'KDDI-CA39 UP.Browser/6.2.0.13.1.5 (GUI) MMP/2.0'],
    ['featurePhone', 'SoftBank/1.0/910T/TJ001/SN123456789012345 Browser/NetFront/3.3'],
    ['featurePhone', 'Mozilla/3.0(WILLCOM;KYOCERA/WX310K/2;1.2.2.16.000000/0.1/C100) Opera 7.0'],
    [
      'mobile',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1',
    ],
    ['mobile', 'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'],
    ['pc', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'],
    ['pc', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'],
    [undefined, ''],
    [undefined, null],
  ] as const) {
    it(`takes ${userAgent ?? 'no header'} for ${device ?? 'nothing'}`, () =>
      expect(deviceOf(userAgent)).to.equal(device));
  }
});
