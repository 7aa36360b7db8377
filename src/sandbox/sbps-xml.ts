import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { toShiftJis } from './sbps-shift-jis.js';

/** The leaves of a message in the order in which they came; `parent/child` for one inside another. */
export type SbpsXmlFields = readonly (readonly [element: string, text: string])[];

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  maxNestedTags: 4,
});

const attributes = ':@';
const text = '#text';

type Node = Readonly<Record<string, unknown>>;

function isNodes(value: unknown): value is readonly Node[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}

/** The elements among nodes, with what is inside of them. */
function elementsOf(nodes: readonly Node[]): [name: string, inside: readonly Node[]][] {
  return nodes.flatMap((node) =>
    Object.entries(node).flatMap(([name, inside]): [string, readonly Node[]][] =>
      name !== attributes && name !== text && !name.startsWith('?') && isNodes(inside) ? [[name, inside]] : [],
    ),
  );
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => node[text])
    .filter((part) => typeof part === 'string')
    .join('');
}

function leaves(nodes: readonly Node[], path: string): [string, string][] {
  return elementsOf(nodes).flatMap(([name, inside]) =>
    elementsOf(inside).length > 0 ? leaves(inside, `${path}${name}/`) : [[path + name, textOf(inside)]],
  );
}

/**
 * Reads a request as SBPS does: it must say that it is Shift_JIS, and be so.
 * @returns the function's number and the fields, or undefined when it is no such XML
 */
export function readApiRequest(body: Uint8Array): { id: string; fields: SbpsXmlFields } | undefined {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 100));
  if (!/^<\?xml\s+version=(["'])1\.0\1\s+encoding=(["'])Shift_JIS\2\s*\?>/i.test(head)) return undefined;
  try {
    const xml = new TextDecoder('shift_jis', { fatal: true }).decode(body);
    if (xml.includes('<!') || XMLValidator.validate(xml) !== true) return undefined;
    const nodes: unknown = parser.parse(xml);
    if (!isNodes(nodes)) return undefined;
    const [[name, inside] = ['', []], ...others] = elementsOf(nodes);
    if (name !== 'sps-api-request' || others.length > 0) return undefined;
    const { id } = (nodes.find((node) => name in node)?.[attributes] ?? {}) as { id?: string };
    return id === undefined ? undefined : { id, fields: leaves(inside, '') };
  } catch {
    return undefined;
  }
}

/** An answer. Every text must be one that needs no escaping. */
export function writeApiAnswer(id: string, fields: SbpsXmlFields): Uint8Array<ArrayBuffer> {
  const lines = fields.map(([name, value]) => `  <${name}>${value}</${name}>\n`).join('');
  const declaration = '<?xml version="1.0" encoding="Shift_JIS"?>';
  const xml = `${declaration}\n<sps-api-response id="${id}">\n${lines}</sps-api-response>\n`;
  return toShiftJis(xml) ?? new Uint8Array();
}
