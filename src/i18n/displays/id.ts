import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('id', { type: 'conjunction' });

const texts: DisplayTexts = {
  qr: {
    scan: (called) => `Pindai kode ini dengan ${called}`,
    image: (called, amount) => `Kode QR untuk dipindai dengan ${called}. ${amount}`,
    steps: (called) => [`Buka ${called} di ponsel`, 'Pindai kode ini', 'Periksa jumlahnya, lalu konfirmasi'],
    charged: (amount) => `Ditagih sebesar ${amount}. Kurs ditampilkan di dompet digital Anda.`,
    openApp: (called) => `Buka ${called}`,
    openPage: 'Buka halaman pembayaran',
    save: 'Simpan gambar',
    saveFailed: 'Gambar tidak dapat disimpan. Ambil tangkapan layar saja.',
    soon: 'Kode ini segera berakhir. Jika tidak sempat, Anda bisa mendapatkan kode baru.',
    over: 'Kode ini sudah tidak berlaku',
    unless: (called) => `Saldo Anda tidak terpotong, kecuali jika transaksinya tercatat di ${called}.`,
    again: 'Coba lagi',
    refusedTitle: 'Kode tidak dapat ditampilkan',
    refused: 'Kode yang diterima rusak atau terlalu besar, jadi tidak ditampilkan. Silakan bayar dengan metode lain.',
  },

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `${days} hari lagi`;
      if (hours > 0) return `${hours} jam ${minutes} menit lagi`;
      return minutes > 0 ? `${minutes} menit lagi` : `${seconds} detik lagi`;
    },
    newTab: 'dibuka di tab baru',
    inYen: (onPage) =>
      onPage
        ? 'Anda membayar dalam yen Jepang. Jumlah dalam yen ditampilkan di halaman pembayaran.'
        : 'Anda membayar dalam yen Jepang. Tanyakan jumlah dalam yen kepada toko.',
  },

  konbini: {
    cash: 'Bayar tunai di minimarket',
    deadline: 'Bayar sebelum',
    numbers: {
      number: 'nomor',
      slip: 'nomor slip pembayaran',
      company: 'kode perusahaan',
      order: 'nomor pesanan',
      customer: 'nomor pelanggan',
      collection: 'nomor pembayaran',
      confirmation: 'nomor konfirmasi',
      reception: 'nomor registrasi',
      phone: 'nomor telepon',
    },
    count: () => '',
    onPage: 'Nomor untuk membayar ditampilkan di halaman pembayaran.',
    how: 'Cara membayar',
    first: {
      register: (words) => `Di kasir, katakan 「${words}」 (pembayaran online)`,
      multicopy: (words) => `Di mesin fotokopi, pilih 「${words}」 (pembayaran)`,
      loppi: (words) => `Di mesin Loppi, pilih 「${words}」 (sudah punya nomor)`,
    },
    enter: (labels) => `Masukkan ${list.format(labels)}`,
    show: (labels) => `Tunjukkan atau bacakan ${list.format(labels)}`,
    showNote: 'Slip yang dicetak juga bisa dipakai',
    give: (labels) => `Masukkan ${list.format(labels)} pada mesin di minimarket, atau sebutkan di kasir`,
    slip: 'Cetak slip',
    slipNote: (minutes) => `Bawa ke kasir *dalam ${minutes} menit*`,
    pay: 'Bayar tunai',
    payNote: 'Simpan struk sampai barang Anda tiba',
    limit: (amount) => `Batas setiap pembayaran adalah ${amount}`,
    noKiosk: 'Anda tidak perlu memakai mesin di minimarket',
    print: 'Cetak',
    waiting: 'Menunggu pembayaran Anda. Hasilnya muncul di sini setelah Anda membayar di kasir.',
    paper: 'Cara membayar di minimarket Jepang',
    paperNote:
      'Bayar tunai sekaligus. Minimarket tidak melayani pengembalian dana setelah pembayaran: hubungi toko tempat Anda memesan.',
    cut: 'Gunting di sini',
  },

  bank: {
    own: 'Rekening khusus untuk Anda',
    deadline: 'Transfer sebelum',
    amount: 'Jumlah transfer',
    copyAmount: 'jumlah',
    exact:
      'Transfer *tepat sejumlah ini*. Jika kurang, pesanan belum dikonfirmasi; jika lebih, toko akan menghubungi Anda soal kelebihannya. Biaya transfer bank ditanggung oleh Anda.',
    parts: {
      bank: 'bank',
      branch: 'cabang',
      accountType: 'jenis rekening',
      accountNumber: 'nomor rekening',
      holder: 'nama pemilik',
    },
    onPage: 'Rekening tujuan ditampilkan di halaman pembayaran.',
    onlyThisOrder: 'Rekening ini hanya untuk pesanan ini dan tidak bisa dipakai untuk pembelian lain.',
    waiting: 'Menunggu transfer Anda. Halaman ini akan berubah sendiri setelah dana masuk.',
    short: 'Jumlahnya masih kurang',
    due: 'Total pembayaran',
    received: 'Diterima',
    rest: 'Sisa transfer',
    restHow: 'Transfer hanya kekurangannya, ke rekening yang sama.',
    waitingRest: 'Menunggu sisa transfer Anda',
  },
};
export default texts;
