import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
/** `1 digit`, `2 digits`. */
export const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const texts: ChoiceTexts = {
  lang: 'en',
  amountDue: 'Amount due',
  order: (id) => `Order ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: 'Wallets from abroad' },
    konbini: { name: 'Convenience stores', note: 'In cash' },
    appPay: { name: 'Japanese payment apps', note: '' },
    bankTransfer: { name: 'Bank transfer', note: 'In Japan' },
    prepaid: { name: 'Prepaid number', note: 'From Japan' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'WM e-wallets' },
    other: { name: 'Other ways to pay', note: '' },
  },
  regions: {
    CN: 'China',
    HK: 'Hong Kong',
    MY: 'Malaysia',
    ID: 'Indonesia',
    PH: 'Philippines',
    KR: 'South Korea',
    TH: 'Thailand',
  },
  kiosks: { multicopy: 'multi-copy machine', loppi: 'Loppi machine' },
  wallets: { scan: 'Scan to pay', login: 'Log in to pay' },
  briefly: { scan: 'Scan', login: 'Log in' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'We take you to the Alipay+ page',
        how === 'scan' ? `Your ${name} app opens, or you scan a code with it` : `Log in to ${name}, or its app opens`,
        'Finish within 10 minutes',
      ],
    }),
    register: () => ({
      quiet: 'Show a number at the register',
      next: ['We give you a payment number', 'Tell it at the register of any store', 'Pay in cash'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `At the ${kiosk}`,
      next: [
        'We give you a payment number',
        `Print a slip at the ${kiosk}`,
        'Pay in cash at the register within 30 minutes',
      ],
    }),
    app: ({ name }) => ({
      quiet: 'Approve in the app',
      next: [`We take you to the ${name} page`, 'Approve the payment in the app', 'You come back here'],
    }),
    bank: () => ({
      quiet: 'To an account for this order',
      next: ['We show an account for this order only', 'Transfer exactly this amount', 'This page updates by itself'],
    }),
    webmoneyPrepaid: () => ({
      called: 'WebMoney prepaid',
      quiet: 'Number from a card or sheet',
      next: ['We take you to the payment page', 'Enter your prepaid number there', 'You come back here'],
    }),
    webmoneyLight: () => ({
      called: 'WebMoney',
      quiet: 'Pay on the WebMoney page',
      next: ['We take you to the WebMoney page', 'Log in there and pay from your purse', 'You come back here'],
    }),
    webmoneyClassic: () => ({
      called: 'WebMoney',
      quiet: 'Pay the invoice sent to your Keeper',
      next: [
        'Enter your 12-digit WMID',
        'We send an invoice to your Keeper',
        'Pay it there. This page updates by itself.',
      ],
    }),
  },
  picker: {
    legend: 'How to pay',
    required: 'Choose how to pay.',
    choose: 'Choose how to pay',
    pay: (brand) => `Pay with ${brand}`,
    issue: 'Get the payment number',
    account: 'Show the account',
    continue: 'Continue',
    notChargedYet: 'You are not charged yet.',
    sending: 'One moment …',
    none: 'There is no way to pay for this order at the moment.',
    limitMin: (amount) => `From ${amount}`,
    limitMax: (amount) => `Up to ${amount}`,
    onlyFor: (currencies) => `Only for ${list.format(currencies)}`,
    device: 'Not on this device',
    notNow: 'Not available at the moment',
    ways: (n) => count(n, 'way', 'ways'),
    search: 'Search by name or country',
    clear: 'Clear the search',
    noHit: (query) => `Nothing found for “${query}”`,
    offered: (sections) => `There is: ${sections}`,
    hits: (n) => count(n, 'way to pay', 'ways to pay'),
    showAll: 'Show all',
  },
  loading: 'Loading',
  failure: { title: 'The ways to pay could not be loaded', retry: 'Load again' },
};
export default texts;
