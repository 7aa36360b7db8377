import { expect, oneEvent } from '@open-wc/testing';
import { readForm } from '../../src/bff/providers/sbps-form.js';
import { fromShiftJis, isVendorText, toShiftJis } from '../../src/bff/providers/sbps-shift-jis.js';
import { offerRefusal, opened } from './sbps-case.js';

const described = (description: string, options = {}) =>
  offerRefusal({ order: { id: 'o', description, returnUrl: 'https://shop.example/' } }, options)?.[1];

describe('sbps texts in Shift_JIS', () => {
  it('keep every character that they can carry', () => {
    for (const text of [
      '',
      'Tea & <b>"cups"</b>',
      'テスト商品',
      'ｱｲｽ ﾊﾟﾌｪ',
      '～－￥',
      '№①㈱',
      '髙﨑',
      '表ソ能',
      '\\~',
      '　',
    ]) {
      const bytes = toShiftJis(text) ?? expect.fail(text);
      expect(fromShiftJis(bytes)).to.equal(text);
    }
    expect(toShiftJis('継続課金')).to.deep.equal(Uint8Array.of(0x8c, 0x70, 0x91, 0xb1, 0x89, 0xdb, 0x8b, 0xe0));
    expect(toShiftJis('ｱ')).to.deep.equal(Uint8Array.of(0xb1));
  });

  it('carry nothing that would come back as something else', () => {
    for (const text of [
      '😀',
      'ร้านชา',
      '홍차',
      'café',
      '红茶',
      '〜',
      '−',
      '¥',
      '‾',
      '€',
      '\ud83d',
      '\ue000',
      'か\u3099',
    ]) {
      expect(toShiftJis(text), text).to.equal(undefined);
    }
  });

  it('are just what this browser can write, and arrive as they were', async () => {
    const characters = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code));
    const able = characters.filter((character) => toShiftJis(character) !== undefined);
    expect(able).to.have.length(7517);
    // What a URL takes for its own is left out: the query below is written in the charset of its page.
    const text = able.filter((character) => character > ' ' && !'#&%'.includes(character)).join('');
    const page = new Blob(['<!doctype html><title>x</title>'], { type: 'text/html;charset=Shift_JIS' });
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(page);
    document.body.append(frame);
    await oneEvent(frame, 'load');
    const link = frame.contentDocument?.createElement('a') ?? expect.fail('no page');
    link.href = `https://sbps.example/?x=${text.replaceAll('+', '%2B')}`;
    const form = readForm(new TextEncoder().encode(new URL(link.href).search.slice(1)));
    frame.remove();
    expect(fromShiftJis(form.get('x') ?? new Uint8Array()) === text).to.equal(true);
  });

  it('are told apart from vendors’ additions', () => {
    const vendor = (text: string) => isVendorText(toShiftJis(text) ?? expect.fail(text));
    expect(['①', 'ⅳ', '№', '㈱', '髙', '﨑', 'あ髙'].every(vendor)).to.equal(true);
    // The second bytes of some common characters look like first ones.
    expect(['高', '崎', '～', 'ｱｲｳ', '≒∑'.slice(0, 1), 'ソ', '～～', 'アヌ', '龠', ''].some(vendor)).to.equal(false);
  });

  it('are refused with their field and a code', () => {
    expect(described('テスト商品')).to.equal(undefined);
    for (const text of ['Tea 🍵', 'ชาเขียว', '녹차', 'Café', '10〜12月'])
      expect(described(text), text).to.equal('not-shift-jis');
    for (const text of ['a\nb', 'a\tb', 'a\0b', 'a\x7fb', 'a\x85b']) {
      expect(described(text), text).to.equal('characters-not-allowed');
    }
    for (const text of ['ｱｲｽｸﾘｰﾑ', '№1', '①番茶', '10～12月', '髙島の茶']) {
      expect(described(text), text).to.equal(undefined);
    }
    for (const text of ['№1', '①番茶', '髙島の茶']) {
      expect(described(text, { vendorCharacters: false }), text).to.equal('not-shift-jis');
    }
    expect(described('ｱｲｽｸﾘｰﾑ', { vendorCharacters: false })).to.equal(undefined);
  });

  it('are refused by each field by its own name', () => {
    const order = { id: 'o', returnUrl: 'https://shop.example/' };
    expect(offerRefusal({ order: { ...order, description: '😀', shop: '😀' } })).to.deep.equal([
      'order.description',
      'not-shift-jis',
    ]);
    expect(offerRefusal({ order: { ...order, shop: '홍차' } })).to.deep.equal(['order.shop', 'not-shift-jis']);
    expect(offerRefusal({ order: { ...order, id: 'ชา' } })).to.deep.equal(['order.id', 'not-shift-jis']);
    expect(offerRefusal({ customer: { id: 'ชา' } })).to.deep.equal(['customer.id', 'not-shift-jis']);
    expect(offerRefusal({ customer: { id: '顧客7' } })).to.deep.equal(['customer.id', 'not-single-byte']);
    expect(offerRefusal({ customer: { id: 'a\tb' } })).to.deep.equal(['customer.id', 'characters-not-allowed']);
    expect(offerRefusal({ customer: { id: ' ' } })).to.deep.equal(['customer.id', 'empty']);
    expect(offerRefusal({ customer: { id: 'x'.repeat(65) } })).to.deep.equal(['customer.id', 'too-long']);
    expect(offerRefusal({ customer: { id: 'x'.repeat(64) } })).to.equal(undefined);
    // A buyer's names are no field of the request.
    expect(offerRefusal({ customer: { id: '7', firstName: '길동', lastName: 'ใจดี' } })).to.equal(undefined);
  });

  it('are never cut where the shop wrote them for the buyer, only where we put them together', async () => {
    const order = { id: 'o'.repeat(64), returnUrl: 'https://shop.example/' };
    const itemName = async (change: object, options = {}) =>
      (await opened({ order: { ...order, ...change } }, options)).fields.find(([name]) => name === 'item_name')?.[1];
    expect(await itemName({ description: '茶'.repeat(40) })).to.equal('茶'.repeat(40));
    expect(described('茶'.repeat(41))).to.equal('too-long');
    expect(await itemName({ shop: '喫茶'.repeat(50) })).to.equal('喫茶'.repeat(20));
    expect(await itemName({})).to.equal(`Order ${'o'.repeat(34)}`);
    expect(await itemName({ description: ' ', shop: 'Kissa' })).to.equal('Kissa');
    expect(await itemName({ description: '😀'.repeat(50) }, { itemName: 'お買い物' })).to.equal('お買い物');
  });
});
