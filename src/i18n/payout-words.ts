import type { PayoutTextKey } from '../catalog/brands.js';
import type { DisplayMessages } from './display-texts.js';
import type { PayoutMessages, PayoutTexts } from './payout-texts.js';
import type { WayTexts } from './receive-texts.js';

/** The texts of payments with those in their place that speak of receiving, for screens that both have. */
export function inPayoutWords(texts: DisplayMessages, payout: PayoutTexts): PayoutMessages {
  const { amountDue, otherMethod, receive, rows, result } = payout;
  const { problems, page } = receive;
  const ways = Object.entries(rows) as [PayoutTextKey, WayTexts][];
  const pages = ways.flatMap(([key, row]) => (row.page ? [[key, () => row.page ?? ''] as const] : []));
  return {
    ...texts,
    payout,
    amountDue,
    otherMethod,
    order: receive.order,
    brands: { ...texts.brands, ...Object.fromEntries(ways.map(([key, row]) => [key, () => row])) },
    picker: {
      ...texts.picker,
      legend: receive.title,
      required: receive.choose,
      choose: receive.choose,
      none: receive.none,
    },
    failure: { ...texts.failure, title: receive.failure },
    wait: {
      title: receive.preparing,
      text: receive.preparingText,
      status: receive.waiting,
      offline: receive.offline,
      polling: receive.polling,
    },
    trouble: { ...texts.trouble, confirm: problems },
    redirect: {
      ...texts.redirect,
      backTitle: receive.unfinished,
      deadline: receive.pageUntil,
      refused: receive.refused,
      unsendable: receive.unsendable,
      title: () => page.title,
      button: () => page.button,
      again: () => page.again,
      back: () => page.back,
      payWithin: (_page, minutes) => page.within(minutes),
    },
    result: {
      ...texts.result,
      paid: result.received,
      failed: result.notReceived,
      expired: result.over,
      canceled: result.canceled,
    },
    pages: { ...texts.pages, ...Object.fromEntries(pages) },
  };
}
