import { RESULT_FIELDS, type ResultField } from './sbps-fields.js';
import { readForm } from './sbps-form.js';
import { sameHashcode } from './sbps-hash.js';
import type { SbpsConfig } from './sbps-options.js';
import { fromShiftJis, trimmed } from './sbps-shift-jis.js';

/** Values of a result by their field, empty where it has none. */
export type SbpsResult = (field: ResultField) => string;

/** Why a result counts for nothing. */
export class ResultFault extends Error {
  constructor(readonly code: 'signature-invalid' | 'message-invalid') {
    super(code);
  }
}

/**
 * Reads a result that SBPS or the buyer's browser posted, in Shift_JIS, by the names of its fields.
 *
 * @param over what its hash was made over: `texts` for the notification (A02-1), `bytes` for the return (A03-1)
 * @throws ResultFault `message-invalid` when it can't be read or is not for this service, `signature-invalid`
 */
export async function readResult(config: SbpsConfig, body: Uint8Array, over: 'texts' | 'bytes'): Promise<SbpsResult> {
  const form = formOf(body);
  const valueOf = (field: ResultField) => form.get(field) ?? new Uint8Array();
  const names: readonly ResultField[] = [...RESULT_FIELDS, 'sps_hashcode'];
  const texts = new Map(names.map((field) => [field, trimmed(textOf(valueOf(field)))]));
  const result = (field: ResultField) => texts.get(field) ?? '';
  const wanted =
    over === 'texts'
      ? await config.hasher.ofTexts(RESULT_FIELDS.map(result))
      : await config.hasher.ofBytes(RESULT_FIELDS.map(valueOf));
  if (!sameHashcode(wanted, result('sps_hashcode'))) throw new ResultFault('signature-invalid');
  const ours = result('merchant_id') === config.merchantId && result('service_id') === config.serviceId;
  if (!ours) throw new ResultFault('message-invalid');
  return result;
}

function formOf(body: Uint8Array): Map<string, Uint8Array> {
  try {
    return readForm(body);
  } catch {
    throw new ResultFault('message-invalid');
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return fromShiftJis(bytes);
  } catch {
    throw new ResultFault('message-invalid');
  }
}
