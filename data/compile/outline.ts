/** Outlines: the place of each value of a YAML document, in a few numbers each, so that the document can be freed. */
import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { Range } from '../text.ts';
import type { Path } from './yaml.ts';

/** The place of the value at the path, or of the name of its field; if it is absent, the place where it belongs. */
export type Locate = (path: Path, part: 'key' | 'value') => Range;

/** Records the places of a document. Its aliases must all refer to something before them. */
export function readOutline(document: Document): Outline {
  const writer = openWriter(document);
  const root = writer.write(document.contents);
  // A document takes some hundred bytes per value, and a corpus has a million values.
  return { numbers: Int32Array.from(writer.numbers), names: [...writer.names.keys()], root };
}

export function openOutline({ numbers, names, root }: Outline): Locate {
  const open = { numbers, names: new Map(names.map((name, number) => [name, number])), fields: new Map() };
  return (path, part) => locate(open, root, path, part);
}

/**
 * The nodes of the document, each at a position in `numbers`: its start, its end, its kind, then for each kind:
 *
 * - SEQUENCE: the number of items; the position of each
 * - MAP: the number of fields; for each the number of its name, the position of its key and of its value, or NOTHING
 * - ALIAS: the position of the node that it refers to
 */
export interface Outline {
  readonly numbers: Int32Array;
  /** The names of fields, in the order of their numbers. */
  readonly names: readonly string[];
  /** The position of the outermost node. */
  readonly root: number;
}

interface OpenOutline {
  readonly numbers: Int32Array;
  /** The number of each name. */
  readonly names: ReadonlyMap<string, number>;
  /** For maps with many fields, by their position: the position of each field by the number of its name. */
  readonly fields: Map<number, ReadonlyMap<number, number>>;
}

const SCALAR = 0;
const SEQUENCE = 1;
const MAP = 2;
const ALIAS = 3;

/** For a field without a value, which has no place of its own. */
const NOTHING = -1;

const KIND = 2;
const COUNT = 3;
const FIRST = 4;
const FIELD_LENGTH = 3;

function openWriter(document: Document) {
  const numbers: number[] = [];
  const names = new Map<string, number>();
  /** The positions of nodes with an anchor, which an alias may refer to. */
  const marked = new Map<unknown, number>();

  function write(node: unknown): number {
    const at = numbers.length;
    const { start, end } = rangeOf(node);
    if (isMap(node)) {
      numbers.push(start, end, MAP, node.items.length);
      const fields = reserve(node.items.length * FIELD_LENGTH);
      for (const [index, { key, value }] of node.items.entries()) {
        const field = fields + index * FIELD_LENGTH;
        numbers[field] = numberOf(nameOf(key));
        numbers[field + 1] = write(key);
        numbers[field + 2] = isEmpty(value) ? NOTHING : write(value);
      }
    } else if (isSeq(node)) {
      numbers.push(start, end, SEQUENCE, node.items.length);
      const items = reserve(node.items.length);
      for (const [index, item] of node.items.entries()) numbers[items + index] = write(item);
    } else if (isAlias(node)) {
      numbers.push(start, end, ALIAS, marked.get(node.resolve(document)) ?? at);
    } else numbers.push(start, end, SCALAR);
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) marked.set(node, at);
    return at;
  }

  function reserve(count: number): number {
    const at = numbers.length;
    for (let index = 0; index < count; index++) numbers.push(NOTHING);
    return at;
  }

  function numberOf(name: string): number {
    const number = names.get(name) ?? names.size;
    names.set(name, number);
    return number;
  }

  return { write, numbers, names };
}

/** The name of the field, as in `toJS`. */
function nameOf(key: unknown): string {
  const value = isScalar(key) ? key.value : key;
  return value === null ? '' : String(value);
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}

/** The place of a node in its document. */
export function rangeOf(node: unknown): Range {
  if (isPair(node)) return rangeOf(node.key);
  const [start, end] = (isNode(node) ? node.range : null) ?? [0, 0];
  return { start, end };
}

function locate(outline: OpenOutline, root: number, path: Path, part: 'key' | 'value'): Range {
  const { numbers, names } = outline;
  const read = (at: number) => numbers[at] ?? NOTHING;
  const range = (at: number): Range => ({ start: read(at), end: read(at + 1) });
  let node = root;
  let key = NOTHING;
  for (const step of path) {
    key = NOTHING;
    if (read(node + KIND) === ALIAS) node = read(node + COUNT);
    if (read(node + KIND) === MAP) {
      const field = findField(outline, node, names.get(String(step)) ?? NOTHING);
      if (field === NOTHING) break;
      key = read(field + 1);
      if (read(field + 2) === NOTHING) return range(key);
      node = read(field + 2);
    } else if (read(node + KIND) === SEQUENCE) {
      const index = Number(step);
      if (!Number.isInteger(index) || index < 0 || index >= read(node + COUNT)) break;
      node = read(node + FIRST + index);
    }
  }
  return range(part === 'key' && key !== NOTHING ? key : node);
}

/** The position of the field; the first one if the name occurs twice. */
function findField({ numbers, fields }: OpenOutline, map: number, name: number): number {
  if (name === NOTHING) return NOTHING;
  const known = fields.get(map);
  if (known !== undefined) return known.get(name) ?? NOTHING;
  const first = map + FIRST;
  const count = numbers[map + COUNT] ?? 0;
  if (count > MANY) {
    fields.set(map, indexFields(numbers, first, count));
    return fields.get(map)?.get(name) ?? NOTHING;
  }
  for (let field = first; field < first + count * FIELD_LENGTH; field += FIELD_LENGTH) {
    if (numbers[field] === name) return field;
  }
  return NOTHING;
}

/** Only mentions, or mistakes, have more fields than this. */
const MANY = 32;

function indexFields(numbers: Int32Array, first: number, count: number): ReadonlyMap<number, number> {
  const index = new Map<number, number>();
  for (let field = first; field < first + count * FIELD_LENGTH; field += FIELD_LENGTH) {
    const name = numbers[field] ?? NOTHING;
    if (!index.has(name)) index.set(name, field);
  }
  return index;
}
