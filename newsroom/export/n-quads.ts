/** N-Quads: the graph of the JSON-LD export, one statement per line, each literal in its canonical form. */
import { fromNode, type Node, toNodes } from './node.ts';
import { type ExportRecord, isRecordType } from './record.ts';
import { TERMS, type Term, TYPES, XSD } from './vocabulary.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** The lines. What each article says is in a graph named with the article's URN; the rest is in the default graph. */
export function printNQuads(records: readonly ExportRecord[]): string[] {
  const { entities, said } = toNodes(records);
  // A set, because the same words may be the evidence of many records.
  const lines = new Set<string>();
  let cells = 0;

  const print = (node: Node, graph: string): string => {
    const { id, ...fields } = node;
    const subject = iri(String(id));
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'type') lines.add(line(subject, `${RDF}type`, iri(typeIri(value)), graph));
      else printField(subject, name, value, graph);
    }
    return subject;
  };
  const printField = (subject: string, name: string, value: unknown, graph: string): void => {
    const term = TERMS.get(name);
    if (term === undefined) throw new Error(`The field "${name}" has no term.`);
    const objects = (Array.isArray(value) ? value : [value]).map((one) =>
      typeof one === 'object' ? print(one, graph) : object(one, term),
    );
    if (term.has === 'list') lines.add(line(subject, term.iri, printList(objects, graph), graph));
    else for (const one of objects) lines.add(line(subject, term.iri, one, graph));
  };
  const printList = (objects: readonly string[], graph: string): string =>
    objects.reduceRight(
      (rest, first) => {
        const cell = `_:cell${cells++}`;
        lines.add(line(cell, `${RDF}first`, first, graph)).add(line(cell, `${RDF}rest`, rest, graph));
        return cell;
      },
      iri(`${RDF}nil`),
    );

  for (const node of entities) print(node, '');
  for (const [article, nodes] of said) for (const node of nodes) print(node, `${iri(article)} `);
  return [...lines];
}

function line(subject: string, predicate: string, object: string, graph: string): string {
  return `${subject} ${iri(predicate)} ${object} ${graph}.\n`;
}

function typeIri(type: unknown): string {
  return new Map(Object.entries<string>(TYPES)).get(String(type)) ?? String(type);
}

function object(value: unknown, { as }: Term): string {
  if (as === 'slug' || as === 'address') return iri(String(value));
  if (typeof value === 'number') return `"${value}"^^${iri(as === 'value' ? `${XSD}integer` : as)}`;
  if (typeof value === 'boolean') return `"${value}"^^${iri(`${XSD}boolean`)}`;
  const literal = `"${String(value).replace(ESCAPED, escaped)}"`;
  return as === 'value' ? literal : `${literal}^^${iri(as)}`;
}

/** What the canonical form of N-Quads (RDF Dataset Canonicalization, 5) escapes; no other character is escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be escaped.
const ESCAPED = /["\\\0-\x1f\x7f]/g;
const SHORT = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\f', '\\f'],
]);

function escaped(character: string): string {
  return SHORT.get(character) ?? unicode(character);
}

function unicode(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function iri(text: string): string {
  return `<${text.replace(/[\0-\x20<>"{}|^`\\]/g, unicode)}>`;
}

/** The records in a text of N-Quads, unchecked. Calls `fail` with the number of a line that is not a statement. */
export function readNQuads(text: string, fail: (says: string) => never): unknown[] {
  const subjects = gatherSubjects(text, fail);
  const roots = [...subjects].filter(([, fields]) => isRecordType(TYPE_NAMES.get(typeIn(fields))));
  return roots.map(([subject]) => fromNode(nodeOf(subject, subjects, fail, 0)));
}

function typeIn(fields: ReadonlyMap<string, readonly string[]>): string {
  return (fields.get(`${RDF}type`)?.[0] ?? '').slice(1, -1);
}

type Subjects = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const STATEMENT =
  /^(<[^<>]*>|_:\S+) <([^<>]*)> (<[^<>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^<>]*>|@[\w-]+)?) (?:(?:<[^<>]*>|_:\S+) )?\.$/;

function gatherSubjects(text: string, fail: (says: string) => never): Subjects {
  const subjects = new Map<string, Map<string, string[]>>();
  for (const [index, one] of text.split('\n').entries()) {
    if (one.trim() === '' || one.startsWith('#')) continue;
    const found = STATEMENT.exec(one.trim());
    if (found === null) return fail(`Line ${index + 1} is not a statement of N-Quads.`);
    const [, subject = '', predicate = '', object = ''] = found;
    const fields = subjects.get(subject) ?? new Map<string, string[]>();
    const objects = fields.get(predicate) ?? [];
    // Two graphs may contain the same statement.
    if (!objects.includes(object)) subjects.set(subject, fields.set(predicate, [...objects, object]));
  }
  return subjects;
}

/** Deeper than any record; a graph from outside may contain a cycle. */
const DEEPEST = 12;

function nodeOf(subject: string, subjects: Subjects, fail: (says: string) => never, depth: number): Node {
  if (depth > DEEPEST) return fail(`"${subject}" is nested too deeply for a record.`);
  const node: Node = {};
  for (const [predicate, objects] of subjects.get(subject) ?? []) {
    const [first = ''] = objects;
    if (predicate === `${RDF}type`) node.type = TYPE_NAMES.get(first.slice(1, -1)) ?? first;
    const known = TERM_NAMES.get(predicate);
    if (known === undefined) continue;
    const all = objects.flatMap((one) => (isList(one, subjects) ? listFrom(one, subjects, fail) : [one]));
    const values = all.map((one) => fieldValue(one, known.term, subjects, fail, depth));
    node[known.name] = known.term.has !== 'one' || values.length > 1 ? values : values[0];
  }
  return node;
}

const TYPE_NAMES = new Map(Object.entries<string>(TYPES).map(([name, full]) => [full, name]));
const TERM_NAMES = new Map([...TERMS].map(([name, term]) => [term.iri, { name, term }]));

function isList(object: string, subjects: Subjects): boolean {
  return object === `<${RDF}nil>` || subjects.get(object)?.has(`${RDF}first`) === true;
}

function listFrom(head: string, subjects: Subjects, fail: (says: string) => never): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (let cell = head; cell !== `<${RDF}nil>`; cell = subjects.get(cell)?.get(`${RDF}rest`)?.[0] ?? `<${RDF}nil>`) {
    if (seen.has(cell)) return fail('A list contains a cycle.');
    seen.add(cell);
    found.push(...(subjects.get(cell)?.get(`${RDF}first`) ?? []));
  }
  return found;
}

function fieldValue(
  object: string,
  term: Term,
  subjects: Subjects,
  fail: (says: string) => never,
  depth: number,
): unknown {
  if (object.startsWith('_:') || (object.startsWith('<') && term.as === 'value')) {
    return nodeOf(object, subjects, fail, depth + 1);
  }
  if (object.startsWith('<')) return unescaped(object.slice(1, -1));
  const end = object.lastIndexOf('"');
  const value = unescaped(object.slice(1, end));
  const datatype = object.slice(end + 1);
  if (INTEGERS.has(datatype)) return Number(value);
  return datatype === `^^<${XSD}boolean>` ? value === 'true' : value;
}

const INTEGERS = new Set(['integer', 'nonNegativeInteger'].map((type) => `^^<${XSD}${type}>`));

const LONG = new Map([...SHORT].map(([character, short]) => [short.slice(1), character]));

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, one) =>
    one === undefined ? codePoint(Number.parseInt(four ?? eight, 16)) : (LONG.get(one) ?? one),
  );
}

function codePoint(value: number): string {
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
}
