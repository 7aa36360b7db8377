import { fixture, html } from '@open-wc/testing';
import type { QrAction } from '../../src/contract/next-action.js';
import { RejiQr } from '../../src/elements/reji-qr.js';

RejiQr.define();

export const NOW = Date.parse('2026-11-21T05:23:36.000Z');
export const ACTION: QrAction = {
  type: 'qr',
  payload: 'https://pay.example/q/7Hs92Kd0aQ',
  deadline: '2026-11-21T05:32:00.000Z',
};

/** Every event of the elements under test, in order; emptied by {@link makeQr}'s callers. */
export const heard: Event[] = [];
const hear = (event: Event) => heard.push(event);

/** The element in the page, with the sums and numbers of the sample order, when its code or its words are there. */
export async function makeQr({ lang = 'en', ...rest }: Partial<RejiQr> = {}): Promise<RejiQr> {
  const el = await fixture<RejiQr>(
    html`<reji-qr
      lang=${lang}
      brand="gcash"
      order-id="H-20418"
      time-zone="Asia/Tokyo"
      .action=${ACTION}
      .amount=${{ value: 12480, currency: 'JPY' }}
      .clock=${{ now: () => NOW }}
      @reji-action=${hear}
      @reji-deadline=${hear}
      @reji-error=${hear}
    ></reji-qr>`,
  );
  Object.assign(el, rest);
  await settled(el);
  return el;
}

/** Waits until the encoder has answered and the element has drawn what came of it. */
export async function settled(el: RejiQr): Promise<void> {
  await import('qrcode/lib/core/qrcode.js');
  await el.updateComplete;
  await new Promise((done) => setTimeout(done));
  await el.updateComplete;
}

const matchDevice = window.matchMedia.bind(window);

/** Makes the page believe that it is on a phone, or not, until {@link anyDevice}. */
export function onPhone(phone: boolean): void {
  window.matchMedia = (query) => Object.assign(new EventTarget(), { matches: phone, media: query }) as MediaQueryList;
}

/** Gives the page its own media queries back. */
export function anyDevice(): void {
  window.matchMedia = matchDevice;
}
