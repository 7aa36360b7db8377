import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Amount } from '../contract/money.js';
import type { BankTransferAction } from '../contract/next-action.js';
import { displayTexts } from '../i18n/display-shelf.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import { bank } from '../theme/bank.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { deadline } from '../theme/deadline.js';
import { fields } from '../theme/fields.js';
import { komochi } from '../theme/komochi.js';
import { ledger } from '../theme/ledger.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { slip } from '../theme/slip.js';
import { who } from '../theme/who.js';
import { bankAccount, hasParts } from './bank-account.js';
import { exactSum, missingSum, shortLedger } from './bank-sum.js';
import { alertNotice, connectionLine, notice } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import { CopyHint } from './copy-hint.js';
import { RejiActionEvent } from './step-events.js';
import { icons } from './icons.js';
import { Localize } from './localize.js';
import { RejiAmount } from './reji-amount.js';
import { RejiBrand } from './reji-brand.js';
import { RejiCopyButton } from './reji-copy-button.js';
import { RejiCountdown } from './reji-countdown.js';
import { RejiElement } from './reji-element.js';
import { SlipClock } from './slip-clock.js';
import { nothingCame, pageCheck, pageLink, slipHead } from './slip-screen.js';
import { TitleFocus } from './title-focus.js';

/**
 * A slip to transfer by: the amount, which has to be exact, and the parts of the account that came, each copied just as
 * it came. Without an account number the provider's page has it. When part of the money has come, a ledger says what is
 * still to be sent, and there is no way back to the choice. Money that is too much is a result, not shown here.
 *
 * @summary An account to transfer to.
 * @tagname reji-bank-transfer
 * @slot mark-${brand} - The brand's official mark in place of ours, beside its name: `mark-gmo-aozora`.
 * @csspart base - Everything inside.
 * @csspart title - The heading.
 * @csspart page - The link to the payment page.
 * @fires {RejiActionEvent} reji-action - `other-method` or `open-page`; `preventDefault()` keeps the page from opening.
 * @fires {RejiDeadlineEvent} reji-deadline - The deadline is reached: ask the server once more.
 */
export class RejiBankTransfer extends RejiElement {
  static override readonly tag = 'reji-bank-transfer';
  static override readonly uses = [RejiAmount, RejiBrand, RejiCopyButton, RejiCountdown];
  static override readonly styles = [
    ...base,
    block,
    layout,
    who,
    komochi,
    buttons,
    links,
    fields,
    notices,
    slip,
    deadline,
    ledger,
    bank,
  ];

  #l10n = new Localize(this, displayTexts);
  #clock = new SlipClock(this);
  #hint = new CopyHint(this);
  #title = new TitleFocus(this);

  /** Where to transfer to, and what has come so far. */
  @property({ attribute: false }) action: BankTransferAction | undefined;
  /** What the order costs. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the order. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** The brand of the head, a row of the catalogue. */
  @property() brand = '';
  /** When the time began, ISO 8601 in UTC: the whole line. Without it the line stays full until the last minute. */
  @property() start = '';
  /** Whose time counts; give the server's. @default Date */
  @property({ attribute: false }) clock: { now(): number } | undefined;
  /** Hosts that the payment page may be on, as `checkUrl` takes them, separated by blanks. Empty: every host. */
  @property({ attribute: 'allowed-hosts' }) allowedHosts = '';
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** How the payment is being followed. */
  @property() connection: Connection = 'live';

  /** Moves the focus to where the screen begins: its title. */
  focusTitle(): void {
    this.#title.want();
  }

  override render(): TemplateResult {
    const { texts, language } = this.#l10n;
    const { action } = this;
    if (!texts || !action) return html`<div part="base"></div>`;
    const words = texts.bank;
    const { name } = texts.sections.bankTransfer;
    const check = pageCheck(action.payUrl, this.allowedHosts);
    const account = Boolean(action.accountNumber);
    const page = pageLink(check, !account, texts, this.#open);
    const short = missingSum(this.amount, action.received) !== undefined;
    // With a part of the money here, the server lets nobody choose anew.
    const fixed = !!action.received?.value;
    const end = this.orderId ? html`<p class="note num">${this.orderId}</p>` : nothing;
    return html`<section part="base">
      ${slipHead({ brand: this.brand, name, note: words.own, end }, texts, () => this.#act('other-method'), fixed)}
      ${this.#clock.line()}
      <article class="slip slip--torn">
        ${this.#clock.date(words.deadline, texts, language)}
        <section class="due">${this.#sum(action, Boolean(check?.ok), texts, language)}</section>
        <hr class="mishin" />
        ${hasParts(action) ? html`<section class="account">${bankAccount(action, texts, this.#hint)}</section>` : nothing}
        ${
          account
            ? nothing
            : html`<section class="stack">
                ${check?.ok ? html`<p>${words.onPage}</p>` : nothingCame(check, texts)} ${page}
              </section>`
        }
      </article>
      <div class="torn"></div>
      <div class="stack foot">
        ${account ? page : nothing} ${account ? notice(icons.info, words.onlyThisOrder) : nothing}
        ${alertNotice(this.problem)}
        ${connectionLine(this.connection, texts, short ? words.waitingRest : words.waiting)}
      </div>
    </section>`;
  }

  #sum({ received }: BankTransferAction, onPage: boolean, texts: DisplayMessages, language: string): unknown {
    const { amount } = this;
    if (!amount) return nothing;
    const missing = missingSum(amount, received);
    const sum =
      received && missing
        ? shortLedger(amount, received, missing, texts, language, this.#hint)
        : exactSum(amount, texts, this.#hint);
    return html`${sum}${amount.currency === 'JPY' ? nothing : html`<p class="exact">${texts.slip.inYen(onPage)}</p>`}`;
  }

  #open = (event: Event): void => {
    if (!this.#act('open-page')) event.preventDefault();
  };

  /** @returns false when nothing is to follow the press */
  #act(action: RejiActionEvent['action']): boolean {
    return !this.busy && this.dispatchEvent(new RejiActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-bank-transfer': RejiBankTransfer;
  }
}
