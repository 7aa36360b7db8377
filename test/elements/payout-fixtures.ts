import { fixture, html } from '@open-wc/testing';
import type { Timers } from '../../src/client/timers.js';
import type { BankRow } from '../../src/contract/payout.js';
import { RejiPayoutForm } from '../../src/elements/reji-payout-form.js';
import type { RejiSubmitEvent } from '../../src/elements/step-events.js';
import { nameOf } from './by-role.js';

RejiPayoutForm.define();

export const BANKS: readonly BankRow[] = [
  { code: '0001', name: 'みずほ銀行', kana: 'ミズホ' },
  { code: '0289', name: 'みずほ信託銀行', kana: 'ミズホシンタク' },
  { code: '9900', name: 'ゆうちょ銀行', kana: 'ユウチヨ' },
];
export const BRANCHES: readonly BankRow[] = [{ code: '110', name: '丸の内支店', kana: 'マルノウチ' }];

/** An account as it is typed. */
export const ACCOUNT = {
  bankCode: '0001',
  branchCode: '110',
  accountType: 'current',
  accountNumber: '481093',
  accountName: 'ふじた　じゅんぺい',
};
export const POST = { bankCode: '9900', symbol: '10530', number: '12345671', accountName: 'ﾌｼﾞﾀ' };
export const SAVED = {
  id: 'kept-1',
  destination: { bank: 'みずほ銀行', branch: '丸の内支店', accountType: 'ordinary', accountNumber: '••••093' },
};

/** Finds by a part of the name or the beginning of the code, and remembers what it was asked. */
export function makeLookup() {
  const asked: [query: string, bank?: string][] = [];
  const lookup = (query: string, bank?: string): Promise<readonly BankRow[]> => {
    asked.push(bank === undefined ? [query] : [query, bank]);
    const rows = bank === undefined ? BANKS : BRANCHES;
    return Promise.resolve(rows.filter(({ code, name }) => code.startsWith(query) || name.includes(query)));
  };
  return { asked, lookup };
}

/** Timers that run out when told to. */
export class HandTimers implements Timers {
  #waiting = new Set<() => void>();

  later(run: () => void): () => void {
    this.#waiting.add(run);
    return () => this.#waiting.delete(run);
  }

  runOut(): void {
    const due = [...this.#waiting];
    this.#waiting.clear();
    for (const run of due) run();
  }
}

export async function makeForm(properties: Partial<RejiPayoutForm> = {}): Promise<RejiPayoutForm> {
  const el = await fixture<RejiPayoutForm>(
    html`<reji-payout-form
      lang=${properties.lang ?? 'en'}
      order-id="H-20418"
      .amount=${{ value: 4800, currency: 'JPY' }}
    ></reji-payout-form>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

/** The field of that name. */
export function fieldOf(el: RejiPayoutForm, name: string): HTMLInputElement {
  const found = el.shadowRoot?.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
}

/** Names of the fields that are there, in their order. */
export const fieldNames = (el: RejiPayoutForm): string[] => [
  ...new Set([...(el.shadowRoot?.querySelectorAll('input') ?? [])].map(({ name }) => name)),
];

/** As if typed or pasted, all at once. */
export async function fill(el: RejiPayoutForm, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const input = fieldOf(el, name);
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await el.updateComplete;
  }
}

/** What leaving a field leads to is decided a moment later. */
export async function leave(el: RejiPayoutForm, name: string): Promise<void> {
  fieldOf(el, name).focus();
  fieldOf(el, name).blur();
  await settled(el);
}

export async function settled(el: RejiPayoutForm): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
  await el.updateComplete;
}

export async function send(el: RejiPayoutForm): Promise<void> {
  el.shadowRoot?.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  await settled(el);
}

/** What is said to be wrong with a field; empty for nothing. */
export function faultOf(el: RejiPayoutForm, name: string): string {
  const said = el.shadowRoot?.getElementById(`${name}-fault`);
  return said ? nameOf(said) : '';
}

export function submits(el: RejiPayoutForm): RejiSubmitEvent['input'][] {
  const heard: RejiSubmitEvent['input'][] = [];
  el.addEventListener('reji-submit', ({ input }) => heard.push(input));
  return heard;
}
