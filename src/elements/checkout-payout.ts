import { addPayoutBrands } from '../catalog/payout-brands.js';
import { answerQuestion, cancelPayout, confirmPayout, findBanks } from '../client/payout-calls.js';
import type { BankRow, PayoutFacts } from '../contract/payout.js';
import { readPayoutFacts } from '../contract/read-payout.js';
import type { Method, OpenSession, Session } from '../contract/session.js';
import { payoutTexts } from '../i18n/payout-shelf.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import { receipt } from '../theme/receipt.js';
import type { CheckoutFlow } from './checkout-flow.js';
import { payoutChoice, wayLabel } from './checkout-payout-choice.js';
import { connectionOf, factsOf, payoutProblem, pendingPayout, refusedInput } from './checkout-payout-screens.js';
import { loadLeaf } from './checkout-steps.js';
import type { StepScreen } from './checkout-steps.js';
import { isAsking, usable } from './checkout-texts.js';
import type { PayoutError } from './payout-checks.js';
import { isAccountFault } from './payout-outcome.js';
import { PayoutCode } from './payout-code.js';
import type { RejiActionEvent } from './step-events.js';

const slip = () => import('./reji-payout-result.js').then(({ RejiPayoutResult }) => RejiPayoutResult.define());

/** Elements that only payouts have; each is fetched when its step arrives, or when a choice leads to it. */
const LEAVES: Readonly<Record<string, () => Promise<void>>> = {
  form: () => import('./reji-payout-form.js').then(({ RejiPayoutForm }) => RejiPayoutForm.define()),
  question: () => import('./reji-question.js').then(({ RejiQuestion }) => RejiQuestion.define()),
  receipt: () => import('./reji-receipt.js').then(({ RejiReceipt }) => RejiReceipt.define()),
  slip,
  wait: slip,
  redirect: () => loadLeaf('redirect'),
};

/**
 * What a checkout shows and does for a payout. The answer to the question and the protection code stay in this page's
 * memory, and go with it.
 */
export class CheckoutPayout {
  readonly shelf = payoutTexts;
  #flow: CheckoutFlow;
  /** The method that is chosen, and the one whose form is shown; empty when none is. */
  #chosen = '';
  #asking = '';
  /** The `rev` whose failure the recipient has read and left. */
  #read = 0;
  /** What was sent last: a form that comes back starts with it. */
  #sent: Readonly<Record<string, string>> = {};
  #error: PayoutError | undefined;
  #answer = '';
  #wrong = false;
  #code = new PayoutCode();
  /** What waits for the answer to the question: the code, or calling the payout back. */
  #waits: 'code' | 'cancel' | undefined;

