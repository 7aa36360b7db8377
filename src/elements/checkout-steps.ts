import { html } from 'lit';
import type { CSSResult, TemplateResult } from 'lit';
import type { Method, PendingSession, Session } from '../contract/session.js';
import type { Messages } from '../i18n/messages.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { screen } from '../theme/screen.js';
import { alertNotice, troubleScreen, unsupportedScreen, waitScreen } from './checkout-screens.js';
import type { CheckoutFlow } from './checkout-flow.js';
import { stepLabel } from './checkout-texts.js';
import { RejiActionEvent } from './step-events.js';

/** Style sheets of these screens, to be added to the checkout's. */
export const stepStyles: readonly CSSResult[] = [layout, links, notices, screen];

/** Elements of the later screens; each is fetched when its step arrives, or when a choice leads to it. */
const LEAVES: Readonly<Record<string, () => Promise<void>>> = {
  redirect: () => import('./reji-redirect.js').then(({ RejiRedirect }) => RejiRedirect.define()),
  invoice: () => import('./reji-keeper-invoice.js').then(({ RejiKeeperInvoice }) => RejiKeeperInvoice.define()),
  payer: () => import('./reji-payer-form.js').then(({ RejiPayerForm }) => RejiPayerForm.define()),
  qr: () => import('./reji-qr.js').then(({ RejiQr }) => RejiQr.define()),
  konbini: () => import('./reji-konbini.js').then(({ RejiKonbini }) => RejiKonbini.define()),
  bankTransfer: () => import('./reji-bank-transfer.js').then(({ RejiBankTransfer }) => RejiBankTransfer.define()),
  result: () => import('./reji-result.js').then(({ RejiResult }) => RejiResult.define()),
};

/** Fetches the element for a step: `payer`, `result` or the type of a next action; others need none. */
export async function loadLeaf(step: string): Promise<void> {
  await LEAVES[step]?.();
}

/** The screen for everything but the choice. */
export function stepScreen(session: Session, flow: CheckoutFlow, texts: Messages): TemplateResult {
  if (session.status === 'pending') return pendingScreen(session, flow, texts);
  return flow.answers.method ? inputScreen(session, flow, texts) : resultScreen(session, flow);
}

/** Loading failed: what happened, and one button where trying again may help. */
export function failureScreen({ held }: CheckoutFlow, texts: Messages): TemplateResult {
  const { state } = held;
  const code = state.phase === 'error' ? state.error.code : '';
  const retryable = state.phase === 'error' && state.error.retryable;
  return troubleScreen(code, texts, retryable ? () => void held.refresh() : undefined);
}

/** Why the last press did not go through, above the button; nothing when it did. */
export function problemNotice({ held }: CheckoutFlow, texts: Messages): ReturnType<typeof alertNotice> {
  return alertNotice(problemText(held.problem, texts));
}

function inputScreen(session: Session, flow: CheckoutFlow, texts: Messages): TemplateResult {
  const { amount, order } = session;
  const { answers, held, act, submit } = flow;
  const method = session.methods.find(({ id }) => id === answers.method);
  const brand = brandOf(session, answers.method);
  const problem = problemText(held.problem, texts);
  if (!answers.askable) {
    const back = () => act(new RejiActionEvent('other-method'));
    return unsupportedScreen({ amount, orderId: order.id }, order.returnUrl, texts, back);
  }
  if (answers.screen === 'payer') {
    return html`<reji-payer-form
      .inputs=${method?.inputs ?? []}
      .label=${method && !needsWmid(method) ? stepLabel(method, texts) : ''}
      .values=${answers.values}
      .amount=${amount}
      .orderId=${order.id}
      .brand=${brand}
      .busy=${held.confirming}
      .problem=${problem}
      @reji-submit=${submit}
      @reji-action=${act}
    ></reji-payer-form>`;
  }
  return html`<reji-keeper-invoice
    .value=${answers.values.wmid ?? ''}
    .amount=${amount}
    .orderId=${order.id}
    .brand=${brand}
    .busy=${held.confirming}
    .problem=${problem}
    @reji-submit=${submit}
    @reji-action=${act}
  ></reji-keeper-invoice>`;
}

function needsWmid({ inputs }: Method): boolean {
  return inputs?.some(({ name }) => name === 'wmid') ?? false;
}

function pendingScreen(session: PendingSession, flow: CheckoutFlow, texts: Messages): TemplateResult {
  const { nextAction: action, amount, order, attempt, startedAt = '' } = session;
  const { held, act, giveUp } = flow;
  const { redirectHosts, redirectTarget, manualRedirect } = flow.host;
  const connection = held.state.phase === 'ready' ? held.state.connection : 'stopped';
  const facts = { amount, orderId: order.id };
  const brand = brandOf(session, session.method);
  const problem = problemText(held.problem, texts);
  const ask = () => void held.refresh();
  switch (action.type) {
    case 'wait':
      return waitScreen(facts, connection, texts, giveUp);
    case 'redirect':
      return html`<reji-redirect
        .action=${action}
        .amount=${amount}
        .orderId=${order.id}
        .brand=${brand}
        .clock=${held.clock}
        .target=${redirectTarget}
        .manual=${manualRedirect || held.cameBack}
        .returned=${held.cameBack}
        .allowedHosts=${redirectHosts}
        @reji-redirect=${() => held.rememberLeaving(attempt)}
        @reji-deadline=${ask}
        @reji-action=${act}
      ></reji-redirect>`;
    case 'invoice':
      return html`<reji-keeper-invoice
        .action=${action}
        .amount=${amount}
        .orderId=${order.id}
        .brand=${brand}
        .clock=${held.clock}
        .connection=${connection}
        .busy=${held.cancelling}
        .problem=${problem}
        @reji-deadline=${ask}
        @reji-action=${act}
      ></reji-keeper-invoice>`;
    case 'qr':
      return html`<reji-qr
        .allowedHosts=${redirectHosts}
        .start=${startedAt}
        .action=${action}
        .amount=${amount}
        .orderId=${order.id}
        .brand=${brand}
        .clock=${held.clock}
        .connection=${connection}
        .busy=${held.cancelling}
        .problem=${problem}
        @reji-deadline=${ask}
        @reji-action=${act}
      ></reji-qr>`;
    case 'konbini':
      return html`<reji-konbini
        .shop=${order.shop ?? ''}
        .allowedHosts=${redirectHosts}
        .start=${startedAt}
        .action=${action}
        .amount=${amount}
        .orderId=${order.id}
        .brand=${brand}
        .clock=${held.clock}
        .connection=${connection}
        .busy=${held.cancelling}
        .problem=${problem}
        @reji-deadline=${ask}
        @reji-action=${act}
      ></reji-konbini>`;
    case 'bankTransfer':
      return html`<reji-bank-transfer
        .allowedHosts=${redirectHosts}
        .start=${startedAt}
        .action=${action}
        .amount=${amount}
        .orderId=${order.id}
        .brand=${brand}
        .clock=${held.clock}
        .connection=${connection}
        .busy=${held.cancelling}
        .problem=${problem}
        @reji-deadline=${ask}
        @reji-action=${act}
      ></reji-bank-transfer>`;
    default:
      return unsupportedScreen(facts, order.returnUrl, texts, giveUp);
  }
}

function resultScreen(session: Session, { held, host, act }: CheckoutFlow): TemplateResult {
  return html`<reji-result
    .session=${session}
    .live=${held.previous !== undefined}
    .contactUrl=${host.contactUrl}
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
