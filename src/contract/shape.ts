/** Says whether a value is what it should be. */
export type Check = (value: unknown) => boolean;

/** Checks by field name; a name that ends in `?` may be left out. */
export type Shape = Readonly<Record<string, Check>>;

/** True for an object whose fields pass; further fields are left alone, as a newer server may send them. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape).every(([name, check]) => {
    const optional = name.endsWith('?');
    const field = fields[optional ? name.slice(0, -1) : name];
    return field === undefined ? optional : check(field);
  });
}

/** A check for an object of this shape. */
export const shaped =
  (shape: Shape): Check =>
  (value) =>
    fits(value, shape);

/** A check for a list of such. */
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** A check for a text that matches. */
export const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

/** A check for one of these values. */
export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

export const isText: Check = (value) => typeof value === 'string';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isInteger: Check = (value) => Number.isSafeInteger(value);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** An instant that exists, as the schema `Instant` has it. */
export const isInstant: Check = (value) => matching(INSTANT)(value) && !Number.isNaN(Date.parse(value as string));
