import { PAYMENT_ID, SUCCESS } from './monetix-case.js';

/** Figure 19: a partial refund. The text above it speaks of 1.00 USD, the sums of 0.10. */
export const REFUND = {
  project_id: 238,
  payment: {
    id: PAYMENT_ID,
    type: 'purchase',
    status: 'partially refunded',
    date: '2018-08-21T12:23:59+0000',
    method: 'webmoney',
    sum: { amount: 90, currency: 'USD' },
    description: PAYMENT_ID,
  },
  account: { number: 'R703276019842' },
  operation: {
    id: 167000001097,
    type: 'refund',
    status: 'success',
    date: '2018-08-21T12:23:59+0000',
    created_date: '2018-08-21T12:23:58+0000',
    request_id: 'ba1d13a9346e271b0c38e73be0a93b71bb91c383-4\n        514983dd65d182656477cb8d37f91ab94fd43f9',
    sum_initial: { amount: 10, currency: 'USD' },
    sum_converted: { amount: 10, currency: 'USD' },
    provider: { id: 1082, payment_id: '1592975261', auth_code: '' },
    code: '0',
    message: 'Success',
  },
};

/** Figure 20: a declined refund; the payment is paid as before. */
export const REFUND_DECLINE = {
  ...SUCCESS,
  errors: [
    { code: '100', message: 'General decline', description: 'Gate. Operation was declined. General Gate error' },
  ],
  operation: {
    id: 167000001095,
    type: 'refund',
    status: 'decline',
    date: '2018-08-21T07:52:00+0000',
    created_date: '2018-08-21T07:51:59+0000',
    request_id: 'c1bf7b7f8a73e7564142335cb4abf36a962414fe-6b28fc600d4eaae0da576cc0629fc12881023ac9',
    sum_initial: { amount: 100, currency: 'USD' },
    sum_converted: { amount: 100, currency: 'USD' },
    provider: { id: 1082, payment_id: '' },
    code: '100',
    message: 'General decline',
  },
};

/** Figure 24: a successful payout; the account is the recipient's WMID. */
export const PAYOUT = {
  project_id: 238,
  payment: {
    id: 'WM-payout-121',
    type: 'payout',
    status: 'success',
    date: '2018-08-22T13:35:41+0000',
    method: 'webmoney',
    sum: { amount: 100, currency: 'USD' },
    description: 'test payout without protection',
  },
  account: { number: '377094062589' },
  customer: { id: 'ABC1234' },
  operation: {
    id: 16442000001089,
    type: 'payout',
    status: 'success',
    date: '2018-08-22T13:35:41+0000',
    created_date: '2018-08-22T13:35:39+0000',
    request_id: '511bba243a2ef3dcc7865dedc43ea8ff2c6352e4-0369a4524fef9b41a71e7c97d23077dec8198cae',
    sum_initial: { amount: 100, currency: 'USD' },
    sum_converted: { amount: 100, currency: 'USD' },
    provider: { id: 1082, payment_id: '1593230877', date: '2018-08-22T16:35:39+0000', auth_code: '' },
    code: '0',
    message: 'Success',
  },
};

/** Figure 25: a payout under a code for a day, declined 31 hours after its start. */
export const PAYOUT_DECLINE = {
  project_id: 238,
  payment: {
    id: 'WM-payout-001=35',
    type: 'payout',
    status: 'decline',
    date: '2018-08-29T21:33:22+0000',
    method: 'webmoney',
    sum: { amount: 10, currency: 'USD' },
    description: 'test payout with protection',
  },
  account: { number: '377094062589' },
  customer: { id: 'cust0007' },
  operation: {
    id: 9744000001160,
    type: 'payout',
    status: 'decline',
    date: '2018-08-29T21:33:22+0000',
    created_date: '2018-08-28T14:33:20+0000',
    request_id: '3fc02ef403a21531775fa44440a5f6f3372c58db-508e54208ae977d3bebf875ac3cd2afbf87764bd',
    sum_initial: { amount: 10, currency: 'USD' },
    sum_converted: { amount: 10, currency: 'USD' },
    provider: { id: 1082, payment_id: '1594601738', date: '2018-08-28T17:33:20+0000', auth_code: '' },
    code: '20000',
    message: 'General decline',
  },
};
