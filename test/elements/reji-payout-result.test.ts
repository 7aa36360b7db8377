import { expect, fixture, html } from '@open-wc/testing';
import type { Session } from '../../src/contract/session.js';
import { payoutOutcome } from '../../src/elements/payout-outcome.js';
import { RejiPayoutResult } from '../../src/elements/reji-payout-result.js';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { payoutTexts } from '../../src/i18n/payout-shelf.js';
import { DESTINATION, openPayout, payoutBase, pendingPayout } from '../../stories/payout-desk.js';
import { allByRole, byRole, textOf } from './by-role.js';

RejiPayoutResult.define();

async function make(session: Session, more: Partial<RejiPayoutResult> = {}) {
  await payoutTexts.load('en');
  const heard: string[] = [];
  const hear = (event: Event & { action: string }) => {
    heard.push(event.action);
    event.preventDefault();
  };
  const el = await fixture<RejiPayoutResult>(
    html`<reji-payout-result lang="en" .session=${session} @reji-action=${hear}></reji-payout-result>`,
  );
  Object.assign(el, more);
  await el.updateComplete;
  return { el, heard };
}

const failed = (code: string) => openPayout({}, { lastFailure: { method: 'gmo:au-pay', code } });
const received: Session = {
  ...payoutBase(),
  status: 'succeeded',
  method: 'gmo:bank-account',
  paidAt: '2026-11-25T01:00:00.000Z',
  payout: { destination: DESTINATION, arrivesBy: '2026-11-26T00:00:00.000Z', cancelable: true },
};

describe('reji-payout-result', () => {
  it('stamps what was received, and offers nothing to change', async () => {
    const { el } = await make(received);
    expect(el.shadowRoot?.querySelector('[part=stamp]')?.textContent).to.include('PAID').and.include('25 NOV');
    expect(textOf(el))
      .to.include('You have received it')
      .and.include('みずほ銀行 丸の内支店')
      .and.not.include('Arrives');
    expect(allByRole(el, 'button')).to.have.length(0);
  });

  it('leads back only where the shop has a page for it', async () => {
    const order = { ...payoutBase().order, doneUrl: 'https://shop.example/done' };
    const { el, heard } = await make({ ...received, order });
    byRole(el, 'link', 'Back to the shop').click();
    expect(heard).to.deep.equal(['back-to-shop']);
    expect(allByRole((await make({ ...received, order: { ...order, doneUrl: 'javascript:0' } })).el, 'link')).to.be
      .empty;
  });

  it('offers to stop only while that is possible, and leaves it as it is on no', async () => {
    const fixed = pendingPayout('gmo:bank-account', { type: 'wait' });
    expect(allByRole((await make(fixed)).el, 'button')).to.have.length(0);
    const { el, heard } = await make(pendingPayout('gmo:bank-account', { type: 'wait' }, { cancelable: true }));
    byRole(el, 'button', 'Receive it another way').click();
    await el.updateComplete;
    byRole(el, 'button', 'Leave it as it is').click();
    await el.updateComplete;
    expect(heard).to.deep.equal([]);
    expect(el.shadowRoot?.activeElement?.textContent).to.include('Receive it another way');
  });

  it('shows nothing for a payout that is open, and survives facts that can’t be read', async () => {
    expect(textOf((await make(openPayout())).el)).to.equal('');
    const odd = { ...received, payout: { protection: 'x' } };
    expect(textOf((await make(odd)).el)).to.include('You have received it');
  });

  it('puts the way that may work first', async () => {
    const { el, heard } = await make(failed('provider-unavailable'));
    for (const button of allByRole(el, 'button')) button.click();
    expect(heard).to.deep.equal(['try-again', 'other-method']);
    const other = await make(failed('limit-exceeded'));
    for (const button of allByRole(other.el, 'button')) button.click();
    expect(other.heard).to.deep.equal(['other-method', 'try-again']);
  });

  it('has two sentences for every failure in every language, and something for one that is not known', async () => {
    for (const language of LANGUAGES) {
      const texts = await payoutTexts.load(language);
      for (const code of [...Object.keys(texts.payout.result.codes), 'account-closed', 'of-tomorrow']) {
        expect(payoutOutcome(failed(code), texts)?.text, `${language} ${code}`).to.have.length.above(8);
      }
    }
  });

  it('is accessible in each state', async () => {
    for (const session of [received, failed('declined'), pendingPayout('gmo:bank-account', { type: 'wait' })]) {
      await expect((await make(session)).el).to.be.accessible();
    }
  });
});
