import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { checkUrl } from '../contract/safe-url.js';
import type { Messages } from '../i18n/messages.js';
import { emphasized } from './emphasized.js';
import { amountHead } from './heads.js';
import type { HeadFacts } from './heads.js';
import { icons } from './icons.js';

/** How the page hears of changes; see the client room. */
export type Connection = 'live' | 'polling' | 'offline' | 'stopped';

/** What went wrong with loading, one button, and the code for the shop's support. */
export function troubleScreen(code: string, texts: Messages, retry: (() => void) | undefined): TemplateResult {
  const { trouble, failure } = texts;
  // The ways to pay are there, but not the part of the page that comes next.
  const missing = code === 'element-unreachable';
  const offline = missing || code === 'network-unreachable';
  const said = offline ? trouble.offline : code === 'server-unavailable' ? trouble.server : trouble.untrusted;
  return html`
    ${amountHead({ amount: undefined, orderId: '' }, texts)}
    <div class="stack screen">
      <div class="words" role="alert">
        <span class="sign"> ${offline ? icons.offline : icons.alert} </span>
        <h2 class="title" tabindex="-1">${missing ? said : failure.title}</h2>
        ${missing ? nothing : html`<p>${said}</p>`}
      </div>
      ${
        retry
          ? html`<div class="actions">
              <button class="button" type="button" @click=${retry}>${icons.again}${failure.retry}</button>
            </div>`
          : nothing
      }
      <p class="note">${trouble.tellShop}<br /><span class="num">${code}</span></p>
    </div>
  `;
}

/** One line that says how the payment is being followed. `waiting`: what it says while all is well. */
export function connectionLine(
  connection: Connection,
  { wait }: Messages,
  waiting: string = wait.status,
): TemplateResult {
  const off = connection === 'offline';
  return html`<div class="live">
    <p class="status" role="status">
      <span class="dot ${off ? 'dot--off' : ''}"></span
      ><span>${off ? wait.offline : connection === 'polling' ? wait.polling : waiting}</span>
    </p>
  </div>`;
}

/** The provider has been asked and has not answered yet. */
export function waitScreen(
  facts: HeadFacts,
  connection: Connection,
  texts: Messages,
  otherMethod?: () => void,
): TemplateResult {
  return html`
    ${amountHead(facts, texts)}
    <div class="stack screen">
      <div class="words">
        <h2 class="title" tabindex="-1">${texts.wait.title}</h2>
        <p>${texts.wait.text}</p>
      </div>
      ${connectionLine(connection, texts)}
      ${
        otherMethod
          ? html`<div class="actions">
              <button class="link" type="button" @click=${otherMethod}>${texts.otherMethod}</button>
            </div>`
          : nothing
      }
    </div>
  `;
}

/** The server knows a step that this client does not: the shop's own page is the way on. */
export function unsupportedScreen(
  facts: HeadFacts,
  returnUrl: string,
  texts: Messages,
  otherMethod: () => void,
): TemplateResult {
  const check = checkUrl(returnUrl);
  return html`
    ${amountHead(facts, texts)}
    <div class="stack screen">
      <div class="words">
        <h2 class="title" tabindex="-1">${texts.unsupported.title}</h2>
        <p>${texts.unsupported.text}</p>
      </div>
      <div class="actions">
        ${
          check.ok
            ? html`<a class="button button--main" href=${check.url.href}>${texts.unsupported.toShop}</a>`
            : nothing
        }
        <button class="link" type="button" @click=${otherMethod}>${texts.otherMethod}</button>
      </div>
    </div>
  `;
}

/** What is good to know. Words between asterisks are set strong. */
export function notice(icon: TemplateResult, text: string): TemplateResult {
  return html`<div class="notice">
    ${icon}
    <p>${emphasized(text)}</p>
  </div>`;
}

/** A press that did not go through: what happened, above the button that was pressed. */
export function alertNotice(text: string): TemplateResult | typeof nothing {
  if (!text) return nothing;
  return html`<div class="notice notice--danger" role="alert">
    ${icons.alert}
    <div>${text}</div>
  </div>`;
}
