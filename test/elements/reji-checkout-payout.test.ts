import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Session } from '../../src/contract/session.js';
import { RejiCheckout } from '../../src/elements/reji-checkout.js';
import {
  createPayoutDesk,
  DESTINATION,
  openPayout,
  payoutBase,
  pendingPayout,
  PURSE,
} from '../../stories/payout-desk.js';
import { textOf } from './by-role.js';

RejiCheckout.define();

type Desk = Awaited<ReturnType<typeof createPayoutDesk>>;

async function open(desk: Desk, lang = 'en'): Promise<RejiCheckout> {
  const el = await fixture<RejiCheckout>(
    html`<reji-checkout
      lang=${lang}
      contact-url="https://shop.example/help"
      manual-redirect
      .session=${desk.token}
      .jwks=${desk.jwks}
      .transport=${desk.transport}
    ></reji-checkout>`,
  );
  return el;
}

/** The leaf that fills the screen, once it is drawn. */
async function leaf(el: RejiCheckout, tag: string): Promise<HTMLElement> {
  await waitUntil(() => el.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector('h2'), tag, { timeout: 4000 });
  const found = el.shadowRoot?.querySelector<HTMLElement>(tag);
  if (!found) throw new Error(tag);
  return found;
}

async function rows(el: RejiCheckout): Promise<HTMLElement> {
  const picker = () => el.shadowRoot?.querySelector<HTMLElement>('reji-method-picker');
  await waitUntil(() => picker()?.shadowRoot?.querySelector('.row'), 'the ways', { timeout: 4000 });
  return picker() as HTMLElement;
}

async function choose(el: RejiCheckout, id: string): Promise<void> {
  (await rows(el)).shadowRoot?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.click();
  await el.updateComplete;
}

const go = (el: RejiCheckout) => el.shadowRoot?.querySelector<HTMLButtonElement>('[part=pay]');

