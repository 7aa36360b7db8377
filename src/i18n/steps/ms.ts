import result from '../results/ms.js';
import type { StepTexts } from '../step-texts.js';

const texts: StepTexts = {
  otherMethod: 'Pilih cara lain',

  close: 'Tutup',

  support: (code) => `Kod untuk bantuan: ${code}`,

  trouble: {
    offline: 'Nampaknya anda di luar talian. Semak sambungan internet dan cuba lagi.',
    server: 'Pelayan bayaran kedai tidak memberi respons. Sila cuba semula sebentar lagi.',
    untrusted:
      'Maklumat yang diterima tidak dapat disahkan, jadi ia tidak dipaparkan. Kembali ke kedai dan buka semula halaman bayaran.',
    tellShop: 'Jika masih gagal, beritahu kedai kod ini.',
    confirm: {
      expired: 'Masa untuk bayaran ini telah tamat. Mulakan semula dari kedai.',
      inProgress: 'Bayaran untuk pesanan ini sedang diproses.',
      unavailable: 'Cara ini tidak boleh digunakan untuk pesanan ini. Pilih cara lain.',
      input: 'Semak maklumat yang anda masukkan dan cuba lagi.',
      other: 'Tidak berjaya. Anda tidak dikenakan bayaran. Sila cuba lagi.',
    },
  },

  wait: {
    title: 'Bayaran anda sedang disemak',
    text: 'Ini mengambil sedikit masa. Biarkan halaman ini terbuka; paparannya akan bertukar sendiri.',
    status: 'Menunggu bayaran anda',
    offline: 'Anda di luar talian. Bayaran anda akan disemak sebaik sahaja anda kembali dalam talian.',
    polling: 'Sambungan terganggu. Bayaran disemak setiap beberapa saat.',
  },

  unsupported: {
    title: 'Teruskan di halaman kedai',
    text: 'Halaman ini tidak dapat memaparkan langkah seterusnya. Sila teruskan di halaman kedai.',
    toShop: 'Pergi ke halaman kedai',
  },

  redirect: {
    title: (called) => `Anda akan ke ${called}`,
    host: 'Alamat web yang akan anda lihat',
    soon: 'Anda akan dibawa ke sana sebentar lagi',
    button: (called) => `Pergi ke ${called}`,
    again: (called) => `Kembali ke ${called}`,
    blockedTitle: 'Halaman tidak dibuka secara automatik',
    blocked: 'Pelayar anda tidak membuka halaman itu secara automatik. Gunakan butang di bawah.',
    refusedTitle: 'Halaman ini tidak boleh dibuka',
    refused: 'Alamat ini bukan alamat yang digunakan oleh kedai ini, jadi tiada apa-apa dihantar. Pilih cara lain.',
    backTitle: 'Bayaran anda belum selesai',
    back: (called) => `Anda kembali dari halaman ${called}. Teruskan di sana, atau pilih cara lain.`,
    deadline: (time) => `Bayar di sana sebelum ${time}.`,
    payWithin: (page, minutes) =>
      `Bayar *dalam masa ${minutes} minit* selepas halaman ${page} dibuka. Selepas itu, halaman tersebut tertutup sendiri.`,
    before: { webmoneyPrepaid: 'Jika anda menggunakan *Shopping Protection* WebMoney, matikannya dahulu.' },
    unsendable: 'Data yang perlu dihantar telah rosak, jadi tiada apa-apa dihantar. Pilih cara lain.',
  },

  payer: {
    title: 'Maklumat anda untuk bayaran ini',
    why: (called) =>
      `Syarikat yang mengendalikan bayaran ${called} memerlukan maklumat ini. Ia dihantar kepada syarikat itu bersama pesanan anda.`,
    labels: {
      name: 'Nama penuh',
      firstName: 'Nama pertama',
      lastName: 'Nama akhir',
      phone: 'Nombor telefon',
      email: 'Alamat e-mel',
    },
    missing: {
      name: 'Masukkan nama penuh anda.',
      firstName: 'Masukkan nama pertama anda.',
      lastName: 'Masukkan nama akhir anda.',
      phone: 'Masukkan nombor telefon anda.',
      email: 'Masukkan alamat e-mel anda.',
    },
    wrong: {
      name: 'Masukkan nama dengan huruf sahaja, tanpa simbol atau emoji.',
      phone: 'Masukkan nombor telefon yang lengkap: 6 hingga 15 digit, boleh bermula dengan +.',
      email: 'Semak alamat e-mel anda. Contoh: name@example.com.',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: 'Invois dihantar ke WMID ini. Lihat WMID anda dalam WebMoney Keeper.',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `${digits} daripada 12 digit`,
    missing: (digits) => `Kurang ${digits} digit. WMID mempunyai 12 digit.`,
    tooMany: (digits) => `Terlebih ${digits} digit. WMID mempunyai 12 digit.`,
    onlyDigits:
      'WMID terdiri daripada digit sahaja. Nombor dompet (purse) yang bermula dengan huruf tidak diperlukan di sini.',
    empty: 'Masukkan WMID anda: 12 digit.',
    send: 'Hantar invois',
    title: 'Invois sudah ada dalam Keeper anda',
    invoiceAmount: 'Invois Keeper',
    orderAmount: 'Jumlah pesanan',
    steps: [
      'Buka WebMoney Keeper',
      'Di “Invoices – Incoming”, pilih invois dengan jumlah ini dan tekan “Pay”',
      'Sahkan dengan SMS atau E-num',
    ],
    sentTo: 'Dihantar ke WMID',
    copyWmid: 'WMID',
    waiting: 'Menunggu bayaran anda dalam Keeper. Halaman ini akan bertukar sendiri.',
    change: 'Tukar WMID',
    invoiceId: 'Nombor invois',
    copyInvoiceId: 'nombor invois',
  },

  countdown: {
    before: 'Baki masa',
    after: '',
    days: (days, clock) => `${days} hari ${clock}`,
    until: (time) => `Hingga ${time}`,
    spoken: ({ days, hours, minutes, seconds }) =>
      [
        days > 0 ? `${days} hari` : '',
        hours > 0 ? `${hours} jam` : '',
        minutes > 0 ? `${minutes} minit` : '',
        days + hours + minutes === 0 ? `${seconds} saat` : '',
        'lagi',
      ]
        .filter(Boolean)
        .join(' '),
    checking: 'Masa telah tamat. Menyemak sekali lagi …',
    over: 'Masa telah tamat',
    zone: (name) => name,
  },

  copy: {
    copy: 'Salin',
    copied: 'Disalin',
    failed: 'Tidak dapat disalin. Tekan dan tahan digit yang dipilih.',
    label: (what) => `Salin ${what}`,
  },

  result,

  pages: {
    wallet: (called) => `Anda membayar dengan ${called} di halaman Alipay+, kemudian kembali ke sini.`,
    app: (called) => `Anda meluluskan bayaran dalam aplikasi ${called}, kemudian kembali ke sini.`,
    webmoneyPrepaid: () =>
      'Anda akan memasukkan nombor prabayar di halaman SB Payment Service, kemudian kembali ke sini.',
    webmoneyLight: () => 'Anda akan log masuk dan membayar di halaman WebMoney Transfer, kemudian kembali ke sini.',
    webmoneyClassic: () => 'Anda akan memasukkan WMID di sana, kemudian membayar invois dalam Keeper anda.',
  },
};
export default texts;
