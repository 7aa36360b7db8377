import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import * as events from '../../src/elements/events.js';

interface Named {
  name: string;
  description?: string;
  summary?: string;
  type?: { text: string };
  kind?: string;
  fieldName?: string;
}
interface Declaration extends Named {
  tagName?: string;
  attributes?: Named[];
  members?: Named[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
}
interface Manifest {
  modules: { path: string; declarations: Declaration[] }[];
}

const isSaid = ({ description, summary }: Named) => Boolean(description ?? summary);
const names = (list: Named[] | undefined) => (list ?? []).map(({ name }) => name).sort();
const unique = (list: (string | undefined)[]) => [...new Set(list)].sort();

/** The sources of pieces of templates that an element takes from modules which are no elements. */
const partsOf = (source: string): string[] =>
  [...source.matchAll(/from '\.\/(?!reji-)([\w-]+)\.js'/g)].map(([, name]) =>
    readFileSync(`src/elements/${name}.ts`, 'utf8'),
  );

describe('custom-elements.json', () => {
  let elements: Declaration[];
  const sourceOf = (tag: string) => readFileSync(`src/elements/${tag}.ts`, 'utf8');

  before(() => {
    const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
    elements = modules.flatMap((module) => module.declarations).filter(({ tagName }) => tagName);
  });

  test('knows every element', () => {
    const files = readdirSync('src/elements').filter((file) =>
      /static (override )?readonly tag = /.test(readFileSync(`src/elements/${file}`, 'utf8')),
    );
    assert.deepEqual(
      elements.map(({ tagName }) => tagName).sort(),
      files.map((file) => file.replace(/\.ts$/, '')).sort(),
    );
  });

  test('every element has a summary, and all it offers is described', () => {
    const silent = elements.flatMap((element) => [
      ...(element.summary ? [] : [`${element.tagName}: @summary`]),
      ...(['attributes', 'members', 'events', 'slots', 'cssParts'] as const).flatMap((key) =>
        (element[key] ?? []).filter((item) => !isSaid(item)).map((item) => `${element.tagName}: ${key} ${item.name}`),
      ),
    ]);
    assert.deepEqual(silent, []);
  });

  test('documented events are the ones sent, under the name their class gives them', () => {
    const types = new Map(Object.entries(events).map(([name, event]) => [name, 'type' in event ? event.type : '']));
    for (const { tagName = '', events: documented = [] } of elements) {
      for (const { name, type } of documented) {
        assert.equal(types.get(type?.text ?? '') ?? (type?.text === 'Event' && name), name, `${tagName}: ${name}`);
      }
      const sent = [...sourceOf(tagName).matchAll(/dispatchEvent\(\s*new (Reji\w+Event)\(/g)].map(([, name]) => name);
      const said = documented.map(({ type }) => type?.text);
      assert.deepEqual(
        sent.filter((name) => !said.includes(name)),
        [],
        `${tagName} sends what its @fires doesn't say`,
      );
    }
  });

  test('documented slots and parts are the ones in the templates', () => {
    for (const { tagName = '', slots, cssParts } of elements) {
      const source = sourceOf(tagName).replace(/\/\*[\s\S]*?\*\//g, '');
      const slotted = [source, ...partsOf(source)].flatMap((text) =>
        [...text.matchAll(/<slot(?:\s+name="([^"]*)")?/g)].map(([, name]) => name ?? ''),
      );
      const parts = [...source.matchAll(/\spart="([^"$]+)"/g)].flatMap(([, list]) => list?.split(/\s+/));
      assert.deepEqual(names(slots), unique(slotted), `slots of ${tagName}`);
      for (const part of unique(parts)) assert.ok(names(cssParts).includes(part ?? ''), `${tagName}: part ${part}`);
    }
  });
});
