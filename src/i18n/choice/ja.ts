import type { ChoiceTexts } from '../choice-texts.js';

const texts: ChoiceTexts = {
  lang: 'ja',
  amountDue: 'お支払い金額',
  order: (id) => `注文 ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: '海外のウォレット' },
    konbini: { name: 'コンビニ', note: '現金で支払う' },
    appPay: { name: 'スマホ決済', note: '' },
    bankTransfer: { name: '銀行振込', note: '専用口座' },
    prepaid: { name: 'プリペイド', note: '番号で支払う' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'WMのウォレット' },
    other: { name: 'その他の支払い方法', note: '' },
  },
  regions: {
    CN: '中国',
    HK: '香港',
    MY: 'マレーシア',
    ID: 'インドネシア',
    PH: 'フィリピン',
    KR: '韓国',
    TH: 'タイ',
  },
  kiosks: { multicopy: 'マルチコピー機', loppi: 'Loppi' },
  wallets: { scan: 'スキャンして支払う', login: 'ログインして支払う' },
  briefly: { scan: 'スキャン', login: 'ログイン' },
  inRegion: (region, what) => `${region}・${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'Alipay+ の画面へ移動します',
        how === 'scan'
          ? `${name}アプリが開きます。なければQRコードをスキャン`
          : `${name}にログインします。アプリがあれば開きます`,
        '10分以内に支払いを完了する',
      ],
    }),
    register: () => ({
      quiet: 'レジで番号を伝える',
      next: ['支払い番号を発行します', 'お店のレジで番号を伝える', '現金で支払う'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `${kiosk}で受付`,
      next: ['支払い番号を発行します', `店内の${kiosk}で申込券を印刷`, '30分以内にレジで現金で支払う'],
    }),
    app: ({ name }) => ({
      quiet: 'アプリで承認する',
      next: [`${name}の画面へ移動します`, 'アプリで支払いを承認する', 'この画面に戻ります'],
    }),
    bank: () => ({
      quiet: 'お客さま専用の口座へ振り込む',
      next: [
        'このご注文専用の口座を表示します',
        '金額ちょうどを振り込む',
        '入金を確認すると、この画面が切り替わります',
      ],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney（プリペイド番号）',
      called: 'WebMoney（プリペイド）',
      quiet: 'カード・シートの番号で支払う',
      next: ['決済画面へ移動します', 'プリペイド番号を入力する', 'この画面に戻ります'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer（Light）',
      called: 'WebMoney Transfer',
      quiet: 'WebMoneyの画面で支払う',
      next: ['WebMoney Transferの画面へ移動します', 'ログインしてウォレットから支払う', 'この画面に戻ります'],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer（Classic）',
      called: 'WebMoney Transfer',
      quiet: 'Keeperに届く請求を支払う',
      next: ['12桁のWMIDを入力します', 'Keeperに請求を送ります', 'Keeperで支払うと、この画面が切り替わります'],
    }),
  },
  picker: {
    legend: '支払い方法',
    required: '支払い方法を選択してください。',
    choose: '支払い方法を選択',
    pay: (brand) => `${brand}で支払う`,
    issue: '支払い番号を発行する',
    account: '振込先を表示する',
    continue: '続ける',
    notChargedYet: 'まだ支払いは発生しません',
    sending: '手続きしています',
    none: 'ただいま、この注文に使える支払い方法がありません。',
    limitMin: (amount) => `${amount}から利用できます`,
    limitMax: (amount) => `${amount}まで利用できます`,
    onlyFor: (currencies) => `${currencies.join('・').replace('カザフスタン テンゲ', 'テンゲ')}専用です`,
    device: 'この端末では利用できません',
    notNow: 'ただいまご利用いただけません',
    ways: (n) => `${n}種類`,
    search: '名前や国・地域で探す',
    clear: '検索を消す',
    noHit: (query) => `「${query}」は見つかりませんでした`,
    offered: (sections) => `このお店では、${sections}をご利用いただけます。`,
    hits: (n) => `${n}件`,
    showAll: 'すべて表示',
  },
  loading: '読み込んでいます',
  failure: { title: '支払い方法を読み込めませんでした', retry: 'もう一度読み込む' },
};
export default texts;
