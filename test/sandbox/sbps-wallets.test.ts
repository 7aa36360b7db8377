import { expect } from '@open-wc/testing';
import { sbpsWallets } from '../../src/sandbox/sbps-wallets.js';
import { answerIn, controlsOf, formFields, heading, mainText, rig, walletPage, where } from './sbps-rig.js';

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148';

describe('SBPS sandbox: the wallets', () => {
  for (const { id, name, procedure } of sbpsWallets) {
    it(`${name}: ${procedure === 'scan' ? 'a code is scanned' : 'the buyer logs in'}, then approves`, async () => {
      const test = rig();
      const { path, app } = await walletPage(test, id);
      const page = await test.page(path);
      expect(heading(page)).to.equal(`Pay with ${name}`);
      const code = page.querySelector('svg[role=img]')?.getAttribute('aria-label');
      expect(code ?? null).to.equal(procedure === 'scan' ? `Code to scan with ${name}` : null);
      expect(page.querySelector('label')?.textContent ?? null).to.equal(procedure === 'login' ? 'Account' : null);
      if (procedure === 'login') {
        // Whoever is not logged in is sent to do it, and cannot approve.
        expect(where(await test.send(app))).to.equal(path);
        await test.post(app, { answer: 'approve' });
        expect(test.payment().status).to.equal('open');
        expect((await test.post(`${path}/login`, { account: ' ' })).status).to.equal(400);
        expect(where(await test.post(`${path}/login`, { account: 'buyer@example.com' }))).to.equal(`${app}?here`);
      }
      const shown = await test.page(app);
      expect(controlsOf(shown)).to.deep.equal(['Approve', 'Decline']);
      expect(mainText(shown)).to.contain('¥1,000').and.to.contain('Hiyori Shōten');
      expect(where(await test.post(app, { answer: 'approve' }))).to.equal(app);
      expect(heading(await test.page(app))).to.equal('Payment approved');
      expect(test.payment()).to.include({ status: 'paid', told: 'ok', wallet: id });
      const end = await test.page(path);
      expect(heading(end)).to.equal('Paid');
      expect(mainText(end)).to.contain('Alipay+').and.to.contain(name);
    });

    it(`${name}: on a phone its app opens`, async () => {
      const test = rig();
      test.agent.name = phone;
      const { path, app } = await walletPage(test, id, { terminal_type: '1' });
      const link = (await test.page(path)).querySelector('main a.main');
      expect(link?.textContent).to.equal(`Open the make-believe ${name} app`);
      expect(link?.getAttribute('href')).to.equal(`${app}?here`);
      await test.post(`${app}?here`, { answer: 'approve' });
      expect(controlsOf(await test.page(`${app}?here`))).to.deep.equal(['Continue']);
      expect(test.payment().status).to.equal('paid');
    });
  }

  it('decline when the buyer does, and for two amounts whatever is pressed', async () => {
    for (const [amount, answer, errorCode] of [
      ['1000', 'decline', '51050001'],
      ['40000', 'approve', '51050002'],
      ['40400', 'approve', '51050002'],
    ] as const) {
      const test = rig();
      const path = await answerIn(test, answer, { amount });
      expect(test.payment()).to.include({ status: 'declined', errorCode });
      expect(test.shop.received).to.have.length(1);
      expect(test.shop.received[0]).to.include({ res_result: 'NG', res_err_code: errorCode, res_payment_date: '' });
      const end = await test.page(path);
      const form = end.querySelector('form');
      expect([heading(end), form?.getAttribute('action')]).to.deep.equal([
        'Payment declined',
        'https://shop.example/error',
      ]);
      expect(formFields(form)).to.include({ res_result: 'NG', res_err_code: errorCode });
      await test.post(`/wallet/${test.payment().walletToken}/gcash`, { answer: 'approve' });
      expect(test.payment().status).to.equal('declined');
    }
  });

  it('do nothing for an answer, a wallet or a token that does not exist', async () => {
    const test = rig();
    const { path, app } = await walletPage(test, 'gcash');
    await test.post(app, { answer: 'steal' });
    await test.post(app, {});
    expect(test.payment().status).to.equal('open');
    for (const wrong of [`${app}x`, `/wallet/${'0'.repeat(32)}/gcash`, `/pay/${'0'.repeat(32)}`, `${path}/steal`]) {
      expect((await test.send(wrong)).status, wrong).to.equal(404);
    }
    const { token, walletToken } = test.payment();
    expect(walletToken).not.to.equal(token);
    expect((await test.send(`/pay/${walletToken}`)).status).to.equal(404);
  });
});
