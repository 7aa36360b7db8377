import { AnswerRequest } from '../contract/payout.js';
import type { BankRow, BanksAnswer, ProtectionCodeAnswer } from '../contract/payout.js';
import { readJson } from './body.js';
import { answerQuestion } from './payout-question.js';
import { Refusal } from './problem-response.js';
import { showCode } from './protection.js';
import type { SessionRecord } from './record.js';
import type { Call, Route } from './route.js';
import { idempotencyKey } from './routes-browser.js';
import type { CheckoutService } from './service.js';
import type { Settings } from './settings.js';
import { sessionResponse } from './tokens.js';

const MAX_QUERY = 40;

/** The routes that only the browser of a payout's recipient uses. */
export function recipientRoutes(settings: Settings, service: CheckoutService): Route[] {
  const { banks } = settings;
  const id = ({ params }: Call) => params['id'] ?? '';

  const answered = async (request: Request, record: SessionRecord): Promise<SessionRecord> => {
    const { answer } = await readJson(request, AnswerRequest, { maxBytes: settings.maxBodyBytes });
    return answerQuestion(settings, record, answer);
  };

  const protectionCode = async (call: Call): Promise<Response> => {
    const key = idempotencyKey(call.request);
    if (key === undefined) throw new Refusal('idempotency-key-missing');
    const record = await service.read(id(call));
    // Who has no more than the link does not get the code either.
    if (record.question && !call.request.headers.has('content-type')) throw new Refusal('answer-missing');
    if (record.question) await answered(call.request, record);
    const answer: ProtectionCodeAnswer = { code: await showCode(settings, record.id, key) };
    return Response.json(answer);
  };

  return [
    {
      method: 'POST',
      path: '/sessions/:id/answer',
      caller: 'browser',
      handle: async (call) => sessionResponse(settings, await answered(call.request, await service.read(id(call)))),
    },
    { method: 'POST', path: '/sessions/:id/protection-code', caller: 'browser', handle: protectionCode },
    {
      method: 'GET',
      path: '/banks',
      caller: 'browser',
      handle: async ({ url }) => found(await banks.banks(queryOf(url))),
    },
    {
      method: 'GET',
      path: '/banks/:code/branches',
      caller: 'browser',
      handle: async ({ url, params }) => found(await banks.branches(params['code'] ?? '', queryOf(url))),
    },
  ];
}

/** @throws Refusal `request-invalid` */
function queryOf(url: URL): string {
  const query = (url.searchParams.get('q') ?? '').trim();
  if (query.length >= 1 && query.length <= MAX_QUERY) return query;
  throw new Refusal('request-invalid', { errors: [{ field: 'q', code: query === '' ? 'too-small' : 'too-big' }] });
}

/** The lists change a few times a year. */
function found(rows: BankRow[]): Response {
  return Response.json({ rows } satisfies BanksAnswer, { headers: { 'Cache-Control': 'public, max-age=3600' } });
}
