/** What may stand in a `markup` template: text and numbers are escaped, `Markup` is not, `false` and `undefined` leave nothing. */
export type MarkupPart = Markup | string | number | false | undefined | readonly Markup[];

/** Text that already is HTML. Only {@link markup} makes it, so nothing else can reach a page unescaped. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function write(part: MarkupPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map((one) => one.text).join('');
  return String(part).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * Template tag for the sandbox's pages. Every value is escaped for element text and for quoted attributes; write
 * attributes quoted, and never put a value into a tag name, an attribute name or a script.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + write(parts[index - 1]) + string));
}
