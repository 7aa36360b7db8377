import { expect } from '@open-wc/testing';
import { base, rig, shop } from './gmo-rig.js';

describe('GMO sandbox: who asks, and how', () => {
  it('wants a shop and its password', async () => {
    const { refused } = rig();
    const ask = (fields: Record<string, string>) => refused('/api/BalanceSearch.json', fields);
    expect(await ask({ Shop_ID: '', Shop_Pass: '' })).to.deep.equal(['BA1010001', 'BA1020001']);
    expect(await ask({ Shop_ID: 'rshop000000711' })).to.deep.equal(['BA1010005']);
    expect(await ask({ Shop_Pass: 'パス' })).to.deep.equal(['BA1020008']);
    expect(await ask({ Shop_ID: 'rshop00000072' })).to.deep.equal(['BA1500002']);
    expect(await ask({ Shop_Pass: 'another' })).to.deep.equal(['BA1500002']);
  });

  it('takes each call by its own method, content type and path', async () => {
    const { send } = rig();
    const post = (path: string, type: string, body: string) =>
      send(path, { method: 'POST', headers: { 'content-type': type }, body });
    const got = await send('/api/BalanceSearch.json');
    expect([got.status, got.headers.get('allow')]).to.deep.equal([405, 'POST']);
    expect((await post('/api/BalanceSearch.json', 'text/plain', '{}')).status).to.equal(415);
    expect((await post('/api/BalanceSearch.idPass', 'application/json', '{}')).status).to.equal(415);
    for (const body of ['', '[]', 'null', '{"Shop_ID":true}', '{"Shop_ID":{}}', '{"Method":1.5}']) {
      expect((await post('/api/BalanceSearch.json', 'application/json', body)).status, body).to.equal(400);
    }
    const form = 'application/x-www-form-urlencoded';
    expect((await post('/api/BalanceSearch.idPass', form, 'Shop_ID=%FF%FF')).status).to.equal(400);
    for (const path of ['/api/LinkRedirectUrl.json', '/api/shop/LinkRedirectUrl.idPass', '/api/No.json', '/api']) {
      expect((await post(path, 'application/json', '{}')).status, path).to.equal(404);
    }
  });

  it('answers the recorded balance by both spellings', async () => {
    const { call, idPass } = rig({ shops: [{ ...shop, funds: 9_818_965 }] });
    expect(await call('/api/BalanceSearch.json', {})).to.deep.equal({
      Shop_ID: 'rshop00000071',
      Balance: '9818965',
      Balance_Forecast: '9818965',
    });
    expect(await idPass('/api/BalanceSearch.idPass', {})).to.equal(
      'Shop_ID=rshop00000071&Balance=9818965&Balance_Forecast=9818965',
    );
  });

  it('writes refusals as pairs in JSON, and as lists with bars in a form', async () => {
    const { json, idPass } = rig();
    const fields = { Method: '4', Bank_ID: '' };
    expect(await json('/api/AccountSearch.json', fields)).to.deep.equal([{ ErrCode: 'BA1', ErrInfo: 'BA1040001' }]);
    const text = await idPass('/api/AccountRegistration.idPass', { ...fields, Account_Type: '1' });
    const [codes, infos] = text.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1).split('|'));
    expect(infos).to.include.members(['BA1030007', 'BA1040001', 'BA1050001']);
    expect(codes).to.deep.equal(infos?.map(() => 'BA1'));
  });
});

