import { html } from 'lit';
import { payoutBrand } from '../catalog/payout-brands.js';
import { readPayoutFacts } from '../contract/read-payout.js';
import type { PendingSession, Session } from '../contract/session.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import type { CheckoutFlow } from './checkout-flow.js';
import { alertNotice, unsupportedScreen, waitScreen } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import type { CheckoutSession } from './checkout-session.js';
import { problemText } from './checkout-steps.js';
import type { StepScreen } from './checkout-steps.js';
import type { HeadFacts } from './heads.js';
import type { PayoutError } from './payout-checks.js';
import type { RejiElement } from './reji-element.js';

/** What stands in the head. */
export function factsOf({ amount, order }: Session): HeadFacts {
  return { amount, orderId: order.id };
}

/** How the payout is being followed. */
export function connectionOf({ state }: CheckoutSession): Connection {
  return state.phase === 'ready' ? state.connection : 'stopped';
}

/** Why a press did not go through, in words; empty when it did, and where the question itself says it. */
export function payoutProblem({ problem = '' }: CheckoutSession, texts: PayoutMessages): string {
  const { problems } = texts.payout.receive;
  const said: Readonly<Record<string, string>> = {
    'payout-in-progress': problems.noChange,
    'order-exists': problems.inProgress,
    'answer-missing': '',
    'answer-wrong': '',
  };
  return said[problem] ?? problemText(problem, texts);
}

/** The field that the server did not take, before anything was sent. */
export function refusedInput({ state, problem }: CheckoutSession): PayoutError | undefined {
  if (problem !== 'input-invalid' || state.phase !== 'ready') return undefined;
  const [first] = state.problem?.problem?.errors ?? [];
  return { code: first?.code ?? 'other', moved: false, ...(first && { field: first.field.replace(/^input\./, '') }) };
}

/** The step of a payout that is under way; undefined where money is on its way and there is nothing to do. */
export function pendingPayout(
  session: PendingSession,
  flow: CheckoutFlow,
  texts: PayoutMessages,
  giveUp: () => void,
): StepScreen | undefined {
  const { held, host } = flow;
  const { nextAction: action, startedAt: start = '', order, methods } = session;
  const method = methods.find(({ id }) => id === session.method);
  const brand = payoutBrand(method?.brand ?? session.method);
  const facts = factsOf(session);
  const connection = connectionOf(held);
  const problem = payoutProblem(held, texts);
  const known = readPayoutFacts(session.payout);
  const given = { ...facts, brand, clock: held.store?.clock };
  switch (action.type) {
    case 'receipt': {
      const noChange = !known?.cancelable;
      const more = { action, start, shop: order.shop ?? '', noChange, problem, connection, busy: held.cancelling };
      return flow.leaf('reji-receipt', { ...given, ...more });
    }
    case 'redirect': {
      const { redirectHosts: allowedHosts, redirectTarget: target } = host;
      const returned = held.cameBack;
      const manual = host.manualRedirect || returned;
      const more = { action, allowedHosts, target, manual, returned, words: texts };
      const leaf = flow.leaf('reji-redirect', { ...given, ...more });
      // words are no property that asks for the update itself; the element may still be on its way
      (leaf as Partial<RejiElement>).requestUpdate?.();
      return html`${leaf}${alertNotice(problem)}`;
    }
    case 'wait':
      // what the provider has not taken on is not arranged, and can't be called back
      if (known?.starting) return waitScreen(facts, connection, texts);
      // what is neither an account nor a purse has numbers or a page yet to come
      if ((method?.kind ?? 'wait') === 'wait') return undefined;
      return waitScreen(facts, connection, texts, giveUp);
    default:
      return unsupportedScreen(facts, order.returnUrl, texts, giveUp);
  }
}
