/** What is said about one brand. */
export interface BrandTexts {
  /** The brand's name in this language, where it is not the catalogue's. */
  name?: string;
  /** The name inside a sentence: "You are going to …". */
  called: string;
  /** The picker's quiet line: the one thing the payer does. */
  quiet: string;
  /** What comes after the choice, at most three lines. */
  next: readonly string[];
  /** What happens on the page the buyer is sent to. */
  onThePage: string;
}

/** Every word a buyer reads. A language that lacks one does not compile. Amounts and dates arrive already formatted. */
export interface Messages {
  amountDue: string;
  order: (id: string) => string;
  otherMethod: string;
  close: string;
  /** Prefix and words of a problem line: code for the shop's support. */
  support: (code: string) => string;

  sections: Record<'webmoneyTransfer' | 'other', { name: string; note: string }>;
  brands: Record<'webmoneyLight' | 'webmoneyClassic', BrandTexts>;

  picker: {
    legend: string;
    required: string;
    choose: string;
    pay: (brand: string) => string;
    continue: string;
    notChargedYet: string;
    sending: string;
    none: string;
    limitMin: (amount: string) => string;
    limitMax: (amount: string) => string;
    onlyFor: (currencies: readonly string[]) => string;
    notNow: string;
  };

  loading: { status: string; button: string };

  trouble: {
    loadTitle: string;
    offline: string;
    server: string;
    /** The answer can't be trusted or read: nothing of it is shown. */
    untrusted: string;
    retry: string;
    tellShop: string;
    /** A press that did not go through, by problem code; `other` for the rest. */
    confirm: {
      expired: string;
      inProgress: string;
      unavailable: string;
      input: string;
      other: string;
    };
  };

  wait: { title: string; text: string; status: string; offline: string; polling: string };
  unsupported: { title: string; text: string; toShop: string };

  redirect: {
    title: (called: string) => string;
    host: string;
    soon: string;
    button: (called: string) => string;
    again: (called: string) => string;
    blockedTitle: string;
    blocked: string;
    refusedTitle: string;
    refused: string;
    backTitle: string;
    back: (called: string) => string;
    deadline: (time: string) => string;
    /** What should be sent is damaged: nothing was sent. */
    unsendable: string;
  };

  keeper: {
    wmid: string;
    hint: string;
    placeholder: string;
    /** `9 / 12`, and its spoken form. */
    count: (digits: number) => string;
    countSpoken: (digits: number) => string;
    missing: (digits: number) => string;
    tooMany: (digits: number) => string;
    onlyDigits: string;
    empty: string;
    send: string;
    title: string;
    invoiceAmount: string;
    orderAmount: string;
    steps: readonly [string, string, string];
    sentTo: string;
    copyWmid: string;
    waiting: string;
    change: string;
    invoiceId: string;
    copyInvoiceId: string;
  };

  countdown: {
    /** The label before the running figure, e.g. `残り`; empty where the language puts it after. */
    before: string;
    /** The label after it, e.g. ` left`. */
    after: string;
    /** The figure with days in front: `2日 23:58`. `clock` is `H:MM` or `H:MM:SS`. */
    days: (days: number, clock: string) => string;
    until: (time: string) => string;
    spoken: (parts: { days: number; hours: number; minutes: number; seconds: number }) => string;
    checking: string;
    over: string;
    /** The zone's name, as it stands after the time. */
    zone: (name: string) => string;
  };

  copy: { copy: string; copied: string; failed: string; label: (what: string) => string };

  result: {
    paid: string;
    paidStamp: string;
    method: string;
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
      | 'timed-out'
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
    startAgain: string;
    canceled: string;
    canceledText: string;
    failed: string;
    failedText: string;
    attention: string;
    attentionText: string;
    attentionStop: string;
    attentionAfter: string;
    late: string;
    lateText: string;
    refunded: string;
    refundedStamp: string;
    partlyRefunded: string;
    refundedAmount: string;
    paidAmount: string;
    keptAmount: string;
  };
}
