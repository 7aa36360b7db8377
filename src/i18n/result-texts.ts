/** How a checkout ended, in words. */
export interface ResultTexts {
  paid: string;
  paidStamp: string;
  method: string;
  /** The same of a payment that was not made: it must not say that anything was paid. */
  unpaidMethod: string;
  date: string;
  reference: string;
  shop: string;
  received: string;
  checkNumber: string;
  backToShop: string;
  askShop: string;
  print: string;
  declined: string;
  /** Two sentences: what happened, and what it means for the money. */
  declinedBy: (called: string) => string;
  declinedCodes: Record<
    | 'limit-exceeded'
    | 'invoice-refused'
    | 'insufficient-funds'
    | 'expired-number'
    | 'input-refused'
    | 'canceled-by-buyer'
    | 'provider-unavailable'
    | 'provider-refused',
    string
  >;
  declinedHint: string;
  limitHint: (called: string) => string;
  payOther: string;
  tryAgain: (called: string) => string;
  expired: string;
  expiredText: (called: string) => string;
  expiredPlain: string;
  /** Money handed over elsewhere may still be on its way. */
  expiredHint: string;
  startAgain: string;
  canceled: string;
  canceledText: string;
  failed: string;
  failedText: string;
  attention: string;
  attentionText: string;
  /** The same where it is known what the shop looks at. */
  attentionCodes: Record<'amount-mismatch' | 'paid-twice' | 'partly-paid' | 'unconfirmed', string>;
  attentionStop: string;
  attentionAfter: string;
  late: string;
  lateText: string;
  deadline: string;
  overpaid: string;
  overpaidText: string;
  receivedAmount: string;
  overAmount: string;
  refunded: string;
  /** Left out where no word of at most four letters says it. */
  refundedStamp?: string;
  partlyRefunded: string;
  refundedAmount: string;
  paidAmount: string;
  keptAmount: string;
}
