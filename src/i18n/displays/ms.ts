import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('ms', { type: 'conjunction' });

const texts: DisplayTexts = {
  qr: {
    scan: (called) => `Imbas kod ini dengan ${called}`,
    image: (called, amount) => `Kod QR untuk diimbas dengan ${called}. ${amount}`,
    steps: (called) => [`Buka ${called} pada telefon`, 'Imbas kod ini', 'Semak jumlah dan sahkan'],
    charged: (amount) => `Dicaj sebanyak ${amount}. Kadar pertukaran ditunjukkan dalam e-dompet anda.`,
    openApp: (called) => `Buka ${called}`,
    openPage: 'Buka halaman bayaran',
    save: 'Simpan gambar',
    saveFailed: 'Gambar tidak dapat disimpan. Ambil tangkapan skrin.',
    soon: 'Kod ini hampir tamat tempoh. Jika tidak sempat, anda boleh mendapatkan kod baharu.',
    over: 'Kod ini tidak sah lagi',
    unless: (called) => `Anda tidak dikenakan bayaran, kecuali jika transaksinya ada dalam ${called}.`,
    again: 'Cuba lagi',
    refusedTitle: 'Kod tidak dapat dipaparkan',
    refused: 'Kod yang diterima rosak atau terlalu besar, jadi ia tidak dipaparkan. Sila bayar dengan cara lain.',
  },

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `${days} hari lagi`;
      if (hours > 0) return `${hours} jam ${minutes} minit lagi`;
      return minutes > 0 ? `${minutes} minit lagi` : `${seconds} saat lagi`;
    },
    newTab: 'dibuka dalam tab baharu',
    inYen: (onPage) =>
      onPage
        ? 'Anda membayar dalam yen Jepun. Jumlah dalam yen ditunjukkan di halaman bayaran.'
        : 'Anda membayar dalam yen Jepun. Tanya kedai tempat anda memesan tentang jumlahnya dalam yen.',
  },

  konbini: {
    cash: 'Bayar tunai di kedai serbaneka',
    deadline: 'Bayar sebelum',
    numbers: {
      number: 'nombor',
      slip: 'nombor slip bayaran',
      company: 'kod syarikat',
      order: 'nombor pesanan',
      customer: 'nombor pelanggan',
      collection: 'nombor bayaran',
      confirmation: 'nombor pengesahan',
      reception: 'nombor penerimaan',
      phone: 'nombor telefon',
    },
    count: () => '',
    onPage: 'Nombor untuk membayar ditunjukkan di halaman bayaran.',
    how: 'Cara membayar',
    first: {
      register: (words) => `Di kaunter bayaran, sebut 「${words}」 (bayaran dalam talian)`,
      multicopy: (words) => `Di mesin fotostat, pilih 「${words}」 (bayaran)`,
      loppi: (words) => `Di kiosk Loppi, pilih 「${words}」 (saya ada nombor)`,
    },
    enter: (labels) => `Masukkan ${list.format(labels)}`,
    show: (labels) => `Tunjukkan atau bacakan ${list.format(labels)}`,
    showNote: 'Slip bercetak juga boleh digunakan',
    give: (labels) => `Masukkan ${list.format(labels)} di mesin dalam kedai, atau beritahu di kaunter`,
    slip: 'Cetak slip',
    slipNote: (minutes) => `Bawa ke kaunter bayaran *dalam masa ${minutes} minit*`,
    pay: 'Bayar tunai',
    payNote: 'Simpan resit sehingga barang anda tiba',
    limit: (amount) => `Had bagi setiap bayaran ialah ${amount}`,
    noKiosk: 'Anda tidak perlu menggunakan mesin dalam kedai',
    print: 'Cetak',
    waiting: 'Menunggu bayaran anda. Ia dipaparkan di sini selepas anda membayar di kaunter.',
    paper: 'Cara membayar di kedai serbaneka di Jepun',
    paperNote:
      'Bayar tunai sekali gus. Kedai serbaneka tidak memulangkan wang selepas bayaran: hubungi kedai tempat anda memesan.',
    cut: 'Gunting di sini',
  },

  bank: {
    own: 'Akaun khas untuk anda',
    deadline: 'Pindahkan sebelum',
    amount: 'Jumlah pindahan',
    copyAmount: 'jumlah',
    exact:
      'Pindahkan *jumlah ini dengan tepat*. Jika kurang, pesanan tidak disahkan; jika lebih, kedai akan menghubungi anda tentang lebihannya. Caj bank anda ditanggung oleh anda.',
    parts: {
      bank: 'bank',
      branch: 'cawangan',
      accountType: 'jenis akaun',
      accountNumber: 'nombor akaun',
      holder: 'pemegang akaun',
    },
    onPage: 'Akaun untuk pindahan ditunjukkan di halaman bayaran.',
    onlyThisOrder: 'Akaun ini untuk pesanan ini sahaja. Ia tidak boleh digunakan untuk pembelian lain.',
    waiting: 'Menunggu pindahan anda. Halaman ini akan bertukar sendiri apabila wang diterima.',
    short: 'Jumlah belum mencukupi',
    due: 'Jumlah perlu dibayar',
    received: 'Diterima',
    rest: 'Baki perlu dipindahkan',
    restHow: 'Pindahkan jumlah yang kurang sahaja, ke akaun yang sama.',
    waitingRest: 'Menunggu baki pindahan anda',
  },
};
export default texts;
