import { Refusal } from './problem-response.js';

/** The part of a zod schema that a door needs. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; code?: string }[] } };
}

/** The most that is read of a provider's answer; a real one has some kilobytes. */
const ANSWER_MAX_BYTES = 262_144;

/** A request, or the answer to one of ours. */
type Message = Pick<Request, 'headers' | 'arrayBuffer'>;

/**
 * Reads at most `maxBytes` of the body and stops the sender there: a body of any size costs no more memory than that.
 *
 * @param maxBytes @default 256 kB
 * @throws Refusal `body-too-large`
 */
export async function readBody(message: Message, maxBytes = ANSWER_MAX_BYTES): Promise<Uint8Array> {
  if (Number(message.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('body-too-large');
  // Firefox has no Request.body; a BFF inside a page there gets a body that the page holds already.
  const { body } = message as { body?: ReadableStream<Uint8Array> | null };
  if (body === undefined) return within(new Uint8Array(await message.arrayBuffer()), maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw new Refusal('body-too-large');
    }
    chunks.push(value);
  }
  return joined(chunks, length);
}

function within(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.byteLength > maxBytes) throw new Refusal('body-too-large');
  return bytes;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/**
 * Reads a JSON body and checks it. Nothing of the body is repeated in the refusal, only the names of its fields.
 *
 * @param options.emptyAs what an empty body stands for; without it an empty body is refused.
 * @throws Refusal `media-type`, `body-too-large`, `body-not-json`, `request-invalid`
 */
export async function readJson<T>(
  request: Request,
  schema: Schema<T>,
  options: { maxBytes: number; emptyAs?: unknown },
): Promise<T> {
  const bytes = await readBody(request, options.maxBytes);
  if (bytes.byteLength === 0 && options.emptyAs !== undefined) return checked(schema, options.emptyAs);
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw new Refusal('media-type');
  return checked(schema, parsed(bytes));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Refusal('body-not-json');
  }
}

function checked<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    code: (issue.code ?? 'invalid').replaceAll('_', '-'),
  }));
  throw new Refusal('request-invalid', { errors });
}
