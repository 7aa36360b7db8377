import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import * as reji from '../../src/index.js';

const classes = Object.values(reji).flatMap((made) => ('tag' in made ? [made] : []));
const amount = { value: 12_480, currency: 'JPY' };
const deadline = '2099-11-21T05:36:00.000Z';
const methods = [
  { id: 'sbps:alipay-plus/gcash', brand: 'gcash', kind: 'redirect' },
  { id: 'haipay:konbini-lawson', brand: 'konbini-lawson', kind: 'konbini' },
];
const session = {
  ...{ id: 's', rev: 1, purpose: 'payment', amount, methods, status: 'succeeded', method: 'sbps:alipay-plus/gcash' },
  order: { id: 'H-20418', shop: 'ひより商店', returnUrl: 'https://shop.example/' },
  ...{ issuedAt: '2026-11-21T05:20:00.000Z', expiresAt: deadline, paidAt: '2026-11-21T05:26:00.000Z' },
};
const redirect = {
  ...{ type: 'redirect', method: 'POST', url: 'https://pay.example/', charset: 'utf-8', payWithinSeconds: 600 },
  fields: [['a', '1']],
};
const konbini = { type: 'konbini', chain: 'lawson', numbers: [{ label: '受付番号', value: '123456' }], deadline };
const transfer = { type: 'bankTransfer', bank: 'GMOあおぞらネット銀行', accountNumber: '2481093', deadline };
const qr = { type: 'qr', payload: 'https://wallet.example/1', deadline, payUrl: 'https://pay.example/' };
const inputs = [{ name: 'email', required: true }];

/** Elements with something to show, and what has to be in the page before any script runs. */
const FILLED: Readonly<Record<string, [TemplateResult, ...RegExp[]]>> = {
  'reji-amount': [html`<reji-amount value="12480" currency="JPY"></reji-amount>`, /12,480/, /Japanese yen/],
  'reji-bank-transfer': [
    html`<reji-bank-transfer brand="gmo-aozora" .amount=${amount} .action=${transfer}></reji-bank-transfer>`,
    /2481093/,
  ],
  'reji-brand': [html`<reji-brand brand="gcash"></reji-brand>`, /GC/],
  'reji-checkout': [
    html`<reji-checkout session="a.b.c" jwks='{"keys":[]}' session-url="https://pay.example/s"></reji-checkout>`,
    /Loading/,
    /<button[^>]*disabled/,
  ],
  'reji-copy-button': [html`<reji-copy-button value="1" what="WMID"></reji-copy-button>`, /aria-label="Copy WMID"/],
  'reji-countdown': [html`<reji-countdown deadline=${deadline}></reji-countdown>`, /role="timer"/, /2099-11-21/],
  'reji-keeper-invoice': [
    html`<reji-keeper-invoice .amount=${amount} value="407182935560"></reji-keeper-invoice>`,
    /4071 8293 5560/,
    /Send the invoice/,
  ],
  'reji-konbini': [
    html`<reji-konbini brand="konbini-lawson" .amount=${amount} .action=${konbini}></reji-konbini>`,
    /受付番号/,
  ],
  'reji-method-picker': [
    html`<reji-method-picker name="method" required value=${methods[1]?.id} .methods=${methods}></reji-method-picker>`,
    /GCash/,
    /Lawson/,
    /role="radiogroup"/,
  ],
  'reji-payer-form': [
    html`<reji-payer-form brand="konbini-lawson" .amount=${amount} .inputs=${inputs}></reji-payer-form>`,
    /autocomplete="email"/,
    /Email address/,
  ],
  'reji-qr': [html`<reji-qr brand="gcash" .amount=${amount} .action=${qr}></reji-qr>`, /GCash/],
  'reji-redirect': [
    html`<reji-redirect brand="gcash" .amount=${amount} .action=${redirect}></reji-redirect>`,
    /You are going to Alipay\+/,
    /pay\.example|<strong>pay\.example<\/strong>/,
    /within 10 minutes/,
    /Continue to GCash/,
  ],
  'reji-result': [html`<reji-result .session=${session}></reji-result>`, /Payment complete/, /GCash \(Alipay\+\)/],
};

/** What a server sends of a template, without Lit's marks. */
async function sent(template: TemplateResult): Promise<string> {
  const all = await collectResult(render(template));
  return all.replace(/<!--[^]*?-->/g, '').replace(/<style>[^]*?<\/style>/g, '');
}

describe('on a server', () => {
  before(() => {
    for (const element of classes) element.define();
  });

  test('there are elements to render', () => assert.ok(classes.length >= 9));

  for (const { tag } of classes) {
    test(`${tag} renders empty, and says nothing while its texts are not there`, async () => {
      const name = unsafeStatic(tag);
      const page = await sent(staticHtml`<${name}></${name}>`);
      assert.match(page, new RegExp(`^<${tag}[^>]*><template [^]*</template></${tag}>$`));
      assert.doesNotMatch(page, /undefined|\[object|NaN/);
    });
  }

  describe('with texts', () => {
    before(() => displayTexts.load('en'));

    for (const { tag } of classes) {
      const [template, ...words] = FILLED[tag] ?? [];
      if (!template) continue;
      test(`${tag} has in the page what can be shown`, async () => {
        const page = await sent(template);
        assert.match(page, new RegExp(`^<${tag}[^]*<template [^>]*shadowrootmode="open"`));
        for (const word of words) assert.match(page, word);
        assert.doesNotMatch(page, /undefined|\[object|NaN/);
      });
    }
  });
});
