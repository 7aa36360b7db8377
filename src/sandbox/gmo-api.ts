import { registerAccount, searchAccount } from './gmo-accounts.js';
import { registerDeposit, registerRealDeposit, searchBalance, searchDeposit } from './gmo-deposits.js';
import type { GmoDesk } from './gmo-desk.js';
import { GmoReader, GmoRefusal } from './gmo-fields.js';
import type { GmoFields } from './gmo-fields.js';
import { linkRedirectUrl, registerMailDeposit, searchMailDeposit } from './gmo-links.js';
import type { GmoShop } from './gmo-options.js';
import { answerGmo, gmoTypes, readGmoCall, refuseGmo } from './gmo-wire.js';
import type { GmoAnswer, GmoEncoding } from './gmo-wire.js';

interface Call {
  run: (desk: GmoDesk, shop: GmoShop, fields: GmoFields) => GmoAnswer;
  /** Whether it changes anything, so that its answer can be lost. */
  acts: boolean;
}

const acting = (run: Call['run']): Call => ({ run, acts: true });
const asking = (run: Call['run']): Call => ({ run, acts: false });

/** Every spelling that public clients use; of the searches by JSON one is by analogy. */
const calls: Readonly<Record<string, Call>> = {
  '/api/AccountRegistration.idPass': acting(registerAccount),
  '/api/AccountRegistration.json': acting(registerAccount),
  '/api/AccountSearch.idPass': asking(searchAccount),
  '/api/AccountSearch.json': asking(searchAccount),
  '/api/DepositRegistration.idPass': acting(registerDeposit),
  '/api/DepositRegistration.json': acting(registerDeposit),
  '/api/DepositSearch.idPass': asking(searchDeposit),
  '/api/DepositSearch.json': asking(searchDeposit),
  '/api/BalanceSearch.idPass': asking(searchBalance),
  '/api/BalanceSearch.json': asking(searchBalance),
  '/api/RealDepositRegistration.json': acting(registerRealDeposit),
  '/api/MailDepositRegistration.idPass': acting(registerMailDeposit),
  '/api/shop/MailDepositRegistration.json': acting(registerMailDeposit),
  '/api/MailDepositSearch.idPass': asking(searchMailDeposit),
  '/api/shop/MailDepositSearch.json': asking(searchMailDeposit),
  '/api/shop/LinkRedirectUrl.json': acting(linkRedirectUrl),
};

/** Whether a path is a call of the interface. */
export function isGmoCall(path: string): boolean {
  return path in calls;
}

/** Who asks is settled first. @throws GmoRefusal for a shop that does not exist or another password */
function authenticate(desk: GmoDesk, fields: GmoFields): GmoShop {
  const reader = new GmoReader(fields);
  const shopId = reader.text('Shop_ID', { length: [1, 13] });
  const shopPass = reader.text('Shop_Pass', { length: [1, 64], pattern: /^[!-~]+$/ });
  reader.done();
  const shop = desk.shop(shopId);
  if (shop?.shopPass !== shopPass) throw new GmoRefusal('BA1500002');
  return shop;
}

async function act(desk: GmoDesk, encoding: GmoEncoding, call: Call, fields: GmoFields): Promise<Response> {
  const answer = call.run(desk, authenticate(desk, fields), fields);
  const { loseAnswers } = desk.faults;
  const isLost = call.acts && loseAnswers > 0;
  if (isLost) desk.faults = { ...desk.faults, loseAnswers: loseAnswers - 1 };
  if (call.acts) await desk.commit();
  await desk.pause(desk.faults.answerDelayMs);
  return isLost ? new Response(null, { status: 500 }) : answerGmo(encoding, answer);
}

/** One call of the interface; a refusal is an HTTP 200 too. */
export async function answerCall(desk: GmoDesk, request: Request, path: string): Promise<Response> {
  const call = calls[path];
  const encoding: GmoEncoding = path.endsWith('.json') ? 'json' : 'idPass';
  if (call === undefined) return new Response('Not found', { status: 404 });
  if (request.method !== 'POST') {
    return new Response('Method not allowed', { status: 405, headers: { allow: 'POST' } });
  }
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== gmoTypes[encoding]) {
    return new Response(`The content type must be ${gmoTypes[encoding]}`, { status: 415 });
  }
  const fields = await readGmoCall(request, encoding);
  if (desk.faults.broken === 'http-500') return new Response(null, { status: 500 });
  if (fields === undefined) return new Response('The body is malformed', { status: 400 });
  try {
    if (desk.faults.maintenance) throw new GmoRefusal('BA9000000');
    if (desk.faults.broken === 'BA1099999') throw new GmoRefusal('BA1099999');
    return await act(desk, encoding, call, fields);
  } catch (error) {
    if (error instanceof GmoRefusal) return refuseGmo(encoding, error);
    throw error;
  }
}
