// A Vite plugin: takes out of css`` and html`` templates what says nothing, which no minifier of scripts dares to touch.
import ts from 'typescript';

/** Tags whose neighbours stand on lines, or in cells, of their own: white space beside them is never seen. */
const BLOCKS = 'article|dd|div|dl|dt|form|h2|h3|hr|li|ol|p|section|circle|path|rect|svg|text';
const beforeBlock = new RegExp(` (?=</?(?:${BLOCKS})\\b)`, 'g');
const afterBlock = new RegExp(`(</?(?:${BLOCKS})(?: [^<>]*)?>) `, 'g');

/** White space between other tags still separates words, so one space of it stays. */
const shortenHtml = (text) =>
  text
    .replace(/\s+/g, ' ')
    .replace(beforeBlock, '')
    .replace(afterBlock, '$1')
    .replace(/ (\/?>)/g, '$1')
    .replace(/( [\w-]+)="([\w-]+)"(?=[ >])/g, '$1=$2');

/** Strings in style sheets here hold no runs of spaces; around braces, combinators and after colons they mean nothing. */
const shortenCss = (text) =>
  text
    .replace(/\\?\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/ ([<>]=?) /g, '$1')
    .replace(/\b0(?=\.\d)/g, '')
    .replace(/;}/g, '}')
    .replace(/\( | \)/g, (bracket) => bracket.trim());

const shorten = { html: shortenHtml, svg: shortenHtml, css: shortenCss };

/** The literal pieces of tagged templates: `{ start, end, text }` in the order of the source. */
function pieces(code, file) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found = [];
  const visit = (at) => {
    if (ts.isTaggedTemplateExpression(at) && ts.isIdentifier(at.tag) && shorten[at.tag.text]) {
      const { template } = at;
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template]
        : [template.head, ...template.templateSpans.map((span) => span.literal)];
      for (const part of parts) {
        // between the opening ` or } and the closing ` or ${
        const start = part.getStart(source) + 1;
        const end =
          part.getEnd() -
          (part.kind === ts.SyntaxKind.TemplateHead || part.kind === ts.SyntaxKind.TemplateMiddle ? 2 : 1);
        found.push({ start, end, text: shorten[at.tag.text](code.slice(start, end)) });
      }
    }
    ts.forEachChild(at, visit);
  };
  visit(source);
  return found.sort((a, b) => a.start - b.start);
}

/** Shortens the templates of our own sources. Line numbers stay right enough: only text inside literals changes. */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]src[\\/].*\.ts$/.test(id)) return undefined;
      let result = '';
      let at = 0;
      for (const { start, end, text } of pieces(code, id)) {
        result += code.slice(at, start) + text;
        at = end;
      }
      return at ? { code: result + code.slice(at), map: null } : undefined;
    },
  };
}
