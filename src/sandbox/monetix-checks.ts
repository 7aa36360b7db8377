import { currenciesOf, isWebUrl } from './monetix-project.js';
import type { MonetixProject } from './monetix-project.js';
import { monetixUnitOf } from './monetix-units.js';

/** One thing wrong with a request, as Monetix's SDK models list it. */
export interface MonetixFieldError {
  /** `3061` is documented ("transaction not found"); the other codes are words of this sandbox, since no table is public. */
  code: string;
  /** Path of the field, e.g. `payment.amount`. */
  field: string;
  message: string;
}

/** A request that is refused with HTTP 400. */
export class MonetixRefusal extends Error {
  override readonly name = 'MonetixRefusal';

  constructor(readonly errors: readonly MonetixFieldError[]) {
    super(errors[0]?.message ?? 'Refused');
  }
}

/** Refuses for one reason. */
export function refusal(code: string, field: string, message: string): MonetixRefusal {
  return new MonetixRefusal([{ code, field, message }]);
}

/** What follows `Top-up of` and `Withdrawal from`, as the WebMoney method prescribes it. */
const prescribed = /^ personal account №\S+ on the website (https:\/\/\S+)$/u;

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const ipv6 = /^(?=.*:.*:)[\da-f:]{2,39}(?:\d+\.\d+\.\d+\.\d+)?$/i;

/** Payment Page ignores a `best_before` that lies further ahead than this. */
const bestBeforeLimitMs = 30 * 86_400_000;

/** Collects what is wrong with a request, field by field, so that the merchant learns of everything at once. */
export class MonetixChecks {
  readonly #errors: MonetixFieldError[] = [];

  constructor(private readonly project: MonetixProject) {}

  /** A mandatory text of 1–255 characters. */
  text(field: string, value: unknown): string {
    if (value === undefined || value === null || value === '') return this.#refuse('missing', field, 'is required', '');
    if (typeof value !== 'string') return this.#refuse('invalid', field, 'must be a string', '');
    return value.length <= 255 ? value : this.#refuse('invalid', field, 'must not exceed 255 characters', '');
  }

  /** Minor units, an integer from 1 up. */
  amount(field: string, value: unknown): number {
    if (value === undefined || value === null) return this.#refuse('missing', field, 'is required', 0);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
    return this.#refuse('invalid', field, 'must be a positive integer in minor currency units', 0);
  }

  currency(field: string, value: unknown): string {
    const currency = this.text(field, value);
    if (currency === '' || currenciesOf(this.project).includes(currency)) return currency;
    return this.#refuse('invalid', field, 'is not available in this project', '');
  }

  /** The prescribed sentence: a purchase begins with `Top-up of`, a payout with `Withdrawal from`. */
  description(field: string, value: unknown, opening: 'Top-up of' | 'Withdrawal from'): string {
    const text = this.text(field, value);
    const rest = text.startsWith(opening) ? text.slice(opening.length) : '';
    if (text === '' || isWebUrl(prescribed.exec(rest)?.[1])) return text;
    const sentence = `${opening} personal account №<account> on the website <https URL>`;
    return this.#refuse('invalid', field, `must read: ${sentence}`, '');
  }

  /** The mandatory parts of Gate's `customer`. Returns its id. */
  customer(customer: Readonly<Record<string, unknown>>): string {
    const id = this.text('customer.id', customer['id']);
    this.ip('customer.ip_address', customer['ip_address']);
    this.text('customer.first_name', customer['first_name']);
    this.text('customer.last_name', customer['last_name']);
    this.email('customer.email', customer['email']);
    return id;
  }

  email(field: string, value: unknown): string {
    const text = this.text(field, value);
    return text === '' || /^[^\s@]+@[^\s@]+$/.test(text)
      ? text
      : this.#refuse('invalid', field, 'must be an e-mail address', '');
  }

  ip(field: string, value: unknown): string {
    const text = this.text(field, value);
    return text === '' || ipv4.test(text) || ipv6.test(text)
      ? text
      : this.#refuse('invalid', field, 'must be an IP address', '');
  }

  /** A WMID has 12 digits. */
  wmid(field: string, value: unknown): string {
    const text = this.text(field, value);
    return text === '' || /^\d{12}$/.test(text) ? text : this.#refuse('invalid', field, 'must be 12 digits', '');
  }

  /** A purse, a letter and 12 digits; the letter is that of the currency, so that an R purse fits none. */
  purse(field: string, value: unknown, currency: string): string {
    const text = this.text(field, value);
    if (text === '' || currency === '') return text;
    if (!/^[A-Z]\d{12}$/.test(text)) return this.#refuse('invalid', field, 'must be a letter and 12 digits', '');
    const { walletLetter } = monetixUnitOf(currency);
    return text.startsWith(walletLetter) ? text : this.#refuse('currency', field, `must be a ${currency} wallet`, '');
  }

  /** Days of protection, an integer from 1 to 35. */
  days(field: string, value: unknown): number {
    if (value === undefined || value === null) return this.#refuse('missing', field, 'is required', 0);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 35) return value;
    return this.#refuse('invalid', field, 'must be a whole number of days from 1 to 35', 0);
  }

  /** An optional absolute http(s) URL. */
  url(field: string, value: unknown): string | undefined {
    if (value === undefined || value === null || value === '') return undefined;
    return isWebUrl(value) ? value : this.#refuse('invalid', field, 'must be an absolute http(s) URL', undefined);
  }

  /** An optional ISO 8601 instant, returned as epoch milliseconds. Further ahead than 30 days it is ignored. */
  bestBefore(field: string, value: string | undefined, nowMs: number): number | undefined {
    if (value === undefined) return undefined;
    const ms = Date.parse(value);
    if (Number.isNaN(ms)) return this.#refuse('invalid', field, 'must be an ISO 8601 date and time', undefined);
    if (ms <= nowMs) return this.#refuse('invalid', field, 'has passed', undefined);
    return ms - nowMs > bestBeforeLimitMs ? undefined : ms;
  }

  /** One of a few values. */
  oneOf<Value extends string>(field: string, value: string | undefined, values: readonly Value[]): Value | undefined {
    if (value === undefined) return undefined;
    const found = values.find((one) => one === value);
    return found ?? this.#refuse('invalid', field, `must be one of: ${values.join(', ')}`, undefined);
  }

  /** Notes something that no other check of this class looks at. */
  wrong(code: string, field: string, problem: string): void {
    this.#refuse(code, field, problem, undefined);
  }

  /** @throws MonetixRefusal when anything was wrong */
  finish(): void {
    if (this.#errors.length > 0) throw new MonetixRefusal(this.#errors);
  }

  #refuse<Instead>(code: string, field: string, problem: string, instead: Instead): Instead {
    this.#errors.push({ code, field, message: `${field} ${problem}` });
    return instead;
  }
}
