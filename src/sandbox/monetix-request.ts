import { MonetixRefusal, refusal } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import type { MonetixProject } from './monetix-project.js';
import { monetixVerify } from './monetix-signature.js';

/** The body of a Gate request as it arrived. */
export type GateJson = Record<string, unknown>;

function isObject(value: unknown): value is GateJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object inside a body; what is missing or something else counts as empty, so that its fields are reported. */
export function part(body: GateJson, name: string): GateJson {
  const value = body[name];
  return isObject(value) ? value : {};
}

async function readBody(request: Request): Promise<GateJson> {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw refusal('content_type', 'content-type', 'The content type must be application/json');
  }
  try {
    const body: unknown = JSON.parse(await request.text());
    if (isObject(body)) return body;
  } catch {
    // Not JSON and not an object are refused alike.
  }
  throw refusal('json', '', 'The body must be a JSON object');
}

/** Who asks is settled first: the project is known and the signature is its own. */
async function authenticate(desk: MonetixDesk, body: GateJson): Promise<MonetixProject> {
  const general = part(body, 'general');
  const project = desk.project(general['project_id']);
  if (project === undefined) throw refusal('project', 'general.project_id', 'Unknown project');
  if (!(await monetixVerify(body, project.secret, general['signature']))) {
    throw refusal('signature', 'general.signature', 'Invalid signature');
  }
  return project;
}

/** A refusal in the shape of Monetix's SDK models; of the request it repeats only what can be trusted to be text. */
function refused(desk: MonetixDesk, body: GateJson, { errors, message }: MonetixRefusal): Response {
  const { project_id: projectId, payment_id: paymentId } = part(body, 'general');
  const about = {
    ...(desk.project(projectId) === undefined ? {} : { project_id: projectId }),
    ...(typeof paymentId === 'string' ? { payment_id: paymentId } : {}),
  };
  return Response.json({ status: 'error', ...about, code: errors[0]?.code, message, errors }, { status: 400 });
}

/** Answers a Gate request whose body, once it could be read and bears the project's signature, goes to `act`. */
export async function answerGate(
  desk: MonetixDesk,
  request: Request,
  act: (body: GateJson, project: MonetixProject) => Response | Promise<Response>,
): Promise<Response> {
  let body: GateJson = {};
  try {
    body = await readBody(request);
    return await act(body, await authenticate(desk, body));
  } catch (error) {
    if (error instanceof MonetixRefusal) return refused(desk, body, error);
    throw error;
  }
}

/** Stores what was registered and answers its receipt, as late and as lost as the faults want it. */
export async function receipt(
  desk: MonetixDesk,
  registered: { projectId: number; paymentId: string; requestId: string },
): Promise<Response> {
  await desk.upkeep.commit();
  await desk.pause(desk.faults.receiptDelayMs);
  if (desk.faults.answerLost) return new Response(null, { status: 500 });
  const { requestId, projectId, paymentId } = registered;
  return Response.json({ status: 'success', request_id: requestId, project_id: projectId, payment_id: paymentId });
}
