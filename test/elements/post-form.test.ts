import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { RedirectAction } from '../../src/contract/next-action.js';
import { buildForm, checkRedirect, identityOf, leave } from '../../src/elements/post-form.js';

type Fields = RedirectAction['fields'];

const action = (part: Partial<RedirectAction> = {}): RedirectAction => ({
  type: 'redirect',
  method: 'POST',
  url: 'https://paymentpage.example/payment',
  fields: [['project_id', '238']],
  charset: 'utf-8',
  ...part,
});
const entries = (part: Partial<RedirectAction>) => [...new FormData(buildForm(document, action(part), 'self'))];
const verdict = (part: Partial<RedirectAction>, hosts: string[] = []) => {
  const check = checkRedirect(action(part), hosts);
  return check.ok ? 'ok' : check.code;
};

const HOSTILE: Fields = [
  ['_charset_', 'as it is'],
  ['submit', 'a'],
  ['action', '/elsewhere'],
  ['method', 'get'],
  ['isindex', '  blanks before and after  '],
  ['q"\'<>&', '"quotes" \'<b>&amp;'],
  ['№', '№ 12 😀 支払い'],
  ['lines', 'one\r\ntwo'],
  ['twice', '1'],
  ['twice', '2'],
  ['empty', ''],
];

describe('buildForm', () => {
  it('carries method, address, charset, encoding and target', () => {
    const form = buildForm(document, action({ charset: 'Shift_JIS' }), 'top');
    expect([form.method, form.action, form.target]).to.eql(['post', 'https://paymentpage.example/payment', '_top']);
    expect([form.acceptCharset, form.enctype]).to.eql(['Shift_JIS', 'application/x-www-form-urlencoded']);
    expect(buildForm(document, action({ method: 'GET' }), 'self').method).to.equal('get');
  });

  it('keeps names, values, order and repeats just as they are', () => {
    expect(entries({ fields: HOSTILE })).to.eql(HOSTILE);
  });

  it('leaves nothing of them in the page', () => {
    expect(buildForm(document, action({ fields: HOSTILE }), 'self').innerHTML).to.equal('');
  });

  it('keeps the query of the address in a GET, in front of the fields', () => {
    const url = 'https://paymentpage.example/pay?shop=a%2Fb&lang=ja';
    const all = [
      ['shop', 'a/b'],
      ['lang', 'ja'],
      ['project_id', '238'],
    ];
    expect(entries({ method: 'GET', url })).to.eql(all);
    expect(entries({ method: 'POST', url })).to.eql(all.slice(2));
  });
});

describe('leave', () => {
  const submit = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit') ?? {};
  afterEach(() => {
    Object.defineProperty(HTMLFormElement.prototype, 'submit', submit);
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  });

  it('submits a form that is in the page, and takes it out again', () => {
    const before = document.body.childElementCount;
    let seen: unknown[] = [];
    HTMLFormElement.prototype.submit = function () {
      seen = [this.isConnected, this.hidden, ...new FormData(this)];
    };
    leave(document, action({ fields: HOSTILE }), 'self');
    expect(seen).to.eql([true, true, ...HOSTILE]);
    expect(document.body.childElementCount).to.equal(before);
  });

  it('follows a GET without fields as a link, so that no byte of its query changes', () => {
    const url = 'https://paymentpage.example/pay?sig=a/b:c&flag&x=%20';
    let seen: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      seen = [this.href, this.target];
    };
    leave(document, action({ method: 'GET', url, fields: [] }), 'top');
    expect(seen).to.eql([url, '_top']);
  });
});

