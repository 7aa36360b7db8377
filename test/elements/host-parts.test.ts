import { expect } from '@open-wc/testing';
import { hostParts } from '../../src/elements/host-parts.js';

describe('hostParts', () => {
  const cases: [host: string, before: string, registered: string][] = [
    ['paymentpage.trxhost.com', 'paymentpage.', 'trxhost.com'],
    ['example.com', '', 'example.com'],
    ['a.b.c.example.com:8443', 'a.b.c.', 'example.com:8443'],
    ['pay.example.co.jp', 'pay.', 'example.co.jp'],
    ['pay.example.com.hk:444', 'pay.', 'example.com.hk:444'],
    ['example.or.jp', '', 'example.or.jp'],
    ['pay.example.jp', 'pay.', 'example.jp'],
    ['webmoney.com.evil.example', 'webmoney.com.', 'evil.example'],
    ['xn--80ak6aa92e.example.org', 'xn--80ak6aa92e.', 'example.org'],
    ['127.0.0.1:4100', '', '127.0.0.1:4100'],
    ['[::1]:4100', '', '[::1]:4100'],
    ['localhost', '', 'localhost'],
  ];
  for (const [host, before, registered] of cases) {
    it(`cuts ${host} before ${registered}`, () => {
      expect(hostParts(host)).to.eql([before, registered]);
    });
  }
});
