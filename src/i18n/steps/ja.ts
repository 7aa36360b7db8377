import result from '../results/ja.js';
import type { StepTexts } from '../step-texts.js';

/** Letters stand apart from kana by themselves; a name that ends in a sign needs a space for it: `Alipay+ に`. */
const apart = (name: string) => (name.endsWith('+') ? `${name} ` : name);

const texts: StepTexts = {
  otherMethod: '別の方法を選ぶ',

  close: '閉じる',

  support: (code) => `お問い合わせ用コード: ${code}`,

  trouble: {
    offline: '通信が切れているようです。電波の状態を確かめて、もう一度お試しください。',
    server: 'ショップの決済サーバーから返答がありませんでした。少し待って、もう一度お試しください。',
    untrusted: '届いた内容を確認できなかったため、表示していません。ショップに戻り、お支払い画面を開き直してください。',
    tellShop: 'つながらないときは、ショップへ次の番号をお伝えください。',
    confirm: {
      expired: 'このお支払い画面の有効期限が過ぎました。ショップからやり直してください。',
      inProgress: 'この注文のお支払いは、すでに手続き中です。',
      unavailable: 'この注文では、この方法は使えません。別の方法を選んでください。',
      input: '入力した内容を確かめて、もう一度お試しください。',
      other: '手続きできませんでした。請求は行われていません。もう一度お試しください。',
    },
  },

  wait: {
    title: 'お支払いを確認しています',
    text: '少し時間がかかることがあります。確認できると、この画面が切り替わります。',
    status: 'お支払いを待っています',
    offline: '通信が切れています。つながりしだい、お支払いの状況を確かめます。',
    polling: '通信が不安定です。数秒ごとにお支払いの状況を確かめています。',
  },

  unsupported: {
    title: '続きはショップの画面で',
    text: 'この画面では次の手順を表示できません。ショップの画面でお進みください。',
    toShop: 'ショップへ進む',
  },

  redirect: {
    title: (called) => `${apart(called)}に移動します`,
    host: '移動先のアドレス',
    soon: 'まもなく自動で移動します',
    button: (called) => `${called}へ進む`,
    again: (called) => `もう一度${called}へ進む`,
    blockedTitle: '自動で移動できませんでした',
    blocked: 'お使いのブラウザーの設定により、画面を自動で開けませんでした。下のボタンで進めます。',
    refusedTitle: 'この画面は開けません',
    refused: '移動先がこのショップの決済先ではないため、何も送信していません。別の方法を選んでください。',
    backTitle: 'お支払いはまだ終わっていません',
    back: (called) => `${apart(called)}の画面から戻ってきました。続けるか、別の方法を選べます。`,
    deadline: (time) => `${time}までにお支払いください。`,
    payWithin: (page, minutes) =>
      `${apart(page)}の画面が開いてから*${minutes}分以内*にお支払いください。過ぎると自動で終了します。`,
    before: { webmoneyPrepaid: '*ショッピングプロテクション*を設定している方は、先に解除してください。' },
    unsendable: '送信する内容に問題があったため、何も送信していません。別の方法を選んでください。',
  },

  payer: {
    title: 'お客さまの情報を入力してください',
    why: (called) => `${called}の決済を取り扱う会社が必要とする情報です。ご注文とあわせて、その会社へ送ります。`,
    labels: { name: 'お名前', firstName: '名', lastName: '姓', phone: '電話番号', email: 'メールアドレス' },
    missing: {
      name: 'お名前を入力してください。',
      firstName: '名を入力してください。',
      lastName: '姓を入力してください。',
      phone: '電話番号を入力してください。',
      email: 'メールアドレスを入力してください。',
    },
    wrong: {
      name: '記号や絵文字を除いて入力してください。',
      phone: '電話番号を省略せずに、6〜15桁の数字で入力してください。',
      email: 'メールアドレスは、name@example.com のような形で入力してください。',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: '請求の送り先です。WMIDはWebMoney Keeperで確認できます。',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `12桁のうち${digits}桁`,
    missing: (digits) => `あと${digits}桁足りません。WMIDは12桁の数字です。`,
    tooMany: (digits) => `${digits}桁多く入力されています。WMIDは12桁の数字です。`,
    onlyDigits: 'WMIDは数字だけです。英字で始まるパース番号は使いません。',
    empty: 'WMID（12桁の数字）を入力してください。',
    send: '請求を送る',
    title: 'Keeperに請求を送りました',
    invoiceAmount: 'Keeperの請求額',
    orderAmount: 'ご注文の金額',
    steps: ['WebMoney Keeperを開く', '「請求」→「受信」で、この金額の請求を選んで支払う', 'SMSまたはE-numで確認する'],
    sentTo: '送り先のWMID',
    copyWmid: 'WMID',
    waiting: 'Keeperでのお支払いを待っています。完了すると、この画面が切り替わります。',
    change: 'WMIDを直す',
    invoiceId: '請求番号',
    copyInvoiceId: '請求番号',
  },

  countdown: {
    before: '残り',
    after: '',
    days: (days, clock) => `${days}日 ${clock}`,
    until: (time) => `${time} まで`,
    spoken: ({ days, hours, minutes, seconds }) =>
      '残り' +
      [
        days > 0 ? `${days}日` : '',
        hours > 0 ? `${hours}時間` : '',
        minutes > 0 ? `${minutes}分` : '',
        days + hours + minutes === 0 ? `${seconds}秒` : '',
      ].join(''),
    checking: '時間になりました。もう一度確かめています。',
    over: '時間切れです',
    zone: (name) => `(${name})`,
  },

  copy: {
    copy: 'コピー',
    copied: 'コピー済み',
    failed: 'コピーできませんでした。選択した数字を長押ししてコピーしてください。',
    label: (what) => `${what}をコピー`,
  },

  result,

  pages: {
    wallet: (called) => `${called}でのお支払いは、Alipay+ の画面で行います。`,
    app: (called) => `このあと、${called}のアプリで支払いを承認します。終わると、この画面に戻ります。`,
    webmoneyPrepaid: () => 'このあと、SBペイメントサービスの画面でプリペイド番号を入力します。',
    webmoneyLight: () => 'このあと、WebMoney Transferの画面でログインして支払います。終わると、この画面に戻ります。',
    webmoneyClassic: () => 'このあと、移動先の画面でWMIDを入力し、Keeperに届く請求を支払います。',
  },
};
export default texts;
