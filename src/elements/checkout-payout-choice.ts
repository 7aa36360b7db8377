import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { brandRow } from '../catalog/brands.js';
import { payoutBrand } from '../catalog/payout-brands.js';
import type { PayoutFacts } from '../contract/payout.js';
import type { Method, OpenSession } from '../contract/session.js';
import { wallTime } from '../i18n/dates.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import type { WayTexts } from '../i18n/receive-texts.js';
import { alertNotice } from './checkout-screens.js';
import { isAsking, usable } from './checkout-texts.js';
import type { RejiSelectEvent } from './choice-events.js';
import { dateFact } from './fact-list.js';
import { amountHead } from './heads.js';

/** What the choice of a way to receive is drawn by. */
export interface PayoutChoiceLook {
  texts: PayoutMessages;
  facts: PayoutFacts;
  /** Id of the chosen method, empty without one. */
  chosen: string;
  confirming: boolean;
  problem: string;
  density: 'comfortable' | 'compact';
  select: (method: string) => void;
  go: () => void;
}

/** The ways to receive, what the money is for, and until when the link works. */
export function payoutChoice(session: OpenSession, look: PayoutChoiceLook): TemplateResult {
  const { amount, order, methods, expiresAt } = session;
  const { texts, facts, chosen, confirming } = look;
  const words = texts.payout.receive;
  const method = usable(session, chosen);
  const until = dateFact(expiresAt, texts.lang, undefined, wallTime);
  const why = words.why(order.description ?? '', order.shop ?? '');
  return html`
    ${amountHead({ amount, orderId: order.id }, texts)}
    <div class="why">
      <h2 class="title" tabindex="-1">${words.title}</h2>
      ${why ? html`<p class="note">${why}</p>` : nothing}
    </div>
    <reji-method-picker
      exportparts="section, row, name, note, next"
      sections="open"
      .words=${rowWords(methods, facts, texts)}
      .methods=${methods.map((one) => ({ ...one, brand: payoutBrand(one.brand) }))}
      .value=${chosen}
      .amount=${amount}
      .density=${look.density}
      @reji-select=${({ method: id }: RejiSelectEvent) => look.select(id)}
      >${methods.map(
        ({ brand }) => html`<slot name="mark-${brand}" slot="mark-${payoutBrand(brand)}"></slot>`,
      )}</reji-method-picker
    >
    <div class="paybar">
      ${methods.length > 0 ? nothing : html`<p>${words.none}</p>`} ${alertNotice(look.problem)}
      <button
        part="pay"
        class="button button--main button--pay"
        type="button"
        ?disabled=${!method}
        aria-busy=${confirming ? 'true' : 'false'}
        @click=${look.go}
      >
        <span>${confirming ? texts.picker.sending : method ? wayLabel(method, texts) : words.choose}</span
        ><reji-amount .amount=${amount}></reji-amount>
      </button>
      ${until ? html`<p class="note num">${words.linkUntil(until)}</p>` : nothing}
    </div>
  `;
}

/** What the main button says for a way to receive: what it does next. */
export function wayLabel(method: Method, texts: PayoutMessages): string {
  const row = wayTexts(method, texts);
  return row && (method.kind === 'wait' || !isAsking(method)) ? row.button : texts.picker.continue;
}

/** The texts of a way; undefined for one that is newer than this client. */
export function wayTexts({ brand }: Method, { payout: { rows } }: PayoutMessages): WayTexts | undefined {
  const key = brandRow(payoutBrand(brand)).texts;
  return Object.hasOwn(rows, key) ? rows[key as keyof typeof rows] : undefined;
}

/** The texts with the quiet line of each way saying when the money is there, where that takes days. */
function rowWords(methods: readonly Method[], { ways = {} }: PayoutFacts, texts: PayoutMessages): PayoutMessages {
  const said = methods.flatMap((method) => {
    const { minDays, maxDays = minDays ?? 0 } = ways[method.id] ?? {};
    const row = wayTexts(method, texts);
    if (!row || maxDays < 1) return [];
    const quiet = texts.payout.arrives(minDays ?? maxDays, maxDays);
    return [[brandRow(payoutBrand(method.brand)).texts, () => ({ ...row, quiet })] as const];
  });
  return { ...texts, brands: { ...texts.brands, ...Object.fromEntries(said) } };
}
