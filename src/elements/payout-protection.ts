import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PayoutFacts } from '../contract/payout.js';
import { wallTime } from '../i18n/dates.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import { alertNotice } from './checkout-screens.js';
import type { CopyHint } from './copy-hint.js';
import { spokenDigits } from './digits.js';
import { dateFact } from './fact-list.js';
import { icons } from './icons.js';

/** What the code is shown with. */
export interface ProtectionLook {
  texts: PayoutMessages;
  language: string;
  timeZone: string | undefined;
  hint: CopyHint;
  /** The code, once it has been asked for and as long as this page keeps it; else empty. */
  code: string;
  busy: boolean;
  problem: string;
  /** The recipient has been asked whether to show it now. */
  asked: boolean;
  ask: (asked: boolean) => void;
  show: () => void;
}

/**
 * Money that can be used only with a code: for how long, what happens without it, and the code itself, which is shown
 * once and only after it has been asked whether this is a good moment. Source: Monetix WebMoney, payouts with a
 * protection code.
 */
export function protectionBlock(
  { days, until, shownAt }: NonNullable<PayoutFacts['protection']>,
  look: ProtectionLook,
): TemplateResult {
  const { texts, language, timeZone, code } = look;
  const words = texts.payout.protection;
  const time = (instant?: string) => dateFact(instant, language, timeZone, wallTime);
  const end = time(until);
  const shown = time(shownAt);
  return html`<section class="guard" aria-labelledby="guard">
    <h3 id="guard">${words.title}</h3>
    <p>${words.text(days)}</p>
    ${end ? html`<p>${words.until(end)}</p>` : nothing}
    <div class="notice notice--caution">
      ${icons.clock}
      <p>${words.lost}</p>
    </div>
    ${code ? codeFigure(look) : shown ? html`<p class="note">${words.shown(shown)}</p>` : wayToCode(look)}
  </section>`;
}

function codeFigure({ texts, code, hint }: ProtectionLook): TemplateResult {
  const words = texts.payout.protection;
  return html`<dl>
      <div class="figure" @reji-copy=${hint.listen(code)}>
        <dt class="note">${words.code}</dt>
        <dd><reji-copy-button exportparts="base: copy__base" .value=${code} .what=${words.code}></reji-copy-button></dd>
        <dd class="value">
          <span part="code" tabindex="-1"
            ><span class="sr">${spokenDigits(code)}</span
            ><span class="digits raw num" aria-hidden="true">${code}</span></span
          >
        </dd>
        ${hint.render(code, texts)}
      </div>
    </dl>
    <p role="status"><strong>${words.once}</strong></p>`;
}

function wayToCode({ texts, asked, ask, show, busy, problem }: ProtectionLook): TemplateResult {
  const words = texts.payout.protection;
  if (!asked) return html`<button class="button" type="button" @click=${() => ask(true)}>${words.show}</button>`;
  return html`<div class="ask" role="group" aria-labelledby="asked">
    <p id="asked" tabindex="-1">${words.ask}</p>
    ${alertNotice(problem)}
    <div class="pair">
      <button class="button" type="button" aria-busy=${busy} @click=${show}>
        ${busy ? texts.picker.sending : words.yes}
      </button>
      <button class="button" type="button" @click=${() => ask(false)}>${words.no}</button>
    </div>
  </div>`;
}
