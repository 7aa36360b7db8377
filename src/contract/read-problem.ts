import type { Problem } from './problem.js';
import { fits, isInteger, isText, listOf, shaped } from './shape.js';
import type { Shape } from './shape.js';

/** Media type of an error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The schema `Problem` once more, as plain checks for browsers; a test holds both together. */
const problem: Shape = {
  'type?': isText,
  title: isText,
  status: isInteger,
  code: isText,
  'detail?': isText,
  'errors?': listOf(shaped({ field: isText, code: isText })),
};

/** Reads an error answer as the schema does. @returns undefined when it does not fit */
export function readProblem(value: unknown): Problem | undefined {
  return fits(value, problem) ? (value as Problem) : undefined;
}
