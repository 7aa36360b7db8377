import { html } from '../html.js';
import type { Html } from '../html.js';
import { brandName } from './brands.js';
import { choice, facts, field, hidden, pressKey, troubleText } from './fields.js';
import { hrefOf, KINDS } from './view.js';
import type { Kind, OfficeView, Trouble } from './view.js';

/** The ways that a link can offer, with their brands. */
export const WAYS = [
  ['gmo:bank-account', 'bank-account'],
  ['gmo:seven-bank-atm', 'seven-bank-atm'],
  ['gmo:amazon-gift-card', 'amazon-gift-card'],
  ['gmo:au-pay', 'au-pay-balance'],
  ['monetix:webmoney-purse', 'webmoney-purse'],
] as const;

const CURRENCIES: Readonly<Record<Kind, readonly string[]>> = {
  link: ['JPY', 'USD', 'EUR', 'KZT'],
  bank: ['JPY'],
  purse: ['USD', 'EUR', 'KZT'],
};

function wayBoxes({ t, trouble }: OfficeView): Html {
  const picked = trouble?.form.getAll('way');
  const boxes = WAYS.map(([id, brand]) => {
    const checked = !picked || picked.includes(id) ? html` checked` : undefined;
    return html`<label
      ><input type="checkbox" name="way" value="${id}" ${checked} />${brandName(brand, t.choice)}</label
    >`;
  });
  return html`<fieldset class="field">
    <legend>${t.fields.ways}</legend>
    ${boxes}
  </fieldset>`;
}

function ofLink(view: OfficeView): Html {
  const { fields, customerHelp } = view.t;
  return html`${field(view, { name: 'email', label: fields.email, kind: 'email' })} ${wayBoxes(view)}
    ${field(view, { name: 'why', label: fields.why })}
    ${field(view, { name: 'customer', label: fields.customer, hint: customerHelp, maxLength: 40 })}
    <div class="pair">
      ${field(view, { name: 'question', label: fields.question })}
      ${field(view, { name: 'answer', label: fields.answer })}
    </div>`;
}

function ofBank(view: OfficeView): Html {
  const { fields, accountTypes } = view.t;
  const types = Object.entries(accountTypes);
  return html`<div class="pair">
      ${field(view, { name: 'bankCode', label: fields.bankCode, kind: 'digits', required: true, maxLength: 8 })}
      ${field(view, { name: 'branchCode', label: fields.branchCode, kind: 'digits', required: true, maxLength: 8 })}
    </div>
    <div class="pair">
      ${choice(view, 'accountType', fields.accountType, types)}
      ${field(view, { name: 'accountNumber', label: fields.accountNumber, kind: 'digits', required: true, maxLength: 16 })}
    </div>
    ${field(view, { name: 'accountName', label: fields.accountName, required: true })}`;
}

function ofPurse(view: OfficeView): Html {
  const { fields } = view.t;
  return html`${field(view, { name: 'email', label: fields.email, kind: 'email', required: true })}
  ${field(view, { name: 'purse', label: fields.purse, required: true, maxLength: 20 })}
  ${field(view, { name: 'protectionDays', label: fields.protectionDays, kind: 'digits', maxLength: 3 })}`;
}

const PARTS: Readonly<Record<Kind, (view: OfficeView) => Html>> = { link: ofLink, bank: ofBank, purse: ofPurse };

function sumFields(view: OfficeView, kind: Kind): Html {
  const { t, look } = view;
  const currencies = CURRENCIES[kind].map((code) => [code, code] as const);
  return html`<div class="pair">
    ${field(view, { name: 'amount', label: t.fields.amount, value: look.amount, kind: 'money', required: true })}
    ${choice(view, 'currency', t.fields.currency, currencies, look.currency)}
  </div>`;
}

/** The form for a new payout of one kind, with the way to the other kinds. */
export function payoutForm(given: OfficeView, kind: Kind): Html {
  const own: Trouble | undefined = given.trouble?.form.get('kind') === kind ? given.trouble : undefined;
  const view = { ...given, trouble: own };
  const { t, look, language } = view;
  const tabs = KINDS.map(
    (one) =>
      html`<a
        href="${hrefOf(look, { panel: { type: 'new', kind: one } })}"
        ${one === kind ? html`aria-current="true"` : undefined}
        >${t.kinds[one]}</a
      >`,
  );
  const names = [
    field(view, { name: 'lastName', label: t.fields.lastName, required: kind !== 'link' }),
    field(view, { name: 'firstName', label: t.fields.firstName, required: kind !== 'link' }),
  ];
  const sum = kind === 'link' ? html`` : html` data-sum="${t.sendSum('{sum}')}"`;
  return html`<section id="panel">
    <h2>${t.newPayout}</h2>
    <nav class="tabs" aria-label="${t.newPayout}">${tabs}</nav>
    <p class="small">${t.kindHelp[kind]}</p>
    <form method="post" action="/back-office/payout" data-keep="new ${kind}">
      ${hidden({ kind })} ${pressKey(own)} ${sumFields(view, kind)}
      ${field(view, { name: 'reference', label: t.fields.reference, value: view.nextReference, required: true, maxLength: 20 })}
      <div class="pair">${language === 'ja' ? names : names.reverse()}</div>
      ${PARTS[kind](view)} ${troubleText(view, own)}
      <button class="go" ${sum}>${kind === 'link' ? t.makeLink : t.send}</button>
    </form>
  </section>`;
}

/** What there is to send, what is under way, and the way to a new payout. */
export function balancePanel(view: OfficeView, text: (value: number) => string): Html {
  const { t, rows, balance, look, nowMs } = view;
  const japan = (ms: number) => new Date(ms + 9 * 3_600_000).toISOString().slice(0, 7);
  const yen = rows
    .map(({ session }) => session)
    .filter(({ purpose, amount }) => purpose === 'payout' && amount.currency === 'JPY');
  const total = (those: typeof yen) => text(those.reduce((sum, { amount }) => sum + amount.value, 0));
  const pending = yen.filter(({ status }) => status === 'pending');
  const sent = yen.filter(
    ({ status, createdAt }) => status === 'succeeded' && japan(Date.parse(createdAt)) === japan(nowMs),
  );
  const [first] = balance?.balances ?? [];
  const known = first && first.unavailable === undefined;
  return html`<section id="balance">
    <h2>${t.balance}</h2>
    ${known ? html`<p class="big">${text(first.available.value)}</p>` : html`<p class="small">${t.balanceUnknown}</p>`}
    ${facts([
      [t.arranged, total(pending)],
      [t.thisMonth, total(sent)],
    ])}
    <p><a class="plain" href="${hrefOf(look, { panel: { type: 'new', kind: 'link' } })}">${t.newPayout}</a></p>
  </section>`;
}
