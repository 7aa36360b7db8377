import type { ConfirmRequest } from '../../src/contract/requests.js';
import type { PayoutRequest } from '../../src/contract/payout.js';
import { Asker } from '../../src/bff/asking.js';
import { Inbox } from '../../src/bff/inbox.js';
import { answered } from '../../src/bff/payout-question.js';
import { PayoutService } from '../../src/bff/payouts.js';
import { showCode } from '../../src/bff/protection.js';
import type { Provider, ProviderMessage } from '../../src/bff/provider.js';
import type { SessionRecord } from '../../src/bff/record.js';
import { RefundAsker } from '../../src/bff/refund-asking.js';
import { CheckoutService } from '../../src/bff/service.js';
import { createSessionSigner, generateSigningKey } from '../../src/bff/session-signer.js';
import { readOptions } from '../../src/bff/settings.js';
import type { Settings } from '../../src/bff/settings.js';
import type { Store } from '../../src/bff/store/store.js';
import type { FakePayer } from './fake-payer.js';
import type { FrailProcess } from './frail.js';
import { ISSUER, SHOP } from './till.js';

const signer = createSessionSigner([await generateSigningKey()]);

const STORE = [
  'get',
  'change',
  'create',
  'findIdempotency',
  'findByAttempt',
  'keepMessage',
  'due',
  'accountsOf',
] as const;

/** A provider as one process reaches it: every call that leaves it may be the last. */
function reached(process: FrailProcess, payer: FakePayer): Provider {
  const payouts = process.wrap(payer.payouts, ['cancel']);
  const provider = process.wrap(payer, ['start', 'ask']);
  return new Proxy(provider, {
    get: (whole, name) => (name === 'payouts' ? payouts : (Reflect.get(whole, name, whole) as unknown)),
  });
}

/** One process that serves payouts, without HTTP and signatures: for trying very many things. */
export class PayoutDesk {
  readonly #settings: Settings;
  readonly #inbox: Inbox;
  readonly #asker: Asker;
  readonly #service: CheckoutService;
  readonly #payouts: PayoutService;

  constructor(
    readonly process: FrailProcess,
    parts: { store: Store; payer: FakePayer; now: () => number },
  ) {
    const { store, payer, now } = parts;
    const options = { issuer: ISSUER, origins: [SHOP], apiKeys: ['k'], signer, now };
    const providers = [reached(process, payer)];
    this.#settings = readOptions({ ...options, providers, store: process.wrap(store, STORE) });
    this.#inbox = new Inbox(this.#settings);
    this.#asker = new Asker(this.#settings, this.#inbox, new RefundAsker(this.#settings));
    this.#service = new CheckoutService(this.#settings, this.#asker);
    this.#payouts = new PayoutService(this.#settings, this.#asker, this.#service);
  }

  create(request: PayoutRequest, key: string): Promise<SessionRecord> {
    return this.#payouts.create(request, key);
  }

  confirm(id: string, key: string, wish: ConfirmRequest): Promise<SessionRecord> {
    return this.#service.confirm(id, key, wish, {});
  }

  cancel(id: string, scope: 'attempt' | 'session', answer?: string): Promise<SessionRecord> {
    return this.#service.cancel(id, { scope, ...(answer !== undefined && { answer }) });
  }

  shopCancel(id: string): Promise<SessionRecord> {
    return this.#payouts.cancel(id);
  }

  read(id: string): Promise<SessionRecord> {
    return this.#service.read(id);
  }

  code(id: string, key: string): Promise<string> {
    return showCode(this.#settings, id, key);
  }

  async answer(id: string, answer: string): Promise<SessionRecord> {
    return answered(this.#settings, await this.#service.read(id), answer);
  }

  tell(message: ProviderMessage): Promise<unknown> {
    return this.#inbox.arrived('fake', message);
  }

  sweep(): Promise<void> {
    return this.#asker.sweep();
  }
}
