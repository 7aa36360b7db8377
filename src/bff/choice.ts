import type { ConfirmRequest } from '../contract/requests.js';
import type { PayoutDestination } from '../contract/payout.js';
import type { Method } from '../contract/session.js';
import { Refusal } from './problem-response.js';
import { InputRefusal } from './provider.js';
import type { Device, Provider } from './provider.js';
import type { SessionRecord } from './record.js';
import { methodsFor, offerOf, providerOf } from './to-session.js';

/** A method that can be started with this input; `destination`: where a payout then goes, masked. */
export interface Choice {
  provider: Provider;
  input: Record<string, string>;
  destination?: PayoutDestination;
}

/** What of a session a choice is checked against. */
type Chooser = Pick<SessionRecord, 'purpose' | 'amount' | 'order' | 'customer' | 'locale' | 'methods' | 'kept'>;

/**
 * Checks a choice against what is offered now.
 *
 * @throws Refusal `method-unknown`, `method-unavailable`, `input-invalid`
 */
export function checkedChoice(
  providers: readonly Provider[],
  record: Chooser,
  wish: Pick<ConfirmRequest, 'method' | 'input'>,
  device?: Device,
): Choice {
  const offer = offerOf(record, device);
  const method = methodsFor(offer, providers, record.methods).find(({ id }) => id === wish.method);
  const provider = providerOf(wish.method, providers);
  if (!method || !provider) throw new Refusal('method-unknown');
  if (method.unavailable) throw unavailable(method);
  return orInvalid(() => {
    const given = wish.input ?? {};
    const { payouts } = provider;
    if (record.purpose !== 'payout' || !payouts)
      return { provider, input: provider.checkInput(method.id, given, offer) };
    const kept = record.kept?.[provider.id];
    // An account by its id is only ever the recipient's own.
    const { saved } = given;
    if (saved !== undefined && saved !== kept?.id) throw new InputRefusal('saved', 'account-not-found');
    const input = provider.checkInput(method.id, given, offer);
    const destination = payouts.destination(method.id, input, kept);
    return { provider, input, ...(destination && { destination }) };
  });
}

/**
 * What a check says, as an answer to who asked.
 *
 * @throws Refusal `input-invalid` naming the field
 */
export function orInvalid<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error;
    throw new Refusal('input-invalid', { errors: [{ field: error.field, code: error.code }] });
  }
}

function unavailable({ unavailable: reason }: Method): Refusal {
  return new Refusal('method-unavailable', { errors: [{ field: 'method', code: reason?.code ?? 'unavailable' }] });
}
