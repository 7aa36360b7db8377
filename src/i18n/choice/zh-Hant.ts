import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('zh-Hant', { type: 'conjunction' });

/** Chinese sets a space between its own characters and Latin letters or figures: `使用 GCash 付款`. */
export const spaced = (text: string) => text.replace(/\p{sc=Han}(?=[\da-z])|[\da-z+](?=\p{sc=Han})/giu, '$& ');

const texts: ChoiceTexts = {
  lang: 'zh-Hant',
  amountDue: '應付金額',
  order: (id) => `訂單 ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: '各地電子錢包' },
    konbini: { name: '日本便利商店', note: '現金付款' },
    appPay: { name: '日本手機支付', note: '' },
    bankTransfer: { name: '銀行轉帳', note: '日本國內' },
    prepaid: { name: '預付卡號碼', note: '日本發行' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'WM 電子錢包' },
    other: { name: '其他付款方式', note: '' },
  },
  regions: {
    CN: '中國',
    HK: '香港',
    MY: '馬來西亞',
    ID: '印尼',
    PH: '菲律賓',
    KR: '韓國',
    TH: '泰國',
  },
  kiosks: { multicopy: '多功能影印機', loppi: 'Loppi 機台' },
  wallets: { scan: '掃碼付款', login: '登入付款' },
  briefly: { scan: '掃碼', login: '登入' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        '將前往 Alipay+ 頁面',
        how === 'scan' ? spaced(`將自動開啟${name}，或用它掃碼`) : spaced(`登入${name}，或在開啟的 App 中操作`),
        '請在 10 分鐘內完成付款',
      ],
    }),
    register: () => ({
      quiet: '在收銀台出示代碼',
      next: ['取得繳費代碼', '到任一分店的收銀台告知代碼', '以現金付款'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: spaced(`在店內的${kiosk}上辦理`),
      next: ['取得繳費代碼', spaced(`在店內的${kiosk}上列印繳費單`), '30 分鐘內到收銀台以現金付款'],
    }),
    app: ({ name }) => ({
      quiet: '在 App 中確認付款',
      next: [spaced(`將前往${name}頁面`), '在 App 中確認付款', '完成後返回此頁面'],
    }),
    bank: () => ({
      quiet: '轉帳至此訂單的專用帳戶',
      next: ['我們會顯示此訂單專用的帳戶', '依顯示的金額準確轉帳', '入帳後頁面會自動更新'],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney（預付卡號碼）',
      called: 'WebMoney 預付卡',
      quiet: '卡片或單據上的號碼',
      next: ['將前往付款頁面', '在該頁面輸入預付卡號碼', '完成後返回此頁面'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer（Light）',
      called: 'WebMoney Transfer',
      quiet: '登入後以電子錢包付款',
      next: ['將前往 WebMoney Transfer 頁面', '登入後以您的電子錢包付款', '完成後返回此頁面'],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer（Classic）',
      called: 'WebMoney Transfer',
      quiet: '支付 Keeper 收到的帳單',
      next: ['輸入 12 位數 WMID', '我們將帳單傳送到您的 Keeper', '在 Keeper 中付款後，此頁面會自動更新'],
    }),
  },
  picker: {
    legend: '付款方式',
    required: '請選擇付款方式。',
    choose: '選擇付款方式',
    pay: (brand) => spaced(`使用${brand}付款`),
    issue: '取得繳費代碼',
    account: '查看收款帳戶',
    continue: '繼續',
    notChargedYet: '此步驟不會扣款。',
    sending: '處理中',
    none: '目前沒有可用於此訂單的付款方式。',
    limitMin: (amount) => `滿 ${amount} 可用`,
    limitMax: (amount) => `${amount} 以內可用`,
    onlyFor: (currencies) => `僅支援${list.format(currencies)}`,
    device: '無法在此裝置上使用',
    notNow: '暫時無法使用',
    ways: (n) => `${n} 種`,
    search: '搜尋名稱、國家或地區',
    clear: '清除搜尋內容',
    noHit: (query) => `找不到「${query}」`,
    offered: (sections) => `可用的付款方式：${sections}`,
    hits: (n) => `${n} 種付款方式`,
    showAll: '顯示全部',
  },
  loading: '載入中',
  failure: { title: '無法載入付款方式', retry: '重新載入' },
};
export default texts;
