import { plainAmount } from './haipay-money.js';
import type { HaipayPayment } from './haipay-payment.js';
import { emvPayload } from './haipay-qr.js';
import { haipayProducts } from './haipay-rows.js';
import type { HaipayKind, HaipayProduct } from './haipay-rows.js';

/**
 * Something an application's answer can tell: the page to pay on, an EMVCo payload, the bank's code and name, branch,
 * account type, 7-digit account number and holder, and the one or two numbers of a convenience store.
 */
export type HaipayFact =
  | 'payUrl'
  | 'qrCode'
  | 'bankCode'
  | 'bank'
  | 'branch'
  | 'accountType'
  | 'account'
  | 'holder'
  | 'number'
  | 'secondNumber';

/**
 * The fields of an answer by their name on the wire, e.g. `{ payUrl: 'payUrl', bankNo: 'account' }`. `orderId`,
 * `orderNo` and `sign` are always there.
 */
export type HaipayAnswer = Readonly<Record<string, HaipayFact>>;

/**
 * The document's table names `payUrl` only; `bankCode`, `bankNo` and `qrCode` stand in its (Philippine) sample. No
 * document shows a field for a convenience store's numbers, so by default they stand on the page alone.
 */
const usual: Readonly<Record<HaipayKind, HaipayAnswer>> = {
  wallet: { payUrl: 'payUrl' },
  bank: { payUrl: 'payUrl', bankCode: 'bankCode', bankNo: 'account' },
  konbini: { payUrl: 'payUrl' },
};

/** What the answers of each product bring, where it is not the usual. */
export type HaipayAnswers = Readonly<Partial<Record<HaipayProduct, HaipayAnswer>>>;

const always: ReadonlySet<string> = new Set(['orderId', 'orderNo', 'sign']);

/**
 * Looks at what the sandbox is started with.
 * @throws RangeError for an answer that would overwrite `orderId`, `orderNo` or `sign`
 */
export function checkHaipayAnswers(answers: HaipayAnswers): void {
  for (const answer of Object.values(answers)) {
    for (const name of Object.keys(answer)) {
      if (always.has(name)) throw new RangeError(`answers may not bring ${name}`);
    }
  }
}

/** The account that is shown and told, without its number. */
export const virtualAccount = {
  bank: 'GMO Aozora Net Bank',
  branch: '101',
  accountType: '普通',
  holder: 'ｻﾝﾄﾞﾎﾞﾂｸｽ',
} as const;

function factOf(payment: HaipayPayment, fact: HaipayFact, payUrl: string): string {
  const isBank = payment.account !== '';
  if (fact === 'payUrl') return payUrl;
  if (fact === 'qrCode') {
    return emvPayload(payment.orderNo, plainAmount(payment.amount, payment.currency), payment.currency);
  }
  if (fact === 'bankCode') return payment.inBankCode;
  if (fact === 'number') return payment.numbers[0] ?? '';
  if (fact === 'secondNumber') return payment.numbers[1] ?? '';
  if (fact === 'account') return payment.account;
  return isBank ? virtualAccount[fact] : '';
}

/** The data of an application's answer, unsigned; what does not exist for the product is left out. */
export function answerData(payment: HaipayPayment, answers: HaipayAnswers, payUrl: string): Record<string, string> {
  const answer = answers[payment.product] ?? usual[haipayProducts[payment.product].kind];
  const facts = Object.entries(answer).map(([name, fact]) => [name, factOf(payment, fact, payUrl)] as const);
  return {
    orderId: payment.orderId,
    orderNo: payment.orderNo,
    ...Object.fromEntries(facts.filter(([, value]) => value !== '')),
  };
}
