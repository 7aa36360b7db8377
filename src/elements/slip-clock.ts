import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { longDate, wallTime, zoneName } from '../i18n/dates.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import { RejiDeadlineEvent } from './step-events.js';
import { pageTicker } from './page-ticker.js';
import { timeLeft } from './time-left.js';

/** Stores and banks in Japan keep Japan's time, wherever the payer is. */
const JAPAN = 'Asia/Tokyo';
/** The last stretch, in milliseconds: what is left turns `danger`, as the line of the countdown does. */
const LAST_MS = 60_000;

/** What a clock reads of its element. */
export interface SlipClockHost extends ReactiveControllerHost, HTMLElement {
  readonly action: { readonly deadline?: string | undefined } | undefined;
  /** The instant the time began, ISO 8601; empty where it is not known. */
  readonly start: string;
  readonly clock: { now(): number } | undefined;
}

/** The deadline of a slip: a line above it that is the time left, and the date written out in it, in Japan's time. */
export class SlipClock implements ReactiveController {
  #host: SlipClockHost;
  #unsubscribe: (() => void) | undefined;

  constructor(host: SlipClockHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  hostUpdated(): void {
    if (this.#host.isConnected) this.#unsubscribe ??= pageTicker.subscribe(() => this.#host.requestUpdate());
  }

  /** The rule under the head. The time left below its line is heard and not seen: the slip sets it its own way. */
  line(): TemplateResult {
    const { action, start, clock } = this.#host;
    return html`<reji-countdown
      exportparts="base: countdown__base, bar: countdown__bar"
      time-zone=${JAPAN}
      no-date
      .deadline=${action?.deadline ?? ''}
      .start=${start}
      .clock=${clock}
      @reji-deadline=${() => this.#host.dispatchEvent(new RejiDeadlineEvent())}
    ></reji-countdown>`;
  }

  /** Label and date with the year, in one line of text; empty where the deadline is not an instant. */
  text(label: string, { countdown }: DisplayMessages, language: string): string {
    const instant = this.#host.action?.deadline ?? '';
    if (Number.isNaN(Date.parse(instant))) return '';
    const zone = countdown.zone(zoneName(language, JAPAN, instant));
    return `${label} ${longDate(instant, language, JAPAN)} ${zone}`;
  }

  /** Label, time left and the date; nothing where the deadline is not an instant. */
  date(label: string, { slip, countdown }: DisplayMessages, language: string): TemplateResult | typeof nothing {
    const { action, clock } = this.#host;
    const instant = action?.deadline ?? '';
    const left = Date.parse(instant) - (clock ?? Date).now();
    if (Number.isNaN(left)) return nothing;
    const written = wallTime(instant, language, JAPAN).split(/(\(.+?\))/);
    return html`<p class="deadline">
      <span class="note">${label}</span>
      <span class="left num ${left > 0 && left <= LAST_MS ? 'urgent' : ''}" aria-hidden="true"
        >${left > 0 ? slip.left(timeLeft(left)) : countdown.checking}</span
      >
      <span class="date num"
        ><time datetime=${instant}
          >${written.map((part) => (part.startsWith('(') ? html`<small>${part}</small>` : part))}</time
        >
        <small class="note">${countdown.zone(zoneName(language, JAPAN, instant))}</small></span
      >
    </p>`;
  }
}
