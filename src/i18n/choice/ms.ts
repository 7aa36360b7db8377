import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('ms', { type: 'conjunction' });

const texts: ChoiceTexts = {
  lang: 'ms',
  amountDue: 'Jumlah perlu dibayar',
  order: (id) => `Pesanan ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: 'E-dompet pelbagai negara' },
    konbini: { name: 'Kedai serbaneka di Jepun', note: 'Tunai' },
    appPay: { name: 'Aplikasi bayaran Jepun', note: '' },
    bankTransfer: { name: 'Pindahan bank', note: 'Di Jepun' },
    prepaid: { name: 'Nombor prabayar', note: 'Dari Jepun' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'E-dompet WM' },
    other: { name: 'Cara bayaran lain', note: '' },
  },
  regions: {
    CN: 'China',
    HK: 'Hong Kong',
    MY: 'Malaysia',
    ID: 'Indonesia',
    PH: 'Filipina',
    KR: 'Korea Selatan',
    TH: 'Thailand',
  },
  kiosks: { multicopy: 'mesin fotostat', loppi: 'kiosk Loppi' },
  wallets: { scan: 'Imbas dan bayar', login: 'Log masuk dan bayar' },
  briefly: { scan: 'Imbas', login: 'Log masuk' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'Anda dibawa ke halaman Alipay+',
        how === 'scan'
          ? `Aplikasi ${name} akan dibuka, atau imbas kod QR dengannya`
          : `Log masuk ke ${name}, atau aplikasinya akan dibuka`,
        'Selesaikan dalam masa 10 minit',
      ],
    }),
    register: () => ({
      quiet: 'Tunjukkan nombor di kaunter',
      next: ['Anda menerima nombor bayaran', 'Sebut nombor itu di kaunter mana-mana cawangan di Jepun', 'Bayar tunai'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `Di ${kiosk}`,
      next: [
        'Anda menerima nombor bayaran',
        `Cetak slip di ${kiosk} dalam kedai`,
        'Bayar tunai di kaunter dalam masa 30 minit',
      ],
    }),
    app: ({ name }) => ({
      quiet: 'Luluskan dalam aplikasi',
      next: [`Anda dibawa ke halaman ${name}`, 'Luluskan bayaran dalam aplikasi', 'Anda kembali ke halaman ini'],
    }),
    bank: () => ({
      quiet: 'Ke akaun khas untuk anda',
      next: [
        'Akaun khas untuk pesanan ini dipaparkan',
        'Pindahkan jumlah ini dengan tepat',
        'Halaman ini dikemas kini secara automatik',
      ],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney (nombor prabayar)',
      called: 'WebMoney prabayar',
      quiet: 'Nombor pada kad atau slip',
      next: ['Anda dibawa ke halaman bayaran', 'Masukkan nombor prabayar di sana', 'Anda kembali ke halaman ini'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer (Light)',
      called: 'WebMoney Transfer',
      quiet: 'Log masuk, bayar daripada dompet',
      next: [
        'Anda dibawa ke halaman WebMoney Transfer',
        'Log masuk dan bayar daripada dompet anda',
        'Anda kembali ke halaman ini',
      ],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer (Classic)',
      called: 'WebMoney Transfer',
      quiet: 'Bayar invois dalam Keeper',
      next: [
        'Masukkan WMID 12 digit anda',
        'Invois dihantar ke Keeper anda',
        'Bayar dalam Keeper. Halaman ini dikemas kini secara automatik.',
      ],
    }),
  },
  picker: {
    legend: 'Cara bayaran',
    required: 'Sila pilih cara bayaran.',
    choose: 'Pilih cara bayaran',
    pay: (brand) => `Bayar dengan ${brand}`,
    issue: 'Dapatkan nombor bayaran',
    account: 'Lihat akaun pindahan',
    continue: 'Teruskan',
    notChargedYet: 'Anda belum dikenakan bayaran.',
    sending: 'Sebentar …',
    none: 'Buat masa ini, tiada cara bayaran untuk pesanan ini.',
    limitMin: (amount) => `Minimum ${amount}`,
    limitMax: (amount) => `Maksimum ${amount}`,
    onlyFor: (currencies) => `Untuk ${list.format(currencies)} sahaja`,
    device: 'Tidak boleh digunakan pada peranti ini',
    notNow: 'Tidak tersedia buat masa ini',
    ways: (n) => `${n} cara`,
    search: 'Cari nama atau negara',
    clear: 'Kosongkan carian',
    noHit: (query) => `“${query}” tidak ditemui`,
    offered: (sections) => `Pilihan yang ada: ${sections}`,
    hits: (n) => `${n} cara bayaran`,
    showAll: 'Tunjukkan semua',
  },
  loading: 'Memuatkan',
  failure: { title: 'Cara bayaran tidak dapat dimuatkan', retry: 'Muatkan semula' },
};
export default texts;
