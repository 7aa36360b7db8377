import { count } from '../choice/en.js';
import result from '../results/en.js';
import type { StepTexts } from '../step-texts.js';

const texts: StepTexts = {
  otherMethod: 'Choose another method',

  close: 'Close',

  support: (code) => `Code for support: ${code}`,

  trouble: {
    offline: 'You seem to be offline. Check your connection and try again.',
    server: 'The shop’s payment server did not answer. Please try again in a moment.',
    untrusted:
      'What arrived could not be verified, so nothing of it is shown. Go back to the shop and open the checkout again.',
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
    payWithin: (page, minutes) =>
      `Pay *within ${count(minutes, 'minute', 'minutes')}* after the ${page} page opens. After that it closes by itself.`,
    before: { webmoneyPrepaid: 'If you use WebMoney’s *Shopping Protection*, switch it off first.' },
    unsendable: 'What should be sent there is damaged, so nothing was sent. Choose another method.',
  },

  payer: {
    title: 'Your details for this payment',
    why: (called) =>
      `The company that handles ${called} payments asks for this. It is sent to that company with your order.`,
    labels: {
      name: 'Full name',
      firstName: 'First name',
      lastName: 'Last name',
      phone: 'Phone number',
      email: 'Email address',
    },
    missing: {
      name: 'Enter your full name.',
      firstName: 'Enter your first name.',
      lastName: 'Enter your last name.',
      phone: 'Enter your phone number.',
      email: 'Enter your email address.',
    },
    wrong: {
      name: 'Enter the name in letters, without signs or emoji.',
      phone: 'Enter the whole phone number: 6 to 15 digits, with a + in front if you like.',
      email: 'Check the email address. It looks like name@example.com.',
    },
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

  result,

  pages: {
    wallet: (called) => `You pay with ${called} on the Alipay+ page, then come back here.`,
    app: (called) => `You approve the payment in the ${called} app, then come back here.`,
    webmoneyPrepaid: () => 'You will enter your prepaid number on the page of SB Payment Service, then come back here.',
    webmoneyLight: () => 'You will log in and pay on the WebMoney page, then come back here.',
    webmoneyClassic: () => 'You will enter your WMID there and then pay the invoice in your Keeper.',
  },
};
export default texts;
