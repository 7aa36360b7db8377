import { expect } from '@open-wc/testing';
import type { Signal } from '../../src/client/signals.js';
import { pageSignals } from '../../src/elements/page-signals.js';
import { pageTicker } from '../../src/elements/page-ticker.js';

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('page signals', () => {
  let heard: Signal[];
  let stop: () => void;

  beforeEach(() => {
    heard = [];
    stop = pageSignals().subscribe((signal) => heard.push(signal));
  });
  afterEach(() => {
    stop();
    Reflect.deleteProperty(document, 'hidden');
  });

  it('tells when the tab is hidden and shown', () => {
    hide(true);
    expect(pageSignals().hidden).to.equal(true);
    hide(false);
    expect(pageSignals().hidden).to.equal(false);
    expect(heard).to.deep.equal(['hidden', 'visible']);
  });

  it('tells when the network goes and returns', () => {
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect(heard).to.deep.equal(['offline', 'online']);
  });

  it('tells of leaving, and of coming back from the back/forward cache only', () => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(heard).to.deep.equal(['hidden', 'pageshow']);
  });

  it('is silent after the end', () => {
    stop();
    window.dispatchEvent(new Event('online'));
    hide(true);
    expect(heard).to.deep.equal([]);
  });

  it('drives the page ticker: one tick at once when the tab is shown again', () => {
    let ticks = 0;
    const end = pageTicker.subscribe(() => ticks++);
    hide(true);
    expect(ticks).to.equal(0);
    hide(false);
    expect(ticks).to.equal(1);
    end();
    hide(true);
    hide(false);
    expect(ticks).to.equal(1);
  });
});
