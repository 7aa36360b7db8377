import { expect } from '@open-wc/testing';
import { base, isGenuine, rig, startMs, wmid } from './monetix-rig.js';

const statuses = (received: { operation: { status: string } }[]) => received.map(({ operation }) => operation.status);

describe('Monetix sandbox: a Gate purchase with WebMoney Light', () => {
  it('tells where to send the customer, then the result, each signed', async () => {
    const { sandbox, merchant, sale, formFields, post } = rig();
    await sale('webmoney-light');
    expect(await sandbox.deliverDue()).to.equal(1);
    expect(merchant.urls).to.deep.equal(['https://shop.example/callback']);
    const [first] = merchant.received;
    expect(first?.payment).to.include({ id: 'order-1', status: 'awaiting redirect result', method: 'webmoney-light' });
    expect(first?.redirect_data).to.include({ method: 'POST', url: `${base}/webmoney/pay` });
    expect(first?.redirect_data?.encrypted).to.deep.equal([]);
    expect(first?.operation).not.to.have.property('code');
    await post('/webmoney/answer', { ...formFields(), answer: 'success' });
    await sandbox.deliverDue();
    expect(statuses(merchant.received)).to.deep.equal(['awaiting redirect result', 'success']);
    for (const told of merchant.received) expect(await isGenuine(told)).to.be.true;
  });

  it('sends the result in the shape of the documents', async () => {
    const { sandbox, merchant, sale, formFields, post, clock } = rig();
    await sale('webmoney-light');
    await sandbox.deliverDue();
    clock.nowMs += 41_000;
    await post('/webmoney/answer', { ...formFields(), answer: 'success' });
    await sandbox.deliverDue();
    const { signature, ...body } = merchant.received[1] ?? expect.fail('no result');
    expect(signature).to.have.length(88);
    const sum = { amount: 8420, currency: 'USD' };
    expect(body).to.deep.equal({
      project_id: 238,
      payment: {
        id: 'order-1',
        type: 'purchase',
        status: 'success',
        date: '2026-11-21T05:26:41+0000',
        method: 'webmoney-light',
        sum,
        description: 'Top-up of personal account №01234567890 on the website https://merchant.example.com/',
      },
      customer: { id: 'customer1' },
      operation: {
        id: 238000001094,
        type: 'sale',
        status: 'success',
        date: '2026-11-21T05:26:41+0000',
        created_date: '2026-11-21T05:26:00+0000',
        request_id: body.operation.request_id,
        sum_initial: sum,
        sum_converted: sum,
        provider: { id: 1083, payment_id: '1592902422', date: '2026-11-21T05:26:41+0000', auth_code: '' },
        code: '0',
        message: 'Success',
      },
    });
  });

  const ends: [amount: number, pressed: string, status: string, code: string, numbered: boolean][] = [
    [8420, 'success', 'success', '0', true],
    [8420, 'decline', 'decline', '100', true],
    [40000, 'success', 'decline', '20000', false],
    [40400, 'success', 'decline', '20101', false],
    [40400, 'decline', 'decline', '20101', false],
    [40001, 'success', 'success', '0', true],
  ];
  for (const [amount, pressed, status, code, numbered] of ends) {
    it(`ends ${amount} minor units with ${status} ${code} when ${pressed} is pressed`, async () => {
      const { sandbox, merchant, sale, formFields, post } = rig();
      await sale('webmoney-light', { payment: { amount } });
      await sandbox.deliverDue();
      await post('/webmoney/answer', { ...formFields(), answer: pressed });
      await sandbox.deliverDue();
      const result = merchant.received[1];
      expect(result?.payment.status).to.equal(status);
      expect(result?.operation).to.include({ status, code });
      expect(result?.operation.provider.payment_id !== '').to.equal(numbered);
      expect('date' in (result?.operation.provider ?? {})).to.equal(numbered);
    });
  }

  it('keeps the first result, whatever is pressed afterwards', async () => {
    const { sandbox, merchant, sale, formFields, post } = rig();
    await sale('webmoney-light');
    await sandbox.deliverDue();
    for (const answer of ['decline', 'success', 'cancel']) await post('/webmoney/answer', { ...formFields(), answer });
    await sandbox.deliverDue();
    expect(statuses(merchant.received)).to.deep.equal(['awaiting redirect result', 'decline']);
  });

  it('prefers the callback URL of the request, and sends none where nobody named one', async () => {
    const own = rig();
    await own.sale('webmoney-light', { general: { merchant_callback_url: 'https://bff.example/hook' } });
    await own.sandbox.deliverDue();
    expect(own.merchant.urls).to.deep.equal(['https://bff.example/hook']);
    const none = rig({ projects: [{ id: 238, secret: 'a secret of this test', name: 'Merchant', test: true }] });
    await none.sale('webmoney-light');
    expect(await none.sandbox.deliverDue()).to.equal(0);
  });

  it('expires after 35 days and says so', async () => {
    const { sandbox, merchant, sale, clock } = rig();
    await sale('webmoney-light');
    await sandbox.deliverDue();
    expect(sandbox.nextDueAtMs()).to.equal(startMs + 35 * 86_400_000);
    clock.nowMs += 35 * 86_400_000;
    await sandbox.deliverDue();
    expect(statuses(merchant.received)).to.deep.equal(['awaiting redirect result', 'expired']);
  });
});

