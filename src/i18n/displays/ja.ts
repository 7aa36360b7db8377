import type { DisplayTexts } from '../display-texts.js';

const texts: DisplayTexts = {
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
    limit: (amount) => `1回のお支払いは${amount}までです`,
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
};
export default texts;
