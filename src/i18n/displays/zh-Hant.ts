import { spaced } from '../choice/zh-Hant.js';
import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('zh-Hant', { type: 'conjunction' });

const texts: DisplayTexts = {
  qr: {
    scan: (called) => spaced(`請用${called}掃描此 QR 碼`),
    image: (called, amount) => `${spaced(`用${called}掃描的 QR 碼`)}。${amount}`,
    steps: (called) => [spaced(`在手機上開啟${called}`), '掃描此 QR 碼', '核對金額並確認付款'],
    charged: (amount) => `以 ${amount} 計價。換算匯率以錢包顯示為準。`,
    openApp: (called) => spaced(`開啟${called}`),
    openPage: '開啟付款頁面',
    save: '儲存圖片',
    saveFailed: '圖片無法儲存。請改用螢幕截圖。',
    soon: '此 QR 碼即將失效。如果來不及付款，可以重新取得。',
    over: '此 QR 碼已失效',
    unless: (called) => spaced(`如果${called}中沒有扣款紀錄，表示您未被扣款。`),
    again: '再試一次',
    refusedTitle: '無法顯示 QR 碼',
    refused: '收到的 QR 碼已損壞或過大，因此未予顯示。請使用其他付款方式。',
  },

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `還剩 ${days} 天`;
      if (hours > 0) return `還剩 ${hours} 小時 ${minutes} 分`;
      return minutes > 0 ? `還剩 ${minutes} 分鐘` : `還剩 ${seconds} 秒`;
    },
    newTab: '在新分頁中開啟',
    inYen: (onPage) => (onPage ? '請以日圓付款。日圓金額會顯示在付款頁面上。' : '請以日圓付款。日圓金額請向商店確認。'),
  },

  konbini: {
    cash: '在店內以現金付款',
    deadline: '付款期限',
    numbers: {
      number: '代碼',
      slip: '繳款單號碼',
      company: '企業代碼',
      order: '訂單編號',
      customer: '客戶編號',
      collection: '繳費編號',
      confirmation: '確認編號',
      reception: '受理編號',
      phone: '電話號碼',
    },
    count: () => '',
    onPage: '付款所需的代碼會顯示在付款頁面上。',
    how: '付款步驟',
    first: {
      register: (words) => `在收銀台告訴店員「${words}」（支付網購款項）`,
      multicopy: (words) => `在多功能影印機上選擇「${words}」（支付款項）`,
      loppi: (words) => `在 Loppi 機台上選擇「${words}」（已有代碼的顧客）`,
    },
    enter: (labels) => `輸入${list.format(labels)}`,
    show: (labels) => `出示或念出${list.format(labels)}`,
    showNote: '也可以出示列印的繳款單',
    give: (labels) => `在店內的機台上輸入${list.format(labels)}，或在收銀台告知店員`,
    slip: '列印繳費單',
    slipNote: (minutes) => `列印後請在 *${minutes} 分鐘內*到收銀台付款`,
    pay: '以現金付款',
    payNote: '收到商品前請保留收據',
    limit: (amount) => `單次付款上限為 ${amount}`,
    noKiosk: '不需要操作店內的機台',
    print: '列印',
    waiting: '正在等待您付款。在收銀台付款後，結果會顯示在這裡。',
    paper: '便利商店付款說明',
    paperNote: '請以現金一次付清。付款後店內不受理退款，如需退款請與商店聯絡。',
    cut: '沿此線剪下',
  },

  bank: {
    own: '專為您準備的帳戶',
    deadline: '轉帳期限',
    amount: '轉帳金額',
    copyAmount: '金額',
    exact: '請*準確轉入此金額*。金額不足時，訂單不會確認；多付的部分，商店會與您聯絡。銀行手續費由您負擔。',
    parts: { bank: '銀行', branch: '分行', accountType: '帳戶類型', accountNumber: '帳號', holder: '戶名' },
    onPage: '收款帳戶會顯示在付款頁面上。',
    onlyThisOrder: '此帳戶僅供本次訂單使用，不能用於其他購物。',
    waiting: '正在等待您轉帳。入帳後，此頁面會自動更新。',
    short: '入帳金額不足',
    due: '應付金額',
    received: '已入帳',
    rest: '還需轉帳',
    restHow: '請只將不足的部分轉入同一帳戶。',
    waitingRest: '正在等待您轉入其餘款項',
  },
};
export default texts;
