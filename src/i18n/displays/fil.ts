import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('fil', { type: 'conjunction' });

const texts: DisplayTexts = {
  qr: {
    scan: (called) => `I-scan ang code na ito gamit ang ${called}`,
    image: (called, amount) => `QR code na isa-scan gamit ang ${called}. ${amount}`,
    steps: (called) => [
      `Buksan ang ${called} sa phone mo`,
      'I-scan ang code na ito',
      'Tingnan ang halaga at kumpirmahin',
    ],
    charged: (amount) => `Sisingilin ka ng ${amount}. Makikita sa wallet mo ang sarili nitong exchange rate.`,
    openApp: (called) => `Buksan ang ${called}`,
    openPage: 'Buksan ang payment page',
    save: 'I-save ang larawan',
    saveFailed: 'Hindi na-save ang larawan. Mag-screenshot na lang.',
    soon: 'Malapit nang mag-expire ang code. Kung hindi ka umabot, puwede kang kumuha ng bago.',
    over: 'Hindi na gumagana ang code na ito',
    unless: (called) => `Kung walang record sa ${called}, hindi ka siningil.`,
    again: 'Subukan ulit',
    refusedTitle: 'Hindi maipakita ang code',
    refused: 'May sira o masyadong malaki ang natanggap na code, kaya hindi ito ipinapakita. Magbayad sa ibang paraan.',
  },

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `${days} araw pa`;
      if (hours > 0) return `${hours} oras ${minutes} minuto pa`;
      return minutes > 0 ? `${minutes} minuto pa` : `${seconds} segundo pa`;
    },
    newTab: 'bubukas sa bagong tab',
    inYen: (onPage) =>
      onPage
        ? 'Japanese yen ang ibabayad mo. Makikita sa payment page ang halaga sa yen.'
        : 'Japanese yen ang ibabayad mo. Itanong sa shop ang halaga sa yen.',
  },

  konbini: {
    cash: 'Magbayad ng cash sa store',
    deadline: 'Bayaran hanggang',
    numbers: {
      number: 'number',
      slip: 'payment slip number',
      company: 'company code',
      order: 'order number',
      customer: 'customer number',
      collection: 'payment number',
      confirmation: 'confirmation number',
      reception: 'reception number',
      phone: 'phone number',
    },
    count: () => '',
    onPage: 'Makikita sa payment page ang mga number na gagamitin mo sa pagbabayad.',
    how: 'Paano magbayad',
    first: {
      register: (words) => `Sa cashier, sabihin ang “Internet payment” 「${words}」`,
      multicopy: (words) => `Sa multi-copy machine, piliin ang “Payment” 「${words}」`,
      loppi: (words) => `Sa Loppi machine, piliin ang “May number ako” 「${words}」`,
    },
    enter: (labels) => (labels.length === 2 ? 'Ilagay ang dalawang number' : `Ilagay ang ${list.format(labels)}`),
    show: (labels) => `Ipakita o basahin ang ${list.format(labels)}`,
    showNote: 'Puwede rin ang naka-print na slip',
    give: (labels) => `Ilagay ang ${list.format(labels)} sa machine sa store, o sabihin sa cashier`,
    slip: 'I-print ang slip',
    slipNote: (minutes) => `Pumunta sa cashier *sa loob ng ${minutes} minuto*`,
    pay: 'Magbayad ng cash',
    payNote: 'Itago ang resibo hanggang dumating ang binili mo',
    limit: (amount) => `Hanggang ${amount} lang sa bawat bayad`,
    noKiosk: 'Hindi mo kailangan ng anumang machine sa store',
    print: 'I-print',
    waiting: 'Hinihintay ang bayad mo. Lalabas ito rito pagkabayad mo sa cashier.',
    paper: 'Paano magbayad sa convenience store sa Japan',
    paperNote:
      'Magbayad ng cash at nang buo. Hindi nagre-refund ang store pagkatapos mong magbayad: makipag-ugnayan sa shop.',
    cut: 'Gupitin dito',
  },

  bank: {
    own: 'Account na para lang sa iyo',
    deadline: 'I-transfer hanggang',
    amount: 'Halagang ita-transfer',
    copyAmount: 'halaga',
    exact:
      'I-transfer ang *eksaktong halagang ito*. Kung kulang, hindi makukumpirma ang order; kung sobra, makikipag-ugnayan sa iyo ang shop tungkol sa sobra. Ikaw ang sasagot sa fee ng bangko mo.',
    parts: {
      bank: 'bangko',
      branch: 'branch',
      accountType: 'uri ng account',
      accountNumber: 'account number',
      holder: 'account name',
    },
    onPage: 'Makikita sa payment page ang account na paglilipatan ng pera.',
    onlyThisOrder: 'Para lang sa order na ito ang account. Hindi ito magagamit sa ibang order.',
    waiting: 'Hinihintay ang transfer mo. Kusang magbabago ang page na ito kapag dumating ang pera.',
    short: 'Kulang ang natanggap na halaga',
    due: 'Halagang babayaran',
    received: 'Natanggap',
    rest: 'Kailangan pang i-transfer',
    restHow: 'I-transfer lang ang kulang, sa parehong account.',
    waitingRest: 'Hinihintay ang natitirang transfer mo',
  },
};
export default texts;
