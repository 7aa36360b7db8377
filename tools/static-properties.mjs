// A Vite plugin: writes Lit's property decorators as the static property that Lit reads without them, so that a page
// loads neither the decorators nor a call for each property.
import ts from 'typescript';

/** What a decorator says of its property, as source; undefined for any other decorator. */
function optionsOf({ expression: call }, source) {
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return undefined;
  const { text } = call.expression;
  if (text === 'state') return '{state:true}';
  return text === 'property' ? (call.arguments[0]?.getText(source) ?? '{}') : undefined;
}

/** Texts to put in, in the order of the source: `{ start, end, text }`. */
function changes(code, file) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found = [];
  for (const node of source.statements.filter(ts.isClassDeclaration)) {
    const at = found.length;
    const options = [];
    for (const member of node.members) {
      for (const decorator of ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : []) {
        const said = optionsOf(decorator, source);
        if (!said) throw new Error(`${file}: a decorator that the page build does not know`);
        options.push(`${member.name.getText(source)}:${said}`);
        found.push({ start: decorator.getStart(source), end: decorator.getEnd(), text: '' });
      }
    }
    const { pos } = node.members;
    if (options.length > 0) {
      found.splice(at, 0, { start: pos, end: pos, text: `static properties={${options.join()}};` });
    }
  }
  return found;
}

/** Our decorated elements only; nothing of them is kept that only types can see. */
export function staticProperties() {
  return {
    name: 'static-properties',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]src[\\/]elements[\\/].*\.ts$/.test(id) || !code.includes('lit/decorators.js')) return undefined;
      let result = '';
      let at = 0;
      for (const { start, end, text } of changes(code, id)) {
        result += code.slice(at, start) + text;
        at = end;
      }
      return { code: result + code.slice(at), map: null };
    },
  };
}
