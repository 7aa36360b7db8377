import result from '../results/id.js';
import type { StepTexts } from '../step-texts.js';

const list = new Intl.ListFormat('id', { type: 'conjunction' });

const texts: StepTexts = {
  otherMethod: 'Pilih metode lain',

  close: 'Tutup',

  support: (code) => `Kode untuk bantuan: ${code}`,

  trouble: {
    offline: 'Sepertinya Anda sedang offline. Periksa koneksi internet, lalu coba lagi.',
    server: 'Server pembayaran toko tidak merespons. Tunggu sebentar, lalu coba lagi.',
    untrusted:
      'Data yang diterima tidak dapat diverifikasi, jadi tidak ditampilkan. Kembali ke toko dan buka lagi halaman pembayaran.',
    tellShop: 'Jika masih gagal, sampaikan kode ini kepada toko.',
    confirm: {
      expired: 'Waktu untuk pembayaran ini sudah habis. Mulai lagi dari toko.',
      inProgress: 'Pembayaran untuk pesanan ini sedang diproses.',
      unavailable: 'Metode ini tidak bisa digunakan untuk pesanan ini. Pilih metode lain.',
      input: 'Periksa data yang Anda masukkan, lalu coba lagi.',
      other: 'Tidak berhasil diproses. Tidak ada dana yang ditarik. Silakan coba lagi.',
    },
  },

  wait: {
    title: 'Pembayaran Anda sedang diperiksa',
    text: 'Proses ini perlu waktu sebentar. Biarkan halaman ini terbuka; tampilannya akan berubah sendiri.',
    status: 'Menunggu pembayaran Anda',
    offline: 'Anda sedang offline. Pembayaran akan diperiksa setelah Anda kembali online.',
    polling: 'Koneksi terganggu. Pembayaran diperiksa setiap beberapa detik.',
  },

  unsupported: {
    title: 'Lanjutkan di toko',
    text: 'Halaman ini tidak dapat menampilkan langkah berikutnya. Silakan lanjutkan di halaman toko.',
    toShop: 'Buka halaman toko',
  },

  redirect: {
    title: (called) => `Anda akan menuju ${called}`,
    host: 'Alamat yang akan Anda lihat',
    soon: 'Anda akan dialihkan sebentar lagi',
    button: (called) => `Lanjut ke ${called}`,
    again: (called) => `Kembali ke ${called}`,
    blockedTitle: 'Halaman tidak terbuka otomatis',
    blocked: 'Browser Anda tidak membuka halaman itu secara otomatis. Gunakan tombol di bawah.',
    refusedTitle: 'Halaman ini tidak dapat dibuka',
    refused: 'Alamat ini bukan tujuan yang digunakan toko ini, jadi tidak ada data yang dikirim. Pilih metode lain.',
    backTitle: 'Pembayaran Anda belum selesai',
    back: (called) => `Anda kembali dari halaman ${called}. Lanjutkan di sana, atau pilih metode lain.`,
    deadline: (time) => `Bayar di sana sebelum ${time}.`,
    payWithin: (page, minutes) =>
      `Bayar *dalam ${minutes} menit* setelah halaman ${page} terbuka. Setelah itu, halaman tersebut tertutup sendiri.`,
    before: { webmoneyPrepaid: 'Jika Anda menggunakan *Shopping Protection* WebMoney, nonaktifkan dulu.' },
    unsendable: 'Data yang akan dikirim rusak, jadi tidak ada data yang dikirim. Pilih metode lain.',
  },

  payer: {
    title: 'Data Anda untuk pembayaran ini',
    why: (called) =>
      `Perusahaan yang menangani pembayaran ${called} memerlukan data ini. Data dikirim ke perusahaan tersebut bersama pesanan Anda.`,
    labels: {
      name: 'Nama lengkap',
      firstName: 'Nama depan',
      lastName: 'Nama belakang',
      phone: 'Nomor telepon',
      email: 'Alamat email',
    },
    missing: {
      name: 'Masukkan nama lengkap Anda.',
      firstName: 'Masukkan nama depan Anda.',
      lastName: 'Masukkan nama belakang Anda.',
      phone: 'Masukkan nomor telepon Anda.',
      email: 'Masukkan alamat email Anda.',
    },
    wrong: {
      name: 'Masukkan nama dengan huruf, tanpa simbol atau emoji.',
      phone: 'Masukkan nomor telepon lengkap: 6 sampai 15 digit, boleh diawali +.',
      email: 'Periksa alamat email Anda. Contoh: name@example.com.',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: 'Tagihan dikirim ke WMID ini. Lihat WMID Anda di WebMoney Keeper.',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `${digits} dari 12 digit`,
    missing: (digits) => `Kurang ${digits} digit. WMID terdiri dari 12 digit.`,
    tooMany: (digits) => `Kelebihan ${digits} digit. WMID terdiri dari 12 digit.`,
    onlyDigits: 'WMID hanya berisi angka. Nomor dompet (purse) yang diawali huruf tidak diperlukan di sini.',
    empty: 'Masukkan WMID Anda: 12 digit.',
    send: 'Kirim tagihan',
    title: 'Tagihan sudah ada di Keeper Anda',
    invoiceAmount: 'Tagihan Keeper',
    orderAmount: 'Total pesanan',
    steps: [
      'Buka WebMoney Keeper',
      'Di “Invoices – Incoming”, pilih tagihan ini, lalu tekan “Pay”',
      'Konfirmasi lewat SMS atau E-num',
    ],
    sentTo: 'Dikirim ke WMID',
    copyWmid: 'WMID',
    waiting: 'Menunggu pembayaran Anda di Keeper. Halaman ini akan berubah sendiri.',
    change: 'Ubah WMID',
    invoiceId: 'Nomor tagihan',
    copyInvoiceId: 'nomor tagihan',
  },

  qr: {
    scan: (called) => `Pindai kode ini dengan ${called}`,
    image: (called, amount) => `Kode QR untuk dipindai dengan ${called}. ${amount}`,
    steps: (called) => [`Buka ${called} di ponsel`, 'Pindai kode ini', 'Periksa jumlahnya, lalu konfirmasi'],
    charged: (amount) => `Ditagih sebesar ${amount}. Kurs ditampilkan di dompet digital Anda.`,
    openApp: (called) => `Buka ${called}`,
    openPage: 'Buka laman pembayaran',
    save: 'Simpan gambar',
    saveFailed: 'Gambar tidak dapat disimpan. Ambil tangkapan layar saja.',
    soon: 'Kode ini segera berakhir. Jika tidak sempat, Anda bisa mendapatkan kode baru.',
    over: 'Kode ini sudah tidak berlaku',
    unless: (called) => `Saldo Anda tidak terpotong, kecuali jika transaksinya tercatat di ${called}.`,
    again: 'Coba lagi',
    refusedTitle: 'Kode tidak dapat ditampilkan',
    refused: 'Kode yang diterima rusak atau terlalu besar, jadi tidak ditampilkan. Silakan bayar dengan metode lain.',
  },

  countdown: {
    before: 'Sisa waktu',
    after: '',
    days: (days, clock) => `${days} hari ${clock}`,
    until: (time) => `Hingga ${time}`,
    spoken: ({ days, hours, minutes, seconds }) =>
      [
        days > 0 ? `${days} hari` : '',
        hours > 0 ? `${hours} jam` : '',
        minutes > 0 ? `${minutes} menit` : '',
        days + hours + minutes === 0 ? `${seconds} detik` : '',
        'lagi',
      ]
        .filter(Boolean)
        .join(' '),
    checking: 'Waktu habis. Memeriksa sekali lagi …',
    over: 'Waktu habis',
    zone: (name) => name,
  },

  copy: {
    copy: 'Salin',
    copied: 'Disalin',
    failed: 'Tidak dapat menyalin. Tekan dan tahan angka yang dipilih.',
    label: (what) => `Salin ${what}`,
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
      multicopy: (words) => `Di mesin fotokopi multifungsi, pilih 「${words}」 (pembayaran)`,
      loppi: (words) => `Di mesin Loppi, pilih 「${words}」 (sudah punya nomor)`,
    },
    enter: (labels) => `Masukkan ${list.format(labels)}`,
    show: (labels) => `Tunjukkan atau bacakan ${list.format(labels)}`,
    showNote: 'Slip yang dicetak juga bisa dipakai',
    give: (labels) => `Masukkan ${list.format(labels)} di mesin di minimarket, atau sebutkan di kasir`,
    slip: 'Cetak slip',
    slipNote: (minutes) => `Bawa ke kasir *dalam ${minutes} menit*`,
    pay: 'Bayar tunai',
    payNote: 'Simpan struk sampai barang Anda tiba',
    noKiosk: 'Anda tidak perlu memakai mesin di minimarket',
    print: 'Cetak',
    waiting: 'Menunggu pembayaran Anda. Hasilnya muncul di sini setelah Anda membayar di kasir.',
    paper: 'Cara membayar di minimarket Jepang',
    paperNote:
      'Bayar tunai sekaligus. Minimarket tidak melayani pengembalian dana setelah pembayaran: hubungi toko tempat Anda memesan.',
    cut: 'Gunting di sini',
  },

  bank: {
    own: 'Rekening khusus Anda',
    deadline: 'Transfer sebelum',
    amount: 'Jumlah transfer',
    copyAmount: 'jumlah',
    exact:
      'Transfer *tepat sejumlah ini*. Jika kurang, pesanan belum dikonfirmasi; jika lebih, toko akan menghubungi Anda soal kelebihannya. Biaya bank Anda ditanggung sendiri.',
    parts: {
      bank: 'bank',
      branch: 'cabang',
      accountType: 'jenis rekening',
      accountNumber: 'nomor rekening',
      holder: 'nama pemilik',
    },
    onPage: 'Rekening tujuan ditampilkan di halaman pembayaran.',
    onlyThisOrder: 'Rekening ini hanya untuk pesanan ini. Rekening ini tidak bisa dipakai untuk pembelian lain.',
    waiting: 'Menunggu transfer Anda. Halaman ini akan berubah sendiri setelah dana masuk.',
    short: 'Jumlahnya masih kurang',
    due: 'Total pembayaran',
    received: 'Diterima',
    rest: 'Sisa transfer',
    restHow: 'Transfer hanya kekurangannya, ke rekening yang sama.',
    waitingRest: 'Menunggu sisa transfer Anda',
  },

  result,

  pages: {
    wallet: (called) => `Anda membayar dengan ${called} di halaman Alipay+, lalu kembali ke sini.`,
    app: (called) => `Anda menyetujui pembayaran di aplikasi ${called}, lalu kembali ke sini.`,
    webmoneyPrepaid: () => 'Anda akan memasukkan nomor prabayar di halaman SB Payment Service, lalu kembali ke sini.',
    webmoneyLight: () => 'Anda akan login dan membayar di halaman WebMoney Transfer, lalu kembali ke sini.',
    webmoneyClassic: () => 'Anda akan memasukkan WMID di sana, lalu membayar tagihan di Keeper Anda.',
  },
};
export default texts;
