import { changed } from './attempts.js';
import { change } from './changing.js';
import { createKeyCheck, fingerprint } from './digest.js';
import { Refusal } from './problem-response.js';
import { randomId } from './random-id.js';
import type { SessionRecord } from './record.js';
import type { Settings } from './settings.js';
import { sessionEnded } from './session-ended.js';

/** How often a recipient may answer wrong before the payout has failed. */
const TRIES = 5;

type Question = NonNullable<SessionRecord['question']>;

/** What people write in different ways means the same: full or half width, capitals, blanks. */
function normalized(answer: string): string {
  return answer.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
}

/**
 * A question with its answer as a salted digest: the answer itself is kept nowhere.
 *
 * @throws Refusal `request-invalid` when the answer is nothing but blanks
 */
export async function newQuestion({ text, answer }: { text: string; answer: string }): Promise<Question> {
  if (normalized(answer) === '') {
    throw new Refusal('request-invalid', { errors: [{ field: 'question.answer', code: 'too-small' }] });
  }
  const salt = randomId();
  return { text, salt, digest: await digestOf(salt, answer), triesLeft: TRIES, passed: false };
}

function digestOf(salt: string, answer: string): Promise<string> {
  return fingerprint(`${salt}:${normalized(answer)}`);
}

/** True for the right answer; how long that takes tells nothing about it. */
async function isRight({ salt, digest }: Question, answer: string): Promise<boolean> {
  return createKeyCheck([digest])(await digestOf(salt, answer));
}

/**
 * Checks the answer to a payout's question, where it has one. The try is taken before anything is compared and given
 * back for the right answer, so that many at once are no more than five. After the last wrong one an open payout has
 * failed, and of another one nothing is given any more.
 *
 * @returns the session after it, which may have ended meanwhile
 * @throws Refusal `answer-missing`, `answer-wrong`, `session-not-found`, `unavailable`
 */
export async function answered(
  { store }: Settings,
  record: SessionRecord,
  answer: string | undefined,
): Promise<SessionRecord> {
  const { question } = record;
  if (!question) return record;
  if (answer === undefined) throw new Refusal('answer-missing');
  await change(store, record.id, tryTaken);
  const right = await isRight(question, answer);
  const after = await change(store, record.id, right ? tryRight : tryWrong);
  if (!after) throw new Refusal('session-not-found');
  if (!right) throw new Refusal('answer-wrong');
  return after.record;
}

function tryTaken(record: SessionRecord): SessionRecord {
  const { question } = record;
  if (!question || question.triesLeft === 0) throw new Refusal('answer-wrong');
  return { ...changed(record, {}), question: { ...question, triesLeft: question.triesLeft - 1 } };
}

function tryRight(record: SessionRecord): SessionRecord | undefined {
  const { question } = record;
  if (!question) return undefined;
  return { ...changed(record, {}), question: { ...question, triesLeft: question.triesLeft + 1, passed: true } };
}

function tryWrong(record: SessionRecord): SessionRecord | undefined {
  const { question, state } = record;
  if (question?.triesLeft !== 0 || state.status !== 'open') return undefined;
  return changed(record, { state: { status: 'failed', code: 'question-failed' } });
}

/**
 * The recipient answers the question, before anything can be chosen.
 *
 * @returns the session after it
 * @throws Refusal `session-expired`, `session-closed`, and as {@link answered}
 */
export function answerQuestion(settings: Settings, record: SessionRecord, answer: string): Promise<SessionRecord> {
  const { status } = record.state;
  if (status !== 'open' && status !== 'pending' && status !== 'succeeded') throw sessionEnded(record);
  return answered(settings, record, answer);
}
