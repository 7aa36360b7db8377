import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { RejiCheckout } from '../../src/elements/reji-checkout.js';
import { createPayoutDesk, pendingPayout } from '../../stories/payout-desk.js';
import { byRole, textOf } from './by-role.js';

RejiCheckout.define();

/** The stack is at work behind it, on a machine that may be busy. */
const LONG = { timeout: 4000 };
const ENTRIES = [{ label: 'お客様番号', value: '50288000' }];

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
    const el = await fixture<RejiCheckout>(
      html`<reji-checkout
        lang="en"
        .session=${desk.token}
        .jwks=${desk.jwks}
        .transport=${desk.transport}
      ></reji-checkout>`,
    );
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
