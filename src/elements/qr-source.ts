import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isDamagedEmvco } from '../contract/emvco.js';
import { RejiErrorEvent } from './choice-events.js';
import { encodeQr, loadEncoder } from './qr-code.js';
import type { Encode, QrCode } from './qr-code.js';

/** What a source reads of its element. */
export interface QrHost extends ReactiveControllerHost, HTMLElement {
  /** What the code says; undefined while nothing is to be shown. */
  readonly payload: string | undefined;
  /** Something stands in the slot for the middle. */
  readonly marked: boolean;
}

/**
 * Makes the code of an element's payload: fetches the encoder, encodes once a payload, refuses a damaged one, and tells
 * the page of what can't be shown. The payload is in no message.
 */
export class QrSource implements ReactiveController {
  /** The code; undefined while the encoder is on its way, and where there is a fault. */
  code: QrCode | undefined;
  /** Why there is none. `network-unreachable`: the encoder did not load, {@link retry} may help. */
  fault: 'qr-damaged' | 'qr-too-large' | 'network-unreachable' | undefined;

  #host: QrHost;
  #load: typeof loadEncoder;
  #encode: Encode | undefined;
  #loading = false;
  #judged: string | undefined;
  #told: QrSource['fault'];

  /** @param load fetches the encoder; replaced in tests */
  constructor(host: QrHost, load = loadEncoder) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** Fetches the encoder again. */
  retry(): void {
    this.fault = undefined;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { payload, marked } = this.#host;
    const wanted = payload === undefined ? undefined : `${marked} ${payload}`;
    if (wanted !== this.#judged) {
      this.#judged = wanted;
      this.code = this.fault = undefined;
    }
    if (payload === undefined || this.code || this.fault) return;
    if (!payload || isDamagedEmvco(payload)) this.fault = 'qr-damaged';
    else if (!this.#encode) this.#ask();
    else this.code = encodeQr(this.#encode, payload, marked);
    if (this.#encode && !this.code) this.fault ??= 'qr-too-large';
  }

  hostUpdated(): void {
    if (this.fault === this.#told) return;
    this.#told = this.fault;
    if (this.fault) this.#host.dispatchEvent(new RejiErrorEvent(this.fault));
  }

  #ask(): void {
    if (this.#loading) return;
    this.#loading = true;
    void this.#load()
      .then(
        (encode) => (this.#encode = encode),
        () => (this.fault = 'network-unreachable'),
      )
      .finally(() => {
        this.#loading = false;
        this.#host.requestUpdate();
      });
  }
}
