/** The office's own script: marks, copying, the sum in the button, and a page that keeps up with the books. */
import { addPayoutBrands } from '../../src/catalog/payout-brands.js';
import { RejiBrand } from '../../src/elements/reji-brand.js';
import { RejiCopyButton } from '../../src/elements/reji-copy-button.js';
import { amountText } from '../../src/i18n/amounts.js';
import { morph } from './morph.js';
import { readSum } from './sums.js';

addPayoutBrands();
RejiBrand.define();
RejiCopyButton.define();

/** Stands for a page that shows an older part of the books. */
const NEVER = '-';
const { body } = document;

function typed(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** The button says what it does: it names the sum in the field. */
function nameSums(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-sum]')) {
    const { form, dataset } = button;
    if (!form) continue;
    const amount = readSum(typed(form, 'amount'), dataset['currency'] ?? typed(form, 'currency'));
    dataset['plain'] ??= button.textContent;
    button.textContent = amount
      ? (dataset['sum'] ?? '').replace('{sum}', amountText(amount, document.documentElement.lang))
      : dataset['plain'];
  }
}

/** Reads the page anew and puts into this one what is different. */
function readAgain(): void {
  const request = new XMLHttpRequest();
  // Parsed by the browser itself, so no text becomes markup here.
  request.responseType = 'document';
  request.open('GET', body.dataset['self'] ?? location.href);
  request.onload = () => {
    const next = request.responseXML;
    if (request.status !== 200 || !next?.body.dataset['self']) {
      location.reload();
      return;
    }
    morph(body, next.body);
    nameSums();
  };
  request.send();
}

function seen(text: string): void {
  const clock = document.getElementById('seen');
  if (clock) clock.textContent = text;
}

function listen(): void {
  const events = new EventSource('/back-office/live');
  const down = () => seen(body.dataset['offline'] ?? '');
  events.addEventListener('down', down);
  events.onerror = down;
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const [time = '', ...rest] = data.split(' ');
    seen(time);
    const { stamp } = body.dataset;
    if (stamp !== NEVER && stamp !== rest.join(' ')) readAgain();
  };
}

document.addEventListener('input', ({ target }) => {
  const form = target instanceof HTMLElement ? target.closest('form') : null;
  if (form) form.dataset['edited'] = '';
  nameSums();
});
// The server takes a second press for the first one anyway; this saves the way.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset['sent'] !== undefined) event.preventDefault();
  else if (form.method === 'post') form.dataset['sent'] = '';
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form')) delete form.dataset['sent'];
});

nameSums();
if (body.dataset['self'] !== undefined) listen();
