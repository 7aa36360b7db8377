import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { RejiCheckout } from '../../src/elements/reji-checkout.js';
import { createPayoutDesk, pendingPayout } from '../../stories/payout-desk.js';
import { byRole, textOf } from './by-role.js';

RejiCheckout.define();

/** The stack is at work behind it, on a machine that may be busy. */
const LONG = { timeout: 4000 };
const ENTRIES = [{ label: 'お客様番号', value: '50288000' }];

type Desk = Awaited<ReturnType<typeof createPayoutDesk>>;

const open = (desk: Desk) =>
  fixture<RejiCheckout>(
    html`<reji-checkout
      lang="en"
      .session=${desk.token}
      .jwks=${desk.jwks}
      .transport=${desk.transport}
    ></reji-checkout>`,
  );

describe('a transfer that the provider has not taken on yet', () => {
  it('is not called arranged, and offers no way back that there is not', async () => {
    const starting = pendingPayout('gmo:bank-account', { type: 'wait' }, { starting: true });
    const el = await open(await createPayoutDesk(starting));
    const words = () => el.shadowRoot?.textContent ?? '';
    await waitUntil(() => words().includes('One moment, please'), 'the screen that waits', LONG);
    expect(el.shadowRoot?.querySelector('reji-payout-result')).to.equal(null);
    expect(words()).not.to.include('another way');
  });
});

describe('a question before what the shop itself chose', () => {
  it('is asked while the payout is under way, and the numbers come after it', async () => {
    const question = { text: '公演の日は', triesLeft: 5 };
    const answered = pendingPayout(
      'gmo:seven-bank-atm',
      { type: 'receipt', entries: ENTRIES },
      { question: { ...question, answered: true } },
    );
    const asking = pendingPayout('gmo:seven-bank-atm', { type: 'wait' }, { question });
    const desk = await createPayoutDesk(asking, () => ({ ...answered, rev: asking.rev + 1 }));
    const el = await open(desk);
    const leaf = (tag: string) => el.shadowRoot?.querySelector<HTMLElement>(tag);
    await waitUntil(() => leaf('reji-question')?.shadowRoot?.querySelector('input'), 'the question', LONG);
    const gate = leaf('reji-question') ?? expect.fail('no question');
    expect(textOf(gate)).to.contain('公演の日は');
    const input = byRole<HTMLInputElement>(gate, 'textbox');
    input.value = '11月1日';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    byRole(gate, 'button', 'Continue').click();
    await waitUntil(() => leaf('reji-receipt')?.shadowRoot?.querySelector('h2'), 'the numbers', LONG);
    expect(desk.asked).to.deep.equal([{ what: 'answer', body: { answer: '11月1日' } }]);
  });
});
