/** Our failure code by the kind of an error: the 4th and 5th of its eight characters. Source: public lists of codes. */
const FAILURES: ReadonlyMap<string, string> = new Map([
  ['10', 'timed-out'],
  ['90', 'provider-unavailable'],
  // Something is wrong with the request or the contract, not with the buyer's money.
  ...['00', '01', '02', '03', '04', '05', '06', '07', '09', '11', '12', '13', '14'].map((kind): [string, string] => [
    kind,
    'provider-refused',
  ]),
]);

/** What an `NG` means: a stable code of ours, and SBPS's own for support when it is one. */
export interface SbpsFailure {
  code: string;
  providerCode?: string;
}

/** @param errorCode `res_err_code`: eight characters, which are the method (3), the kind (2) and the item (3) */
export function sbpsFailure(errorCode: string): SbpsFailure {
  if (!/^[0-9A-Za-z]{8}$/.test(errorCode)) return { code: 'declined' };
  return { code: FAILURES.get(errorCode.slice(3, 5)) ?? 'declined', providerCode: errorCode };
}
