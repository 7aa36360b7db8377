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

  qr: {
    scan: (called) => `${called}アプリで読み取ってください`,
    image: (called, amount) => `${called}で読み取るQRコード。${amount}`,
    steps: (called) => [`スマートフォンで${called}を開く`, 'このコードを読み取る', '金額を確かめて支払う'],
    charged: (amount) => `請求額は${amount}です。換算レートはウォレットに表示されます。`,
    openApp: (called) => `${called}アプリを開く`,
    openPage: '支払いページを開く',
    save: '画像を保存',
    saveFailed: '画像を保存できませんでした。この画面のスクリーンショットをお使いください。',
    soon: 'まもなく終了します。間に合わないときは、あとで新しいコードを表示できます。',
    over: 'このコードは使えなくなりました',
    unless: (called) => `${called}に記録がなければ、請求されていません。`,
    again: 'もう一度',
    refusedTitle: 'コードを表示できません',
    refused: '届いたコードが壊れているか、大きすぎるため、表示していません。別の方法でお支払いください。',
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

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `あと${days}日`;
      if (hours > 0) return `あと${hours}時間${minutes}分`;
      return minutes > 0 ? `あと${minutes}分` : `あと${seconds}秒`;
    },
    newTab: '新しいタブで開きます',
    inYen: (onPage) =>
      onPage
        ? 'お支払いは日本円です。円での金額は、支払いページに表示されます。'
        : 'お支払いは日本円です。円での金額は、ショップへお問い合わせください。',
  },

  konbini: {
    cash: '現金でお支払い',
    deadline: 'お支払い期限',
    numbers: {
      number: '番号',
      slip: '払込票番号',
      company: '企業コード',
      order: '注文番号',
      customer: 'お客様番号',
      collection: '収納番号',
      confirmation: '確認番号',
      reception: '受付番号',
      phone: '電話番号',
    },
    count: (digits) => `${digits}桁`,
    onPage: 'お支払いに使う番号は、支払いページに表示されます。',
    how: 'お支払いの手順',
    first: {
      register: (words) => `レジで「${words}」と伝える`,
      multicopy: (words) => `マルチコピー機で「${words}」を選ぶ`,
      loppi: (words) => `Loppiで「${words}」を選ぶ`,
    },
    enter: (labels) => `${labels.join('と')}を入力する`,
    show: (labels) => `${labels.join('と')}を見せるか、読み上げる`,
    showNote: '印刷した払込票でもかまいません',
    give: (labels) => `店内の機械で${labels.join('と')}を入力するか、レジで伝える`,
    slip: '申込券を印刷する',
    slipNote: (minutes) => `印刷してから*${minutes}分以内*にレジへ`,
    pay: 'レジで現金で支払う',
    payNote: '控えは商品が届くまで保管してください',
    noKiosk: '店内の機械の操作はいりません',
    print: '印刷',
    waiting: 'お支払いを待っています。レジで支払うと、ここに反映されます。',
    paper: 'コンビニ払いのご案内',
    paperNote:
      '現金で、1回でお支払いください。お支払い後の返金は、店舗では受け付けていません。ショップへお問い合わせください。',
    cut: '切り取り線',
  },

  bank: {
    own: 'お客さま専用の口座',
    deadline: 'お振込み期限',
    amount: 'お振込み金額',
    copyAmount: '金額',
    exact:
      '*この金額ちょうど*をお振込みください。少ないとご注文が確定せず、多い分はショップからのご連絡となります。手数料はお客さまのご負担です。',
    parts: { bank: '銀行', branch: '支店', accountType: '種別', accountNumber: '口座番号', holder: '口座名義' },
    onPage: '振込先の口座は、支払いページに表示されます。',
    onlyThisOrder: 'この口座は今回のご注文専用です。次のお買い物には使えません。',
    waiting: 'お振込みを待っています。入金が確認できると、この画面が切り替わります。',
    short: '入金額が足りません',
    due: 'お支払い金額',
    received: '入金済み',
    rest: 'あとお振込みいただく額',
    restHow: '同じ口座へ、不足分だけをお振込みください。',
    waitingRest: '残りのお振込みを待っています',
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
