import { spaced } from '../choice/zh-Hant.js';
import result from '../results/zh-Hant.js';
import type { StepTexts } from '../step-texts.js';

const texts: StepTexts = {
  otherMethod: '選擇其他付款方式',

  close: '關閉',

  support: (code) => `客服參考代碼：${code}`,

  trouble: {
    offline: '您似乎已離線。請檢查連線，然後再試一次。',
    server: '商店的付款伺服器沒有回應。請稍後再試。',
    untrusted: '收到的內容無法驗證，因此未予顯示。請返回商店，重新開啟付款頁面。',
    tellShop: '如果問題持續發生，請將以下代碼告知商店。',
    confirm: {
      expired: '此付款頁面已過期。請從商店頁面重新開始。',
      inProgress: '此訂單已有一筆付款正在處理中。',
      unavailable: '此訂單無法使用該付款方式。請選擇其他方式。',
      input: '請檢查您輸入的內容，然後再試一次。',
      other: '操作未完成，您未被扣款。請再試一次。',
    },
  },

  wait: {
    title: '正在確認您的付款',
    text: '這需要一點時間。頁面會自動更新，保持開啟即可。',
    status: '正在等待付款',
    offline: '您已離線。恢復連線後，我們會查詢您的付款狀態。',
    polling: '即時連線已中斷。我們每隔幾秒查詢一次付款狀態。',
  },

  unsupported: {
    title: '請在商店頁面繼續',
    text: '此頁面無法顯示下一步。請前往商店頁面繼續操作。',
    toShop: '前往商店頁面',
  },

  redirect: {
    title: (called) => spaced(`即將前往${called}`),
    host: '您將看到的網址',
    soon: '頁面即將自動跳轉',
    button: (called) => spaced(`前往${called}付款頁面`),
    again: (called) => spaced(`再次前往${called}付款頁面`),
    blockedTitle: '頁面未能自動開啟',
    blocked: '您的瀏覽器未自動開啟該頁面。請按下方按鈕繼續。',
    refusedTitle: '無法開啟此頁面',
    refused: '該網址不是此商店使用的付款網址，因此未傳送任何內容。請選擇其他付款方式。',
    backTitle: '您的付款尚未完成',
    back: (called) => spaced(`您已從${called}頁面返回。您可以前往該頁面繼續付款，或選擇其他付款方式。`),
    deadline: (time) => `請在 ${time} 前於該頁面完成付款。`,
    payWithin: (page, minutes) =>
      spaced(`請在${page}頁面開啟後 *${minutes} 分鐘內*完成付款。超過時間，付款程序將自動結束。`),
    before: { webmoneyPrepaid: '如果您開啟了 WebMoney 的*購物保護功能*（ショッピングプロテクション），請先將其關閉。' },
    unsendable: '要傳送的內容已損壞，因此未傳送任何內容。請選擇其他付款方式。',
  },

  payer: {
    title: '填寫付款人資料',
    why: (called) => spaced(`處理${called}付款的公司需要這些資料。資料會隨訂單一併傳送給該公司。`),
    labels: { name: '姓名', firstName: '名字', lastName: '姓氏', phone: '電話號碼', email: '電子郵件地址' },
    missing: {
      name: '請輸入姓名。',
      firstName: '請輸入名字。',
      lastName: '請輸入姓氏。',
      phone: '請輸入電話號碼。',
      email: '請輸入電子郵件地址。',
    },
    wrong: {
      name: '請以文字填寫，不要使用符號或表情符號。',
      phone: '請輸入完整的電話號碼：6 至 15 位數字，前面可以加 +。',
      email: '請檢查電子郵件地址，格式應類似 name@example.com。',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: '帳單將傳送到此 WMID。WMID 可在 WebMoney Keeper 中查看。',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `共 12 位，已輸入 ${digits} 位`,
    missing: (digits) => `還差 ${digits} 位。WMID 為 12 位數字。`,
    tooMany: (digits) => `多輸入了 ${digits} 位。WMID 為 12 位數字。`,
    onlyDigits: 'WMID 只有數字。以英文字母開頭的是錢包號碼，此處不需要。',
    empty: '請輸入 WMID（12 位數字）。',
    send: '傳送帳單',
    title: '帳單已傳送到您的 Keeper',
    invoiceAmount: 'Keeper 帳單金額',
    orderAmount: '訂單金額',
    steps: [
      '開啟 WebMoney Keeper',
      '在 Invoices（帳單）→ Incoming（收到）中選擇此金額的帳單並付款',
      '透過 SMS 或 E-num 確認',
    ],
    sentTo: '帳單已傳送至 WMID',
    copyWmid: 'WMID',
    waiting: '正在等待您在 Keeper 中付款。完成後，此頁面會自動更新。',
    change: '變更 WMID',
    invoiceId: '帳單編號',
    copyInvoiceId: '帳單編號',
  },

  countdown: {
    before: '剩餘',
    after: '',
    days: (days, clock) => `${days} 天 ${clock}`,
    until: (time) => `${time} 截止`,
    spoken: ({ days, hours, minutes, seconds }) =>
      [
        '剩餘',
        days > 0 ? `${days} 天` : '',
        hours > 0 ? `${hours} 小時` : '',
        minutes > 0 ? `${minutes} 分鐘` : '',
        days + hours + minutes === 0 ? `${seconds} 秒` : '',
      ]
        .filter(Boolean)
        .join(' '),
    checking: '時間已到，正在再次查詢',
    over: '已逾時',
    zone: (name) => `(${name})`,
  },

  copy: {
    copy: '複製',
    copied: '已複製',
    failed: '無法複製。請長按選取的數字進行複製。',
    label: (what) => spaced(`複製${what}`),
  },

  result,

  pages: {
    wallet: (called) => spaced(`您將在 Alipay+ 頁面使用${called}付款，完成後返回此頁面。`),
    app: (called) => spaced(`您將在${called} App 中確認付款，完成後返回此頁面。`),
    webmoneyPrepaid: () => '您將在 SB Payment Service 的頁面上輸入預付卡號碼，完成後返回此頁面。',
    webmoneyLight: () => '您將在 WebMoney Transfer 頁面上登入並付款，完成後返回此頁面。',
    webmoneyClassic: () => '您將在該頁面上輸入 WMID，然後在 Keeper 中支付收到的帳單。',
  },
};
export default texts;
