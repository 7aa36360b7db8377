import { fixture, html, waitUntil } from '@open-wc/testing';
import type { Session, SessionClaims } from '../../src/contract/session.js';
import { RejiCheckout } from '../../src/elements/reji-checkout.js';
import type { RejiKeeperInvoice } from '../../src/elements/reji-keeper-invoice.js';
import { signer, Stack } from './stack.js';
import type { StackOptions } from './stack.js';

RejiCheckout.define();

/** A stack whose shop is this page. */
export const makeStack = (options: Omit<StackOptions, 'origin'> = {}) =>
  new Stack({ origin: location.origin, ...options });

/** What a checkout told the page, in order. */
export interface Told {
  errors: string[];
  sessions: Session[];
  completed: Session[];
  /** Codes of redirects that were not made. */
  refused: string[];
  /** Where the browser was about to go. */
  leaving: string[];
}

export interface Opened {
  el: RejiCheckout;
  told: Told;
}

/** What a checkout is given; with `leaves` it is let go where it wants to. */
type Given = Partial<
  Pick<
    RejiCheckout,
    'session' | 'sessionUrl' | 'jwks' | 'jwksUrl' | 'redirectHosts' | 'manualRedirect' | 'contactUrl' | 'lang'
  >
> & { leaves?: boolean };

/** A checkout in the page. Redirects are heard and held back. */
export async function openCheckout(stack: Stack, { leaves = false, ...properties }: Given): Promise<Opened> {
  const told: Told = { errors: [], sessions: [], completed: [], refused: [], leaving: [] };
  const el = document.createElement('reji-checkout');
  el.lang = 'en';
  el.addEventListener('reji-error', ({ code }) => told.errors.push(code));
  el.addEventListener('reji-session', ({ session }) => told.sessions.push(session));
  el.addEventListener('reji-complete', ({ session }) => told.completed.push(session));
  el.addEventListener('reji-redirect-error', ({ code }) => told.refused.push(code));
  el.addEventListener('reji-redirect', (event) => {
    told.leaving.push(event.redirect.url);
    if (!leaves) event.preventDefault();
  });
  Object.assign(el, { jwks: stack.jwks, transport: stack.transport, ...properties });
  const place = await fixture(html`<div></div>`);
  place.append(el);
  return { el, told };
}

/** Text of a node with all shadow roots below it, as a reader meets it. */
export function words(root: Node): string {
  const inner = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  if (inner instanceof Text) return inner.data;
  if (inner instanceof Element && inner.localName === 'style') return '';
  return [...inner.childNodes].map(words).join(' ').replaceAll(/\s+/g, ' ');
}

/** Waits for what has to come, on a busy machine too. */
export function until(holds: () => unknown, what: string): Promise<void> {
  return waitUntil(holds, what, { interval: 20, timeout: 12_000 });
}

export async function says(el: Element, text: string): Promise<void> {
  try {
    await until(() => words(el).includes(text), text);
  } catch {
    throw new Error(`"${text}" is not in: ${words(el)}`);
  }
}

/** Lets happen what must not happen. */
export async function turns(el: RejiCheckout, count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await el.updateComplete;
}

/** Until the methods can be chosen. */
export async function methods(el: RejiCheckout): Promise<void> {
  await until(() => el.shadowRoot?.querySelector('reji-method-picker')?.shadowRoot?.querySelector('input'), 'methods');
}

export function radio(el: RejiCheckout, id: string): HTMLInputElement | undefined {
  const root = el.shadowRoot?.querySelector('reji-method-picker')?.shadowRoot;
  return root?.querySelector<HTMLInputElement>(`input[value="${id}"]`) ?? undefined;
}

export const payButton = (el: RejiCheckout) => el.shadowRoot?.querySelector<HTMLButtonElement>('[part=pay]');

/** Chooses a method and presses the main button. */
export async function pay(el: RejiCheckout, id: string): Promise<void> {
  await methods(el);
  radio(el, id)?.click();
  await el.updateComplete;
  payButton(el)?.click();
}

/** The screen of that tag, once it is there and drawn. */
export async function screen<E extends Element>(el: RejiCheckout, tag: string): Promise<E> {
  await until(() => el.shadowRoot?.querySelector(tag)?.shadowRoot?.childElementCount, tag);
  return el.shadowRoot?.querySelector(tag) as E;
}

/** Types a WMID into the notice's form and sends it. */
export async function sendWmid(el: RejiCheckout, wmid: string): Promise<RejiKeeperInvoice> {
  const entry = await screen<RejiKeeperInvoice>(el, 'reji-keeper-invoice');
  await until(() => entry.shadowRoot?.querySelector('input'), 'the field');
  const input = entry.shadowRoot?.querySelector('input');
  if (!input) throw new Error('no field for the WMID');
  input.value = wmid;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await entry.updateComplete;
  entry.shadowRoot?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await entry.updateComplete;
  return entry;
}

/** Presses the button or link with these words, wherever it stands. */
export function press(root: Node, label: string): void {
  const found = every(root).find(
    (node) => node.matches('button, a') && node.textContent.replaceAll(/\s+/g, ' ').includes(label),
  );
  if (!(found instanceof HTMLElement)) throw new Error(`nothing to press named "${label}" in: ${words(root)}`);
  found.click();
}

function every(root: Node): Element[] {
  const inner = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  const children = [...inner.childNodes].filter((node) => node instanceof Element);
  return children.flatMap((child) => [child, ...every(child)]);
}

/** What a token says, whoever signed it. */
export function claimsOf(token: string): SessionClaims {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as SessionClaims;
}

/** The token as the BFF would have signed it with other claims. */
export function resigned(token: string, claims: Partial<SessionClaims>): Promise<string> {
  return signer.sign({ ...claimsOf(token), ...claims });
}