describe('GMO sandbox: accounts', () => {
  it('keeps, tells, changes and deletes one, and its id stays used', async () => {
    const { keep, call, refused, refuseToKeep, sandbox } = rig();
    const found = () => call('/api/AccountSearch.json', { Bank_ID: 'account-1' });
    expect(await keep()).to.deep.equal({ Bank_ID: 'account-1', Method: '1' });
    expect(await found()).to.deep.equal({
      Bank_ID: 'account-1',
      Delete_Flag: '0',
      Bank_Name: 'みずほ銀行',
      Bank_Code: '0001',
      Branch_Name: '札幌支店',
      Branch_Code: '813',
      Account_Type: '1',
      Account_Number: '1234567',
      Account_Name: 'ﾔﾏﾀﾞ ﾊﾅｺ',
      Branch_Code_Jpbank: '',
      Account_Number_Jpbank: '',
      Free: '',
    });
    expect(await refuseToKeep({})).to.deep.equal(['BA1520071']);
    await keep({ Method: 2, Account_Number: '7654321' });
    expect((await found())['Account_Number']).to.equal('7654321');
    expect(await call('/api/AccountRegistration.json', { Method: '3', Bank_ID: 'account-1' })).to.deep.equal({
      Bank_ID: 'account-1',
      Method: '3',
    });
    expect((await found())['Delete_Flag']).to.equal('1');
    expect(await refuseToKeep({})).to.deep.equal(['BA1520071']);
    expect(await refuseToKeep({ Method: '2' })).to.deep.equal(['BA1520002']);
    expect(await refuseToKeep({ Method: '2', Bank_ID: 'nobody' })).to.deep.equal(['BA1520002']);
    expect(await refused('/api/AccountSearch.json', { Bank_ID: 'nobody' })).to.deep.equal(['BA1520002']);
    expect(sandbox.accounts()).to.have.length(1);
  });

  it('does the same by a form in Shift_JIS, whose answers are not escaped', async () => {
    const { idPass, sandbox } = rig();
    const account = { Bank_Code: '0036', Branch_Code: '201', Account_Type: '1', Account_Number: '0012345' };
    const fields = { Method: '1', Bank_ID: 'a', ...account, Account_Name: 'ﾔﾏﾀﾞ ﾊﾅｺ', Free: '返金 & 送金' };
    expect(await idPass('/api/AccountRegistration.idPass', fields)).to.equal('Bank_ID=a&Method=1');
    expect(sandbox.accounts()[0]).to.include({ accountName: 'ﾔﾏﾀﾞ ﾊﾅｺ', free: '返金 & 送金' });
    expect(await idPass('/api/AccountSearch.idPass', { Bank_ID: 'a' })).to.equal(
      'Bank_ID=a&Delete_Flag=0&Bank_Name=楽天銀行&Bank_Code=0036&Branch_Name=ジャズ支店&Branch_Code=201&Account_Type=1' +
        '&Account_Number=0012345&Account_Name=ﾔﾏﾀﾞ ﾊﾅｺ&Branch_Code_Jpbank=&Account_Number_Jpbank=&Free=返金 & 送金',
    );
  });

  for (const [change, ...codes] of [
    [{ Method: undefined }, 'BA1030001'],
    [{ Method: '4' }, 'BA1030007'],
    [{ Bank_ID: 'a'.repeat(61) }, 'BA1040005'],
    [{ Bank_ID: 'a b' }, 'BA1040008'],
    [{ Bank_Code: '' }, 'BA1050001'],
    [{ Bank_Code: '001' }, 'BA1050005'],
    [{ Bank_Code: '00x1' }, 'BA1050008'],
    [{ Branch_Code: '' }, 'BA1060001'],
    [{ Branch_Code: '81' }, 'BA1060005'],
    [{ Branch_Code: '8l3' }, 'BA1060008'],
    [{ Account_Type: '' }, 'BA1070001'],
    [{ Account_Type: '3' }, 'BA1070007'],
    [{ Account_Number: '' }, 'BA1080001'],
    [{ Account_Number: '123456' }, 'BA1080005'],
    [{ Account_Number: '123456O' }, 'BA1080008'],
    [{ Account_Name: '' }, 'BA1090001'],
    [{ Account_Name: 'ｱ'.repeat(31) }, 'BA1090003'],
    [{ Account_Name: 'ヤマダ' }, 'BA1090008'],
    [{ Account_Name: '山田' }, 'BA1090008'],
    [{ Account_Name: 'ｼﾞｭﾝ' }, 'BA1090008'],
    [{ Account_Name: 'ｼﾞﾕﾝｦ' }, 'BA1090008'],
    [{ Account_Name: 'ﾀﾛｰ' }, 'BA1090008'],
    [{ Free: 'x'.repeat(101) }, 'BA1100003'],
    [{ Bank_Code: '0002' }, 'BA1530002'],
    [{ Branch_Code: '999' }, 'BA1530002'],
    [{ Bank_Code: '1', Account_Number: '', Account_Name: '花' }, 'BA1050005', 'BA1080001', 'BA1090008'],
  ] as const) {
    it(`refuses ${JSON.stringify(change)} with ${codes.join()}`, async () => {
      const { refuseToKeep, sandbox } = rig();
      expect(await refuseToKeep(change)).to.deep.equal(codes);
      expect(sandbox.accounts()).to.be.empty;
    });
  }

  it('takes names as banks do', async () => {
    const { keep } = rig();
    for (const [index, Account_Name] of ['ﾀﾛ-', 'ABC 1.2', 'ｶ)ﾋﾖﾘ', 'ｳﾞｱﾝ', 'ｱ'.repeat(30)].entries()) {
      await keep({ Bank_ID: `a${index}`, Account_Name });
    }
  });

  it('knows what banks and branches it is told of', async () => {
    const banks = (bank: string) => (bank === '7777' ? { bankName: 'Ours', branchName: 'Main' } : undefined);
    const { keep, refuseToKeep } = rig({ banks });
    await keep({ Bank_Code: '7777' });
    expect(await refuseToKeep({ Bank_ID: 'b' })).to.deep.equal(['BA1530002']);
  });

  describe('of Japan Post Bank', () => {
    const symbol = { Bank_Code: '9900', Branch_Code: undefined, Account_Number: undefined };
    const ordinary = { ...symbol, Branch_Code_Jpbank: '10530', Account_Number_Jpbank: '12345671' };

    it('are kept by symbol and number', async () => {
      const { keep, call, sandbox } = rig();
      await keep({ ...ordinary, Account_Type: undefined });
      await keep({ ...ordinary, Bank_ID: 'b', Account_Number_Jpbank: '71' });
      const current = { Branch_Code_Jpbank: '00530', Account_Number_Jpbank: '01234567' };
      await keep({ ...symbol, ...current, Bank_ID: 'c', Account_Type: '2' });
      const places = sandbox.accounts().map(({ branchCode, accountNumber }) => [branchCode, accountNumber]);
      expect(places).to.deep.equal([
        ['058', '1234567'],
        ['058', '0000007'],
        ['059', '1234567'],
      ]);
      expect(await call('/api/AccountSearch.json', { Bank_ID: 'b' })).to.include({
        Bank_Name: 'ゆうちょ銀行',
        Branch_Name: '〇五八支店',
        Branch_Code: '',
        Account_Number: '',
        Branch_Code_Jpbank: '10530',
        Account_Number_Jpbank: '00000071',
      });
    });

    it('are kept by branch and number as other banks do', async () => {
      const { keep, sandbox, refuseToKeep } = rig();
      await keep({ Bank_Code: '9900', Branch_Code: '058' });
      expect(sandbox.accounts()[0]?.branchName).to.equal('〇五八支店');
      expect(await refuseToKeep({ Bank_Code: '9900', Branch_Code: '053' })).to.deep.equal(['BA1060010']);
    });

    for (const [change, ...codes] of [
      [{ Branch_Code_Jpbank: '1053' }, 'BA1220005'],
      [{ Branch_Code_Jpbank: '1053x' }, 'BA1220008'],
      [{ Account_Number_Jpbank: '123456711' }, 'BA1230005'],
      [{ Account_Number_Jpbank: '1234567x' }, 'BA1230008'],
      [{ Account_Number_Jpbank: '12345672' }, 'BA1250007'],
      [{ Branch_Code_Jpbank: '20530' }, 'BA1250007'],
      [{ Branch_Code_Jpbank: '00530' }, 'BA1250007'],
      [{ Account_Type: '2' }, 'BA1250007'],
      [{ Account_Type: '3' }, 'BA1070007'],
    ] as const) {
      it(`are refused with ${codes.join()} for ${JSON.stringify(change)}`, async () => {
        const { refuseToKeep } = rig();
        expect(await refuseToKeep({ ...ordinary, ...change })).to.deep.equal(codes);
      });
    }
  });
});

describe('GMO sandbox: its options', () => {
  it('refuses those that cannot be right', () => {
    for (const options of [
      { shops: [shop, shop] },
      { shops: [{ ...shop, shopId: 'a shop' }] },
      { shops: [{ ...shop, shopPass: '' }] },
      { shops: [{ ...shop, funds: -1 }] },
      { fees: { bank: 0.5 } },
      { timeScale: -1 },
      { authTries: 0 },
      { linkDays: 0 },
      { faults: { loseAnswers: -1 } },
    ]) {
      expect(() => rig(options), JSON.stringify(options)).to.throw(RangeError);
    }
    expect(() => rig({ publicUrl: 'gmo' })).to.throw(TypeError);
    expect(() => rig().sandbox.books('nobody')).to.throw(RangeError);
    expect(rig({ publicUrl: base }).books()).to.include({ fundsIn: 1_000_000, available: 1_000_000, reserved: 0 });
  });
});
