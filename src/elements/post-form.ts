import type { RedirectAction } from '../contract/next-action.js';
import { checkUrl } from '../contract/safe-url.js';
import type { UnsafeUrlCode } from '../contract/safe-url.js';

/** Why an action is not sent. These are stable codes. */
export type RedirectRefusal = UnsafeUrlCode | 'fields-invalid' | 'charset-invalid';

/** The outcome of {@link checkRedirect}: where it goes, or the stable code of the refusal. */
export type RedirectCheck = { ok: true; url: URL } | { ok: false; code: RedirectRefusal };

/** Where the page opens: in this window, or in the topmost one when the checkout sits in an iframe. */
export type RedirectTarget = 'self' | 'top';

// What each charset can write, by its name, as far as that was asked for.
const LETTERS: Record<string, Set<string>> = {};
const MAX_FIELDS = 200;
// A form turns a lone CR or LF into CR LF and a lone surrogate into U+FFFD: what was signed would no longer arrive.
const BROKEN = /[\0\r\n\uFFFD\p{Cs}]/u;

/**
 * Whether an action may be sent: its URL by `checkUrl`, its fields (at most 200, names not empty and on one line,
 * nothing that a form would change on its way, such as a character that the charset lacks) and its charset, which the
 * browser must know and be able to write.
 */
export function checkRedirect(action: RedirectAction, allowedHosts: readonly string[]): RedirectCheck {
  const check = checkUrl(action.url, allowedHosts);
  if (!check.ok) return check;
  if (!writable(action.charset)) return { ok: false, code: 'charset-invalid' };
  const entries = entriesOf(action);
  const broken = ([name, value]: Field) => !name || BROKEN.test(name) || BROKEN.test(value.replaceAll('\r\n', ''));
  if (entries.length > MAX_FIELDS || entries.some(broken) || lacks(action.charset, entries.join())) {
    return { ok: false, code: 'fields-invalid' };
  }
  return check;
}

/** What makes two actions the same request, however often the object is made anew. */
export function identityOf({ method, url, fields, charset }: RedirectAction): string {
  return JSON.stringify([method, url, charset, fields]);
}

/**
 * The form that carries an action. It has no inputs: its fields join at the `formdata` event, so that names like
 * `submit`, `action` or `_charset_` mean nothing to the browser and no value is altered or left in the page.
 */
export function buildForm(document: Document, action: RedirectAction, target: RedirectTarget): HTMLFormElement {
  const form = document.createElement('form');
  form.hidden = true;
  form.method = action.method;
  form.action = action.url;
  form.acceptCharset = action.charset;
  form.enctype = 'application/x-www-form-urlencoded';
  form.target = `_${target}`;
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of entriesOf(action)) formData.append(name, value);
  });
  return form;
}

/** Sends the browser there. The action must have passed {@link checkRedirect}. */
export function leave(document: Document, action: RedirectAction, target: RedirectTarget): void {
  if (action.method === 'GET' && action.fields.length === 0) {
    // A form would write the query anew; a link keeps each byte of it. Out of the page it needs no place in it.
    const link = document.createElement('a');
    link.href = action.url;
    link.target = `_${target}`;
    return link.click();
  }
  const form = buildForm(document, action, target);
  document.body.append(form);
  form.submit();
  form.remove();
}

type Field = readonly [name: string, value: string];

/** A GET form drops the query its URL has, so that goes in front of the fields. */
function entriesOf({ method, url, fields }: RedirectAction): Field[] {
  return method === 'GET' && fields.length > 0 ? [...new URL(url).searchParams, ...fields] : fields;
}

/** Forms are written in UTF-8 where UTF-16 is named, and in the page's own charset where an unknown one is. */
function writable(charset: string): boolean {
  try {
    return !new TextDecoder(charset).encoding.startsWith('utf-16');
  } catch {
    return false;
  }
}

/**
 * Does the charset lack a character of the text? A form would send `&#128512;` in its place. What browsers can write they
 * don't tell, but they read: all pairs of bytes from 80 on, each with a line end after it, are read once. After WHATWG's
 * Encoding Standard, whose forms never write what is for private use, nor the first rows of Big5. What takes more than two
 * bytes, or is written in ISO-2022-JP, is taken to be lacking.
 */
function lacks(charset: string, text: string): boolean {
  const decoder = new TextDecoder(charset);
  const { encoding } = decoder;
  if (encoding === 'utf-8' || !/[^ -~]/.test(text)) return false;
  const letters = (LETTERS[encoding] ??= new Set(
    decoder
      .decode(
        new Uint8Array(98_304).map((_, at) =>
          at % 3 ? (at % 3 > 1 ? 10 : at / 3) : (encoding === 'big5' ? 161 : 128) + at / 768,
        ),
      )
      .match(/\P{Co}/gu),
  ));
  return [...text].some((letter) => !letters.has(letter));
}
