import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { allTexts } from '../i18n/all-texts.js';
import { wallTime, zoneName } from '../i18n/dates.js';
import type { Messages } from '../i18n/messages.js';
import { base } from '../theme/base.js';
import { clock } from '../theme/clock.js';
import { komochi } from '../theme/komochi.js';
import { RejiDeadlineEvent } from './step-events.js';
import { Localize } from './localize.js';
import { pageTicker } from './page-ticker.js';
import { RejiElement } from './reji-element.js';
import { clockFigures, timeLeft } from './time-left.js';
import type { TimeLeft } from './time-left.js';

/** The last stretch: the line turns `danger`. Without `start` it is all that the line measures. */
const LAST_MS = 60_000;
/** What is left when a screen reader is told. */
const SPOKEN_MS = [300_000, LAST_MS];

/**
 * The time left until a deadline, as a line and in figures, with the wall time in the payer's own zone. It is computed
 * from the deadline and the clock at each tick and counts nothing itself, so a reload does not start it anew.
 *
 * @summary The time left until a deadline.
 * @tagname reji-countdown
 * @csspart base - Line and figures.
 * @csspart bar - The double rule; its thick line is the time left.
 * @fires {RejiDeadlineEvent} reji-deadline - The deadline is reached: ask the server once more before anything is over.
 */
export class RejiCountdown extends RejiElement {
  static override readonly tag = 'reji-countdown';
  static override readonly styles = [...base, komochi, clock];

  #l10n = new Localize(this, allTexts);
  #leftMs = NaN;
  #toSpeak: TimeLeft | undefined;
  #asked = false;
  #unsubscribe: (() => void) | undefined;

  /** The instant it runs to, ISO 8601 in UTC. One that can't be read leaves a plain rule and no figures. */
  @property() deadline = '';
  /** The instant it began, ISO 8601 in UTC: the whole line. Without it the line stays full until the last minute. */
  @property() start = '';
  /** Whose time counts, epoch milliseconds; give the server's. @default Date */
  @property({ attribute: false }) clock: { now(): number } | undefined;
  /** IANA name of the zone the wall time is shown in. @default the payer's own */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Figures only. */
  @property({ type: Boolean, attribute: 'no-bar' }) noBar = false;
  /** The end is told elsewhere: only the time left is told here. */
  @property({ type: Boolean, attribute: 'no-date' }) noDate = false;
  /** The server has said that it is over. Until then zero only means that it is asked once more. */
  @property({ type: Boolean }) over = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('deadline')) {
      this.#leftMs = NaN;
      this.#toSpeak = undefined;
      this.#asked = false;
    }
    const before = this.#leftMs;
    const left = (this.#leftMs = Date.parse(this.deadline) - (this.clock ?? Date).now());
    if (SPOKEN_MS.some((at) => before > at && left <= at)) this.#toSpeak = timeLeft(left);
    if (left > 0) this.#asked = false;
  }

  protected override updated(): void {
    this.#drawBar();
    if (!this.isConnected || this.over || Number.isNaN(this.#leftMs)) return this.#rest();
    if (this.#leftMs > 0) {
      this.#unsubscribe ??= pageTicker.subscribe(() => this.requestUpdate());
      return;
    }
    this.#rest();
    if (this.#asked) return;
    this.#asked = true;
    this.dispatchEvent(new RejiDeadlineEvent());
  }

  override render(): TemplateResult {
    const { texts, language } = this.#l10n;
    if (Number.isNaN(this.#leftMs)) return html`<div part="base">${this.#bar('')}</div>`;
    const ended = this.over || this.#leftMs <= 0;
    const urgent = !ended && this.#leftMs <= LAST_MS ? 'urgent' : '';
    return html`<div part="base" class=${urgent}>
      ${this.#bar(`clock ${urgent}`)} ${texts ? this.#line(ended, texts, language) : nothing}
    </div>`;
  }

  #bar(kind: string): TemplateResult | typeof nothing {
    return this.noBar ? nothing : html`<div part="bar" class="komochi ${kind}"></div>`;
  }

  #line(ended: boolean, { countdown: words }: Messages, language: string): TemplateResult {
    const zone = knownZone(this.timeZone);
    const time = wallTime(this.deadline, language, zone);
    const spoken = ended ? (this.over ? words.over : words.checking) : this.#toSpeak && words.spoken(this.#toSpeak);
    return html`<div class="line">
      ${ended ? nothing : this.#figures(words)}
      <p class=${ended ? 'left' : 'sr'} role="status">${spoken}</p>
      ${
        this.noDate
          ? nothing
          : html`<p class="note num">
              <time datetime=${this.deadline}
                >${words.until(time)} ${words.zone(zoneName(language, zone, this.deadline))}</time
              >
            </p>`
      }
    </div>`;
  }

  #figures(words: Messages['countdown']): TemplateResult {
    const left = timeLeft(this.#leftMs);
    const clock = clockFigures(left);
    const figures = left.days > 0 ? words.days(left.days, clock) : clock;
    return html`<p class="left" role="timer" aria-live="off">
      ${words.before} <span class="num">${figures}</span> ${words.after}
    </p>`;
  }

  /** Set on the element, not in a template: a style attribute would break a strict Content-Security-Policy. */
  #drawBar(): void {
    const wholeMs = Date.parse(this.deadline) - Date.parse(this.start);
    const share = Math.min(1, Math.max(0, this.#leftMs / (wholeMs > 0 ? wholeMs : LAST_MS)));
    const bar = this.renderRoot.querySelector<HTMLElement>('.clock');
    bar?.style.setProperty('--_left', `${(this.over ? 0 : share * 100).toFixed(2)}%`);
  }

  #rest(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}

function knownZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-countdown': RejiCountdown;
  }
}
