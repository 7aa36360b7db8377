import result from '../results/fil.js';
import type { StepTexts } from '../step-texts.js';

const texts: StepTexts = {
  otherMethod: 'Pumili ng ibang paraan',

  close: 'Isara',

  support: (code) => `Code para sa support: ${code}`,

  trouble: {
    offline: 'Mukhang offline ka. Tingnan ang koneksyon mo at subukan ulit.',
    server: 'Hindi sumagot ang payment server ng shop. Subukan ulit maya-maya.',
    untrusted:
      'Hindi ma-verify ang natanggap na impormasyon, kaya hindi ito ipinapakita. Bumalik sa shop at buksan ulit ang checkout.',
    tellShop: 'Kung hindi pa rin gumana, ibigay sa shop ang code na ito.',
    confirm: {
      expired: 'Tapos na ang oras para sa checkout na ito. Magsimula ulit mula sa shop.',
      inProgress: 'May pinoproseso nang bayad para sa order na ito.',
      unavailable: 'Hindi magagamit ang paraang ito para sa order na ito. Pumili ng iba.',
      input: 'Tingnan ang mga inilagay mo at subukan ulit.',
      other: 'Hindi ito natuloy. Hindi ka siningil. Subukan ulit.',
    },
  },

  wait: {
    title: 'Sinusuri ang bayad mo',
    text: 'Sandali lang ito. Kusang magbabago ang page, puwede mo itong iwang bukas.',
    status: 'Hinihintay ang bayad mo',
    offline: 'Offline ka. Susuriin namin ang bayad mo kapag online ka na ulit.',
    polling: 'Naputol ang live na koneksyon. Sinusuri namin ang bayad mo bawat ilang segundo.',
  },

  unsupported: {
    title: 'Magpatuloy sa shop',
    text: 'Hindi maipakita rito ang susunod na hakbang. Makikita ito sa page ng shop.',
    toShop: 'Pumunta sa shop',
  },

  redirect: {
    title: (called) => `Papunta ka na sa ${called}`,
    host: 'Address na makikita mo',
    soon: 'Lilipat na sa ilang sandali',
    button: (called) => `Magpatuloy sa ${called}`,
    again: (called) => `Bumalik sa ${called}`,
    blockedTitle: 'Hindi kusang bumukas ang page',
    blocked: 'Hindi awtomatikong binuksan ng browser mo ang page. Gamitin ang button sa ibaba.',
    refusedTitle: 'Hindi mabuksan ang page na ito',
    refused: 'Hindi ito address na ginagamit ng shop sa pagbabayad, kaya walang ipinadala. Pumili ng ibang paraan.',
    backTitle: 'Hindi pa tapos ang pagbabayad mo',
    back: (called) => `Galing ka sa page ng ${called}. Magpatuloy roon, o pumili ng ibang paraan.`,
    deadline: (time) => `Magbayad doon hanggang ${time}.`,
    payWithin: (page, minutes) =>
      `Magbayad *sa loob ng ${minutes} minuto* pagkabukas ng page ng ${page}. Pagkatapos nito, kusa itong magsasara.`,
    before: { webmoneyPrepaid: 'Kung gamit mo ang *Shopping Protection* ng WebMoney, i-off muna ito.' },
    unsendable: 'May sira ang ipapadala roon, kaya walang ipinadala. Pumili ng ibang paraan.',
  },

  payer: {
    title: 'Mga detalye mo para sa bayad na ito',
    why: (called) =>
      `Hinihingi ito ng kompanyang nagpoproseso ng mga bayad gamit ang ${called}. Ipapadala ito sa kanila kasama ng order mo.`,
    labels: {
      name: 'Buong pangalan',
      firstName: 'Pangalan',
      lastName: 'Apelyido',
      phone: 'Phone number',
      email: 'Email address',
    },
    missing: {
      name: 'Ilagay ang buong pangalan mo.',
      firstName: 'Ilagay ang pangalan mo.',
      lastName: 'Ilagay ang apelyido mo.',
      phone: 'Ilagay ang phone number mo.',
      email: 'Ilagay ang email address mo.',
    },
    wrong: {
      name: 'Mga letra lang ang gamitin sa pangalan, walang simbolo o emoji.',
      phone: 'Ilagay ang buong phone number: 6 hanggang 15 digit, puwedeng may + sa unahan.',
      email: 'Tingnan ang email address. Ganito ang hitsura nito: name@example.com.',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: 'Sa WMID na ito ipapadala ang invoice. Makikita mo ang WMID mo sa WebMoney Keeper.',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `${digits} sa 12 digit`,
    missing: (digits) => `Kulang ng ${digits} digit. May 12 digit ang WMID.`,
    tooMany: (digits) => `Sobra ng ${digits} digit. May 12 digit ang WMID.`,
    onlyDigits: 'Mga digit lang ang WMID. Nagsisimula sa letra ang purse number, at hindi ito kailangan dito.',
    empty: 'Ilagay ang WMID mo: 12 digit.',
    send: 'Ipadala ang invoice',
    title: 'Nasa Keeper mo na ang invoice',
    invoiceAmount: 'Invoice sa Keeper',
    orderAmount: 'Kabuuan ng order',
    steps: [
      'Buksan ang WebMoney Keeper',
      'Invoices – Incoming: piliin ang halagang ito at pindutin ang Pay',
      'Kumpirmahin gamit ang SMS o E-num',
    ],
    sentTo: 'Ipinadala sa WMID',
    copyWmid: 'WMID',
    waiting: 'Hinihintay ang bayad mo sa Keeper. Kusang magbabago ang page na ito.',
    change: 'Palitan ang WMID',
    invoiceId: 'Invoice number',
    copyInvoiceId: 'invoice number',
  },

  countdown: {
    before: 'Natitirang oras:',
    after: '',
    days: (days, clock) => `${days} araw ${clock}`,
    until: (time) => `Hanggang ${time}`,
    spoken: ({ days, hours, minutes, seconds }) =>
      'Natitirang oras: ' +
      [
        days > 0 ? `${days} araw` : '',
        hours > 0 ? `${hours} oras` : '',
        minutes > 0 ? `${minutes} minuto` : '',
        days + hours + minutes === 0 ? `${seconds} segundo` : '',
      ]
        .filter(Boolean)
        .join(' '),
    checking: 'Ubos na ang oras. Sinusuri ulit…',
    over: 'Ubos na ang oras',
    zone: (name) => `(${name.replace(/^Oras/, 'oras')})`,
  },

  copy: {
    copy: 'Kopyahin',
    copied: 'Nakopya na',
    failed: 'Hindi nakopya. Pindutin nang matagal ang mga napiling digit.',
    label: (what) => `Kopyahin ang ${what}`,
  },

  result,

  pages: {
    wallet: (called) => `Magbabayad ka gamit ang ${called} sa page ng Alipay+, at babalik ka rito.`,
    app: (called) => `Ia-approve mo ang bayad sa ${called} app, at babalik ka rito.`,
    webmoneyPrepaid: () => 'Ilalagay mo ang prepaid number mo sa page ng SB Payment Service, at babalik ka rito.',
    webmoneyLight: () => 'Magla-log in ka at magbabayad sa page ng WebMoney Transfer, at babalik ka rito.',
    webmoneyClassic: () => 'Ilalagay mo roon ang WMID mo, at babayaran mo ang invoice sa Keeper mo.',
  },
};
export default texts;
