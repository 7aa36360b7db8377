import * as z from 'zod/mini';

/** One line of text: 1 to `max` characters, none of them a control character or half of a pair. */
export const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));
