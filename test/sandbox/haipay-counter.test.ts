import { expect } from '@open-wc/testing';
import { documentOf, heading, mainText, rig } from './haipay-rig.js';

const minuteMs = 60_000;

describe('HaiPay sandbox: a convenience store', () => {
  it('shows the numbers with the chain’s own steps', async () => {
    for (const [product, digits, words] of [
      ['konbini-familymart', [5, 12], 'multi-copy machine'],
      ['konbini-lawson', [11, 6], 'Loppi'],
      ['konbini-ministop', [11, 6], 'Loppi'],
      ['konbini-seven-eleven', [13], 'Tell the number at the register'],
    ] as const) {
      const { apply, send, payment } = await rig();
      await apply(product);
      const answer = await send(`/pay/${payment().token}`);
      expect(answer.headers.get('refresh')).to.equal('5');
      const text = mainText(await documentOf(answer));
      expect(text).to.contain(words).and.contain('2026-11-24 14:26 Japan time');
      expect(payment().numbers.map(({ length }) => length)).to.deep.equal([...digits]);
      for (const number of payment().numbers) expect(text).to.contain(number);
    }
  });

  it('leads from its page to the counter with the numbers filled in, and from there to the register', async () => {
    const { apply, send, post, payment } = await rig();
    await apply('konbini-lawson');
    const shown = await documentOf(await send(`/pay/${payment().token}`));
    const counter = await documentOf(await send(shown.querySelector('main a')?.getAttribute('href') ?? ''));
    const fields = Object.fromEntries(
      Array.from(counter.querySelectorAll('input'), ({ name, value }) => [name, value]),
    );
    expect(Object.values(fields)).to.deep.equal([...payment().numbers]);
    const rung = await post('/counter', fields);
    const register = await documentOf(await send(rung.headers.get('location') ?? ''));
    expect(heading(register)).to.equal('At the register');
    expect(mainText(register)).to.contain('¥500').and.contain('山田 花子').and.contain('2026-11-21 14:56 Japan time');
  });

  it('takes numbers with blanks and hyphens, but only the right ones', async () => {
    const { apply, post, payment } = await rig();
    await apply('konbini-lawson');
    const [number = '', second = ''] = payment().numbers;
    const spaced = `${number.slice(0, 4)} ${number.slice(4, 7)}-${number.slice(7)}`;
    expect((await post('/counter', { number: spaced, second })).status).to.equal(303);
    for (const fields of [
      { number, second: '' },
      { number, second: '000000' },
      { number: '', second: '' },
      { number: second, second: number },
    ]) {
      const answer = await post('/counter', fields);
      expect(answer.status).to.equal(400);
      expect(mainText(await documentOf(answer))).to.contain('No order has these numbers.');
    }
  });

  it('takes cash and says so', async () => {
    const { apply, ringUp, atRegister, send, sandbox, told, payment } = await rig();
    await apply('konbini-seven-eleven');
    await ringUp();
    expect(payment().status).to.equal(1);
    const paid = await atRegister('pay');
    const page = await documentOf(await send(paid.headers.get('location') ?? ''));
    expect(page.querySelector('[role=status]')?.textContent).to.equal('¥500 paid in cash at 7-Eleven.');
    const again = await atRegister('pay');
    expect(again.status).to.equal(400);
    expect(mainText(await documentOf(again))).to.contain('This is paid already.');
    await sandbox.deliverDue();
    expect(told()).to.deep.equal([2]);
  });

  it('cancels at the register without harm', async () => {
    const { apply, ringUp, atRegister, send, payment } = await rig();
    await apply('konbini-familymart');
    await ringUp();
    const left = await atRegister('cancel');
    const page = await documentOf(await send(left.headers.get('location') ?? ''));
    expect(page.querySelector('[role=status]')?.textContent).to.contain('The numbers are still good.');
    expect(page.querySelector('input')?.value).to.equal(payment().numbers[0]);
    expect(payment()).to.include({ status: 1, received: 0 });
    expect((await atRegister('steal')).status).to.equal(400);
    await atRegister('pay');
    expect(payment().status).to.equal(2);
  });

  for (const product of ['konbini-familymart', 'konbini-lawson', 'konbini-ministop'] as const) {
    it(`${product}: a slip is good for 30 minutes, then another can be printed`, async () => {
      const { apply, ringUp, atRegister, clock, payment } = await rig();
      await apply(product);
      const without = await atRegister('pay');
      expect(mainText(await documentOf(without))).to.contain('There is no slip.');
      await ringUp();
      clock.nowMs += 30 * minuteMs;
      const late = await atRegister('pay');
      expect(late.status).to.equal(400);
      expect(mainText(await documentOf(late))).to.contain('The slip was good until 2026-11-21 14:56 Japan time.');
      expect(payment().received).to.equal(0);
      await ringUp();
      clock.nowMs += 30 * minuteMs - 1;
      await atRegister('pay');
      expect(payment().status).to.equal(2);
    });
  }

  it('needs no slip at 7-Eleven', async () => {
    const { apply, ringUp, atRegister, clock, payment } = await rig();
    await apply('konbini-seven-eleven');
    await ringUp();
    clock.nowMs += 24 * 60 * minuteMs;
    await atRegister('pay');
    expect(payment().status).to.equal(2);
  });

  it('never prints a slip that outlives its order', async () => {
    const { apply, ringUp, clock, payment } = await rig();
    await apply('konbini-lawson');
    clock.nowMs = payment().validUntilMs - 10 * minuteMs;
    await ringUp();
    expect(payment().slipUntilMs).to.equal(payment().validUntilMs);
  });

  it('refuses what is over', async () => {
    const { apply, ringUp, send, sandbox, clock, payment } = await rig();
    await apply('konbini-lawson');
    clock.nowMs = payment().validUntilMs;
    await sandbox.deliverDue();
    const rung = await ringUp();
    const page = await documentOf(await send(rung.headers.get('location') ?? ''));
    expect(mainText(page)).to.contain('The time to pay is over.');
  });

  it('has no register for orders of other kinds', async () => {
    const { apply, send, payment } = await rig();
    await apply('au-pay');
    expect((await send(`/counter/${payment().token}`)).status).to.equal(404);
    expect((await send(`/pay/${'0'.repeat(32)}`)).status).to.equal(404);
  });
});
