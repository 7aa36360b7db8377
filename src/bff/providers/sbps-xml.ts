import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { fromShiftJis, toShiftJis } from './sbps-shift-jis.js';

/** Leaves of a message in the order of the document: `[element, text]`, `parent/child` inside another. */
export type SbpsXmlFields = readonly (readonly [element: string, text: string])[];

/** A message of SBPS's API: the number of the function, empty when it has none, and its fields. */
export interface SbpsXml {
  id: string;
  fields: SbpsXmlFields;
}

const ATTRIBUTE = '@';
const DEPTH_MAX = 4;

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: ATTRIBUTE, suppressEmptyNode: false });
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  // Numbers of SBPS begin with zeros that count.
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEPTH_MAX,
});

type Tree = { [name: string]: string | Tree };

/**
 * A request in Shift_JIS, which its declaration says. Source: SBPS API type.
 *
 * @throws RangeError when a text has no place in Shift_JIS
 */
export function writeSbpsXml({ id, fields }: SbpsXml): Uint8Array<ArrayBuffer> {
  const request: Tree = { [`${ATTRIBUTE}id`]: id };
  for (const [element, text] of fields) {
    const [parent = '', child] = element.split('/');
    const inside = request[parent];
    if (child === undefined) request[parent] = text;
    else request[parent] = { ...(typeof inside === 'object' && inside), [child]: text };
  }
  const declaration = { [`${ATTRIBUTE}version`]: '1.0', [`${ATTRIBUTE}encoding`]: 'Shift_JIS' };
  const bytes = toShiftJis(builder.build({ '?xml': declaration, 'sps-api-request': request }));
  if (!bytes) throw new RangeError('not Shift_JIS');
  return new Uint8Array(bytes);
}

/** Reads an answer; undefined when it is not one: another charset, not well-formed, a DTD, an element that comes twice. */
export function readSbpsXml(bytes: Uint8Array): SbpsXml | undefined {
  try {
    const text = fromShiftJis(bytes);
    // A DTD can make a short text a very long one.
    if (/<!doctype/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
    const { 'sps-api-response': root, ...others } = parser.parse(text) as Record<string, unknown>;
    if (Object.keys(others).length > 0 || !isTree(root)) return undefined;
    const { [`${ATTRIBUTE}id`]: id = '', ...rest } = root;
    return typeof id === 'string' ? { id, fields: leaves(rest, '') } : undefined;
  } catch {
    return undefined;
  }
}

function leaves(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    if (name.startsWith(ATTRIBUTE)) return [];
    return typeof value === 'string' ? [[path + name, value]] : leaves(value, `${path}${name}/`);
  });
}

function isTree(value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === 'string' || isTree(one));
}
