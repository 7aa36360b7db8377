import type { Messages } from './messages.js';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const messages: Messages = {
  amountDue: 'Amount due',
  order: (id) => `Order ${id}`,
  otherMethod: 'Choose another method',
  close: 'Close',
  support: (code) => `Code for support: ${code}`,

  sections: {
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'WM e-wallets' },
    other: { name: 'Other ways to pay', note: '' },
  },
  brands: {
    webmoneyLight: {
      called: 'WebMoney',
      quiet: 'Pay on the WebMoney page',
      next: ['We take you to the WebMoney page', 'Log in there and pay from your purse', 'You come back here'],
      onThePage: 'You will log in and pay on the WebMoney page, then come back here.',
    },
    webmoneyClassic: {
      called: 'WebMoney',
      quiet: 'Pay the invoice sent to your Keeper',
      next: [
        'Enter your 12-digit WMID',
        'We send an invoice to your Keeper',
        'Pay it there. This page updates by itself.',
      ],
      onThePage: 'You will enter your WMID there and then pay the invoice in your Keeper.',
    },
  },

  picker: {
    legend: 'How to pay',
    required: 'Choose how to pay.',
    choose: 'Choose how to pay',
    pay: (brand) => `Pay with ${brand}`,
    continue: 'Continue',
    notChargedYet: 'You are not charged yet.',
    sending: 'One moment …',
    none: 'There is no way to pay for this order at the moment.',
    limitMin: (amount) => `From ${amount}`,
    limitMax: (amount) => `Up to ${amount}`,
    onlyFor: (currencies) => `Only for ${list.format(currencies)}`,
    notNow: 'Not available at the moment',
  },

  loading: { status: 'Loading the ways to pay', button: 'Loading' },

  trouble: {
    loadTitle: 'The ways to pay could not be loaded',
    offline: 'You seem to be offline. Check your connection and try again.',
    server: 'The shop’s payment server did not answer. Please try again in a moment.',
    untrusted:
      'What arrived could not be verified, so nothing of it is shown. Go back to the shop and open the checkout again.',
    retry: 'Load again',
    tellShop: 'If it keeps failing, tell the shop this code.',
    confirm: {
      expired: 'The time for this checkout is over. Start again from the shop.',
      inProgress: 'A payment for this order is already under way.',
      unavailable: 'This method can’t be used for this order. Choose another one.',
      input: 'Check what you entered and try again.',
      other: 'That did not go through. You were not charged. Please try again.',
    },
  },

  wait: {
    title: 'Your payment is being checked',
    text: 'This takes a moment. The page changes by itself, you can leave it open.',
    status: 'Waiting for your payment',
    offline: 'You are offline. We check your payment once you are back.',
    polling: 'The live connection is interrupted. We check every few seconds.',
  },
  unsupported: {
    title: 'Continue at the shop',
    text: 'This page can’t show the next step. The shop’s own page can.',
    toShop: 'Go to the shop',
  },

  redirect: {
    title: (called) => `You are going to ${called}`,
    host: 'Address you will see',
    soon: 'Moving on in a moment',
    button: (called) => `Continue to ${called}`,
    again: (called) => `Continue to ${called} again`,
    blockedTitle: 'The page did not open by itself',
    blocked: 'Your browser did not open the page automatically. Use the button below.',
    refusedTitle: 'This page can’t be opened',
    refused: 'The address is not one that this shop sends you to, so nothing was sent. Choose another method.',
    backTitle: 'Your payment is not finished yet',
    back: (called) => `You came back from the ${called} page. Continue there, or choose another method.`,
    deadline: (time) => `Pay there until ${time}.`,
    unsendable: 'What should be sent there is damaged, so nothing was sent. Choose another method.',
  },

  keeper: {
    wmid: 'WMID',
    hint: 'The invoice goes there. You find your WMID in WebMoney Keeper.',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `${digits} of 12 digits`,
    missing: (digits) => `${count(digits, 'digit is', 'digits are')} missing. A WMID has 12 digits.`,
    tooMany: (digits) => `${count(digits, 'digit', 'digits')} too many. A WMID has 12 digits.`,
    onlyDigits: 'A WMID has digits only. A purse number starts with a letter and is not needed here.',
    empty: 'Enter your WMID: 12 digits.',
    send: 'Send the invoice',
    title: 'The invoice is in your Keeper',
    invoiceAmount: 'Keeper invoice',
    orderAmount: 'Order total',
    steps: ['Open WebMoney Keeper', 'Invoices – Incoming: choose this amount and press Pay', 'Confirm by SMS or E-num'],
    sentTo: 'Sent to WMID',
    copyWmid: 'WMID',
    waiting: 'Waiting for your payment in Keeper. This page changes by itself.',
    change: 'Change WMID',
    invoiceId: 'Invoice number',
    copyInvoiceId: 'invoice number',
  },

  countdown: {
    before: '',
    after: 'left',
    days: (days, clock) => `${count(days, 'day', 'days')} ${clock}`,
    until: (time) => `Until ${time}`,
    spoken: ({ days, hours, minutes, seconds }) =>
      [
        days > 0 ? count(days, 'day', 'days') : '',
        hours > 0 ? count(hours, 'hour', 'hours') : '',
        minutes > 0 ? count(minutes, 'minute', 'minutes') : '',
        days + hours + minutes === 0 ? count(seconds, 'second', 'seconds') : '',
      ]
        .filter(Boolean)
        .join(' ') + ' left',
    checking: 'The time is up. Checking once more …',
    over: 'The time is over',
    zone: (name) => name,
  },

  copy: {
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Could not copy. Press and hold the selected digits.',
    label: (what) => `Copy ${what}`,
  },

  result: {
    paid: 'Payment complete',
    paidStamp: 'PAID',
    method: 'Paid with',
    date: 'Date',
    reference: 'Reference',
    shop: 'Shop',
    received: 'Received',
    checkNumber: 'Number for the shop',
    backToShop: 'Back to the shop',
    askShop: 'Contact the shop',
    print: 'Print receipt',
    declined: 'The payment was declined',
    declinedBy: (called) => `${called} did not accept the payment. No payment has reached the shop.`,
    declinedCodes: {
      'limit-exceeded':
        'The amount or the number of payments is above the limit of the account. No payment has reached the shop.',
      'invoice-refused': 'The invoice was refused in Keeper. No payment has reached the shop.',
      'timed-out': 'The time to pay ran out. No payment has reached the shop.',
      'canceled-by-buyer': 'You ended the payment. No payment has reached the shop.',
      'provider-unavailable': 'The payment service did not answer. No payment has reached the shop.',
      'provider-refused': 'The payment service did not accept the request. No payment has reached the shop.',
    },
    declinedHint: 'You can try again or choose another method. The order is kept.',
    limitHint: (called) => `You can see your limits in ${called}. Another method works too.`,
    payOther: 'Pay another way',
    tryAgain: (called) => `Try ${called} again`,
    expired: 'Time ran out',
    expiredText: (called) => `No payment arrived in time. You were not charged unless ${called} says so.`,
    expiredPlain: 'No payment arrived in time.',
    startAgain: 'Start again',
    canceled: 'The payment was ended',
    canceledText: 'No payment has reached the shop. You can start again from the shop.',
    failed: 'The payment did not work',
    failedText:
      'No payment has reached the shop, and this checkout can’t be used again. Start a new one from the shop.',
    attention: 'The shop is checking',
    attentionText: 'Something about your payment needs a look.',
    attentionStop: 'Please do not pay again.',
    attentionAfter: 'The shop will be in touch with you.',
    late: 'Your payment came after the deadline',
    lateText: 'It has reached the shop. The shop tells you whether it can deliver or pays you back.',
    refunded: 'Refunded',
    refundedStamp: 'BACK',
    partlyRefunded: 'Partly refunded',
    refundedAmount: 'Refunded',
    paidAmount: 'Paid',
    keptAmount: 'Paid after the refund',
  },
};
export default messages;
