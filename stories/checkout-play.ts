import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import type { RejiCheckout } from '../src/elements/reji-checkout.js';
import { createInPageShop } from './in-page-shop.js';
import type { InPageShopOptions } from './in-page-shop.js';

/** What a story of the checkout can be given. */
export interface CheckoutArgs {
  lang: string;
  density: 'comfortable' | 'compact';
  interface: NonNullable<InPageShopOptions['interface']>;
  value: number;
  currency: string;
  orderId: string;
  /** SBPS and HaiPay are there too. */
  japan: boolean;
  /** What the shop knows; methods that need it ask for it otherwise. */
  phone: string;
  /** Answers instead of the BFF: for the states in which it can't be reached. */
  transport?: typeof fetch;
  /** Another shop's keys: nothing can be verified. */
  strangeKeys?: boolean;
}

/** What is made before a story is shown. */
export interface Loaded {
  shop: Awaited<ReturnType<typeof createInPageShop>>;
  token: string;
  sessionUrl: string;
  jwks: { keys: object[] };
}

/** Makes the shop of a story, and a session in it. */
export async function loadShop({ args }: { args: CheckoutArgs }): Promise<Loaded> {
  const { interface: way, japan, orderId: id, value, currency, phone, strangeKeys } = args;
  const shop = await createInPageShop({ interface: way, japan });
  const { token, url } = await shop.createSession({ id, value, currency, phone });
  const { jwks } = strangeKeys ? await createInPageShop() : shop;
  return { shop, token, sessionUrl: url, jwks };
}

/** The checkout as a page of that shop would have it. */
export function renderCheckout(args: CheckoutArgs, { loaded }: { loaded: Record<string, unknown> }): TemplateResult {
  const { shop, token, sessionUrl, jwks } = loaded as unknown as Loaded;
  return html`<reji-checkout
    lang=${args.lang}
    session=${args.transport ? '' : token}
    session-url=${sessionUrl}
    manual-redirect
    .density=${args.density}
    .jwks=${jwks}
    .transport=${args.transport ?? shop.transport}
  ></reji-checkout>`;
}

function element(canvas: HTMLElement): RejiCheckout {
  const found = canvas.querySelector('reji-checkout');
  if (!found) throw new Error('no reji-checkout');
  return found;
}

/** A leaf of the checkout or something in its own shadow root, once it is there. */
export function inside<E extends Element>(canvas: HTMLElement, ...path: string[]): Promise<E> {
  return waitFor(() => {
    let at: Element | null = element(canvas);
    for (const step of path) at = at?.shadowRoot?.querySelector(step) ?? null;
    if (!at) throw new Error(`not there yet: ${path.join(' ')}`);
    return at as E;
  });
}

/** Chooses a method. */
export async function choose(canvas: HTMLElement, method: string): Promise<void> {
  (await inside<HTMLInputElement>(canvas, 'reji-method-picker', `input[value="${method}"]`)).click();
}

/** Chooses a method and presses the main button. */
export async function press(canvas: HTMLElement, method: string): Promise<void> {
  await choose(canvas, method);
  (await inside<HTMLButtonElement>(canvas, '[part=pay]:enabled')).click();
}
