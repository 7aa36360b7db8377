import { spaced } from '../choice/zh-Hans.js';
import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('zh-Hans', { type: 'conjunction' });

const texts: DisplayTexts = {
  qr: {
    scan: (called) => spaced(`请用${called}扫描此二维码`),
    image: (called, amount) => `${spaced(`用${called}扫描的二维码`)}。${amount}`,
    steps: (called) => [spaced(`在手机上打开${called}`), '扫描此二维码', '核对金额并确认付款'],
    charged: (amount) => `以 ${amount} 计价。换算汇率以钱包显示为准。`,
    openApp: (called) => spaced(`打开${called}`),
    openPage: '打开付款页面',
    save: '保存图片',
    saveFailed: '图片无法保存。请改用截图。',
    soon: '此二维码即将失效。如果来不及付款，可以重新获取。',
    over: '此二维码已失效',
    unless: (called) => spaced(`如果${called}中没有扣款记录，说明您未被扣款。`),
    again: '重试',
    refusedTitle: '无法显示二维码',
    refused: '收到的二维码已损坏或过大，因此未予显示。请使用其他支付方式。',
  },

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `还剩 ${days} 天`;
      if (hours > 0) return `还剩 ${hours} 小时 ${minutes} 分`;
      return minutes > 0 ? `还剩 ${minutes} 分钟` : `还剩 ${seconds} 秒`;
    },
    newTab: '在新标签页中打开',
    inYen: (onPage) => (onPage ? '请以日元付款。日元金额会显示在付款页面上。' : '请以日元付款。日元金额请向商家确认。'),
  },

  konbini: {
    cash: '在店内用现金付款',
    deadline: '付款期限',
    numbers: {
      number: '编号',
      slip: '缴费单号',
      company: '企业代码',
      order: '订单号',
      customer: '客户编号',
      collection: '缴费编号',
      confirmation: '确认编号',
      reception: '受理编号',
      phone: '电话号码',
    },
    count: () => '',
    onPage: '付款所需的编号会显示在付款页面上。',
    how: '付款步骤',
    first: {
      register: (words) => `在收银台告诉店员「${words}」（支付网购款项）`,
      multicopy: (words) => `在多功能复印机上选择「${words}」（支付款项）`,
      loppi: (words) => `在 Loppi 终端上选择「${words}」（已有编号的顾客）`,
    },
    enter: (labels) => `输入${list.format(labels)}`,
    show: (labels) => `出示或念出${list.format(labels)}`,
    showNote: '也可以出示打印的缴费单',
    give: (labels) => `在店内的终端上输入${list.format(labels)}，或在收银台告知店员`,
    slip: '打印付款单',
    slipNote: (minutes) => `打印后请在 *${minutes} 分钟内*到收银台付款`,
    pay: '用现金付款',
    payNote: '收到商品前请保留收据',
    limit: (amount) => `单次付款上限为 ${amount}`,
    noKiosk: '无需操作店内的终端',
    print: '打印',
    waiting: '正在等待您付款。在收银台付款后，结果会显示在这里。',
    paper: '便利店付款说明',
    paperNote: '请用现金一次付清。付款后门店不办理退款，如需退款请联系商家。',
    cut: '沿此线剪下',
  },

  bank: {
    own: '专为您准备的账户',
    deadline: '转账期限',
    amount: '转账金额',
    copyAmount: '金额',
    exact: '请*准确转入此金额*。金额不足时，订单不会确认；多付的部分，商家会与您联系。银行手续费由您承担。',
    parts: { bank: '银行', branch: '支行', accountType: '账户类型', accountNumber: '账号', holder: '户名' },
    onPage: '收款账户会显示在付款页面上。',
    onlyThisOrder: '此账户仅用于本次订单，不能用于其他购物。',
    waiting: '正在等待您转账。到账后，此页面会自动更新。',
    short: '到账金额不足',
    due: '应付金额',
    received: '已到账',
    rest: '还需转账',
    restHow: '请只将不足的部分转入同一账户。',
    waitingRest: '正在等待您转入余下的款项',
  },
};
export default texts;