describe('checkRedirect', () => {
  it('lets through what a form carries unchanged', () => {
    expect(verdict({ fields: HOSTILE })).to.equal('ok');
    expect(verdict({ fields: [] })).to.equal('ok');
    expect(verdict({ url: 'http://127.0.0.1:4100/payment' })).to.equal('ok');
    for (const charset of ['UTF-8', 'Shift_JIS', 'windows-1251', 'EUC-JP']) expect(verdict({ charset })).to.equal('ok');
  });

  const urls: [string, string][] = [
    ['javascript:alert(1)', 'url-scheme'],
    ['data:text/html,hi', 'url-scheme'],
    ['http://paymentpage.example/', 'url-scheme'],
    ['https://user:secret@paymentpage.example/', 'url-credentials'],
    ['https://other.example/', 'url-host'],
    ['https://paymentpage.example.other.example/', 'url-host'],
    ['/payment', 'url-invalid'],
    ['', 'url-invalid'],
  ];
  for (const [url, code] of urls) {
    it(`refuses ${url || 'an empty address'}: ${code}`, () => {
      expect(verdict({ url }, ['paymentpage.example'])).to.equal(code);
    });
  }

  const fields: [string, Fields][] = [
    ['an empty name', [['', 'x']]],
    ['a name with a line break', [['a\r\nb', 'x']]],
    ['a name with NUL', [['a\0', 'x']]],
    ['a value with NUL', [['a', 'x\0']]],
    ['a lone line feed', [['a', 'x\ny']]],
    ['a lone carriage return', [['a', 'x\ry']]],
    ['a line feed after a whole line break', [['a', 'x\r\n\ny']]],
    ['half an emoji', [['a', '\ud83d']]],
    ['a replacement character', [['a', '\ufffd']]],
    ['201 fields', Array.from({ length: 201 }, (_, at) => [`f${at}`, ''])],
  ];
  for (const [what, broken] of fields) {
    it(`refuses ${what}`, () => {
      expect(verdict({ fields: broken })).to.equal('fields-invalid');
    });
  }

  it('refuses a GET whose own query would not survive', () => {
    const url = 'https://paymentpage.example/pay?name=%8Ex';
    expect(verdict({ method: 'GET', url })).to.equal('fields-invalid');
    expect(verdict({ method: 'GET', url, fields: [] })).to.equal('ok');
  });

  for (const charset of ['', 'klingon', 'utf-16', 'utf-16le', 'UTF-16BE', 'iso-2022-kr']) {
    it(`refuses the charset "${charset}"`, () => {
      expect(verdict({ charset })).to.equal('charset-invalid');
    });
  }
});

describe('a charset that is not UTF-8', () => {
  const JAPANESE = '№ 12 ①Ⅳⅳ㈱℡ 髙﨑 ～－￥∥ ＡＢＣ　１２３ ｱｲｽ ソ表能 \\~';

  /** What a real form sends, read again in its charset. */
  async function arrived(charset: string, text: string): Promise<string> {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe name="there" title="there"></iframe>`);
    const form = buildForm(
      document,
      action({ method: 'GET', url: 'about:blank', charset, fields: [['text', text]] }),
      'self',
    );
    form.target = 'there';
    document.body.append(form);
    form.submit();
    form.remove();
    const query = () => frame.contentWindow?.location.search ?? '';
    while (!query()) await oneEvent(frame, 'load');
    const sent = query();
    frame.remove();
    const bytes = sent.slice('?text='.length).replaceAll('+', '%20').match(/%..|./g) ?? [];
    const codes = bytes.map((byte) => (byte.length > 1 ? Number(`0x${byte.slice(1)}`) : byte.charCodeAt(0)));
    return new TextDecoder(charset).decode(Uint8Array.from(codes));
  }

  it('carries what it can write, and nothing else', async () => {
    for (const charset of ['Shift_JIS', 'windows-31j']) {
      expect(verdict({ charset, fields: [[JAPANESE, JAPANESE]] })).to.equal('ok');
      expect(await arrived(charset, JAPANESE)).to.equal(JAPANESE);
    }
    const lacking = ['😀', 'é', 'ร้าน', '홍', '红', '€', '¥', '‾', '−', '〜', '‖', '\ue000', 'か\u3099', '\u00a0'];
    for (const letter of lacking) {
      expect(await arrived('Shift_JIS', letter), letter).not.to.equal(letter);
      expect(verdict({ charset: 'Shift_JIS', fields: [['a', `x${letter}`]] }), letter).to.equal('fields-invalid');
      expect(verdict({ charset: 'Shift_JIS', fields: [[letter, '']] }), letter).to.equal('fields-invalid');
      expect(verdict({ charset: 'UTF-8', fields: [[letter, letter]] }), letter).to.equal('ok');
    }
  });

  for (const [charset, count] of [
    ['Shift_JIS', 7390],
    ['Big5', 14_653],
    ['windows-1251', 128],
    ['ISO-2022-JP', 0],
  ] as const) {
    it(`changes no character of ${charset} that it lets through`, async () => {
      const letters = Array.from({ length: 0x2ffff - 0x7f }, (_, at) => String.fromCodePoint(0x80 + at));
      const able = letters.filter((letter) => verdict({ charset, fields: [['a', letter]] }) === 'ok');
      expect(able).to.have.length(count);
      expect(await arrived(charset, able.join(''))).to.equal(able.join(''));
    });
  }
});

describe('identityOf', () => {
  it('is the same for the same request made anew, and another for any difference', () => {
    expect(identityOf(action())).to.equal(identityOf(action({ deadline: '2026-11-24T05:24:00.000Z' })));
    const others = [
      action({ url: 'https://paymentpage.example/other' }),
      action({ method: 'GET' }),
      action({ charset: 'Shift_JIS' }),
      action({ fields: [['project_id', '239']] }),
      action({ fields: [] }),
    ];
    expect(new Set([action(), ...others].map(identityOf)).size).to.equal(6);
  });
});
