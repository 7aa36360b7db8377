import { gmoToken } from './gmo-books.js';
import { isCancelable, gmoWays } from './gmo-deposit.js';
import type { GmoDeposit, GmoLink, GmoWay } from './gmo-deposit.js';
import { atmBlock, checkContract, checkFunds, seen } from './gmo-deposits.js';
import type { GmoDesk } from './gmo-desk.js';
import { GmoReader, GmoRefusal, gmoRules } from './gmo-fields.js';
import type { GmoFields } from './gmo-fields.js';
import type { GmoShop } from './gmo-options.js';
import type { GmoAnswer } from './gmo-wire.js';
import { japanTime } from './haipay-bodies.js';
import { isWebUrl } from './haipay-merchant.js';

const wayFields: Readonly<Record<GmoWay, string>> = {
  bank: 'Remit_Method_Bank',
  sevenatm: 'Remit_Method_Sevenatm',
  amazongift: 'Remit_Method_Amazongift',
  aupay: 'Remit_Method_Aupay',
};

/** The ways a recipient may choose from; a transfer when the call names none, as calls did before there were others. */
function readWays(reader: GmoReader): readonly GmoWay[] {
  const flags = gmoWays.map((way) => [way, reader.raw(wayFields[way])] as const);
  const ways = flags.filter(([, flag]) => flag === '1').map(([way]) => way);
  if (!flags.every(([, flag]) => ['', '0', '1'].includes(flag))) reader.wrong('Remit_Method', 'value');
  else if (ways.length === 0 && flags.some(([, flag]) => flag !== '')) reader.wrong('Remit_Method', 'missing');
  return ways.length === 0 ? ['bank'] : ways;
}

function readAuthCodes(reader: GmoReader, required: boolean): readonly string[] {
  const rule = { length: [1, 60], lengthAs: 'tooLong' } as const;
  const first = reader.text('Auth_Code', { ...rule, required });
  const others = (['Auth_Code2', 'Auth_Code3'] as const).map((name) => reader.text(name, { ...rule, required: false }));
  return [first, ...others].filter((code) => code !== '');
}

/** Days that the machine keeps the money; no document gives a range or what holds without the field. */
function readTermDays(reader: GmoReader): number {
  const days = reader.text('Sevenatm_Payment_Term_Day', {
    required: false,
    pattern: /^([1-9]|[1-5]\d|60)$/,
    patternAs: 'form',
  });
  return days === '' ? 15 : Number(days);
}

type Rest = Pick<GmoLink, 'by' | 'mailAddress' | 'shopMailAddress' | 'accountName' | 'callBackUrl' | 'expiresMs'>;

function readLink(desk: GmoDesk, reader: GmoReader, rest: Rest): GmoLink {
  return {
    ...rest,
    token: gmoToken(),
    pass: gmoToken(),
    ways: readWays(reader),
    authCodes: readAuthCodes(reader, rest.by === 'link'),
    triesLeft: desk.options.authTries ?? 5,
    termDays: readTermDays(reader),
    bankId: reader.text('Bank_ID', { ...gmoRules.bankId, required: false }),
  };
}

function readOrder(reader: GmoReader) {
  return {
    depositId: reader.text('Deposit_ID', gmoRules.depositId),
    amount: Number(reader.text('Amount', gmoRules.amount)),
    selectKey: reader.text('Select_Key', gmoRules.selectKey),
    clientName: reader.text('Client_Name', gmoRules.clientName),
  };
}

/** Issues the numbers of the machine, good until the end of the last day. */
export function issueNumbers(desk: GmoDesk, deposit: GmoDeposit): void {
  if (deposit.link !== undefined) desk.books.issue(deposit, desk.endOfDayMs(deposit.link.termDays));
}

/** The same link asked for again, before anything was received: it gets a fresh address, and the old one is dead. */
function renewed(known: GmoDeposit, link: GmoLink, amount: number): boolean {
  const isUnused = known.state === 'offered' || (known.state === 'made' && known.way === 'sevenatm');
  const isSame = known.amount === amount && known.link?.ways.join() === link.ways.join();
  if (!isUnused || !isSame || known.link?.by !== 'link') return false;
  known.link = { ...link, expiresMs: known.link.expiresMs };
  return true;
}

function cancelLink(desk: GmoDesk, { shopId }: GmoShop, reader: GmoReader): GmoAnswer {
  const depositId = reader.text('Deposit_ID', gmoRules.depositId);
  reader.done();
  const deposit = desk.books.deposit(shopId, depositId);
  if (deposit?.link === undefined) throw new GmoRefusal('BA1610002');
  if (!isCancelable(deposit)) throw new GmoRefusal('BA1610073');
  desk.books.cancel(deposit);
  return { Deposit_ID: depositId, Method: '2' };
}

