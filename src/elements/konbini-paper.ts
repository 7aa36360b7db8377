import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Amount } from '../contract/money.js';
import type { KonbiniAction } from '../contract/next-action.js';
import { digitGroups } from './digits.js';

/** What the stub repeats of the slip. `until`: the deadline in words, with the year. */
export interface StubFacts {
  brand: string;
  name: string;
  numbers: KonbiniAction['numbers'];
  amount: Amount | undefined;
  until: string;
}

/** Below a line to cut along, all that the register needs, small enough for a purse. Seen on paper only. */
export function konbiniStub({ brand, name, numbers, amount, until }: StubFacts, cut: string): TemplateResult {
  return html`<div class="paper">
    <p class="cut note"><span>${cut}</span></p>
    <div class="stub num">
      <p><reji-brand size="s" .brand=${brand}></reji-brand> <strong>${name}</strong></p>
      ${numbers.map(({ label, value }) => html`<p lang="ja">${label} <strong>${digitGroups(value).join(' ')}</strong></p>`)}
      <p class="sum"><reji-amount .amount=${amount}></reji-amount></p>
      <p>${until}</p>
    </div>
  </div>`;
}
