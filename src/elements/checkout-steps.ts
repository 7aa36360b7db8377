import type { CSSResult, TemplateResult } from 'lit';
import type { PendingSession, Session } from '../contract/session.js';
import { displayTexts } from '../i18n/display-shelf.js';
import type { Language } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { screen } from '../theme/screen.js';
import { alertNotice, troubleScreen, unsupportedScreen, waitScreen } from './checkout-screens.js';
import type { CheckoutFlow } from './checkout-flow.js';
import { stepLabel } from './checkout-texts.js';
import { resultWords } from './result-words.js';

/** Style sheets of these screens, to be added to the checkout's. */
export const stepStyles: readonly CSSResult[] = [layout, links, notices, screen];

/** Elements of the later screens; each is fetched when its step arrives, or when a choice leads to it. */
const LEAVES: Readonly<Record<string, () => Promise<void>>> = {
  redirect: () => import('./reji-redirect.js').then(({ RejiRedirect }) => RejiRedirect.define()),
  result: () => import('./reji-result.js').then(({ RejiResult }) => RejiResult.define()),
};

/** Those that are made of what {@link loadShared} fetches. */
const DISPLAYS: typeof LEAVES = {
  invoice: () => import('./reji-keeper-invoice.js').then(({ RejiKeeperInvoice }) => RejiKeeperInvoice.define()),
  payer: () => import('./reji-payer-form.js').then(({ RejiPayerForm }) => RejiPayerForm.define()),
  qr: () => import('./reji-qr.js').then(({ RejiQr }) => RejiQr.define()),
  konbini: () => import('./reji-konbini.js').then(({ RejiKonbini }) => RejiKonbini.define()),
  bankTransfer: () => import('./reji-bank-transfer.js').then(({ RejiBankTransfer }) => RejiBankTransfer.define()),
};

/** Fetches what the displays share, which the page's build keeps in one file: found only in them, it comes a request later. */
export async function loadShared(): Promise<void> {
  await import('./reji-copy-button.js');
}

/** Fetches the element for a step: `payer`, `result` or the type of a next action; others need none. */
export async function loadLeaf(step: string): Promise<void> {
  const display = DISPLAYS[step];
  await (display ? Promise.all([loadShared(), display()]) : LEAVES[step]?.());
}

/** Fetches the words of a step while its element is on the way; without them the element sees to itself. */
export function loadWords(step: string, language: Language): void {
  if (/^(qr|konbini|bankTransfer)$/.test(step)) displayTexts.load(language).catch(() => undefined);
}

/** What fills the screen: plain elements, or one of ours. */
export type StepScreen = TemplateResult | HTMLElement;

/** The screen for everything but the choice. */
export function stepScreen(session: Session, flow: CheckoutFlow, texts: Messages): StepScreen {
  if (session.status === 'pending') return pendingScreen(session, flow, texts);
  if (flow.answers.method) return inputScreen(session, flow, texts);
  const { held, host } = flow;
  return flow.leaf('reji-result', { session, live: held.previous !== undefined, contactUrl: host.contactUrl });
}

/** Loading failed: what happened, and one button where trying again may help. */
export function failureScreen(flow: CheckoutFlow, texts: Messages): TemplateResult {
  const { held } = flow;
  const { state } = held;
  // The button that has the focus goes.
  const retry = () => void held.refresh().then(() => flow.turn());
  const code = state.phase === 'error' ? state.error.code : '';
  const retryable = state.phase === 'error' && state.error.retryable;
  return troubleScreen(code, texts, retryable ? retry : undefined);
}

/** A part of the page could not be fetched: the page as a whole is, and the payment stands where it was. */
export function missingScreen(texts: Messages): TemplateResult {
  return troubleScreen('element-unreachable', texts, () => location.reload());
}

/** Why the last press did not go through, above the button; nothing when it did. */
export function problemNotice({ held }: CheckoutFlow, texts: Messages): ReturnType<typeof alertNotice> {
  return alertNotice(problemText(held.problem, texts));
}