describe('Monetix sandbox: a Gate purchase with WebMoney Classic', () => {
  const answerFirst = async ({ sandbox, post }: ReturnType<typeof rig>, answer: string) =>
    post('/keeper/answer', { token: sandbox.payments()[0]?.token ?? '', answer });

  it('tells that the customer is awaited, then that the invoice is paid', async () => {
    const test = rig();
    await test.sale('webmoney');
    await test.sandbox.deliverDue();
    await answerFirst(test, 'pay');
    await test.sandbox.deliverDue();
    const [first, second] = test.merchant.received;
    expect(first).not.to.have.property('redirect_data');
    expect(first?.operation.status).to.equal('awaiting customer action');
    expect(first?.account?.number).to.equal(wmid);
    expect(second?.operation.status).to.equal('success');
    expect(second?.operation.provider.id).to.equal(1082);
    expect(second?.account?.number).to.match(/^Z\d{12}$/);
    expect(await isGenuine(second ?? expect.fail('no result'))).to.be.true;
  });

  it('waits under the name it is told to', async () => {
    const { sale, sandbox } = rig({ classicWait: 'invoice sent' });
    await sale('webmoney');
    expect(sandbox.payments()[0]?.status).to.equal('invoice sent');
  });

  it('declines a refused invoice, and a paid one of a declined amount', async () => {
    for (const [amount, answer, code] of [
      [8420, 'refuse', '100'],
      [40000, 'pay', '20000'],
      [40400, 'pay', '20101'],
    ] as const) {
      const test = rig();
      await test.sale('webmoney', { payment: { amount } });
      await answerFirst(test, answer);
      expect(test.sandbox.payments()[0]).to.include({ status: 'decline', code });
    }
  });

  it('expires when the invoice is no longer valid; paying it then changes nothing', async () => {
    const test = rig({ invoiceDays: 1 });
    await test.sale('webmoney');
    test.clock.nowMs += 86_400_000;
    await answerFirst(test, 'pay');
    expect(test.sandbox.payments()[0]).to.include({ status: 'expired' });
    await test.sandbox.deliverDue();
    expect(statuses(test.merchant.received)).to.deep.equal(['awaiting customer action', 'expired']);
    expect(test.merchant.received[1]?.operation).not.to.have.property('code');
  });

  it('cannot be paid through the other method’s form', async () => {
    const { sale, sandbox, post } = rig();
    await sale('webmoney');
    const [payment] = sandbox.payments();
    const fields = { token: payment?.token ?? '', operation: String(payment?.operationId), lang: 'en' };
    expect((await post('/webmoney/pay', fields)).status).to.equal(400);
    expect((await post('/webmoney/answer', { ...fields, answer: 'success' })).status).to.equal(400);
    expect(sandbox.payments()[0]?.status).to.equal('awaiting customer action');
  });
});
