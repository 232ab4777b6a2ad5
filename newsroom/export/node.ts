/** From a record to its JSON-LD node, and back. */
import type { ExportRecord } from './record.ts';
import { TERMS } from './vocabulary.ts';

export interface Node {
  [field: string]: unknown;
}

/** The nodes of the default graph, and those of the named graph of each article. */
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

/** `urn:dateline:person:ann-lee`; for a record without a slug, `urn:dateline:event-report:fire-in-the-mill:3`. */
function urnOf(record: ExportRecord): string {
  const type = record.type.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
  return `urn:dateline:${type}:${'slug' in record ? record.slug : `${record.article}:${record.number}`}`;
}

/** The node of a record. A nested one is named after its place in the record, so there are no blank nodes. */
function toNode(fields: object, id: string, urn: (slug: string) => string): Node {
  if (isWords(fields)) return toResource(fields, urn);
  const node: Node = { id };
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) continue;
    const name = linkedName(field, value, fields);
    if (name === 'published' && ISO_DATE.test(value.edtf)) node.datePublished = value.edtf;
    node[name] = toValue(name, value, `${id}:${name}`, urn);
  }
  return node;
}

/** What schema.org takes for a date: ISO 8601, and nothing that is vague. */
const ISO_DATE = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2}(?:T[\d:]+(?:Z|[+-]\d{2}(?::\d{2})?)?)?)?)?$/;

function toValue(name: string, value: unknown, id: string, urn: (slug: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => toValue(name, item, `${id}:${index}`, urn));
  if (typeof value === 'object' && value !== null) return toNode(value, id, urn);
  return TERMS.get(name)?.as === 'slug' ? urn(String(value)) : value;
}

/**
 * The name of a field in linked data, where a name has one form: a single `evidence`, as of a date, is `words`, since
 * `evidence` is a list; the `text` of an article is `articleBody`.
 */
function linkedName(field: string, value: unknown, fields: object): string {
  if (field === 'evidence' && !Array.isArray(value)) return 'words';
  return field === 'text' && 'headline' in fields ? 'articleBody' : field;
}

interface Words {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

function isWords(fields: object): fields is Words {
  return 'exact' in fields;
}

function toResource({ source, start, end, exact, prefix, suffix }: Words, urn: (slug: string) => string): Node {
  const id = `urn:dateline:words:${source}:${start}-${end}`;
  return {
    id,
    type: 'SpecificResource',
    source: urn(source),
    selector: [
      { id: `${id}:quote`, type: 'TextQuoteSelector', exact, prefix, suffix },
      { id: `${id}:position`, type: 'TextPositionSelector', start, end },
    ],
  };
}

/** The fields of a record from a node, unchecked. */
export function fromNode(node: Node): Node {
  return readNode(node, DEEPEST);
}

/** Deeper than any record; a deeper document could overflow the stack. */
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
  return { ...words, source: slugIn(source) };
}

function slugIn(urn: unknown): unknown {
  return typeof urn === 'string' ? urn.slice(urn.lastIndexOf(':') + 1) : urn;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