  constructor(flow: CheckoutFlow) {
    this.#flow = flow;
    addPayoutBrands();
    const root = flow.host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...(receipt.styleSheet ? [receipt.styleSheet] : [])];
  }

  /** A newer session is here: what it needs is fetched. */
  arrived(): void {
    const { session, previous } = this.#flow.held;
    if (!session) return;
    if (session.status !== 'open') this.#asking = '';
    const failure = session.status === 'open' ? session.lastFailure : undefined;
    // what was sent came back: the form says why, with its field marked
    const sent = previous?.status === 'succeeded' || this.#facts(session).sentBack;
    this.#error = failure && { code: failure.code, ...(!sent && { moved: false }) };
    this.#prepare(session);
  }

  /** The screen of the step; undefined while its texts are not here. */
  screen(session: Session): StepScreen | undefined {
    const texts = this.#texts;
    if (!texts) return undefined;
    const { question } = this.#facts(session);
    if (question && (this.#waits || this.#asks(session))) return this.#gate(session, question, texts);
    if (session.status === 'pending') {
      return pendingPayout(session, this.#flow, texts, this.#cancel) ?? this.#result(session, texts);
    }
    if (session.status !== 'open') return this.#result(session, texts);
    const asked = usable(session, this.#formFor(session, texts));
    if (asked) return this.#form(session, asked, texts);
    return this.#unread(session) ? this.#result(session, texts) : this.#choice(session, texts);
  }

  /** What was entered, in the form or as the answer. */
  submit(input: Readonly<Record<string, string>>): void {
    const { session } = this.#flow.held;
    const texts = this.#texts;
    if (this.#waits) {
      this.#answer = input.answer ?? '';
      return this.#waits === 'code' ? void this.#showCode() : this.#cancel();
    }
    if (!session || !texts) return;
    if (this.#asks(session)) return void this.#give(input.answer ?? '');
    if (session.status !== 'open') return;
    this.#sent = input;
    void this.#confirm(this.#formFor(session, texts), input);
  }

  /** What a press on a screen asks for. */
  act(action: RejiActionEvent['action']): void {
    const { session } = this.#flow.held;
    if (!session) return;
    if (action === 'show-code') return void this.#showCode();
    const failed = session.status === 'open' ? session.lastFailure?.method : undefined;
    if (action === 'try-again' && failed) return this.#choose(failed);
    if (action !== 'other-method') return;
    if (session.status === 'pending') return this.#cancel();
    this.#leave(session);
    this.#flow.turn();
  }

  get #texts(): PayoutMessages | undefined {
    const { texts } = this.#flow;
    return texts && 'payout' in texts ? (texts as PayoutMessages) : undefined;
  }

  #facts({ payout }: Session): PayoutFacts {
    return readPayoutFacts(payout) ?? {};
  }

  /** The question stands before the choice in each page, and before what the shop itself chose until it is answered. */
  #asks(session: Session): boolean {
    const { question } = this.#facts(session);
    if (!question) return false;
    return session.status === 'open' ? !this.#answer : session.status === 'pending' && !question.answered;
  }

  /** A failure that has to be read before the choice comes back; who stopped it chooses at once. */
  #unread({ rev, lastFailure }: OpenSession): boolean {
    return lastFailure !== undefined && lastFailure.code !== 'canceled-by-buyer' && this.#read !== rev;
  }

  /** The method whose form is shown: the one that was chosen, or the one whose account or purse came back. */
  #formFor(session: OpenSession, texts: PayoutMessages): string {
    const { lastFailure } = session;
    if (this.#asking || !lastFailure || !this.#unread(session)) return this.#asking;
    return isAccountFault(lastFailure.code, texts) ? lastFailure.method : '';
  }

  #gate(session: Session, question: NonNullable<PayoutFacts['question']>, texts: PayoutMessages): StepScreen {
    const { held } = this.#flow;
    const { text, triesLeft } = question;
    return this.#flow.leaf('reji-question', {
      ...factsOf(session),
      question: text,
      triesLeft,
      wrong: this.#wrong,
      busy: held.confirming,
      problem: this.#wrong ? '' : payoutProblem(held, texts),
    });
  }

  #choice(session: OpenSession, texts: PayoutMessages): StepScreen {
    const { held, host } = this.#flow;
    return payoutChoice(session, {
      texts,
      facts: this.#facts(session),
      chosen: this.#chosen,
      confirming: held.confirming,
      problem: payoutProblem(held, texts),
      density: host.density,
      select: (id) => {
        this.#chosen = id;
        const method = usable(session, id);
        if (method) this.#load(asksWhere(method) ? 'form' : method.kind);
        host.requestUpdate();
      },
      go: () => this.#choose(this.#chosen),
    });
  }

  #form(session: OpenSession, method: Method, texts: PayoutMessages): StepScreen {
    const { held } = this.#flow;
    const kind = method.inputs?.some(({ name }) => name === 'purse') ? 'purse' : 'account';
    const error = refusedInput(held) ?? (session.lastFailure?.method === method.id ? this.#error : undefined);
    return this.#flow.leaf('reji-payout-form', {
      ...factsOf(session),
      kind: method.kind === 'wait' ? kind : 'details',
      inputs: method.inputs ?? [],
      saved: this.#facts(session).ways?.[method.id]?.saved,
      label: method.kind === 'wait' ? '' : wayLabel({ ...method, inputs: [] }, texts),
      lookup: this.#lookup,
      values: this.#sent,
      error: error && isAccountFault(error.code, texts) ? error : refusedInput(held),
      busy: held.confirming,
      problem: held.problem === 'input-invalid' ? '' : payoutProblem(held, texts),
    });
  }

  #result(session: Session, texts: PayoutMessages): StepScreen {
    const { held, host } = this.#flow;
    return this.#flow.leaf('reji-payout-result', {
      session,
      live: held.previous !== undefined,
      connection: connectionOf(held),
      busy: held.cancelling || held.confirming,
      problem: (this.#code.outcome === 'failed' ? texts.payout.protection.failed : '') || payoutProblem(held, texts),
      code: this.#code.code,
      contactUrl: host.contactUrl,
    });
  }

  #choose(id: string): void {
    const { session } = this.#flow.held;
    const method = session?.status === 'open' && usable(session, id);
    if (!method) return;
    this.#leave(session);
    this.#chosen = id;
    if (!asksWhere(method)) return void this.#confirm(id);
    this.#asking = id;
    this.#load('form');
    this.#flow.turn();
  }

  #leave(session: Session): void {
    this.#asking = '';
    this.#read = session.rev;
    this.#error = undefined;
  }

  async #confirm(method: string, input?: Readonly<Record<string, string>>): Promise<void> {
    const { held } = this.#flow;
    await held.press('confirming', (store) => confirmPayout(store, { method, input, answer: this.#answer }));
    if (held.problem !== 'answer-wrong' && held.problem !== 'answer-missing') return;
    this.#answer = '';
    this.#wrong = held.problem === 'answer-wrong';
    this.#askQuestion();
  }

  /** The answer is kept only if the server took it. A wrong one costs a try: how many are left is asked for. */
  async #give(answer: string): Promise<void> {
    const { held, host } = this.#flow;
    this.#wrong = false;
    await held.press('confirming', (store) => answerQuestion(store, answer));
    const { problem } = held;
    this.#wrong = problem === 'answer-wrong';
    host.requestUpdate();
    if (this.#wrong) return held.refresh();
    if (problem || held.session?.status !== 'open') return;
    this.#answer = answer;
    this.#flow.turn();
  }

  #askQuestion(): void {
    this.#load('question');
    this.#flow.turn();
    void this.#flow.held.refresh();
  }

  async #showCode(): Promise<void> {
    const { held, host } = this.#flow;
    this.#wrong = false;
    await held.press('confirming', (store) => this.#code.show(store, this.#answer));
    host.requestUpdate();
    this.#pressed('code', this.#code.outcome);
  }

  /** The way under way is to be called back, and the choice to come again. */
  #cancel = (): void => {
    const { held } = this.#flow;
    this.#wrong = false;
    const press = held.press('cancelling', (store) => cancelPayout(store, this.#answer));
    void press.then(() => this.#pressed('cancel', held.problem));
  };

  /** After a press that the answer belongs to: where it was missing or wrong, it is asked for. */
  #pressed(what: 'code' | 'cancel', outcome: string | undefined): void {
    const asks = outcome === 'answer-missing' || outcome === 'answer-wrong';
    if (asks || this.#waits) this.#flow.turn();
    this.#waits = asks ? what : undefined;
    if (!asks) return;
    this.#answer = '';
    this.#wrong = outcome === 'answer-wrong';
    this.#askQuestion();
  }

  #lookup = async (query: string, bank?: string): Promise<BankRow[]> => {
    const { store } = this.#flow.held;
    return store ? findBanks(store, query, bank) : [];
  };

  #prepare(session: Session): void {
    if (this.#asks(session)) this.#load('question');
    if (session.status === 'pending') return this.#load(session.nextAction.type);
    if (session.status !== 'open') return this.#load('slip');
    for (const leaf of session.lastFailure ? ['slip', 'form'] : []) this.#load(leaf);
  }

  #load(leaf: string): void {
    this.#flow.fetched(LEAVES[leaf]?.() ?? Promise.resolve());
  }
}

/** True when it has to be asked where the money goes, or who receives it. */
function asksWhere(method: Method): boolean {
  return method.kind === 'wait' || isAsking(method);
}
