import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

/** What a room may import: other rooms, rooms for their types only, and packages. */
interface Room {
  rooms: string[];
  typesOf?: string[];
  packages: string[];
}

const ROOMS: Record<string, Room> = {
  contract: { rooms: [], packages: ['zod/mini'] },
  catalog: { rooms: [], typesOf: ['contract'], packages: [] },
  i18n: { rooms: ['contract'], typesOf: ['catalog'], packages: [] },
  theme: { rooms: [], typesOf: ['contract'], packages: ['lit'] },
  client: { rooms: ['contract'], packages: [] },
  elements: {
    rooms: ['contract', 'catalog', 'i18n', 'theme', 'client'],
    packages: ['lit', 'lit/*', 'qrcode', 'qrcode/lib/*'],
  },
  bff: {
    rooms: ['contract', 'catalog'],
    packages: [
      ...['jose', 'jose/*', 'kysely', 'kysely/*'],
      ...['encoding-japanese', 'fast-xml-parser', '@holiday-jp/holiday_jp'],
    ],
  },
  sandbox: { rooms: ['catalog'], typesOf: ['contract'], packages: ['qrcode', 'fast-xml-parser'] },
  node: {
    rooms: ['contract', 'bff'],
    packages: ['node:*', 'libsql', 'pg', 'srvx', 'srvx/*', 'kysely', 'kysely/*', 'jose', 'jose/*', 'zengin-code'],
  },
};

const PLACES = ['src', 'stories', 'demo', 'test', 'tools', '.storybook'];

/** Words that stand for something we don't do. Put together here so that this file doesn't contain them itself. */
const FORBIDDEN = [
  ['eslint', 'disable'].join('-'),
  ['@ts', 'ignore'].join('-'),
  ['@ts', 'nocheck'].join('-'),
  ['@ts', 'expect-error'].join('-'),
  ['TO', 'DO'].join(''),
  ['FIX', 'ME'].join(''),
  ['/wo', 'rk/'].join(''),
  ['/ro', 'ot/'].join(''),
  ['../sha', 'red'].join(''),
];

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(ts|mjs|js|html|css|json)$/.test(file));

const sources = filesBelow('src').filter((file) => file.endsWith('.ts'));
const read = (file: string) => readFileSync(file, 'utf8');

interface Import {
  from: string;
  typeOnly: boolean;
}

/** Every import, export-from and dynamic import of a file. */
function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (at: ts.Node): void => {
    if (ts.isImportDeclaration(at) && ts.isStringLiteral(at.moduleSpecifier)) {
      found.push({
        from: at.moduleSpecifier.text,
        typeOnly: at.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      });
    } else if (ts.isExportDeclaration(at) && at.moduleSpecifier && ts.isStringLiteral(at.moduleSpecifier)) {
      found.push({ from: at.moduleSpecifier.text, typeOnly: at.isTypeOnly });
    } else if (ts.isCallExpression(at) && at.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [first] = at.arguments;
      found.push({ from: first && ts.isStringLiteral(first) ? first.text : '(computed)', typeOnly: false });
    } else if (
      ts.isImportTypeNode(at) &&
      ts.isLiteralTypeNode(at.argument) &&
      ts.isStringLiteral(at.argument.literal)
    ) {
      found.push({ from: at.argument.literal.text, typeOnly: true });
    }
    ts.forEachChild(at, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return found;
}

/** `src/bff/store/store.ts` → `bff`; files of src itself belong to no room. */
const roomOf = (file: string) => relative('src', file).split(/[\\/]/).slice(0, -1)[0] ?? '';

const allows = (patterns: string[], name: string) =>
  patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));

/** Why this import may not be, or undefined when it may. */
function objection(file: string, { from, typeOnly }: Import): string | undefined {
  const name = roomOf(file);
  const room = ROOMS[name];
  if (!room) return `the room ${name} is not in the table`;
  if (!from.startsWith('.')) {
    const bare = builtinModules.includes(from) ? `node:${from}` : from;
    return allows(room.packages, bare) ? undefined : `${name} may not import the package ${from}`;
  }
  if (!from.endsWith('.js') && !from.endsWith('.json')) return `${from} lacks its ending`;
  const target = join(dirname(file), from);
  const other = roomOf(target);
  if (!target.startsWith('src')) return `${from} is outside of src`;
  if (other === name || room.rooms.includes(other)) return undefined;
  if (room.typesOf?.includes(other)) return typeOnly ? undefined : `${name} may only use types of ${other}`;
  return `${name} may not import from ${other || 'an entry'}`;
}

