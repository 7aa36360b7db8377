import type { Sandboxes } from './providers.js';

/** The make-believe providers, by the name of their sandbox. */
export type ProviderName = keyof Sandboxes;

/** A payment or a payout that waits for somebody. */
export interface Waiting {
  provider: ProviderName;
  /** The shop's number of the order where the provider was told it, else the provider's own. */
  order: string;
  /** How it is paid. */
  what: string;
  /** For reading, with its currency. */
  amount: string;
  /** Where somebody can act; absent while only the buyer's own browser can. */
  url?: string;
}

/** A page of a sandbox that can be opened at any time; its name is a key of the shop's texts. */
export interface SandboxLink {
  name: 'front' | 'keeper' | 'purse' | 'counter' | 'bank' | 'app' | 'tool' | 'atm';
  url: string;
}

/** What the shop's "provider side" shows. */
export interface ProviderSide {
  waiting: () => Waiting[];
  links: Readonly<Record<ProviderName, readonly SandboxLink[]>>;
}

/** The shop's number of an order or a payout inside of what a provider was told. */
const orderIn = (text: string | undefined, other: string) => /\b[HR]-\d+\b/.exec(text ?? '')?.[0] ?? other;

/** Looks over the counters of all sandboxes. */
export function lookAt(sandboxes: Sandboxes, urls: Readonly<Record<ProviderName, string>>): ProviderSide {
  const { monetix, sbps, haipay, gmo } = sandboxes;
  const atMonetix = (): Waiting[] =>
    monetix
      .payments()
      .filter(({ status }) => !['success', 'decline', 'expired'].includes(status))
      .map((payment) => {
        const { channel, method, wmid, token, description, paymentId } = payment;
        const [path] = [
          method === 'webmoney' && wmid ? `/keeper?wmid=${wmid}` : undefined,
          channel === 'page' ? `/payment/${token}` : undefined,
        ].filter((one) => one !== undefined);
        return {
          provider: 'monetix',
          order: orderIn(description, paymentId),
          what: method === 'webmoney' ? 'WebMoney Classic' : 'WebMoney Light',
          amount: money(payment.amount, payment.currency),
          ...(path && { url: urls.monetix + path }),
        };
      });
  const atSbps = (): Waiting[] =>
    sbps.waiting().map(({ id, what, amount, url }) => ({
      provider: 'sbps',
      order: orderIn(what, id),
      what: what.replace(/ · Order H-\d+$/, ''),
      amount,
      url,
    }));
  const atHaipay = (): Waiting[] => {
    const subjects = new Map(haipay.payments().map(({ orderId, subject }) => [orderId, subject]));
    return haipay.waiting().map(({ id, what, amount, url }) => ({
      provider: 'haipay',
      order: orderIn(subjects.get(id), id),
      what,
      amount,
      url,
    }));
  };
  const inKeeper = (): Waiting[] =>
    monetix
      .payouts()
      .filter(({ hold }) => hold === 'waiting')
      .map(({ amount, currency, purse, paymentId, description }) => ({
        provider: 'monetix',
        order: orderIn(description, paymentId),
        what: `Protected transfer to ${purse}`,
        amount: money(amount, currency),
        url: `${urls.monetix}/keeper/purse?purse=${purse}`,
      }));
  const atGmo = (): Waiting[] => {
    const answers = new Map(gmo.deposits().map(({ depositId, link }) => [depositId, link?.authCodes[0]]));
    return gmo.waiting().map(({ id, what, amount, url }) => ({
      provider: 'gmo',
      order: orderIn(answers.get(id), id),
      what,
      amount,
      url,
    }));
  };
  return {
    waiting: () => [...atHaipay(), ...atSbps(), ...atMonetix(), ...inKeeper(), ...atGmo()],
    links: {
      haipay: [
        { name: 'front', url: `${urls.haipay}/` },
        { name: 'counter', url: `${urls.haipay}/counter` },
        { name: 'bank', url: `${urls.haipay}/bank` },
        { name: 'app', url: `${urls.haipay}/wallet` },
      ],
      sbps: [
        { name: 'front', url: `${urls.sbps}/` },
        { name: 'tool', url: `${urls.sbps}/tool` },
      ],
      monetix: [
        { name: 'front', url: `${urls.monetix}/` },
        { name: 'keeper', url: `${urls.monetix}/keeper` },
        { name: 'purse', url: `${urls.monetix}/keeper/purse` },
      ],
      gmo: [
        { name: 'front', url: `${urls.gmo}/` },
        { name: 'bank', url: `${urls.gmo}/bank` },
        { name: 'atm', url: `${urls.gmo}/atm` },
      ],
    },
  };
}

/** As the sandboxes write sums. Monetix's currencies have two decimals. */
function money(value: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(value / 100);
}
