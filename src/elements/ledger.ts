import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Amount } from '../contract/money.js';

/** Label and sum of a line, the sum in words already. */
export type LedgerLine = readonly [label: string, sum: string];

/** Sums under each other, and what they come to under a rule; without a total where it can't be reckoned. */
export function ledger(lines: readonly LedgerLine[], label: string, total: Amount | undefined): TemplateResult {
  return html`<dl class="ledger">
    ${lines.map(
      ([name, sum]) =>
        html`<div>
          <dt>${name}</dt>
          <dd class="num">${sum}</dd>
        </div>`,
    )}
    ${
      total
        ? html`<div class="total">
            <dt>${label}</dt>
            <dd><reji-amount .amount=${total}></reji-amount></dd>
          </div>`
        : nothing
    }
  </dl>`;
}

/** What is left of the first sum; undefined where that is below zero, or they are not in one currency. */
export function difference(from: Amount, less: Amount): Amount | undefined {
  const value = from.value - less.value;
  return value >= 0 && from.currency === less.currency ? { value, currency: from.currency } : undefined;
}