function inputScreen(session: Session, flow: CheckoutFlow, texts: Messages): StepScreen {
  const { amount, order } = session;
  const { answers, held } = flow;
  const { values } = answers;
  const method = methodOf(session, answers.method);
  const facts = { amount, orderId: order.id };
  if (!answers.askable) {
    return unsupportedScreen(facts, order.returnUrl, texts, () => flow.act('other-method'));
  }
  const given = {
    ...facts,
    brand: brandOf(session, answers.method),
    busy: held.confirming,
    problem: problemText(held.problem, texts),
  };
  if (answers.screen === 'invoice') return flow.leaf('reji-keeper-invoice', { ...given, value: values.wmid ?? '' });
  const inputs = method?.inputs ?? [];
  const last = method && !inputs.some(({ name }) => name === 'wmid');
  return flow.leaf('reji-payer-form', { ...given, inputs, values, label: last ? stepLabel(method, texts) : '' });
}

function pendingScreen(session: PendingSession, flow: CheckoutFlow, texts: Messages): StepScreen {
  const { nextAction: action, amount, order, startedAt: start = '' } = session;
  const { held, giveUp } = flow;
  const { redirectHosts: allowedHosts, redirectTarget: target, manualRedirect } = flow.host;
  const connection = held.state.phase === 'ready' ? held.state.connection : 'stopped';
  const facts = { amount, orderId: order.id };
  const given = { ...facts, brand: brandOf(session, session.method), clock: held.store?.clock };
  const followed = { ...given, connection, busy: held.cancelling, problem: problemText(held.problem, texts) };
  const timed = { ...followed, start, allowedHosts };
  switch (action.type) {
    case 'wait':
      return waitScreen(facts, connection, texts, giveUp);
    case 'redirect': {
      const returned = held.cameBack;
      const manual = manualRedirect || returned;
      return flow.leaf('reji-redirect', { ...given, start, action, allowedHosts, target, manual, returned });
    }
    case 'invoice':
      return flow.leaf('reji-keeper-invoice', { ...followed, action });
    case 'qr':
      return flow.leaf('reji-qr', { ...timed, action });
    case 'konbini':
      return flow.leaf('reji-konbini', {
        ...timed,
        action,
        limit: methodOf(session, session.method)?.limits?.max,
        shop: order.shop ?? '',
      });
    case 'bankTransfer':
      return flow.leaf('reji-bank-transfer', { ...timed, action });
    default:
      return unsupportedScreen(facts, order.returnUrl, texts, giveUp);
  }
}

/** Why a press did not go through, by the BFF's stable code; empty without one. */
export function problemText(code: string | undefined, { trouble, result }: Messages): string {
  if (!code) return '';
  const said: Readonly<Record<string, string>> = {
    'session-expired': trouble.confirm.expired,
    'session-closed': trouble.confirm.expired,
    'attempt-in-progress': trouble.confirm.inProgress,
    // Money has come in for this order already.
    'order-exists': result.attentionStop,
    'method-unavailable': trouble.confirm.unavailable,
    'method-unknown': trouble.confirm.unavailable,
    'input-invalid': trouble.confirm.input,
    'network-unreachable': trouble.offline,
  };
  return said[code] ?? trouble.confirm.other;
}

/** What is said once when the payment's state changes while the reader is elsewhere on the page. */
export function spokenResult(session: Session | undefined, texts: Messages): string {
  const { result } = texts;
  if (session?.status === 'open' && session.purpose === 'payment') return resultWords(session, texts)?.title ?? '';
  const said: Partial<Record<Session['status'], string>> = {
    succeeded: result.paid,
    failed: result.failed,
    expired: result.expired,
    canceled: result.canceled,
    needsAttention: result.attention,
  };
  return session ? (said[session.status] ?? '') : '';
}

/** The brand of a method by its id; the id itself when it is no longer offered. */
function brandOf(session: Session, id: string): string {
  return methodOf(session, id)?.brand ?? id;
}

function methodOf({ methods }: Session, id: string): Session['methods'][number] | undefined {
  return methods.find((method) => method.id === id);
}
