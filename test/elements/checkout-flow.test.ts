import { expect, oneEvent } from '@open-wc/testing';
import { render } from 'lit';
import { CheckoutFlow } from '../../src/elements/checkout-flow.js';
import type { FlowHost } from '../../src/elements/checkout-flow.js';
import { CheckoutSession } from '../../src/elements/checkout-session.js';
import type { RejiErrorEvent } from '../../src/elements/events.js';
import { RejiKonbini } from '../../src/elements/reji-konbini.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { byRole } from './by-role.js';
import { LAWSON } from './konbini-fixtures.js';
import { paid, sessionOf } from './result-fixtures.js';

/** The little of a checkout that a flow reads. */
function hostOf(): FlowHost {
  const element = document.createElement('div');
  return Object.assign(element, {
    renderRoot: element.attachShadow({ mode: 'open' }),
    redirectHosts: '',
    redirectTarget: 'self' as const,
    manualRedirect: false,
    contactUrl: '',
    density: 'comfortable' as const,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  });
}

describe('what comes after the choice', () => {
  it('shows the page’s own mark of a brand', async () => {
    RejiKonbini.define();
    await displayTexts.load('en');
    const host = hostOf();
    host.append(Object.assign(document.createElement('img'), { slot: 'mark-konbini-lawson', alt: '' }));
    document.body.append(host);
    const flow = new CheckoutFlow(host, new CheckoutSession(host, () => undefined), () => undefined);
    const leaf = flow.leaf('reji-konbini', { brand: 'konbini-lawson', action: LAWSON }) as RejiKonbini;
    host.renderRoot.append(leaf);
    await leaf.updateComplete;
    const mark = leaf.renderRoot.querySelector<HTMLSlotElement>('reji-brand > slot');
    expect(mark?.assignedElements({ flatten: true })).to.deep.equal([host.firstElementChild]);
    host.remove();
  });

  it('offers to load the page again when a part of it can not be fetched', async () => {
    const host = hostOf();
    document.body.append(host);
    const session = new CheckoutSession(host, () => undefined);
    const flow = new CheckoutFlow(host, session, () => undefined);
    await allTexts.load('en');
    flow.speak('en');
    const told = oneEvent<RejiErrorEvent>(host, 'reji-error');
    flow.fetched(Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
    expect((await told).code).to.equal('element-unreachable');
    const screen = flow.screen(sessionOf({ status: 'succeeded', ...paid }));
    if (!screen || screen instanceof HTMLElement) return expect.fail('a screen of the checkout itself');
    render(screen, host.renderRoot);
    expect(host.renderRoot.textContent).to.contain('Check your connection').and.contain('element-unreachable');
    expect(host.renderRoot.textContent).not.to.contain('could not be loaded');
    byRole(host, 'button', 'Load again');
    host.remove();
  });
});