/** `LinkRedirectUrl`: the address of a page on which the recipient says how to receive; method 2 cancels it. */
export function linkRedirectUrl(desk: GmoDesk, shop: GmoShop, fields: GmoFields): GmoAnswer {
  const { shopId } = shop;
  const reader = new GmoReader(fields);
  const method = reader.text('Method', { required: false, pattern: /^[12]$/, patternAs: 'value' });
  if (method === '2') return cancelLink(desk, shop, reader);
  const order = readOrder(reader);
  const callBackUrl = reader.text('Call_Back_Url', { length: [1, 2048], lengthAs: 'tooLong' });
  if (callBackUrl !== '' && !isWebUrl(callBackUrl)) reader.wrong('Call_Back_Url', 'form');
  const expiresMs = desk.endOfDayMs(desk.options.linkDays ?? 30);
  const mails = { mailAddress: '', shopMailAddress: '', accountName: '' };
  const link = readLink(desk, reader, { by: 'link', ...mails, callBackUrl, expiresMs });
  reader.done();
  checkContract(desk, shopId, link.ways);
  let deposit = desk.books.deposit(shopId, order.depositId);
  if (deposit === undefined) {
    checkFunds(desk, shopId, order.amount, link.ways);
    deposit = desk.books.register({ shopId, ...order, link });
  } else if (!renewed(deposit, link, order.amount)) throw new GmoRefusal('BA1540071');
  const machineOnly = link.ways.join() === 'sevenatm' && desk.options.atmNumbers !== 'on-page';
  if (machineOnly) issueNumbers(desk, deposit);
  return {
    Redirect_Url: desk.paths.url(`/mail/mail-deposit?token=${link.token}`),
    Deposit_ID: order.depositId,
    Method: '1',
    ...(machineOnly ? { sevenatm: atmBlock(deposit) } : {}),
  };
}

/** `YYYYMMDD` in Japan of the last day before an instant. */
function expireDay(expiresMs: number): string {
  return japanTime(expiresMs - 1)
    .slice(0, 10)
    .replaceAll('-', '');
}

/** `MailDepositRegistration`: the same by mail, which no sandbox sends: its front page shows the address. */
export function registerMailDeposit(desk: GmoDesk, shop: GmoShop, fields: GmoFields): GmoAnswer {
  const { shopId } = shop;
  const reader = new GmoReader(fields);
  const method = reader.text('Method', { pattern: /^[12]$/, patternAs: 'value' });
  if (method === '2') return cancelLink(desk, shop, reader);
  const order = readOrder(reader);
  const mailAddress = reader.text('Mail_Address', gmoRules.mail);
  const shopMailAddress = reader.text('Shop_Mail_Address', { ...gmoRules.mail, required: false });
  const nameRule = { required: false, length: [1, 60], lengthAs: 'tooLong' } as const;
  const accountName = reader.text('Mail_Deposit_Account_Name', nameRule);
  const days = reader.text('Expire', { pattern: /^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/, patternAs: 'form' });
  const expiresMs = desk.endOfDayMs(Number(days) || 0);
  const link = readLink(desk, reader, { by: 'mail', mailAddress, shopMailAddress, accountName, expiresMs });
  reader.done();
  checkContract(desk, shopId, link.ways);
  if (desk.books.deposit(shopId, order.depositId) !== undefined) throw new GmoRefusal('BA1540071');
  checkFunds(desk, shopId, order.amount, link.ways);
  desk.books.register({ shopId, ...order, link });
  const { depositId, amount } = order;
  return { Deposit_ID: depositId, Method: method, Amount: String(amount), Expire: expireDay(expiresMs) };
}

/** 0 nobody has used the link, 9 cancelled; the sandbox's own: 1 chosen, so that a deposit search knows more, 3 expired. */
function statusOf({ state, way }: GmoDeposit): string {
  if (state === 'canceled') return '9';
  if (way !== undefined) return '1';
  return state === 'expired' ? '3' : '0';
}

/** `MailDepositSearch`: whether a link was used, of mails and of links. */
export function searchMailDeposit(desk: GmoDesk, { shopId }: GmoShop, fields: GmoFields): GmoAnswer {
  const reader = new GmoReader(fields);
  const depositId = reader.text('Deposit_ID', gmoRules.depositId);
  reader.done();
  const deposit = desk.books.deposit(shopId, depositId);
  if (deposit?.link === undefined) throw new GmoRefusal('BA1610002');
  const { mailAddress, shopMailAddress, accountName, expiresMs } = deposit.link;
  return {
    Deposit_ID: depositId,
    Mail_Address: mailAddress,
    Shop_Mail_Address: shopMailAddress,
    Account_Name: accountName,
    Amount: String(deposit.amount),
    Expire: expireDay(expiresMs),
    Status: statusOf(seen(desk, deposit)),
  };
}
