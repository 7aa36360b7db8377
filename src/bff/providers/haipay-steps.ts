import type { NextAction } from '../../contract/next-action.js';
import { checkUrl } from '../../contract/safe-url.js';
import type { Start } from '../provider.js';
import { textAt } from './lossless-json.js';
import { HAIPAY_METHODS } from './haipay-methods.js';
import type { HaipayChain, HaipayMethod } from './haipay-methods.js';
import type { HaipayBankFields, HaipayConfig } from './haipay-options.js';
import type { HaipayData } from './haipay-wire.js';

const MINUTE_MS = 60_000;
const BANK_PARTS = ['bank', 'branch', 'accountType', 'accountNumber', 'holder'] as const;

/**
 * What the buyer does next with what the answer brought, and with nothing else: only `payUrl` is documented, `qrCode`,
 * `bankCode` and `bankNo` are in the sample alone. A page that may not be gone to counts as not sent. Source: HaiPay
 * Japan Payment API, "Collection Application".
 *
 * @returns `wait` when nothing in it can be used
 */
export function nextStep(config: HaipayConfig, method: HaipayMethod, start: Start, data: HaipayData): NextAction {
  const { kind, chain } = HAIPAY_METHODS[method];
  const payUrl = pageOf(config, data);
  const qrCode = textAt(data, 'qrCode') || undefined;
  const qr = (): NextAction =>
    qrCode === undefined
      ? { type: 'wait' }
      : { type: 'qr', payload: qrCode, deadline: deadline(config, 'qr', start), ...(payUrl && { payUrl }) };

  if (kind === 'redirect') {
    if (payUrl === undefined || (qrCode !== undefined && config.walletStep === 'qr')) return qr();
    const until = deadline(config, 'redirect', start);
    // Without fields the browser follows the URL as it is, its query included.
    return { type: 'redirect', method: 'GET', url: payUrl, fields: [], charset: 'UTF-8', deadline: until };
  }
  const page = payUrl === undefined ? {} : { payUrl };
  if (kind === 'konbini') {
    const numbers = numbersOf(config, chain, data);
    if (payUrl === undefined && numbers.length === 0) return qr();
    return { type: 'konbini', chain: chain ?? '', numbers, ...page, deadline: deadline(config, 'konbini', start) };
  }
  const account = accountOf(config, data);
  if (payUrl === undefined && account.accountNumber === undefined) return qr();
  return { type: 'bankTransfer', ...account, ...page, deadline: deadline(config, 'bankTransfer', start) };
}

function pageOf(config: HaipayConfig, data: HaipayData): string | undefined {
  const checked = checkUrl(textAt(data, 'payUrl') ?? '', config.redirectHosts);
  return checked.ok ? checked.url.href : undefined;
}

function numbersOf(config: HaipayConfig, chain: HaipayChain | undefined, data: HaipayData) {
  return Object.entries(config.numberFields).flatMap(([field, labels]) => {
    const label = typeof labels === 'string' ? labels : chain && labels[chain];
    const value = textAt(data, field);
    return label && value ? [{ label, value }] : [];
  });
}

function accountOf({ bankFields, bankNames }: HaipayConfig, data: HaipayData): HaipayBankFields {
  const parts = BANK_PARTS.flatMap((part) => {
    const value = textAt(data, bankFields[part] ?? '');
    if (!value) return [];
    const name = part === 'bank' && Object.hasOwn(bankNames, value) ? bankNames[value] : undefined;
    return [[part, name ?? value]];
  });
  return Object.fromEntries(parts) as HaipayBankFields;
}

/** Counted from the attempt's start, so that an application sent again after a crash says the same. */
function deadline({ validFor }: HaipayConfig, kind: keyof HaipayConfig['validFor'], start: Start): string {
  const minutes = validFor[kind];
  const ms = minutes === undefined ? start.expiresAtMs : start.attempt.startedAtMs + minutes * MINUTE_MS;
  return new Date(ms).toISOString();
}
