import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('id', { type: 'conjunction' });

const texts: ChoiceTexts = {
  lang: 'id',
  amountDue: 'Total pembayaran',
  order: (id) => `Pesanan ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: 'Dompet digital berbagai negara' },
    konbini: { name: 'Minimarket di Jepang', note: 'Tunai' },
    appPay: { name: 'Aplikasi pembayaran Jepang', note: '' },
    bankTransfer: { name: 'Transfer bank', note: 'Di Jepang' },
    prepaid: { name: 'Nomor prabayar', note: 'Dari Jepang' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'Dompet WM' },
    other: { name: 'Metode pembayaran lain', note: '' },
  },
  regions: {
    CN: 'Tiongkok',
    HK: 'Hong Kong',
    MY: 'Malaysia',
    ID: 'Indonesia',
    PH: 'Filipina',
    KR: 'Korea Selatan',
    TH: 'Thailand',
  },
  kiosks: { multicopy: 'mesin fotokopi', loppi: 'mesin Loppi' },
  wallets: { scan: 'Pindai dan bayar', login: 'Login dan bayar' },
  briefly: { scan: 'Pindai', login: 'Login' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'Anda diarahkan ke halaman Alipay+',
        how === 'scan'
          ? `Aplikasi ${name} akan terbuka, atau pindai kode QR dengan aplikasi itu`
          : `Login ke ${name}, atau aplikasinya akan terbuka`,
        'Selesaikan dalam 10 menit',
      ],
    }),
    register: () => ({
      quiet: 'Tunjukkan nomor di kasir',
      next: ['Anda mendapat nomor pembayaran', 'Sebutkan nomor itu di kasir cabang mana pun di Jepang', 'Bayar tunai'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `Lewat ${kiosk}`,
      next: [
        'Anda mendapat nomor pembayaran',
        `Cetak slip di minimarket lewat ${kiosk}`,
        'Bayar tunai di kasir dalam 30 menit',
      ],
    }),
    app: ({ name }) => ({
      quiet: 'Setujui di aplikasi',
      next: [`Anda diarahkan ke halaman ${name}`, 'Setujui pembayaran di aplikasi', 'Anda kembali ke halaman ini'],
    }),
    bank: () => ({
      quiet: 'Ke rekening khusus untuk Anda',
      next: [
        'Rekening khusus untuk pesanan ini ditampilkan',
        'Transfer tepat sejumlah ini',
        'Halaman ini diperbarui otomatis',
      ],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney (nomor prabayar)',
      called: 'WebMoney prabayar',
      quiet: 'Nomor dari kartu atau voucer',
      next: ['Anda diarahkan ke halaman pembayaran', 'Masukkan nomor prabayar di sana', 'Anda kembali ke halaman ini'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer (Light)',
      called: 'WebMoney Transfer',
      quiet: 'Login dan bayar dari dompet',
      next: [
        'Anda diarahkan ke halaman WebMoney Transfer',
        'Login di sana dan bayar dari dompet Anda',
        'Anda kembali ke halaman ini',
      ],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer (Classic)',
      called: 'WebMoney Transfer',
      quiet: 'Bayar tagihan di Keeper',
      next: [
        'Masukkan 12 digit WMID Anda',
        'Tagihan dikirim ke Keeper Anda',
        'Bayar di Keeper. Halaman ini diperbarui otomatis.',
      ],
    }),
  },
  picker: {
    legend: 'Metode pembayaran',
    required: 'Pilih metode pembayaran.',
    choose: 'Pilih metode pembayaran',
    pay: (brand) => `Bayar dengan ${brand}`,
    issue: 'Dapatkan nomor pembayaran',
    account: 'Lihat rekening tujuan',
    continue: 'Lanjutkan',
    notChargedYet: 'Belum ada dana yang ditarik pada tahap ini.',
    sending: 'Mohon tunggu …',
    none: 'Saat ini tidak ada metode pembayaran untuk pesanan ini.',
    limitMin: (amount) => `Minimal ${amount}`,
    limitMax: (amount) => `Maksimal ${amount}`,
    onlyFor: (currencies) => `Hanya untuk ${list.format(currencies)}`,
    device: 'Tidak bisa digunakan di perangkat ini',
    notNow: 'Saat ini tidak tersedia',
    ways: (n) => `${n} metode`,
    search: 'Cari nama atau negara',
    clear: 'Hapus pencarian',
    noHit: (query) => `“${query}” tidak ditemukan`,
    offered: (sections) => `Pilihan yang ada: ${sections}`,
    hits: (n) => `${n} metode pembayaran`,
    showAll: 'Tampilkan semua',
  },
  loading: 'Memuat',
  failure: { title: 'Metode pembayaran tidak dapat dimuat', retry: 'Muat ulang' },
};
export default texts;
