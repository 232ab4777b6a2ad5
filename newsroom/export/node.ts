/** Nodes: a record as JSON-LD writes it, and back. */
import type { ExportRecord } from './record.ts';
import { TERMS } from './vocabulary.ts';

export interface Node {
  [field: string]: unknown;
}

/** Nodes of what the corpus holds, and of what each article says, which is a named graph of its own. */
export interface Nodes {
  readonly entities: readonly Node[];
  /** By the article's URN. */
  readonly said: ReadonlyMap<string, readonly Node[]>;
}

export function toNodes(records: readonly ExportRecord[]): Nodes {
  const urns = new Map(records.flatMap((record) => ('slug' in record ? [[record.slug, urnOf(record)]] : [])));
  const urn = (slug: string) => urns.get(slug) ?? `urn:dateline:unknown:${slug}`;
  const said = records.flatMap((record) => ('slug' in record ? [] : [record]));
  return {
    entities: records.filter((record) => 'slug' in record).map((record) => toNode(record, urnOf(record), urn)),
    said: new Map(
      [...Map.groupBy(said, ({ article }) => article)].map(([article, all]) => [
        urn(article),
        all.map((record) => toNode(record, urnOf(record), urn)),
      ]),
    ),
  };
}

/** `urn:dateline:person:ann-lee`; `urn:dateline:event-report:fire-in-the-mill:3` for what only an article has. */
function urnOf(record: ExportRecord): string {
  const type = record.type.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
  return `urn:dateline:${type}:${'slug' in record ? record.slug : `${record.article}:${record.number}`}`;
}

/** What lies inside a record is named after its place there, so that nothing is a blank node. */
function toNode(fields: object, id: string, urn: (slug: string) => string): Node {
  if (isWords(fields)) return toResource(fields, urn);
  const node: Node = { id };
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) continue;
    const name = linkedName(field, value, fields);
    if (name === 'published') node.datePublished = value.edtf;
    node[name] = toValue(name, value, `${id}:${name}`, urn);
  }
  return node;
}

function toValue(name: string, value: unknown, id: string, urn: (slug: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => toValue(name, item, `${id}:${index}`, urn));
  if (typeof value === 'object' && value !== null) return toNode(value, id, urn);
  return TERMS.get(name)?.as === 'slug' ? urn(String(value)) : value;
}

/** One name has one form in linked data: evidence is a list, the words of a date are not; nor is an article a remark. */
function linkedName(field: string, value: unknown, fields: object): string {
  if (field === 'evidence' && !Array.isArray(value)) return 'words';
  return field === 'text' && 'headline' in fields ? 'articleBody' : field;
}

interface Words {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

function isWords(fields: object): fields is Words {
  return 'exact' in fields;
}

function toResource({ article, start, end, exact, prefix, suffix }: Words, urn: (slug: string) => string): Node {
  const id = `urn:dateline:words:${article}:${start}-${end}`;
  return {
    id,
    type: 'SpecificResource',
    source: urn(article),
    selector: [
      { id: `${id}:quote`, type: 'TextQuoteSelector', exact, prefix, suffix },
      { id: `${id}:position`, type: 'TextPositionSelector', start, end },
    ],
  };
}

/** What a node says, as the fields of a record; nothing of it is checked yet. */
export function fromNode(node: Node): Node {
  return readNode(node, DEEPEST);
}

/** Below that there is nothing of a record, and perhaps more than the stack can hold. */
const DEEPEST = 50;

function readNode(node: Node, depth: number): Node {
  if (node.type === 'SpecificResource') return fromResource(node);
  const fields = Object.entries(node).map(([name, value]) => [plainName(name), fromValue(name, value, depth)]);
  return Object.fromEntries(fields);
}

function plainName(name: string): string {
  return name === 'words' ? 'evidence' : name === 'articleBody' ? 'text' : name;
}

function fromValue(name: string, value: unknown, depth: number): unknown {
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((item) => fromValue(name, item, depth - 1));
  if (isNode(value)) return readNode(value, depth - 1);
  return TERMS.get(name)?.as === 'slug' ? slugIn(value) : value;
}

function fromResource({ source, selector }: Node): Node {
  const selectors = (Array.isArray(selector) ? selector : [selector]).filter(isNode);
  const { type: _, ...words } = Object.assign({}, ...selectors) as Node;
  return { ...words, article: slugIn(source) };
}

function slugIn(urn: unknown): unknown {
  return typeof urn === 'string' ? urn.slice(urn.lastIndexOf(':') + 1) : urn;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
