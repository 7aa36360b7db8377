/** What a bank and one of its branches are called. */
export interface GmoBankNames {
  bankName: string;
  branchName: string;
}

/** Looks a branch up; undefined when there is no such bank or branch. */
export type GmoBankLookup = (bankCode: string, branchCode: string) => GmoBankNames | undefined;

/** Japan Post Bank, whose accounts have a symbol and a number of their own. */
export const gmoJapanPost = '9900';

/** A few real banks and branches, by their codes. Source: the list of Japanese financial institutions. */
const banks: Readonly<Record<string, { name: string; branches: Readonly<Record<string, string>> }>> = {
  '0001': { name: 'みずほ銀行', branches: { '001': '東京営業部', '110': '東京中央支店', '813': '札幌支店' } },
  '0005': { name: '三菱UFJ銀行', branches: { '001': '本店', '331': '神田支店', '340': '四谷三丁目支店' } },
  '0009': { name: '三井住友銀行', branches: { '200': '本店営業部', '221': '新宿支店', '654': '渋谷支店' } },
  '0010': { name: 'りそな銀行', branches: { '101': '船場支店', '300': '東京営業部' } },
  '0033': { name: 'PayPay銀行', branches: { '001': '本店営業部', '002': 'すずめ支店', '003': 'はやぶさ支店' } },
  '0036': { name: '楽天銀行', branches: { '201': 'ジャズ支店', '202': 'ロック支店', '251': '第一営業支店' } },
  '0310': { name: 'GMOあおぞらネット銀行', branches: { '001': '本店', '101': '法人営業部', '102': '法人第二営業部' } },
};

/** Every branch of Japan Post Bank that a symbol can lead to: two digits, then 8 or, for current accounts, 9. */
function japanPostBranch(branchCode: string): GmoBankNames | undefined {
  if (!/^\d\d[89]$/.test(branchCode)) return undefined;
  const digits = Array.from(branchCode, (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  return { bankName: 'ゆうちょ銀行', branchName: `${digits}支店` };
}

/** The banks of a sandbox that is given no others. */
export function fewBanks(bankCode: string, branchCode: string): GmoBankNames | undefined {
  if (bankCode === gmoJapanPost) return japanPostBranch(branchCode);
  const bank = banks[bankCode];
  const branchName = bank?.branches[branchCode];
  return bank === undefined || branchName === undefined ? undefined : { bankName: bank.name, branchName };
}
