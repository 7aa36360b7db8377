import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zenginBanks } from '../../src/node/zengin-banks.js';

const banks = zenginBanks();
const firstBank = async (query: string) => (await banks.banks(query))[0]?.code;
const firstBranch = async (bank: string, query: string) => (await banks.branches(bank, query))[0]?.name;

describe('the banks of Japan', () => {
  it('finds a bank by its code, its name, its reading in any kana, and in letters', async () => {
    for (const query of ['0001', 'みずほ', 'みずほ銀行', 'ミズホ', 'ﾐｽﾞﾎ', 'mizuho', 'Mizuho Bank', ' みずほ ']) {
      assert.equal(await firstBank(query), '0001', query);
    }
    for (const query of ['ゆうちょ', 'ゆうちょ銀行', 'ユウチョ', '9900'])
      assert.equal(await firstBank(query), '9900', query);
    for (const query of ['三菱UFJ', '三菱ＵＦＪ銀行', 'みつびしゆーえふじぇい']) {
      assert.equal(await firstBank(query), '0005', query);
    }
  });

  it('gives code, name and reading, the best first and at most twenty', async () => {
    assert.deepEqual((await banks.banks('みずほ'))[0], { code: '0001', name: 'みずほ', kana: 'ミズホ' });
    const many = await banks.banks('信用金庫');
    assert.equal(many.length, 20);
    assert.ok(many.every(({ name }) => name.includes('信金')));
    const coded = await banks.banks('１0');
    assert.equal(coded.length, 20);
    assert.ok(coded.every(({ code }) => code.startsWith('10')));
  });

  it('finds branches of one bank', async () => {
    for (const query of ['107', '上野', '上野支店', 'うえの', 'ｳｴﾉ'])
      assert.equal(await firstBranch('0001', query), '上野', query);
    assert.deepEqual((await banks.branches('9900', '一〇八'))[0]?.code, '108');
    assert.deepEqual(await banks.branches('0000', '上野'), []);
    assert.deepEqual(await banks.branches('constructor', '上野'), []);
  });

  it('finds nothing for nothing, for blanks and for what does not exist', async () => {
    for (const query of ['', '　', '-', '存在しない銀行名', '銀行銀行']) {
      assert.deepEqual(await banks.banks(query), [], query);
    }
  });

  it('reads the list once, and only when it is asked for', async () => {
    let loads = 0;
    const counted = zenginBanks(() => {
      loads += 1;
      return Promise.resolve({
        '0001': { code: '0001', name: 'みずほ', kana: 'ミズホ', roma: 'mizuho', branches: {} },
      });
    });
    assert.equal(loads, 0);
    await Promise.all([counted.banks('みずほ'), counted.banks('0001'), counted.branches('0001', '1')]);
    assert.equal(loads, 1);
  });
});
