import result from '../results/en.js';
import type { StepTexts } from '../step-texts.js';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

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

  qr: {
    scan: (called) => `Scan this code with ${called}`,
    image: (called, amount) => `QR code to scan with ${called}. ${amount}`,
    steps: (called) => [`Open ${called} on your phone`, 'Scan this code', 'Check the amount and confirm'],
    charged: (amount) => `Charged as ${amount}. Your wallet shows its own rate.`,
    openApp: (called) => `Open ${called}`,
    openPage: 'Open the payment page',
    save: 'Save picture',
    saveFailed: 'The picture could not be saved. Take a screenshot instead.',
    soon: 'This code ends in a moment. If you don’t make it, you can get a new one.',
    over: 'This code no longer works',
    unless: (called) => `You were not charged unless ${called} says so.`,
    again: 'Try again',
    refusedTitle: 'The code can’t be shown',
    refused: 'The code that arrived is damaged or too large, so it is left out. Please pay another way.',
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

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `${count(days, 'day', 'days')} left`;
      if (hours > 0) return `${hours} h ${minutes} min left`;
      return minutes > 0 ? `${minutes} min left` : `${seconds} s left`;
    },
    newTab: 'opens in a new tab',
    inYen: (onPage) =>
      onPage
        ? 'You pay in Japanese yen. The payment page shows the amount in yen.'
        : 'You pay in Japanese yen. Ask the shop for the amount in yen.',
  },

  konbini: {
    cash: 'Pay in cash at the store',
    deadline: 'Pay by',
    numbers: {
      number: 'number',
      slip: 'payment slip number',
      company: 'company code',
      order: 'order number',
      customer: 'customer number',
      collection: 'payment number',
      confirmation: 'confirmation number',
      reception: 'reception number',
      phone: 'phone number',
    },
    count: () => '',
    onPage: 'The payment page shows the numbers you pay with.',
    how: 'How to pay',
    first: {
      register: (words) => `At the register, ask for “Internet payment” ${words}`,
      multicopy: (words) => `At the multi-copy machine choose “Payment” ${words}`,
      loppi: (words) => `At the Loppi machine choose “I have a number” ${words}`,
    },
    enter: (labels) => (labels.length === 2 ? 'Enter the two numbers' : `Enter the ${labels.join(', ')}`),
    show: (labels) => `Show or read out the ${labels.join(', ')}`,
    showNote: 'A printed slip is fine too',
    give: (labels) => `Enter the ${labels.join(' and the ')} at the machine in the store, or tell the register`,
    slip: 'Print the slip',
    slipNote: (minutes) => `Go to the register within *${minutes} minutes*`,
    pay: 'Pay in cash',
    payNote: 'Keep the receipt until your goods arrive',
    noKiosk: 'You don’t need any machine in the store',
    print: 'Print',
    waiting: 'Waiting for your payment. It appears here after you pay at the register.',
    paper: 'How to pay at a convenience store',
    paperNote: 'Pay in cash and all at once. The store does not give refunds after payment: contact the shop.',
    cut: 'Cut here',
  },

  bank: {
    own: 'An account just for you',
    deadline: 'Transfer by',
    amount: 'Amount to transfer',
    copyAmount: 'amount',
    exact:
      'Transfer *exactly this amount*. With less, the order is not confirmed; if you send more, the shop contacts you about the rest. You bear your bank’s fee.',
    parts: {
      bank: 'bank',
      branch: 'branch',
      accountType: 'account type',
      accountNumber: 'account number',
      holder: 'account holder',
    },
    onPage: 'The payment page shows the account to transfer to.',
    onlyThisOrder: 'This account is for this order only. It does not work for another purchase.',
    waiting: 'Waiting for your transfer. This page changes by itself once the money has arrived.',
    short: 'The amount is not complete',
    due: 'Amount due',
    received: 'Received',
    rest: 'Still to send',
    restHow: 'Send only what is missing, to the same account.',
    waitingRest: 'Waiting for the rest of your transfer',
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