test('each room imports only what the table of rooms allows', () => {
  const wrong = sources
    .filter((file) => roomOf(file) !== '')
    .flatMap((file) => importsOf(file).map((item) => [file, objection(file, item)]))
    .filter(([, why]) => why !== undefined);
  assert.deepEqual(wrong, []);
});

test('the table itself says no', () => {
  const no = (file: string, from: string, typeOnly = false) =>
    assert.ok(objection(file, { from, typeOnly }), `${file} ${from}`);
  no('src/elements/reji-qr.ts', 'ky');
  no('src/elements/reji-qr.ts', '../bff/handler.js');
  no('src/bff/handler.ts', 'node:fs');
  no('src/bff/handler.ts', 'fs');
  no('src/bff/providers/monetix.ts', '../../sandbox/monetix.js');
  no('src/sandbox/monetix.ts', '../bff/providers/monetix.js', true);
  no('src/sandbox/monetix.ts', '../contract/money.js');
  no('src/client/api.ts', 'lit');
  no('src/contract/money.ts', 'zod');
  no('src/contract/money.ts', '../../test/x.js');
  no('src/other/x.ts', './y.js');
  assert.equal(objection('src/sandbox/monetix.ts', { from: '../contract/money.js', typeOnly: true }), undefined);
  assert.equal(
    objection('src/bff/store/sql-store.ts', { from: '../../contract/money.js', typeOnly: false }),
    undefined,
  );
});

test('rooms have no index, no types file and no drawer for odds and ends', () => {
  const inRooms = sources.filter((file) => roomOf(file) !== '');
  const odd = inRooms.filter(
    (file) =>
      ['index.ts', 'types.ts', 'utils.ts', 'helpers.ts', 'constants.ts'].includes(basename(file)) ||
      /[\\/](utils|helpers|common|misc)[\\/]/.test(file),
  );
  assert.deepEqual(odd, []);
});

test('elements lie flat, one tag a file, named as the tag', () => {
  const odd = sources.filter((file) => roomOf(file) === 'elements' && dirname(file) !== join('src', 'elements'));
  assert.deepEqual(odd, []);
  for (const file of sources.filter((name) => roomOf(name) === 'elements')) {
    const tags = [...read(file).matchAll(/^\s+static (?:override )?readonly tag = '([^']+)'/gm)].map(([, tag]) => tag);
    if (tags.length) assert.deepEqual(tags, [basename(file, '.ts')], file);
  }
});

test('the client room knows no document, elements no network and no storage', () => {
  const uses = (room: string, pattern: RegExp) =>
    sources.filter((file) => roomOf(file) === room && pattern.test(withoutComments(file)));
  assert.deepEqual(uses('client', /\bdocument\s*[.?[]/), []);
  assert.deepEqual(uses('elements', /\bfetch\s*\(|\b(local|session)Storage\b|\bXMLHttpRequest\b|\bEventSource\b/), []);
});

/** Source text with its comments blanked. */
function withoutComments(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(^|\s)\/\/.*$/gm, ' ');
}

test('no file has more than 300 lines', () => {
  const files = PLACES.flatMap(filesBelow).filter((file) => !file.endsWith('.json'));
  const long = files
    .map((file) => [file, read(file).trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > 300);
  assert.deepEqual(long, []);
});

test('nothing is switched off, put off or left from a workplace', () => {
  const found = PLACES.flatMap(filesBelow).flatMap((file) => {
    const text = read(file);
    return FORBIDDEN.filter((word) => text.includes(word)).map((word) => [file, word]);
  });
  assert.deepEqual(found, []);
});

test('no test is skipped or singled out', () => {
  const pattern =
    /\b(?:it|test|describe|suite|context)\.(?:only|skip|todo)\b|\b(?:skip|only|todo):\s*true\b|\bx(?:it|describe)\(/;
  const found = filesBelow('test').filter((file) => file.endsWith('.ts') && pattern.test(withoutComments(file)));
  assert.deepEqual(
    found.filter((file) => basename(file) !== 'rooms.test.ts'),
    [],
  );
});
