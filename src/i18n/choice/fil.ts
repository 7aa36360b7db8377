import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('fil', { type: 'conjunction' });

/* The words of wallets and banks stay English, as payers there know them; so a `shop` is online, and a `store` is not. */
const texts: ChoiceTexts = {
  lang: 'fil',
  amountDue: 'Halagang babayaran',
  order: (id) => `Order ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: 'Mga e-wallet ng iba’t ibang bansa' },
    konbini: { name: 'Convenience store sa Japan', note: 'Cash' },
    appPay: { name: 'Mga payment app sa Japan', note: '' },
    bankTransfer: { name: 'Bank transfer', note: 'Sa Japan' },
    prepaid: { name: 'Prepaid number', note: 'Mula sa Japan' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'Mga WM e-wallet' },
    other: { name: 'Iba pang paraan', note: '' },
  },
  regions: {
    CN: 'China',
    HK: 'Hong Kong',
    MY: 'Malaysia',
    ID: 'Indonesia',
    PH: 'Pilipinas',
    KR: 'South Korea',
    TH: 'Thailand',
  },
  kiosks: { multicopy: 'multi-copy machine', loppi: 'Loppi machine' },
  wallets: { scan: 'Mag-scan para magbayad', login: 'Mag-log in para magbayad' },
  briefly: { scan: 'Mag-scan', login: 'Mag-log in' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'Dadalhin ka namin sa page ng Alipay+',
        how === 'scan'
          ? `Bubukas ang ${name} app, o gamitin ito para mag-scan ng code`
          : `Mag-log in sa ${name}, o bubukas ang app nito`,
        'Magbayad sa loob ng 10 minuto',
      ],
    }),
    register: () => ({
      quiet: 'Ipakita ang number sa cashier',
      next: [
        'Bibigyan ka namin ng payment number',
        'Sabihin ito sa cashier ng alinmang branch sa Japan',
        'Magbayad ng cash',
      ],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `Sa ${kiosk}`,
      next: [
        'Bibigyan ka namin ng payment number',
        `Mag-print ng slip sa ${kiosk}`,
        'Magbayad ng cash sa cashier sa loob ng 30 minuto',
      ],
    }),
    app: ({ name }) => ({
      quiet: 'I-approve sa app',
      next: [`Dadalhin ka namin sa page ng ${name}`, 'I-approve ang bayad sa app', 'Babalik ka rito'],
    }),
    bank: () => ({
      quiet: 'Sa account na para sa order na ito',
      next: [
        'Ipapakita namin ang account na para lang sa order na ito',
        'I-transfer ang eksaktong halaga',
        'Kusang mag-a-update ang page na ito',
      ],
    }),
    webmoneyPrepaid: () => ({
      called: 'WebMoney prepaid',
      quiet: 'Number sa card o sheet mula sa Japan',
      next: ['Dadalhin ka namin sa payment page', 'Ilagay roon ang prepaid number mo', 'Babalik ka rito'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer (Light)',
      called: 'WebMoney Transfer',
      quiet: 'Sa page ng WebMoney Transfer',
      next: [
        'Dadalhin ka namin sa page ng WebMoney Transfer',
        'Mag-log in doon at magbayad mula sa purse mo',
        'Babalik ka rito',
      ],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer (Classic)',
      called: 'WebMoney Transfer',
      quiet: 'Bayaran ang invoice sa Keeper mo',
      next: [
        'Ilagay ang 12-digit na WMID mo',
        'Magpapadala kami ng invoice sa Keeper mo',
        'Bayaran ito roon. Kusang mag-a-update ang page na ito.',
      ],
    }),
  },
  picker: {
    legend: 'Paraan ng pagbabayad',
    required: 'Pumili ng paraan ng pagbabayad.',
    choose: 'Pumili ng paraan',
    pay: (brand) => `Magbayad gamit ang ${brand}`,
    issue: 'Kunin ang payment number',
    account: 'Ipakita ang account',
    continue: 'Magpatuloy',
    notChargedYet: 'Hindi ka pa sisingilin.',
    sending: 'Sandali lang…',
    none: 'Sa ngayon, walang paraan ng pagbabayad para sa order na ito.',
    limitMin: (amount) => `Mula ${amount}`,
    limitMax: (amount) => `Hanggang ${amount}`,
    onlyFor: (currencies) => `Para lang sa ${list.format(currencies)}`,
    device: 'Hindi magagamit sa device na ito',
    notNow: 'Hindi magagamit sa ngayon',
    ways: (n) => `${n} paraan`,
    search: 'Hanapin ang pangalan o bansa',
    clear: 'I-clear ang hinanap',
    noHit: (query) => `Walang nakita para sa “${query}”`,
    offered: (sections) => `Puwede mong gamitin: ${sections}`,
    hits: (n) => `${n} paraan ng pagbabayad`,
    showAll: 'Ipakita ang lahat',
  },
  loading: 'Nilo-load',
  failure: { title: 'Hindi na-load ang mga paraan ng pagbabayad', retry: 'I-load ulit' },
};
export default texts;
