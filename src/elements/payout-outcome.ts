import type { Session } from '../contract/session.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import type { NotReceivedCode } from '../i18n/receive-texts.js';

/** A payout that has not been received, in words. */
export interface PayoutOutcome {
  sign: 'minus' | 'clock' | 'alert';
  tone: 'danger' | 'caution' | 'plain';
  title: string;
  /** What happened, and what it means for the money. */
  text: string;
  /** What can be done about it. */
  hint?: string;
  /** Code for the shop's support. */
  code?: string | undefined;
  /** The first is the main one. */
  ways: readonly ('other-method' | 'try-again' | 'contact-shop')[];
}

/** Failures that pass by themselves: the same way is the way on. */
const PASSING = /^(balance-too-low|provider-unavailable)$/;

/** True for a failure that the form for the account or purse can mend. */
export function isAccountFault(code: string, { payout: { form } }: PayoutMessages): boolean {
  return code !== 'other' && Object.hasOwn(form.said, code);
}

/** What became of a payout that is neither under way nor received; undefined for one that is, or that is still open. */
export function payoutOutcome(session: Session, texts: PayoutMessages): PayoutOutcome | undefined {
  const words = texts.payout.result;
  const ask = { ways: ['contact-shop'] } as const;
  switch (session.status) {
    case 'open': {
      const failure = session.lastFailure;
      if (!failure) return undefined;
      const passing = PASSING.test(failure.code);
      return {
        ...notReceived(failure.code, texts),
        hint: passing ? words.later : words.goOn,
        code: failure.providerCode,
        ways: passing ? ['try-again', 'other-method'] : ['other-method', 'try-again'],
      };
    }
    case 'failed':
      return { ...notReceived(session.code, texts), code: session.code, ...ask };
    case 'expired':
      return { sign: 'clock', tone: 'plain', title: words.over, text: words.overText, ...ask };
    case 'canceled':
      return { sign: 'minus', tone: 'plain', title: words.canceled, text: words.canceledText, ...ask };
    case 'needsAttention': {
      const { attentionText: text, attentionAfter: hint } = words;
      return { sign: 'alert', tone: 'caution', title: texts.result.attention, text, hint, code: session.code, ...ask };
    }
    default:
      return undefined;
  }
}

function notReceived(code: string, texts: PayoutMessages): Pick<PayoutOutcome, 'sign' | 'tone' | 'title' | 'text'> {
  const { codes, notReceived: title } = texts.payout.result;
  const known = (
    Object.hasOwn(codes, code) ? code : isAccountFault(code, texts) ? 'account' : 'declined'
  ) as NotReceivedCode;
  const late = known === 'not-collected' || known === 'timed-out';
  return { sign: late ? 'clock' : 'minus', tone: late ? 'plain' : 'danger', title, text: codes[known] };
}
