import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Book } from '../../demo/book.js';
import type { ShopOrder, ShopPayout } from '../../demo/book.js';
import { brandsOf } from '../../demo/office/brands.js';
import { createDoor, openOfficeKey } from '../../demo/office/door.js';
import { createOffice } from '../../demo/office/office.js';
import type { Office } from '../../demo/office/office.js';
import { fieldSum, readSum } from '../../demo/office/sums.js';
import type { Visit } from '../../demo/visit.js';
import { createBff, createSessionSigner, generateSigningKey, gmoProvider, MemoryStore } from '../../src/bff.js';
import { serveBff } from '../../src/node.js';
import type { ServedBff } from '../../src/node.js';
import { createGmoSandbox } from '../../src/sandbox.js';

const SHOP = 'http://127.0.0.1:4000';
const KEY = 'the-key-of-the-office';
const GMO_SHOP = { shopId: 'tshop00000001', shopPass: 'pass' };
const visit: Visit = { language: 'en', region: 'JP', currency: 'JPY', basket: {}, path: '/back-office' };

let folder: string;
let bff: ServedBff;
let office: Office;
const sandbox = createGmoSandbox({
  publicUrl: 'https://gmo.example',
  shops: [{ ...GMO_SHOP, funds: 100_000 }],
  bankDecides: 'a-person',
});

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reji-office-'));
  const providers = [
    gmoProvider({
      shopId: GMO_SHOP.shopId,
      shopPassword: GMO_SHOP.shopPass,
      apiUrl: 'https://gmo.example',
      fetch: (url, init) => sandbox(new Request(url, init)),
    }),
  ];
  bff = await serveBff({
    bff: createBff({
      issuer: 'http://127.0.0.1:4001',
      origins: [SHOP],
      apiKeys: ['bearer-of-the-shop'],
      signer: createSessionSigner([await generateSigningKey()]),
      store: new MemoryStore(),
      providers,
    }),
  });
  office = createOffice({
    url: SHOP,
    bffUrl: bff.url,
    apiKey: 'bearer-of-the-shop',
    officeKey: KEY,
    orders: await Book.open<ShopOrder>(join(folder, 'orders.json')),
    payouts: await Book.open<ShopPayout>(join(folder, 'payouts.json')),
    brands: brandsOf(providers),
  });
});
after(async () => {
  office.close();
  sandbox.close();
  await bff.close();
  await rm(folder, { recursive: true, force: true });
});

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const all = { origin: SHOP, 'content-type': 'application/x-www-form-urlencoded', ...headers };
  const body = new URLSearchParams(fields).toString();
  return office(new Request(`${SHOP}/back-office/${path}`, { method: 'POST', headers: all, body }), visit);
}

