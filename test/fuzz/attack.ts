/** Attacks: documents and variables made to cost a server much, or to go round one of its limits. */
import { getIntrospectionQuery } from 'graphql';
import type { Operation } from './document.ts';
import { ODD_NAMES } from './mutate.ts';
import { type Draw, MARKER } from './value.ts';

/** About how long the longest one is, in characters. A body of twice the limit is refused before anybody reads it. */
const LONGEST = 200_000;

/** One of the attacks, in any size: most are small, since what a limit lets through is what costs. */
export function drawAttack(draw: Draw): Operation {
  const { random } = draw;
  const attack = random.pick(ATTACKS);
  const size = Math.ceil(Math.exp(random.unit() * Math.log(20_000)));
  const { document, variables = {} } = attack(size, draw);
  // A server that has seen a document before may answer from memory.
  const text = random.chance(0.5) ? `${document} # ${random.between(0, 2 ** 31)}` : document;
  return { document: text, variables, operationName: null };
}

interface Attack {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** By how large it is to be: the number of its repetitions, unless that would be longer than anything has to be. */
const ATTACKS: readonly ((size: number, draw: Draw) => Attack)[] = [
  // Nesting.
  (size) => ({ document: nested('{ a ', size, '}') }),
  (size) => ({ document: `{ ${nested('... { ', size, '}', '__typename ')} }` }),
  (size) => ({ document: `{ events { nodes { ${nested('partOf { ', size, '}', 'name ')} } } }` }),
  (size) => ({ document: `{ places { nodes { ${nested('contains(first: 1) { nodes { ', size, '} }', 'name ')} } } }` }),
  (size) => ({
    document: `{ statements { nodes { ${nested('speakers { agent { statements { nodes { ', size, '} } } }', 'slug ')} } } }`,
  }),
  (size) => ({ document: `{ nodes(ids: ${nested('[', size, ']', '"a"')}) { id } }` }),
  (size) => ({ document: `query ($a: ${nested('[', size, ']', 'Int')}) { __typename }` }),
  (size) => ({ document: `{ events(filter: ${nested('{not: ', size, '}', '{}')}) { totalCount } }` }),
  (size) => ({ document: `{ events(filter: ${nested('{or: [', size, ']}', '{voices: ARTICLE}')}) { totalCount } }` }),
  (size) => ({
    document: `query ($f: EventFilter = ${nested('{and: [', size, ']}', '{}')}) { events(filter: $f) { totalCount } }`,
  }),
  (size) => ({
    document: 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }',
    variables: { filter: JSON.parse(nested('{"not":', Math.min(size, 4000), '}', '{}')) },
  }),
  (size) => ({
    document: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: JSON.parse(nested('[', Math.min(size, 4000), ']')) },
  }),
  (size) => ({ document: `{ __schema { ${nested('types { fields { type { ', size, '} } }', 'name ')} } }` }),
  (size) => ({ document: `{ __type(name: "Event") { ${nested('ofType { ', size, '}', 'name ')} } }` }),

  // Fragments: in themselves, in a chain, doubling.
  (size) => ({ document: `{ ...F0 } ${chain(size, (at, next) => `fragment F${at} on Query { ...F${next} }`, 0)}` }),
  (size) => ({ document: `{ ...F0 } ${chain(size, (at, next) => `fragment F${at} on Query { ...F${next} }`)}` }),
  (size) => ({
    document: `{ events { nodes { ...F0 } } } ${chain(size, (at, next) => `fragment F${at} on Event { name partOf { ...F${next} } }`, 0)}`,
  }),
  (size) => ({
    document: `{ events(first: 1) { nodes { ...F0 } } } ${chain(size, (at, next) => `fragment F${at} on Event { a: partOf { ...F${next} } b: partOf { ...F${next} } }`)}`,
  }),
  (size) => ({
    document: `{ ...F0 } ${chain(size, (at, next) => `fragment F${at} on Query { ...F${next} ...F${next} ... { ...F${next} } }`)}`,
  }),
  (size) => ({ document: `{ ${repeated('...A ', size)} } fragment A on Query { corpus { version } }` }),
  (size) => ({
    document: `{ ${numbered(size, (at) => `...F${at}`)} } ${numbered(size, (at) => `fragment F${at} on Query { corpus { version } a${at}: __typename }`)}`,
  }),
  (size) => ({ document: `{ __typename } ${numbered(size, (at) => `fragment F${at} on Query { __typename }`)}` }),

  // Much of one thing.
  (size) => ({ document: `{ ${repeated('__typename ', size)} }` }),
  (size) => ({ document: `{ ${repeated('corpus { version } ', size)} }` }),
  (size) => ({ document: `{ ${repeated('events { nodes { name reports { nodes { voice } } } } ', size)} }` }),
  (size) => ({ document: `{ ${numbered(size, (at) => `a${at}: __typename`)} }` }),
  (size) => ({ document: `{ ${numbered(size, (at) => `a${at}: events(first: 100) { nodes { name } }`)} }` }),
  (size) => ({ document: `{ ${numbered(size, (at) => `a: event(slug: "${at}") { name }`)} }` }),
  (size) => ({ document: `{ __typename ${repeated('@include(if: true) ', size)} }` }),
  (size) => ({ document: `{ __typename ${numbered(size, (at) => `@a${at}`)} }` }),
  (size) => ({ document: `{ ${repeated('... @skip(if: true) { __typename } ', size)} }` }),
  (size) => ({ document: `query (${numbered(size, (at) => `$a${at}: Int`)}) { __typename }` }),
  (size) => ({ document: `query (${numbered(size, (at) => `$a${at}: Strng = "x"`)}) { __typename }` }),
  (size) => ({
    document: `query (${numbered(size, (at) => `$a${at}: Int`)}) { ${numbered(size, (at) => `a${at}: events(first: $a${at}) { totalCount }`)} }`,
    variables: Object.fromEntries(Array.from({ length: fitting(size, 60) }, (_, at) => [`a${at}`, MARKER])),
  }),
  (size) => ({ document: numbered(size, (at) => `query Q${at} { __typename }`) }),
  (size) => ({ document: numbered(size, () => '{ __typename }') }),
  (size) => ({ document: `{ ${numbered(size, (at) => `statment${at}`)} }` }),
  (size) => ({ document: `{ events(${numbered(size, (at) => `filtr${at}: 1`)}) { totalCount } }` }),
  (size) => ({ document: `{ events(filter: {${numbered(size, (at) => `kind${at}: 1`)}}) { totalCount } }` }),
  (size) => ({ document: `{ events(filter: {kinds: [${numbered(size, (at) => `FIR${at}`)}]}) { totalCount } }` }),
  (size) => ({ document: `{ events(filter: {kinds: [${repeated('FIRE ', size)}]}) { totalCount } }` }),
  (size) => ({ document: `{ events(filter: {or: [${repeated('{places: "a"} ', size)}]}) { totalCount } }` }),
  (size, { harvest }) => ({
    document: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id slug } }',
    variables: { ids: Array.from({ length: fitting(size, 40) }, (_, at) => harvest.ids[at % harvest.ids.length]) },
  }),
  (size) => ({
    document: 'query ($filter: EventFilter) { events(filter: $filter) { totalCount } }',
    variables: {
      filter: { or: Array.from({ length: fitting(size, 60) }, (_, at) => ({ and: [{ place: `a${at}` }] })) },
    },
  }),
  (size) => ({
    document: 'query ($filter: EventFilter) { events(filter: $filter) { totalCount } }',
    variables: { filter: Object.fromEntries(Array.from({ length: fitting(size, 20) }, (_, at) => [`k${at}`, 1])) },
  }),

  // Long words and much of nothing.
  (size, { random }) => ({ document: `{ ${random.pick(ODD_NAMES).repeat(fitting(size, 10))} }` }),
  (size) => ({ document: `{ events(first: ${'9'.repeat(size)}) { totalCount } }` }),
  (size) => ({ document: `{ search(query: "${'a'.repeat(size)}") { totalCount } }` }),
  (size) => ({ document: `{ search(query: """${'\n  a'.repeat(fitting(size, 4))}""") { totalCount } }` }),
  (size) => ({ document: `{ search(query: "${'\\u0061'.repeat(fitting(size, 6))}") { totalCount } }` }),
  (size) => ({ document: `${'#\n'.repeat(size)}{ __typename }` }),
  (size) => ({ document: `${', \ufeff'.repeat(size)}{ __typename }` }),
  (size) => ({ document: `{ search(query: "${MARKER}${' '.repeat(size)}` }),

  // What a resolver has most to do with.
  (size) => ({
    document: `{ search(query: "${'a b c d e '.repeat(Math.min(size, 99))}", first: 100) { nodes { score snippets { text matches { start } } } } }`,
  }),
  (size, { harvest }) => ({
    document:
      'query ($query: String!) { search(query: $query, first: 100) { totalCount nodes { score snippets { text matches { start } } } } }',
    variables: { query: `"${harvest.words.slice(0, Math.min(size, 150)).join(' ')}"`.slice(0, 1000) },
  }),
  (size, { random, harvest }) => ({
    document: `{ ${numbered(Math.min(size, 30), (at) => `a${at}: paths(from: "${random.pick(harvest.slugs.Person ?? [])}", to: "${random.pick(harvest.slugs.Person ?? [])}", maxHops: 6, first: 20) { isComplete nodes { hops { evidence { exact } } } }`)} }`,
  }),
  (size) => ({
    document: `{ timeline(granularity: DAY, mode: POSSIBLE, first: ${Math.min(size, 100)}) { totalCount nodes { items(first: 100) { nodes { node { slug } } } } } }`,
  }),
  (size) => ({
    document: `{ events { facets(by: [${repeated('PARTICIPANT ARTICLE KIND LANGUAGE MONTH PLACE SPEAKER VOICE ', Math.min(size, 500))}], first: 100) { valueCount values { value node { slug } } } } }`,
  }),
  (size) => ({
    document: `{ ${nested('statements(first: 100) { nodes { about { ... on Event { ', Math.min(size, 6), '} } } }', 'name ')} }`,
  }),
  (size) => ({
    document: `{ articles(first: 100) { nodes { ${numbered(Math.min(size, 100), (at) => `a${at}: segments { marks { target { slug } } }`)} } } }`,
  }),
  () => ({ document: getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true }) }),
];

/** As many times as fit. */
function fitting(size: number, each: number): number {
  return Math.max(1, Math.min(size, Math.floor(LONGEST / each)));
}

function repeated(part: string, size: number): string {
  return part.repeat(fitting(size, part.length));
}

function numbered(size: number, part: (at: number) => string): string {
  return Array.from({ length: fitting(size, part(0).length + 5) }, (_, at) => part(at)).join(' ');
}

function nested(open: string, size: number, close: string, core = ''): string {
  const depth = fitting(size, open.length + close.length);
  return open.repeat(depth) + core + close.repeat(depth);
}

/** Fragments of which each spreads the next, and the last one that of the given number or, without one, a leaf. */
function chain(size: number, fragment: (at: number, next: number) => string, last?: number): string {
  const length = fitting(size, fragment(0, 0).length + 8);
  const all = Array.from({ length }, (_, at) => fragment(at, at + 1 === length ? (last ?? length) : at + 1));
  const type = / on (\w+) /.exec(all[0] ?? '')?.[1] ?? 'Query';
  return [...all, ...(last === undefined ? [`fragment F${length} on ${type} { __typename }`] : [])].join(' ');
}
