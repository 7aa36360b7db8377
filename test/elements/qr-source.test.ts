import { expect } from '@open-wc/testing';
import { create } from 'qrcode/lib/core/qrcode.js';
import type { RejiErrorEvent } from '../../src/elements/events.js';
import type { Encode } from '../../src/elements/qr-code.js';
import { QrSource } from '../../src/elements/qr-source.js';
import type { QrHost } from '../../src/elements/qr-source.js';

/** An element that only keeps a payload. */
class Host extends HTMLElement implements QrHost {
  payload: string | undefined = 'https://pay.example/q/1';
  marked = false;
  updateComplete = Promise.resolve(true);
  updates = 0;
  addController(): void {}
  removeController(): void {}
  requestUpdate(): void {
    this.updates++;
  }
}
customElements.define('test-qr-host', Host);

describe('where a code comes from', () => {
  let host: Host;
  let told: string[];
  let loads: { give: (encode: Encode) => void; fail: (error: Error) => void }[];
  let source: QrSource;
  beforeEach(() => {
    host = new Host();
    told = [];
    loads = [];
    host.addEventListener('reji-error', (event: RejiErrorEvent) => told.push(event.code));
    source = new QrSource(host, () => new Promise((give, fail) => loads.push({ give, fail })));
  });

  const update = () => {
    source.hostUpdate();
    source.hostUpdated();
  };
  const answered = () => new Promise((done) => setTimeout(done));

  it('fetches the encoder once, however often the element is drawn', async () => {
    update();
    update();
    expect([loads.length, source.code]).to.deep.equal([1, undefined]);
    loads[0]?.give(create);
    await answered();
    expect(host.updates).to.equal(1);
    update();
    expect(source.code?.side).to.equal(33);
    host.payload = 'https://pay.example/q/2';
    update();
    expect([loads.length, told]).to.deep.equal([1, []]);
  });

  it('fetches nothing without a payload, nor for a damaged one', () => {
    host.payload = undefined;
    update();
    host.payload = '000201';
    update();
    expect([loads.length, told]).to.deep.equal([0, ['qr-damaged']]);
  });

  it('says that the encoder did not load, and fetches it again when asked', async () => {
    update();
    loads[0]?.fail(new Error('offline'));
    await answered();
    update();
    update();
    expect([source.fault, told, loads.length]).to.deep.equal(['network-unreachable', ['network-unreachable'], 1]);
    source.retry();
    update();
    expect([source.fault, loads.length]).to.deep.equal([undefined, 2]);
    loads[1]?.give(create);
    await answered();
    update();
    expect(source.code?.side).to.equal(33);
    expect(told).to.deep.equal(['network-unreachable']);
  });

  it('forgets the code when there is none to show any more', async () => {
    update();
    loads[0]?.give(create);
    await answered();
    update();
    host.payload = undefined;
    update();
    expect(source.code).to.equal(undefined);
  });
});
