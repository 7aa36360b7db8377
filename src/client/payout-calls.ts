import type { BankRow } from '../contract/payout.js';
import { readBanks, readProtectionCode } from '../contract/read-payout.js';
import { answerOf, calling, posted } from './calling.js';
import { CheckoutError } from './checkout-error.js';
import type { CheckoutStore } from './checkout-store.js';

/** How long a search may take; a person is typing meanwhile. */
const LOOKUP_LIMIT_MS = 5000;
const SEND_LIMIT_MS = 20_000;

/** What the recipient of a payout wants. `answer`: to the question, where there is one. */
export interface PayoutChoice {
  method: string;
  input?: Readonly<Record<string, string>> | undefined;
  answer?: string | undefined;
}

/** `POST /sessions/{id}/confirm` of a payout. It is a press like every other: see `CheckoutStore.confirm`. */
export function confirmPayout(store: CheckoutStore, { method, input, answer }: PayoutChoice): Promise<void> {
  const request = { method, ...(input && { input }), ...(answer && { answer }) };
  return store.press((api, key, how) => api.confirm(request, key, how));
}

/** `POST /sessions/{id}/cancel` of the way under way. @param answer to the payout's question, where it has one */
export function cancelPayout(store: CheckoutStore, answer: string): Promise<void> {
  const request = { scope: 'attempt', ...(answer && { answer }) } as const;
  return store.press((api, key, how) => api.cancel(request, key, how));
}

/** `POST /sessions/{id}/answer`. A wrong one is the store's problem `answer-wrong`. */
export function answerQuestion(store: CheckoutStore, answer: string): Promise<void> {
  return store.press((api, key, how) => api.post('/answer', { answer }, key, how));
}

/**
 * `POST /sessions/{id}/protection-code`: the code, which the BFF shows once. An answer that was lost on the way is had
 * again with the same key within ten minutes.
 *
 * @param answer to the payout's question, where it has one
 * @throws CheckoutError `code-already-shown`, `code-not-available`, `answer-missing`, `answer-wrong`, or as every call of the Api
 */
export async function protectionCode(store: CheckoutStore, key: string, answer?: string): Promise<string> {
  const { options } = store.api;
  const url = `${options.door.sessionUrl}/protection-code`;
  return calling(options, {}, async () => {
    const said = await answerOf(options, url, 'application/json', posted(answer ? { answer } : {}, key), SEND_LIMIT_MS);
    return readProtectionCode(await json(said)) ?? invalid(said);
  });
}

/**
 * `GET /banks?q=`, or `GET /banks/{code}/branches?q=` with the code of a bank. It is tried once: the next letter that is
 * typed asks again.
 *
 * @param query 1 to 40 characters
 * @throws CheckoutError as every call of the Api
 */
export async function findBanks(store: CheckoutStore, query: string, bank?: string): Promise<BankRow[]> {
  const { options } = store.api;
  const path = bank ? `banks/${encodeURIComponent(bank)}/branches` : 'banks';
  // beside the sessions, under the same issuer
  const url = options.door.sessionUrl.replace(/sessions\/[^/]*$/, `${path}?q=${encodeURIComponent(query)}`);
  return calling(options, { retries: 0 }, async () => {
    const answer = await answerOf(options, url, 'application/json', {}, LOOKUP_LIMIT_MS);
    return readBanks(await json(answer)) ?? invalid(answer);
  });
}

const json = (answer: Response): Promise<unknown> => answer.json().catch(() => undefined) as Promise<unknown>;

function invalid({ status }: Response): never {
  throw new CheckoutError('answer-invalid', { status });
}
