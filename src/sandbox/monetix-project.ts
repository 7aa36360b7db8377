import { monetixUnits } from './monetix-units.js';

/** A test project as Monetix keeps it for a merchant. */
export interface MonetixProject {
  /** The number the merchant sends as `project_id`, e.g. 238. */
  id: number;
  /** Signs and verifies everything of this project. */
  secret: string;
  /** Shown to customers. */
  name: string;
  /** Absolute http(s) URL. Where customers go when a request names no return URL. */
  websiteUrl?: string;
  /** Absolute http(s) URL. Where callbacks go when a request names no URL of its own. */
  callbackUrl?: string;
  /** ISO 4217 codes. @default ['USD', 'EUR', 'KZT'] */
  currencies?: readonly string[];
  /** Only test projects exist here: money is make-believe. */
  test: true;
}

/** An absolute http(s) URL without credentials. */
export function isWebUrl(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/** The currencies a project may charge. */
export function currenciesOf(project: MonetixProject): readonly string[] {
  return project.currencies ?? monetixUnits.map(({ currency }) => currency);
}

/**
 * Looks at what the sandbox is started with.
 * @throws TypeError for a URL that is not absolute http(s), RangeError for a currency WebMoney does not take
 */
export function checkMonetixProject(project: MonetixProject): void {
  for (const url of [project.websiteUrl, project.callbackUrl]) {
    if (url !== undefined && !isWebUrl(url)) {
      throw new TypeError('websiteUrl and callbackUrl must be absolute http(s) URLs');
    }
  }
  for (const currency of currenciesOf(project)) {
    if (!monetixUnits.some((unit) => unit.currency === currency)) {
      throw new RangeError(`WebMoney does not take ${currency}`);
    }
  }
}
