import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { printAlone } from '../../src/elements/konbini-print.js';

/** A page with a slip deep inside: in a shadow root's slot, beside other things of the shop. */
async function page(): Promise<{ slip: HTMLElement; others: HTMLElement[]; frame: ShadowRoot }> {
  const outer = await fixture(
    html`<div>
      <p>Shop's words</p>
      <div class="frame"><b class="light">The slip</b><i>Beside it</i></div>
    </div>`,
  );
  const host = outer.querySelector('.frame') ?? expect.fail('no frame');
  const frame = host.attachShadow({ mode: 'open' });
  const header = document.createElement('h3');
  header.append('Frame header');
  frame.append(header, document.createElement('slot'));
  const slip = outer.querySelector<HTMLElement>('.light') ?? expect.fail('no slip');
  const others = [...outer.querySelectorAll<HTMLElement>('p, i'), header];
  return { slip, others, frame };
}

const marks = (root: ParentNode) => root.querySelectorAll('[data-reji-print]').length;

describe('printing an element alone', () => {
  it('prints once, and leaves nothing behind', async () => {
    const { slip, frame } = await page();
    const before = document.adoptedStyleSheets.length;
    let prints = 0;
    printAlone(slip, () => {
      prints += 1;
      expect(slip.getAttribute('data-reji-print')).to.equal('it');
    });
    expect(prints).to.equal(1);
    dispatchEvent(new Event('afterprint'));
    expect([marks(document), marks(frame)]).to.deep.equal([0, 0]);
    expect([document.adoptedStyleSheets.length, frame.adoptedStyleSheets.length]).to.deep.equal([before, 0]);
  });

  it('can be undone before printing ends, as when the screen goes', async () => {
    const { slip, frame } = await page();
    const undo = printAlone(slip, () => undefined);
    expect(marks(document)).to.be.greaterThan(0);
    undo();
    undo();
    expect([marks(document), marks(frame)]).to.deep.equal([0, 0]);
  });

  it('changes nothing on screen', async () => {
    const { slip, others } = await page();
    const look = () => [slip, ...others].map((one) => JSON.stringify(one.getBoundingClientRect()));
    const before = look();
    const undo = printAlone(slip, () => undefined);
    expect(look()).to.deep.equal(before);
    undo();
  });

  it('leaves on paper the element alone, through slots and shadow roots', async () => {
    if (!/Chrome/.test(navigator.userAgent)) return; // other engines do not let a test see paper
    const { slip, others } = await page();
    await emulateMedia({ media: 'print' });
    const undo = printAlone(slip, () => undefined);
    expect(slip.checkVisibility({ visibilityProperty: true })).to.equal(true);
    for (const other of others) expect(other.checkVisibility(), other.textContent).to.equal(false);
    undo();
    for (const other of others) expect(other.checkVisibility()).to.equal(true);
    await emulateMedia({ media: 'screen' });
  });
});
