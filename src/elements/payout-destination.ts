import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { PayoutDestination } from '../contract/payout.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';

/** Where money goes, in two lines: bank and branch, then type and number; undefined where nothing is known. */
export function destinationLines(
  destination: PayoutDestination | undefined,
  { payout: { form } }: PayoutMessages,
): TemplateResult | undefined {
  const { bank, branch, accountType = '', accountNumber, holder, purse } = destination ?? {};
  const types: Readonly<Record<string, string>> = form.accountTypes;
  const type = Object.hasOwn(types, accountType) ? types[accountType] : accountType;
  const lines = [[bank, branch], [type, accountNumber, purse], [holder]]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean);
  if (lines.length === 0) return undefined;
  return html`${lines.map((line, at) => html`${at > 0 ? html`<br />` : ''}<span>${line}</span>`)}`;
}