async function cookie(): Promise<string> {
  const answer = await post('enter', { key: KEY });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function see(path: string): Promise<string> {
  const request = new Request(`${SHOP}/back-office${path}`, { headers: { cookie: await cookie() } });
  return (await office(request, visit)).text();
}

const toBank = {
  kind: 'bank',
  press: 'a-press-of-the-button',
  amount: '2,400',
  currency: 'JPY',
  reference: 'R-0093',
  firstName: 'Sample',
  lastName: 'Recipient',
  bankCode: '0001',
  branchCode: '001',
  accountType: 'ordinary',
  accountNumber: '1234567',
  accountName: 'ミホン タロウ',
};

test('the key is made on the first run, for its owner only, and stays', async () => {
  const file = join(folder, 'new', 'office-key');
  const key = await openOfficeKey(file);
  assert.match(key, /^[\w-]{32}$/);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal(await openOfficeKey(file), key);
});

test('only the key opens the door, and only for some hours', () => {
  let nowMs = 1_800_000_000_000;
  const door = createDoor(KEY, () => nowMs);
  assert.equal(door.opens(KEY), true);
  for (const wrong of ['', 'the', `${KEY} `]) assert.equal(door.opens(wrong), false);
  const given = door.enter();
  assert.match(given, /; Path=\/back-office; HttpOnly; SameSite=Strict; /);
  assert.equal(given.includes(KEY), false);
  const request = (value: string) => new Request(SHOP, { headers: { cookie: value.split(';')[0] ?? '' } });
  assert.equal(door.isInside(request(given)), true);
  assert.equal(door.isInside(request(given.replace(/=\d/, '=9'))), false);
  assert.equal(createDoor('another key', () => nowMs).isInside(request(given)), false);
  nowMs += 13 * 3_600_000;
  assert.equal(door.isInside(request(given)), false);
});

test('nothing is shown or done for strangers, nor for forms of other pages', async () => {
  const page = await office(new Request(`${SHOP}/back-office`), visit);
  assert.match(await page.text(), /action="\/back-office\/enter"/);
  assert.equal((await office(new Request(`${SHOP}/back-office/live`), visit)).status, 403);
  assert.equal((await post('enter', { key: 'a guess' })).status, 403);
  assert.equal((await post('payout', toBank)).status, 403);
  const inside = { cookie: await cookie() };
  assert.equal((await post('payout', toBank, { ...inside, origin: 'http://127.0.0.1:4002' })).status, 403);
  assert.equal((await post('payout', toBank, { ...inside, 'content-type': 'text/plain' })).status, 403);
  assert.equal(sandbox.deposits().length, 0);
});

test('two presses are one payout, which the books then show', async () => {
  const inside = { cookie: await cookie() };
  const answers = await Promise.all([post('payout', toBank, inside), post('payout', toBank, inside)]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  );
  assert.equal(answers[0]?.headers.get('location'), answers[1]?.headers.get('location'));
  assert.equal(sandbox.deposits().length, 1);
  const page = await see('?show=payouts&find=recipient');
  assert.match(page, /R-0093/);
  assert.match(page, /Sample Recipient/);
  assert.match(page, /¥2,400/);
  assert.match(await see('?show=payouts&find=nobody'), /Nothing here/);
});

test('what was refused comes back with the field named and what was typed', async () => {
  const inside = { cookie: await cookie() };
  const answer = await post('payout', { ...toBank, press: 'b', bankCode: '12', accountName: '<b>' }, inside);
  const page = await answer.text();
  assert.equal(answer.status, 422);
  assert.match(page, /There is no such bank/);
  assert.match(page, /value="&#60;b&#62;"/);
  const none = await post('payout', { ...toBank, press: 'c', amount: '0' }, inside);
  assert.match(await none.text(), /Please give a sum above 0/);
  assert.equal(sandbox.deposits().length, 1);
});

test('a link is shown to be sent to its recipient, and can be taken back', async () => {
  const inside = { cookie: await cookie() };
  const fields = { kind: 'link', press: 'd', amount: '4800', currency: 'JPY', reference: 'R-0094' };
  const made = await post('payout', fields, inside);
  const [, id = ''] = /payout=(\w+)/.exec(made.headers.get('location') ?? '') ?? [];
  assert.match(await see(`?payout=${id}`), new RegExp(`${SHOP}/receive\\?reji_session=${id}`));
  assert.equal((await post('cancel', { payout: id }, inside)).status, 303);
  const after = await see(`?payout=${id}`);
  assert.match(after, /Canceled/);
  assert.equal(after.includes('reji_session'), false);
});

test('sums are read as people type them, exactly', () => {
  assert.deepEqual(readSum('9,180', 'JPY'), { value: 9180, currency: 'JPY' });
  assert.deepEqual(readSum('￥９，１８０', 'JPY'), { value: 9180, currency: 'JPY' });
  assert.deepEqual(readSum('84.2', 'USD'), { value: 8420, currency: 'USD' });
  for (const wrong of ['', '0', '-5', '1.5', '1e3', 'x']) assert.equal(readSum(wrong, 'JPY'), undefined);
  assert.equal(readSum('1.005', 'USD'), undefined);
  assert.equal(fieldSum({ value: 1234567, currency: 'USD' }), '12,345.67');
  assert.equal(fieldSum({ value: 1234567, currency: 'JPY' }), '1,234,567');
});
