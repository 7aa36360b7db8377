import { count } from '../choice/en.js';
import type { DisplayTexts } from '../display-texts.js';

const texts: DisplayTexts = {
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
    limit: (amount) => `A store takes up to ${amount} in one payment`,
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
};
export default texts;
