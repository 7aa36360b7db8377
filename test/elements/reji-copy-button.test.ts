import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RejiCopyEvent } from '../../src/elements/events.js';
import { RejiCopyButton } from '../../src/elements/reji-copy-button.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { FakeTime } from '../client/fake-time.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';

RejiCopyButton.define();

const WMID = '377094062589';
let written: string[];
let time: FakeTime;

function clipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  const value = writeText && { writeText };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
}
const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
const oldWay = (works: () => boolean) => {
  document.execCommand = works;
};

const button = (el: RejiCopyButton) => byRole<HTMLButtonElement>(el, 'button');
const said = (el: RejiCopyButton) => byRole(el, 'status').textContent;

async function make(lang = 'en', bare = false): Promise<RejiCopyButton> {
  return fixture<RejiCopyButton>(
    html`<reji-copy-button lang=${lang} .value=${WMID} what="WMID" ?bare=${bare} .timers=${time}></reji-copy-button>`,
  );
}

async function press(el: RejiCopyButton): Promise<boolean> {
  setTimeout(() => button(el).click());
  const { copied } = await oneEvent<RejiCopyEvent>(el, 'reji-copy');
  await el.updateComplete;
  return copied;
}

describe('reji-copy-button', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));
  beforeEach(() => {
    time = new FakeTime();
    written = [];
    clipboard((text) => {
      written.push(text);
      return Promise.resolve();
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('is named after what it copies, in both languages', async () => {
    expect(nameOf(button(await make()))).to.equal('Copy WMID');
    expect(nameOf(button(await make('ja')))).to.equal('WMIDをコピー');
    const plain = await fixture<RejiCopyButton>(html`<reji-copy-button value="1"></reji-copy-button>`);
    expect(nameOf(button(plain))).to.equal('Copy');
  });

  it('copies the value raw, says so once and rests after two seconds', async () => {
    const el = await make();
    expect(await press(el)).to.equal(true);
    expect(written).to.deep.equal([WMID]);
    expect(said(el)).to.equal('Copied');
    expect(button(el).textContent).to.contain('Copied');
    expect(allByRole(el, 'status').length).to.equal(1);
    await time.pass(1999);
    expect(said(el)).to.equal('Copied');
    await time.pass(1);
    await el.updateComplete;
    expect(said(el)).to.equal('');
    expect(button(el).textContent).not.to.contain('Copied');
    expect(time.pending).to.equal(0);
  });

  it('says it in Japanese', async () => {
    const el = await make('ja');
    await press(el);
    expect(said(el)).to.equal('コピー済み');
  });

  it('is always named after the word that is seen', async () => {
    const el = await make();
    await press(el);
    expect(nameOf(button(el))).to.equal('Copied');
    const bare = await make('en', true);
    await press(bare);
    expect(nameOf(button(bare))).to.equal('Copy WMID');
  });

  it('starts the two seconds anew with each press', async () => {
    const el = await make();
    await press(el);
    await time.pass(1500);
    await press(el);
    expect(time.pending).to.equal(1);
    await time.pass(1500);
    expect(said(el)).to.equal('Copied');
  });

  it('says that it failed only when both ways fail, and until the next press', async () => {
    clipboard(refuse);
    oldWay(() => false);
    const el = await make();
    expect(await press(el)).to.equal(false);
    expect(said(el)).to.contain('Could not copy');
    expect(time.pending).to.equal(0);
    oldWay(() => true);
    expect(await press(el)).to.equal(true);
    expect(said(el)).to.equal('Copied');
  });

  it('takes a browser that throws for a failure', async () => {
    clipboard(undefined);
    oldWay(() => {
      throw new Error('not here');
    });
    expect(await press(await make())).to.equal(false);
  });

  it('copies a selection where there is no clipboard, as on plain http', async () => {
    clipboard(undefined);
    const el = await make();
    let copied: unknown;
    const hear = (event: Event) => {
      const [target] = event.composedPath();
      if (target instanceof HTMLTextAreaElement) {
        copied = target.value.slice(target.selectionStart, target.selectionEnd);
      }
    };
    document.addEventListener('copy', hear);
    button(el).focus();
    const outcome = oneEvent<RejiCopyEvent>(el, 'reji-copy');
    await sendKeys({ press: 'Enter' });
    expect((await outcome).copied).to.equal(true);
    document.removeEventListener('copy', hear);
    expect(copied).to.equal(WMID);
    expect(el.shadowRoot?.activeElement).to.equal(button(el));
    expect(el.shadowRoot?.querySelector('textarea')).to.equal(null);
  });

  it('forgets what happened when the value changes', async () => {
    const el = await make();
    await press(el);
    el.value = '1';
    await el.updateComplete;
    expect(said(el)).to.equal('');
    expect(time.pending).to.equal(0);
  });

  it('says nothing of a value that changed while it was written', async () => {
    let done = () => {};
    clipboard(() => new Promise((resolve) => (done = resolve)));
    const el = await make();
    let events = 0;
    el.addEventListener('reji-copy', () => events++);
    button(el).click();
    el.value = 'other';
    done();
    await time.pass(0);
    await el.updateComplete;
    expect(events).to.equal(0);
    expect(said(el)).to.equal('');
  });

  it('leaves no timer behind when it goes', async () => {
    const el = await make();
    await press(el);
    el.remove();
    expect(time.pending).to.equal(0);
  });

  it('shows the icon alone when bare, 44 px square, with the same name', async () => {
    const el = await make('en', true);
    const { width, height } = button(el).getBoundingClientRect();
    expect([width, height]).to.deep.equal([44, 44]);
    expect(button(el).textContent.trim()).to.equal('');
    expect(nameOf(button(el))).to.equal('Copy WMID');
  });

  it('can be pressed anywhere in 44 px with its word too', async () => {
    const { width, height } = button(await make()).getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });

  it('is disabled without a value', async () => {
    const el = await fixture<RejiCopyButton>(html`<reji-copy-button what="WMID"></reji-copy-button>`);
    expect(button(el).disabled).to.equal(true);
  });

  it('shows a hostile name as text', async () => {
    const el = await fixture<RejiCopyButton>(
      html`<reji-copy-button value="1" .what=${'<img src=x onerror="alert(1)">"'}></reji-copy-button>`,
    );
    expect(nameOf(button(el))).to.equal('Copy <img src=x onerror="alert(1)">"');
    expect(textOf(el)).to.equal('Copy');
  });

  it('takes the focus for its button', async () => {
    const el = await make();
    el.focus();
    expect(el.shadowRoot?.activeElement).to.equal(button(el));
  });

  it('is accessible at rest, copied and failed', async () => {
    const el = await make();
    await expect(el).to.be.accessible();
    await press(el);
    await expect(el).to.be.accessible();
    clipboard(refuse);
    oldWay(() => false);
    await press(el);
    await expect(el).to.be.accessible();
  });
});
