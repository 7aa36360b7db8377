import { expect } from '@open-wc/testing';
import type { BankDirectory } from '../../src/bff/payout-port.js';
import { codeOf, SHOP, Till } from './till.js';

const asked: string[] = [];
const banks: BankDirectory = {
  banks: (query) => {
    asked.push(query);
    return Promise.resolve([{ code: '0001', name: 'みずほ', kana: 'ミズホ' }]);
  },
  branches: (bank, query) => {
    asked.push(`${bank} ${query}`);
    return Promise.resolve([{ code: '107', name: '上野', kana: 'ウエノ' }]);
  },
};

describe('looking up a bank', () => {
  it('gives what the directory has, to the shop’s pages, to be kept for an hour', async () => {
    const till = new Till({ options: { banks } });
    const answer = await till.call(`/banks?q=${encodeURIComponent(' みず ')}`, { headers: { Origin: SHOP } });
    expect(answer.status).to.equal(200);
    expect(answer.text).to.equal('{"rows":[{"code":"0001","name":"みずほ","kana":"ミズホ"}]}');
    expect(answer.headers.get('cache-control')).to.equal('public, max-age=3600');
    expect(answer.headers.get('access-control-allow-origin')).to.equal(SHOP);
    const branches = await till.call('/banks/0001/branches?q=107');
    expect(branches.text).to.contain('上野');
    expect(asked).to.deep.equal(['みず', '0001 107']);
    const foreign = await till.call('/banks?q=a', { headers: { Origin: 'https://evil.example' } });
    expect(codeOf(foreign)).to.equal('origin-not-allowed');
  });

  it('takes 1 to 40 characters', async () => {
    const till = new Till({ options: { banks } });
    for (const path of ['/banks', '/banks?q=', '/banks?q=%20', `/banks?q=${'a'.repeat(41)}`, '/banks/0001/branches']) {
      expect(codeOf(await till.call(path)), path).to.equal('request-invalid');
    }
    expect((await till.call(`/banks?q=${'a'.repeat(40)}`)).status).to.equal(200);
  });

  it('finds nothing where there is no directory', async () => {
    const till = new Till();
    expect((await till.call('/banks?q=a')).text).to.equal('{"rows":[]}');
    expect((await till.call('/banks/0001/branches?q=a')).text).to.equal('{"rows":[]}');
  });
});
