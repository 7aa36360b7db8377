import type { Amount } from '../../contract/money.js';
import type { MessageOutcome, ProviderMessage } from '../provider.js';
import { sbpsFailure } from './sbps-errors.js';
import { jstDateMs, type ResultField } from './sbps-fields.js';
import type { SbpsResult } from './sbps-result.js';

/**
 * The message of a verified notification. The provider's number is `res_tracking_id`, by which SBPS's refunds go.
 *
 * @param raw the body as it arrived
 */
export function messageOf(result: SbpsResult, raw: string): ProviderMessage {
  const [attemptId, reference] = [result('order_id'), result('res_tracking_id')];
  const amount = amountOf(result('amount'));
  return {
    // The same event sent again has the same three; a second payment of one order has a number of its own.
    key: [attemptId, result('res_result'), reference].map((part) => part.slice(0, 64)).join('/'),
    attemptId,
    outcome: outcomeOf(result),
    ...(amount && { amount }),
    ...(reference !== '' && { reference }),
    raw,
  };
}

/**
 * `OK` and `NG` are the results of a purchase; `PY` says that money arrived, for methods that are paid later. Source:
 * public code. Anything else decides nothing.
 */
function outcomeOf(result: SbpsResult): MessageOutcome {
  switch (result('res_result')) {
    case 'OK':
    case 'PY':
      return success(result);
    case 'NG':
      return { type: 'declined', ...sbpsFailure(result('res_err_code')) };
    default:
      return { type: 'pending' };
  }
}

/** What a success looks like behind the order's own fields. */
const SUCCESS_SHAPES: readonly [ResultField, RegExp][] = [
  ['request_date', /^\d{14}$/],
  ['res_tracking_id', /^\d+$/],
  ['res_err_code', /^$/],
  ['res_date', /^\d{14}$/],
  ['limit_second', /^\d{0,4}$/],
];

/**
 * The hash has no separators: who has seen one may cut its text into other fields, and an item named `…1000…OK` with a
 * refused payment into a success. Such a cut has no date of payment in its place, so a person is asked.
 */
function success(result: SbpsResult): MessageOutcome {
  const paidAtMs = jstDateMs(result('res_payment_date'));
  const odd = SUCCESS_SHAPES.some(([field, shape]) => !shape.test(result(field)));
  return odd || paidAtMs === undefined ? { type: 'doubtful', code: 'message-odd' } : { type: 'paid', paidAtMs };
}

/** A sum in yen. One that can't be read is left out: a success without a sum never counts as the right one. */
function amountOf(text: string): Amount | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? { value: Number(text), currency: 'JPY' } : undefined;
}
