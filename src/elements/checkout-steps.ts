import { html } from 'lit';
import type { CSSResult, TemplateResult } from 'lit';
import type { PendingSession, Session } from '../contract/session.js';
import { allTexts } from '../i18n/all-texts.js';
import type { Language } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { screen } from '../theme/screen.js';
import { alertNotice, troubleScreen, unsupportedScreen, waitScreen } from './checkout-screens.js';
import type { CheckoutSession } from './checkout-session.js';
import { RejiActionEvent } from './events.js';
import type { RejiSubmitEvent } from './events.js';

/** Style sheets of these screens, to be added to the checkout's. */
export const stepStyles: readonly CSSResult[] = [layout, links, notices, screen];

/** Every text of a language; undefined until it is here, which `arrived` tells. */
export function stepTexts(language: Language, arrived: () => void): Messages | undefined {
  const texts = allTexts.now(language);
  if (!texts) allTexts.load(language).then(arrived, () => undefined);
  return texts;
}

/** The checkout as its later screens see it. */
export interface StepView {
  held: CheckoutSession;
  texts: Messages;
  /** The method whose input is being asked for. */
  asking: string;
  /** The WMID that was given before. */
  wmid: string;
  redirectHosts: string;
  redirectTarget: 'self' | 'top';
  manualRedirect: boolean;
  contactUrl: string;
  act: (event: RejiActionEvent) => void;
  submit: (event: RejiSubmitEvent) => void;
  giveUp: () => void;
}

/** Elements of the later screens; each is fetched when its step arrives, or when a choice leads to it. */
const LEAVES: Readonly<Record<string, () => Promise<void>>> = {
  redirect: () => import('./reji-redirect.js').then(({ RejiRedirect }) => RejiRedirect.define()),
  invoice: () => import('./reji-keeper-invoice.js').then(({ RejiKeeperInvoice }) => RejiKeeperInvoice.define()),
  result: () => import('./reji-result.js').then(({ RejiResult }) => RejiResult.define()),
};

/** Fetches the element for a step: `redirect`, `invoice` or `result`; others need none. */
export async function loadLeaf(step: string): Promise<void> {
  await LEAVES[step]?.();
}

/** The screen for everything but the choice. */
export function stepScreen(session: Session, view: StepView): TemplateResult {
  if (session.status === 'pending') return pendingScreen(session, view);
  return view.asking ? inputScreen(session, view) : resultScreen(session, view);
}

/** Loading failed: what happened, and one button where trying again may help. */
export function failureScreen({ held, texts }: StepView): TemplateResult {
  const { state } = held;
  const code = state.phase === 'error' ? state.error.code : '';
  const retryable = state.phase === 'error' && state.error.retryable;
  return troubleScreen(code, texts, retryable ? () => void held.refresh() : undefined);
}

/** Why the last press did not go through, above the button; nothing when it did. */
export function problemNotice({ held, texts }: StepView): ReturnType<typeof alertNotice> {
  return alertNotice(problemText(held.problem, texts));
}

function inputScreen(session: Session, view: StepView): TemplateResult {
  const { amount, order } = session;
  const inputs = session.methods.find(({ id }) => id === view.asking)?.inputs ?? [];
  // The form asks for a WMID; what else a method needs only the shop can tell.
  if (inputs.some(({ name, required }) => required && name !== 'wmid')) {
    const back = () => view.act(new RejiActionEvent('other-method'));
    return unsupportedScreen({ amount, orderId: order.id }, order.returnUrl, view.texts, back);
  }
  return html`<reji-keeper-invoice
    .amount=${amount}
    .orderId=${order.id}
    .brand=${brandOf(session, view.asking)}
    .busy=${view.held.confirming}
    .value=${view.wmid}
    .problem=${problemText(view.held.problem, view.texts)}
    @reji-submit=${view.submit}
    @reji-action=${view.act}
  ></reji-keeper-invoice>`;
}

function pendingScreen(session: PendingSession, view: StepView): TemplateResult {
  const { nextAction: action, amount, order, attempt } = session;
  const { held, texts } = view;
  const connection = held.state.phase === 'ready' ? held.state.connection : 'stopped';
  const facts = { amount, orderId: order.id };
  const brand = brandOf(session, session.method);
  if (action.type === 'wait') return waitScreen(facts, connection, texts, view.giveUp);
  if (action.type === 'redirect') {
    return html`<reji-redirect
      .action=${action}
      .amount=${amount}
      .orderId=${order.id}
      .brand=${brand}
      .allowedHosts=${view.redirectHosts}
      .target=${view.redirectTarget}
      .manual=${view.manualRedirect || held.cameBack}
      .returned=${held.cameBack}
      @reji-redirect=${() => held.rememberLeaving(attempt)}
      @reji-action=${view.act}
    ></reji-redirect>`;
  }
  if (action.type === 'invoice') {
    return html`<reji-keeper-invoice
      .action=${action}
      .amount=${amount}
      .orderId=${order.id}
      .brand=${brand}
      .clock=${held.clock}
      .connection=${connection}
      .busy=${held.cancelling}
      .problem=${problemText(held.problem, texts)}
      @reji-deadline=${() => void held.refresh()}
      @reji-action=${view.act}
    ></reji-keeper-invoice>`;
  }
  return unsupportedScreen(facts, order.returnUrl, texts, view.giveUp);
}

function resultScreen(session: Session, { held, contactUrl, act }: StepView): TemplateResult {
  return html`<reji-result
    .session=${session}
    .live=${held.previous !== undefined}
    .contactUrl=${contactUrl}
    @reji-action=${act}
  ></reji-result>`;
}

/** Why a press did not go through, by the BFF's stable code; empty without one. */
function problemText(code: string | undefined, { trouble }: Messages): string {
  if (!code) return '';
  const said: Readonly<Record<string, string>> = {
    'session-expired': trouble.confirm.expired,
    'session-closed': trouble.confirm.expired,
    'attempt-in-progress': trouble.confirm.inProgress,
    'method-unavailable': trouble.confirm.unavailable,
    'method-unknown': trouble.confirm.unavailable,
    'input-invalid': trouble.confirm.input,
    'network-unreachable': trouble.offline,
  };
  return said[code] ?? trouble.confirm.other;
}

/** What is said once when the payment's state changes while the reader is elsewhere on the page. */
export function spokenResult(session: Session | undefined, { result }: Messages): string {
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
  return session.methods.find((method) => method.id === id)?.brand ?? id;
}
