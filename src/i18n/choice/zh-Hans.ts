import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('zh-Hans', { type: 'conjunction' });

/** Chinese sets a space between its own characters and Latin letters or figures: `使用 GCash 支付`. */
export const spaced = (text: string) => text.replace(/\p{sc=Han}(?=[\da-z])|[\da-z+](?=\p{sc=Han})/giu, '$& ');

/** Wallets that have a Chinese name of their own, which is what their payers say. */
const OWN: Readonly<Record<string, string>> = { Alipay: '支付宝' };

const texts: ChoiceTexts = {
  lang: 'zh-Hans',
  amountDue: '应付金额',
  order: (id) => `订单 ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: '各地电子钱包' },
    konbini: { name: '日本便利店', note: '现金支付' },
    appPay: { name: '日本手机支付', note: '' },
    bankTransfer: { name: '银行转账', note: '日本国内' },
    prepaid: { name: '预付卡号', note: '日本发行' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'WM 电子钱包' },
    other: { name: '其他支付方式', note: '' },
  },
  regions: {
    CN: '中国内地',
    HK: '中国香港',
    MY: '马来西亚',
    ID: '印度尼西亚',
    PH: '菲律宾',
    KR: '韩国',
    TH: '泰国',
  },
  kiosks: { multicopy: '多功能复印机', loppi: 'Loppi 终端' },
  wallets: { scan: '扫码支付', login: '登录支付' },
  briefly: { scan: '扫码', login: '登录' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => {
      const called = (Object.hasOwn(OWN, name) && OWN[name]) || name;
      return {
        called,
        quiet: '',
        next: [
          '将跳转至 Alipay+ 页面',
          how === 'scan' ? spaced(`将自动打开${called}，或用它扫码`) : spaced(`登录${called}，或在打开的 App 中操作`),
          '请在 10 分钟内完成支付',
        ],
      };
    },
    register: () => ({
      quiet: '在收银台出示编号',
      next: ['获取付款编号', '到任意一家门店的收银台告知编号', '用现金支付'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: spaced(`在店内的${kiosk}上办理`),
      next: ['获取付款编号', spaced(`在店内的${kiosk}上打印付款单`), '30 分钟内到收银台用现金支付'],
    }),
    app: ({ name }) => ({
      quiet: '在 App 中确认付款',
      next: [spaced(`将跳转至${name}页面`), '在 App 中确认付款', '完成后返回此页面'],
    }),
    bank: () => ({
      quiet: '转账到此订单的专用账户',
      next: ['我们会显示此订单专用的账户', '按显示的金额准确转账', '到账后页面会自动更新'],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney（预付卡号）',
      called: 'WebMoney 预付卡',
      quiet: '卡片或纸质凭条上的号码',
      next: ['将跳转至付款页面', '在该页面输入预付卡号', '完成后返回此页面'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer（Light）',
      called: 'WebMoney Transfer',
      quiet: '登录后用电子钱包支付',
      next: ['将跳转至 WebMoney Transfer 页面', '登录后用您的电子钱包付款', '完成后返回此页面'],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer（Classic）',
      called: 'WebMoney Transfer',
      quiet: '支付 Keeper 收到的账单',
      next: ['输入 12 位 WMID', '我们将账单发送到您的 Keeper', '在 Keeper 中付款后，此页面会自动更新'],
    }),
  },
  picker: {
    legend: '支付方式',
    required: '请选择支付方式。',
    choose: '选择支付方式',
    pay: (brand) => spaced(`使用${brand}支付`),
    issue: '获取付款编号',
    account: '查看收款账户',
    continue: '继续',
    notChargedYet: '此步骤不会扣款。',
    sending: '正在处理',
    none: '目前没有可用于此订单的支付方式。',
    limitMin: (amount) => `满 ${amount} 可用`,
    limitMax: (amount) => `${amount} 以内可用`,
    onlyFor: (currencies) => `仅支持${list.format(currencies)}`,
    device: '无法在此设备上使用',
    notNow: '暂时无法使用',
    ways: (n) => `${n} 种`,
    search: '搜索名称、国家或地区',
    clear: '清除搜索内容',
    noHit: (query) => `未找到“${query}”`,
    offered: (sections) => `可用的支付方式：${sections}`,
    hits: (n) => `${n} 种支付方式`,
    showAll: '显示全部',
  },
  loading: '正在加载',
  failure: { title: '无法加载支付方式', retry: '重新加载' },
};
export default texts;
