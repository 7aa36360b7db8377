import { expect } from '@open-wc/testing';
import type { Amount } from '../../src/contract/money.js';
import type { Attempt } from '../../src/bff/record.js';
import type { RefundOutcome } from '../../src/bff/refund-port.js';
import { attempt, classic, NOW_MS, PAYMENT_ID, start } from './monetix-case.js';
import { rig, SANDBOX } from './monetix-rig.js';

const usd = (value: number): Amount => ({ value, currency: 'USD' });
const DAY_MS = 86_400_000;

/** A paid Classic purchase and the way to give it back. */
async function paid(value: number) {
  const wire = rig('gate');
  await wire.start({ amount: usd(value), attempt: classic() });
  await wire.answerInvoice('pay');
  expect((await wire.deliver()).outcome.type).to.equal('paid');
  const { refunds } = wire.monetix;
  const part = refunds ?? expect.fail('no refunds');
  const refund = (amount: number, rest = value): Promise<RefundOutcome> => {
    const wish = { amount: usd(amount), paid: usd(value), rest: usd(rest), paidAtMs: NOW_MS, nowMs: wire.now() };
    return part.start({ id: 'refund', webhookUrl: start().webhookUrl, attempt: classic(), ...wish });
  };
  return { ...wire, refund, ask: () => part.ask?.(classic()) };
}

describe('monetix refunds against the sandbox', () => {
  it('give all back', async () => {
    const { refund, wait, refunds, sandbox } = await paid(8420);
    const outcome = await refund(8420);
    await wait(1000);
    const [message] = refunds;
    expect(message?.refund).to.deep.include({ amount: usd(8420), outcome: { type: 'succeeded', atMs: NOW_MS + 1000 } });
    expect(outcome).to.deep.equal({ type: 'accepted', requestId: message?.refund.requestId });
    expect(message).to.include({ attemptId: PAYMENT_ID });
    expect(sandbox.books()[0]).to.include({ moneyIn: 8420, refunded: 8420 });
  });

  it('give parts back until nothing is left', async () => {
    const { refund, wait, refunds, sandbox, ask } = await paid(100);
    expect((await refund(10)).type).to.equal('accepted');
    expect((await refund(60, 90)).type).to.equal('accepted');
    expect(await refund(31, 30)).to.deep.include({ type: 'declined', code: 'provider-refused' });
    expect((await refund(30, 30)).type).to.equal('accepted');
    await wait(1000);
    expect(refunds.map(({ refund: one }) => one.amount?.value)).to.deep.equal([10, 60, 30]);
    expect(sandbox.books()[0]).to.include({ moneyIn: 100, refunded: 100 });
    const asked = await ask();
    if (!Array.isArray(asked)) return expect.fail('unknown');
    expect(asked.map(({ key }) => key)).to.deep.equal(refunds.map(({ key }) => key));
  });

  for (const [value, code, providerCode] of [
    [50000, 'declined', '100'],
    [50500, 'limit-exceeded', '20101'],
  ] as const) {
    it(`are declined for ${value}, and the purchase stays paid`, async () => {
      const { refund, wait, refunds, messages, monetix } = await paid(60000);
      const before = messages.length;
      expect((await refund(value)).type).to.equal('accepted');
      await wait(1000);
      expect(refunds[0]?.refund.outcome).to.deep.equal({ type: 'declined', code, providerCode });
      expect(messages).to.have.length(before);
      expect(await monetix.ask(classic())).to.have.nested.property('outcome.type', 'paid');
    });
  }

  it('are found by asking when the receipt was lost', async () => {
    const { refund, sandbox, ask } = await paid(100);
    expect(await ask()).to.deep.equal([]);
    await sandbox.setFaults({ answerLost: true, lose: 'all' });
    expect(await refund(40)).to.deep.equal({ type: 'unknown' });
    const asked = await ask();
    expect(asked).to.have.length(1);
    expect(asked).to.have.nested.property('[0].refund.amount').that.deep.equals(usd(40));
  });

  it('are refused when the purchase is a day old', async () => {
    const { refund, wait } = await paid(100);
    await wait(DAY_MS + 1);
    expect(await refund(100)).to.deep.include({ type: 'declined', providerCode: 'too_late' });
  });
});

describe('monetix payouts against the sandbox', () => {
  const to = (change: Partial<Attempt> = {}) =>
    attempt({ id: 'payout-1', method: 'monetix:webmoney-purse', input: { purse: 'Z238479008342' }, ...change });
  const send = async (value: number, sent: Attempt, options: Parameters<typeof rig>[1] = {}) => {
    const wire = rig('gate', options);
    const outcome = await wire.start({ purpose: 'payout', amount: usd(value), attempt: sent });
    expect(outcome).to.deep.equal({ type: 'started', nextAction: { type: 'wait' } });
    return wire;
  };

  for (const [value, outcome, paidOut] of [
    [8420, { type: 'paid', paidAtMs: NOW_MS }, 8420],
    [40000, { type: 'declined', code: 'declined', providerCode: '20000' }, 0],
    [40400, { type: 'declined', code: 'limit-exceeded', providerCode: '20101' }, 0],
  ] as const) {
    it(`pay ${value} to a purse`, async () => {
      const { deliver, sandbox, monetix } = await send(value, to());
      const message = await deliver();
      expect(message).to.deep.include({ attemptId: 'payout-1', outcome, amount: usd(value) });
      expect(sandbox.books()[0]).to.include({ paidOut, held: 0, returned: 0 });
      expect(await monetix.ask(to())).to.deep.include({ key: message.key, outcome });
    });
  }

  const held = to({ protection: { days: 2, code: 'K7M2QX9P' } });

  it('under a code are there when it is entered', async () => {
    const { deliver, post, sandbox } = await send(100, held);
    expect((await deliver()).outcome).to.deep.equal({ type: 'pending' });
    const token = sandbox.payouts()[0]?.token ?? expect.fail('no payout');
    const fields: [string, string][] = [
      ['token', token],
      ['code', 'K7M2QX9P'],
    ];
    expect((await post(`${SANDBOX}/keeper/code`, fields)).status).to.equal(303);
    expect((await deliver()).outcome.type).to.equal('paid');
    expect(sandbox.books()[0]).to.include({ paidOut: 100, held: 0 });
  });

  for (const protectedWait of ['awaiting customer action', 'success'] as const) {
    it(`under a code come back after its days, from "${protectedWait}"`, async () => {
      const { wait, deliver, messages, sandbox } = await send(100, held, { protectedWait });
      await deliver();
      await wait(2 * DAY_MS);
      expect(messages.map(({ outcome }) => outcome.type)).to.deep.equal([
        protectedWait === 'success' ? 'paid' : 'pending',
        'declined',
      ]);
      expect(new Set(messages.map(({ key }) => key))).to.have.property('size', 2);
      expect(sandbox.books()[0]).to.include({ paidOut: 0, held: 0, returned: 100 });
    });
  }

  it('are made once when the answer is lost and they are sent again', async () => {
    const { sandbox, monetix, ...wire } = rig('gate');
    expect(await monetix.ask(to())).to.equal('not-found');
    const again = () => wire.start({ purpose: 'payout', amount: usd(100), attempt: to() });
    await sandbox.setFaults({ answerLost: true });
    expect(await again()).to.deep.equal({ type: 'unknown' });
    await sandbox.setFaults({ answerLost: false });
    expect(await again()).to.deep.equal({ type: 'unknown' });
    expect(await monetix.ask(to())).to.have.nested.property('outcome.type', 'paid');
    expect(sandbox.books()[0]).to.include({ paidOut: 100 });
  });
});
