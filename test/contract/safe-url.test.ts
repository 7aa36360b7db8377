import { expect } from '@open-wc/testing';
import { checkUrl, isLoopback } from '../../src/contract/safe-url.js';

const outcome = (text: string, hosts?: string[]) => {
  const check = checkUrl(text, hosts);
  return check.ok ? check.url.href : check.code;
};

describe('checkUrl', () => {
  const cases: [string, string][] = [
    ['https://pay.example/x?a=1#b', 'https://pay.example/x?a=1#b'],
    ['HTTPS://PAY.EXAMPLE', 'https://pay.example/'],
    ['https://pay.example:8443/', 'https://pay.example:8443/'],
    ['https://пример.example/', 'https://xn--e1afmkfd.example/'],
    [' https://pay.example/ ', 'https://pay.example/'],
    ['http://localhost:3000/', 'http://localhost:3000/'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000/'],
    ['http://127.1/', 'http://127.0.0.1/'],
    ['http://[::1]:3000/', 'http://[::1]:3000/'],
    ['http://pay.example/', 'url-scheme'],
    ['http://127.0.0.1.evil.example/', 'url-scheme'],
    ['http://localhost.evil.example/', 'url-scheme'],
    ['http://10.0.0.1/', 'url-scheme'],
    ['http://0.0.0.0/', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
    ['JaVaScRiPt:alert(1)', 'url-scheme'],
    ['\u0001javascript:alert(1)', 'url-scheme'],
    ['java\nscript:alert(1)', 'url-scheme'],
    ['javascript://pay.example/%0aalert(1)', 'url-scheme'],
    ['data:text/html,x', 'url-scheme'],
    ['blob:https://pay.example/1', 'url-scheme'],
    ['file:///etc/passwd', 'url-scheme'],
    ['ftp://pay.example/', 'url-scheme'],
    ['ws://127.0.0.1/', 'url-scheme'],
    ['https://user@pay.example/', 'url-credentials'],
    ['https://user:secret@pay.example/', 'url-credentials'],
    ['https://:secret@pay.example/', 'url-credentials'],
    ['https://pay.example@evil.example/', 'url-credentials'],
    ['', 'url-invalid'],
    ['/checkout', 'url-invalid'],
    ['//pay.example/', 'url-invalid'],
    ['pay.example', 'url-invalid'],
    ['https://', 'url-invalid'],
    ['https://pay.example:99999/', 'url-invalid'],
    ['http://127.0.0.999/', 'url-invalid'],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} → ${expected}`, () => expect(outcome(text)).to.equal(expected));
  }
});

describe('checkUrl with an allow-list', () => {
  const allowed: [string, string[]][] = [
    ['https://pay.example/', ['pay.example']],
    ['https://pay.example:443/', ['pay.example']],
    ['https://PAY.example/', ['Pay.Example']],
    ['https://pay.example:8443/', ['pay.example:8443']],
    ['https://a.pay.example/', ['other.example', '*.pay.example']],
    ['https://a.b.pay.example/', ['*.pay.example']],
    ['http://127.0.0.1:3000/', ['127.0.0.1:3000']],
  ];
  for (const [text, hosts] of allowed) {
    it(`lets ${text} through for ${hosts.join(' ')}`, () => expect(outcome(text, hosts)).to.equal(new URL(text).href));
  }

  const refused: [string, string[]][] = [
    ['https://evil.example/', ['pay.example']],
    ['https://pay.example:8443/', ['pay.example']],
    ['https://sub.pay.example/', ['pay.example']],
    ['https://pay.example/', ['*.pay.example']],
    ['https://evilpay.example/', ['*.pay.example']],
    ['https://pay.example.evil.example/', ['pay.example', '*.pay.example']],
    ['https://a.pay.example:8443/', ['*.pay.example']],
    ['https://pay.example./', ['pay.example', '*.', '*']],
    ['http://127.0.0.1:3001/', ['127.0.0.1:3000']],
  ];
  for (const [text, hosts] of refused) {
    it(`holds ${text} back for ${hosts.join(' ')}`, () => expect(outcome(text, hosts)).to.equal('url-host'));
  }

  it('looks at scheme and credentials first', () => {
    expect(outcome('javascript:alert(1)', ['pay.example'])).to.equal('url-scheme');
    expect(outcome('https://u@pay.example/', ['pay.example'])).to.equal('url-credentials');
  });
});

describe('isLoopback', () => {
  it('knows the names of this machine', () => {
    for (const name of ['localhost', '127.0.0.1', '127.255.255.255', '[::1]'])
      expect(isLoopback(name), name).to.equal(true);
    for (const name of ['', 'localhost.', 'localhost.example', '128.0.0.1', '127.0.0', '[::2]', '::1', 'xlocalhost']) {
      expect(isLoopback(name), name).to.equal(false);
    }
  });
});