function pressIn(host: Element, label: string): void {
  const buttons = [...(host.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find(({ textContent }) => textContent?.includes(label));
  if (!found) throw new Error(`no button ${label} in ${textOf(host)}`);
  found.click();
}

const wait = { type: 'wait' } as const;

describe('reji-checkout with a payout', () => {
  it('speaks of receiving: head, title, ways with their arrival, and until when the link works', async () => {
    const el = await open(await createPayoutDesk(openPayout()));
    const picker = await rows(el);
    const said = textOf(el);
    expect(said).to.include('You receive').and.include('How would you like to receive it?');
    expect(said).to.include('No. R-0093').and.include('公演中止にともなう返金です (ひより商店)');
    expect(said)
      .to.match(/This link works until .*20 Dec/)
      .and.not.include('Amount due');
    expect(textOf(picker)).to.include('Arrives in 1–3 business days').and.include('In cash, at once');
    expect(
      [...(picker.shadowRoot?.querySelectorAll('.name') ?? [])].map((one) => one.textContent?.trim()),
    ).to.deep.equal(['Bank account', 'Seven Bank ATM', 'Amazon gift card', 'au PAY']);
    expect(picker.shadowRoot?.querySelectorAll('h2')).to.have.length(0);
    await expect(el).to.be.accessible();
  });

  it('says on the button what comes next, and goes straight to the ATM', async () => {
    const receipt = { type: 'receipt', entries: [{ label: 'お客様番号', value: '502880001012' }] } as const;
    const going = pendingPayout('gmo:seven-bank-atm', { ...receipt, entries: [...receipt.entries] });
    const desk = await createPayoutDesk(openPayout(), () => going);
    const el = await open(desk, 'ja');
    await choose(el, 'gmo:seven-bank-atm');
    expect(go(el)?.textContent).to.include('ATMで受け取る');
    go(el)?.click();
    const slip = await leaf(el, 'reji-receipt');
    expect(textOf(slip)).to.include('お客様番号').and.include('番号はほかの人に見せないでください');
    expect(desk.asked).to.deep.equal([{ what: 'confirm', body: { method: 'gmo:seven-bank-atm' } }]);
  });

  it('asks for the account, finds banks, and shows what was arranged without a stamp', async () => {
    const facts = { destination: DESTINATION, arrivesFrom: '2026-11-24T00:00:00Z', arrivesBy: '2026-11-26T00:00:00Z' };
    const desk = await createPayoutDesk(openPayout(), () =>
      pendingPayout('gmo:bank-account', wait, { ...facts, cancelable: true }),
    );
    const el = await open(desk, 'ja');
    await choose(el, 'gmo:bank-account');
    go(el)?.click();
    const form = (await leaf(el, 'reji-payout-form')) as HTMLElementTagNameMap['reji-payout-form'];
    expect(await form.lookup?.('みずほ信')).to.deep.equal([
      { code: '0289', name: 'みずほ信託銀行', kana: 'ミズホシンタク' },
    ]);
    expect(await form.lookup?.('丸', '0001')).to.have.length(1);
    form.dispatchEvent(new (await import('../../src/elements/events.js')).RejiSubmitEvent({ bankCode: '0001' }));
    const slip = await leaf(el, 'reji-payout-result');
    expect(textOf(slip))
      .to.include('送金を手配しました')
      .and.include('みずほ銀行 丸の内支店')
      .and.include('普通 ••••093');
    expect(textOf(slip)).to.include('11月24日(火)〜11月26日(木)');
    expect(slip.shadowRoot?.querySelector('[part=stamp]')).to.equal(null);
    expect(desk.asked.at(-1)?.body).to.deep.equal({ method: 'gmo:bank-account', input: { bankCode: '0001' } });
  });

  it('asks before it stops a transfer, and brings the choice back', async () => {
    const started = pendingPayout('gmo:bank-account', wait, { cancelable: true });
    const stopped = openPayout({}, { lastFailure: { method: 'gmo:bank-account', code: 'canceled-by-buyer' } });
    const desk = await createPayoutDesk(started, () => stopped);
    const el = await open(desk);
    const slip = await leaf(el, 'reji-payout-result');
    pressIn(slip, 'Receive it another way');
    await (slip as RejiCheckout).updateComplete;
    expect(desk.asked).to.have.length(0);
    await waitUntil(() => slip.shadowRoot?.activeElement?.id === 'change', 'the focus on the question');
    pressIn(slip, 'Stop it');
    await rows(el);
    expect(desk.asked).to.deep.equal([{ what: 'cancel', body: { scope: 'attempt' } }]);
  });

  it('says that it could not be stopped any more', async () => {
    const desk = await createPayoutDesk(
      pendingPayout('gmo:bank-account', wait, { cancelable: true }),
      () => 'payout-in-progress',
    );
    const el = await open(desk);
    const slip = await leaf(el, 'reji-payout-result');
    pressIn(slip, 'Receive it another way');
    await (slip as RejiCheckout).updateComplete;
    pressIn(slip, 'Stop it');
    await waitUntil(() => textOf(slip).includes('can’t be changed at the moment'), 'the word');
  });

  it('brings an account that was refused back to its field, and says whether money has moved', async () => {
    const desk = await createPayoutDesk(
      openPayout({}, { lastFailure: { method: 'gmo:bank-account', code: 'account-name-mismatch' } }),
    );
    const el = await open(desk);
    const form = (await leaf(el, 'reji-payout-form')) as HTMLElementTagNameMap['reji-payout-form'];
    expect(form.error).to.deep.equal({ code: 'account-name-mismatch', moved: false });
    expect(textOf(form)).to.include('the name does not match').and.include('No money has moved yet');
    const lastFailure = { method: 'gmo:bank-account', code: 'account-closed' };
    const back = await open(await createPayoutDesk(openPayout({ sentBack: true }, { lastFailure })));
    expect(textOf(await leaf(back, 'reji-payout-form'))).to.not.include('No money has moved');
  });

  it('says what other failures mean, and goes on', async () => {
    const failure = { method: 'gmo:seven-bank-atm', code: 'balance-too-low', providerCode: 'BA1-1' };
    const desk = await createPayoutDesk(openPayout({}, { lastFailure: failure }), (_, now) => now);
    const el = await open(desk);
    const said = await leaf(el, 'reji-payout-result');
    expect(textOf(said)).to.include('Nothing was sent').and.include('The link keeps working').and.include('BA1-1');
    pressIn(said, 'Try again');
    await waitUntil(() => desk.asked.length > 0, 'the confirm');
    expect(desk.asked[0]?.body).to.deep.equal({ method: 'gmo:seven-bank-atm' });
  });

  it('asks the question first, counts tries, and sends the answer along', async () => {
    const question = (triesLeft: number) => ({ question: { text: '公演の日は', triesLeft } });
    let tries = 5;
    const desk = await createPayoutDesk(openPayout(question(5)), ({ what, body }, now) => {
      if (what === 'confirm') return pendingPayout('gmo:au-pay', wait);
      if (body.answer === '11月1日') return now;
      void desk.change(openPayout(question(--tries)));
      return 'answer-wrong';
    });
    const el = await open(desk);
    const gate = await leaf(el, 'reji-question');
    expect(textOf(gate)).to.include('公演の日は').and.include('5 more times');
    const give = (text: string) => {
      const input = gate.shadowRoot?.querySelector('input');
      if (input) input.value = text;
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      pressIn(gate, 'Continue');
    };
    give('12月1日');
    await waitUntil(() => textOf(gate).includes('not the answer') && textOf(gate).includes('4 more'), 'the refusal');
    await expect(el).to.be.accessible();
    give(' 11月1日 ');
    await choose(el, 'gmo:au-pay');
    go(el)?.click();
    await waitUntil(() => desk.asked.some(({ what }) => what === 'confirm'), 'the confirm');
    expect(desk.asked.at(-1)?.body).to.deep.equal({ method: 'gmo:au-pay', answer: '11月1日' });
  });

  it('sends to the page of a gift card with words of receiving', async () => {
    const action = {
      type: 'redirect',
      method: 'GET',
      url: 'https://pay.example/g',
      fields: [],
      charset: 'utf-8',
    } as const;
    const el = await open(await createPayoutDesk(pendingPayout('gmo:amazon-gift-card', { ...action, fields: [] })));
    const going = await leaf(el, 'reji-redirect');
    expect(textOf(going)).to.include('You receive').and.include('You log in to Amazon there');
    expect(textOf(going)).to.include('Receive it another way').and.not.include('pay ');
  });

  it('shows the protection code once it is wanted, with one key for every try', async () => {
    const facts = {
      protection: { days: 7, until: '2026-11-28T05:26:00.000Z' },
      destination: { purse: 'Z••••••••093' },
    };
    let calls = 0;
    const desk = await createPayoutDesk(pendingPayout(PURSE.id, wait, facts), () =>
      ++calls === 1 ? 'code-not-available' : { code: 'K7QF2MXN' },
    );
    const el = await open(desk);
    const slip = await leaf(el, 'reji-payout-result');
    expect(textOf(slip)).to.include('within 7 days').and.include('goes back to the shop').and.not.include('K7QF');
    pressIn(slip, 'Show the code');
    await (slip as RejiCheckout).updateComplete;
    expect(desk.asked).to.have.length(0);
    pressIn(slip, 'Show it now');
    await waitUntil(() => textOf(slip).includes('could not be shown'), 'the fault');
    pressIn(slip, 'Show it now');
    await waitUntil(() => textOf(slip).includes('K7QF2MXN'), 'the code');
    expect(textOf(slip)).to.include('It will not be shown again');
    await waitUntil(() => slip.shadowRoot?.activeElement?.getAttribute('part') === 'code', 'the focus on the code');
    await expect(el).to.be.accessible();
  });

  it('asks the question before the code, where this page has no answer', async () => {
    const facts = { protection: { days: 7 }, question: { text: '公演の日は', triesLeft: 5 } };
    const desk = await createPayoutDesk(
      { ...payoutBase([PURSE]), status: 'succeeded', method: PURSE.id, payout: facts },
      ({ body }) =>
        !body.answer ? 'answer-missing' : body.answer === '11月1日' ? { code: 'K7QF2MXN' } : 'answer-wrong',
    );
    const el = await open(desk);
    const slip = await leaf(el, 'reji-payout-result');
    pressIn(slip, 'Show the code');
    await (slip as RejiCheckout).updateComplete;
    pressIn(slip, 'Show it now');
    const give = async (text: string) => {
      const gate = await leaf(el, 'reji-question');
      const input = gate.shadowRoot?.querySelector('input');
      if (input) input.value = text;
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      pressIn(gate, 'Continue');
      return gate;
    };
    const gate = await give('12月1日');
    await waitUntil(() => textOf(gate).includes('not the answer'), 'the refusal');
    await give('11月1日');
    await waitUntil(
      () => textOf(el.shadowRoot?.querySelector('reji-payout-result') ?? el).includes('K7QF2MXN'),
      'the code',
    );
  });

  it('shows the same on a second device, live, up to the stamp', async () => {
    const desk = await createPayoutDesk(pendingPayout('gmo:bank-account', wait, { destination: DESTINATION }));
    const el = await open(desk, 'ja');
    await leaf(el, 'reji-payout-result');
    const done: Session = {
      ...payoutBase(),
      status: 'succeeded',
      method: 'gmo:bank-account',
      paidAt: '2026-11-25T01:00:00.000Z',
      reference: 'D-1',
    };
    await waitUntil(() => desk.listening(), 'an ear');
    await desk.change(done);
    const stamped = () => el.shadowRoot?.querySelector('reji-payout-result')?.shadowRoot?.querySelector('[part=stamp]');
    await waitUntil(stamped, 'the stamp', { timeout: 4000 });
    const stamp = stamped();
    expect(textOf(await leaf(el, 'reji-payout-result'))).to.include('お受け取りが完了しました');
    expect(stamp?.textContent).to.include('受取済').and.include('26.11.25');
  });

  for (const [status, said] of [
    ['expired', 'This link can’t be used any more'],
    ['canceled', 'The shop has withdrawn this payout'],
    ['failed', 'too many wrong answers'],
    ['needsAttention', 'The shop is checking'],
  ] as const) {
    it(`tells of a payout that is ${status}, and never of paying`, async () => {
      const code = 'question-failed';
      const el = await open(await createPayoutDesk({ ...payoutBase(), status, code }));
      const end = await leaf(el, 'reji-payout-result');
      expect(textOf(end)).to.include(said).and.include('Contact the shop');
      expect(textOf(end)).to.not.match(/payment|do not pay|charged/i);
      await expect(el).to.be.accessible();
    });
  }
});
