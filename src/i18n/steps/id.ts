import result from '../results/id.js';
import type { StepTexts } from '../step-texts.js';

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
    title: 'Lanjutkan di halaman toko',
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
      'Di “Invoices – Incoming”, pilih tagihan dengan jumlah ini, lalu tekan “Pay”',
      'Konfirmasi lewat SMS atau E-num',
    ],
    sentTo: 'Dikirim ke WMID',
    copyWmid: 'WMID',
    waiting: 'Menunggu pembayaran Anda di Keeper. Halaman ini akan berubah sendiri.',
    change: 'Ubah WMID',
    invoiceId: 'Nomor tagihan',
    copyInvoiceId: 'nomor tagihan',
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
