import { CheckoutError } from '../../src/client/checkout-error.js';

/** The error that the work is refused with. */
export async function refusal(work: Promise<unknown>): Promise<CheckoutError> {
  const thrown = await work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  if (!(thrown instanceof CheckoutError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown;
}

/** The code of it. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await refusal(work)).code;
}
