// How large a request is: every figure of documents that are right, wrong, or made to be dear.
import fastCheck from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isUnionType,
  Kind,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Held } from '../../src/graphql/estimate.ts';
import { type Measures, measure } from '../../src/graphql/measure.ts';
import { priceOf } from '../../src/graphql/price.ts';

const NOTHING: Measures = {
  depth: 0,
  rootFields: 0,
  aliases: 0,
  repeats: 0,
  directives: 0,
  estimate: 0,
  listLength: 0,
  filterDepth: 0,
  filterSize: 0,
};
/** What a field that there is not costs. */
const UNKNOWN = 1;
/** How long a list is taken to be that no argument says the length of. */
const USUAL = 3;
/** Where sums stop growing. */
const MOST = 1_000_000_000;

type Row = readonly [name: string, document: string, figures: Partial<Measures>];
type Variables = Readonly<Record<string, unknown>>;

describe('every figure of', () => {
  test.each<Row>([
    ['a name', '{ __typename }', { depth: 1, rootFields: 1, estimate: UNKNOWN }],
    [
      'a count',
      '{ statements { totalCount } }',
      { depth: 2, rootFields: 1, estimate: points('Query.statements', 'StatementConnection.totalCount') },
    ],
    [
      'a page of the usual size',
      '{ statements { nodes { text } } }',
      { depth: 3, rootFields: 1, estimate: page(50, 'Statement.text') },
    ],
    [
      'a page with cursors',
      '{ statements(first: 3) { edges { cursor node { text } } } }',
      {
        depth: 4,
        rootFields: 1,
        estimate: Math.ceil(
          points('Query.statements', 'StatementConnection.edges') +
            3 * exactly('StatementEdge.cursor', 'StatementEdge.node', 'Statement.text'),
        ),
      },
    ],
    [
      'where a page stands',
      '{ statements(first: 3) { pageInfo { hasNextPage } } }',
      {
        depth: 3,
        rootFields: 1,
        estimate: points('Query.statements', 'StatementConnection.pageInfo', 'PageInfo.hasNextPage'),
      },
    ],
    [
      'pages in pages: they multiply',
      '{ people(first: 3) { nodes { statements(first: 4) { nodes { text } } } } }',
      {
        depth: 5,
        rootFields: 1,
        estimate: Math.ceil(
          exactly('Query.people', 'PersonConnection.nodes') +
            3 * (exactly('Person.statements', 'StatementConnection.nodes') + 4 * exactly('Statement.text')),
        ),
      },
    ],
    [
      'a page inside a page, whose size nobody asks: it is taken to be short',
      '{ people(first: 3) { nodes { statements { nodes { text } } } } }',
      {
        depth: 5,
        rootFields: 1,
        estimate: Math.ceil(
          exactly('Query.people', 'PersonConnection.nodes') +
            3 * (exactly('Person.statements', 'StatementConnection.nodes') + USUAL * exactly('Statement.text')),
        ),
      },
    ],
    [
      'a list that takes no size',
      '{ article(slug: "a") { paragraphs { text } } }',
      {
        depth: 3,
        rootFields: 1,
        estimate: points('Query.article', 'Article.paragraphs') + USUAL * points('Paragraph.text'),
      },
    ],
    [
      'things by their ids: each counts',
      '{ nodes(ids: ["a", "b", "c"]) { id } }',
      {
        depth: 2,
        rootFields: 1,
        estimate: Math.ceil(exactly('Query.nodes') + 3 * exactly('Node.id')),
        listLength: 3,
        filterDepth: 1,
        filterSize: 3,
      },
    ],
    [
      'no ids',
      '{ nodes(ids: []) { id } }',
      { depth: 2, rootFields: 1, estimate: points('Query.nodes'), listLength: 0, filterDepth: 1, filterSize: 0 },
    ],
    [
      'one id, which GraphQL takes for a list',
      '{ nodes(ids: "a") { id } }',
      { depth: 2, rootFields: 1, estimate: points('Query.nodes', 'Node.id') },
    ],
    [
      'facets: each counts, times its values',
      '{ statements(first: 0) { facets(by: [KIND, SPEAKER], first: 4) { values { count } } } }',
      {
        depth: 4,
        rootFields: 1,
        estimate: Math.ceil(
          exactly('Query.statements', 'StatementConnection.facets') +
            2 * (exactly('Facet.values') + 4 * exactly('FacetValue.count')),
        ),
        listLength: 2,
        filterDepth: 1,
        filterSize: 2,
      },
    ],
    [
      'facets without a size: inside a list, few are taken to be there',
      '{ statements(first: 0) { facets(by: KIND) { values { count } } } }',
      {
        depth: 4,
        rootFields: 1,
        estimate: Math.ceil(
          exactly('Query.statements', 'StatementConnection.facets', 'Facet.values') +
            USUAL * exactly('FacetValue.count'),
        ),
      },
    ],
    [
      'a filter',
      '{ statements(filter: { and: [{ speakers: "a" }, { kinds: [DENIAL, NO_COMMENT] }] }) { totalCount } }',
      {
        depth: 2,
        rootFields: 1,
        estimate: points('Query.statements', 'StatementConnection.totalCount'),
        listLength: 2,
        filterDepth: 4,
        filterSize: 7,
      },
    ],
    [
      'arguments that are called like members of every object',
      '{ statements(constructor: [1], toString: [2], __proto__: [3]) { totalCount } }',
      {
        depth: 2,
        rootFields: 1,
        estimate: points('Query.statements', 'StatementConnection.totalCount'),
        listLength: 1,
        filterDepth: 1,
        filterSize: 1,
      },
    ],
    [
      'an order',
      '{ statements(orderBy: { field: DATE, direction: DESC }) { totalCount } }',
      {
        depth: 2,
        rootFields: 1,
        estimate: points('Query.statements', 'StatementConnection.totalCount'),
        filterDepth: 1,
        filterSize: 2,
      },
    ],
    [
      'the schema',
      '{ __schema { types { name } } }',
      {
        depth: 3,
        rootFields: 1,
        estimate: Math.ceil(2 + exactly('__Schema.types') + USUAL * exactly('__Type.name')),
      },
    ],
    [
      'aliases, repeats and directives',
      'query @any { one: __typename __typename __typename ... @include(if: true) { __typename two: __typename @any } }',
      { depth: 1, rootFields: 5, aliases: 2, repeats: 2, directives: 3, estimate: 5 * UNKNOWN },
    ],
    [
      'a fragment: as often as it is used',
      '{ a: person(slug: "a") { ...F } b: person(slug: "b") { ...F @any } } fragment F on Person { c: name d: name @any }',
      {
        depth: 2,
        rootFields: 2,
        aliases: 2 + 2 * 2,
        directives: 1 + 2,
        estimate: Math.ceil(2 * (exactly('Query.person') + 2 * exactly('Person.name'))),
      },
    ],
    [
      'a fragment on a page: times the page where it is used',
      '{ a: people(first: 1) { ...F } b: people(first: 9) { ...F } } fragment F on PersonConnection { nodes { name } }',
      {
        depth: 3,
        rootFields: 2,
        aliases: 2,
        estimate: Math.ceil(2 * exactly('Query.people', 'PersonConnection.nodes') + 10 * exactly('Person.name')),
      },
    ],
    [
      'an operation beside another one',
      'query A { __typename } query B { a: __typename b: __typename }',
      { depth: 1, rootFields: 1, estimate: UNKNOWN },
    ],
    [
      'fields, types and fragments that there are not',
      '{ nothing(first: 100) { at { all } } ... on Nothing { x } ...Nothing }',
      { depth: 3, rootFields: 2, estimate: 4 * UNKNOWN },
    ],
    [
      'names that every object has',
      '{ constructor { toString } __proto__ ... on valueOf { hasOwnProperty } ...constructor }',
      { depth: 2, rootFields: 3, estimate: 4 * UNKNOWN },
    ],
    ['a mutation, of which there are none', 'mutation { a { b } }', { depth: 2, rootFields: 1, estimate: 2 * UNKNOWN }],
    [
      'the argument of a directive',
      '{ __typename @include(if: [1, 2]) }',
      { depth: 1, rootFields: 1, directives: 1, estimate: UNKNOWN, listLength: 2, filterDepth: 1, filterSize: 2 },
    ],
  ])('%s', (_, document, figures) => {
    expect(measured(document)).toEqual({ ...NOTHING, ...figures });
  });

  test.each<Row>([
    ['that nothing uses', 'query ($it: [Int]) { __typename }', { listLength: 3, filterDepth: 2, filterSize: 4 }],
    ['that is not declared, and so never looked at', '{ __typename }', {}],
  ])('a variable %s', (_, document, figures) => {
    expect(measured(document, { it: [1, 2, [3]] })).toEqual({
      ...NOTHING,
      ...{ depth: 1, rootFields: 1, estimate: UNKNOWN, ...figures },
    });
  });
});

describe('how long a page is', () => {
  const paged = (argument: string) => `{ statements(${argument}) { edges { cursor } } }`;
  const pageOf = ({ estimate }: Measures) =>
    (estimate - points('Query.statements', 'StatementConnection.edges')) / exactly('StatementEdge.cursor');

  test.each([
    ['0', 0, 0],
    ['3', 3, 3],
    ['100', 100, 100],
    ['101', 101, 100],
    ['1000000000000', 1e12, 100],
    ['1e308', 1e308, 100],
    ['-1', -1, 0],
    ['-1e308', -1e308, 0],
    ['2.5', 2.5, 2.5],
    ['null', null, 50],
    ['"3"', '3', 50],
    ['true', true, 50],
  ])('first or last: %s', (written, given, page) => {
    for (const argument of ['first', 'last']) {
      expect(pageOf(measured(paged(`${argument}: ${written}`)))).toBe(page);
      const byVariable = `query ($n: Int = 7) ${paged(`${argument}: $n`)}`;
      expect(pageOf(measured(byVariable, { n: given }))).toBe(page);
      expect(pageOf(measured(`query ($n: Int = ${written}) ${paged(`${argument}: $n`)}`))).toBe(page);
    }
  });

  test.each([
    ['nothing is said', '{ statements { edges { cursor } } }', 50],
    ['the variable is not given', `query ($n: Int) ${paged('first: $n')}`, 50],
    ['the variable is not declared', paged('first: $n'), 50],
    ['the variable has a name of every object', `query ($constructor: Int = 3) ${paged('first: $constructor')}`, 3],
    ['both are given', paged('first: 2, last: 90'), 2],
    ['the first of them is null', paged('first: null, last: 3'), 3],
  ])('where %s', (_, document, page) => expect(pageOf(measured(document))).toBe(page));

  test('never longer than what the corpus holds', () => {
    const query = '{ people(first: 20) { nodes { name } } }';
    const { estimate } = measured(query, {}, { Person: 7 });
    expect(estimate).toBe(measured('{ people(first: 7) { nodes { name } } }').estimate);
    expect(measured(query, {}, { Person: 100 }).estimate).toBeGreaterThan(estimate);
  });

  test('a number too large for JavaScript is a full page', () => {
    expect(pageOf(measured(paged(`first: ${'9'.repeat(400)}`)))).toBe(100);
  });

  test.each<readonly [string, unknown, Partial<Measures>]>([
    ['a number', { kind: 'IntValue', value: '3' }, { filterDepth: 1, filterSize: 2 }],
    ['a variable', { kind: 'Variable', name: { value: 'm' } }, { filterDepth: 2, filterSize: 3 }],
  ])('an object that looks as if it were parsed from %s is an object', (_, n, figures) => {
    expect(measured(`query ($n: Int) ${paged('first: $n')}`, { n, m: 3 })).toEqual({
      ...NOTHING,
      ...{
        depth: 3,
        rootFields: 1,
        estimate: points('Query.statements', 'StatementConnection.edges') + 50 * exactly('StatementEdge.cursor'),
        ...figures,
      },
    });
  });
});

describe('a value counts the same written, given by a variable, and as its default', () => {
  test.each<readonly [string, unknown]>([
    ['{ speakers: ["a"] }', { speakers: ['a'] }],
    ['{ kinds: [DENIAL, DENIAL, DENIAL] }', { kinds: ['DENIAL', 'DENIAL', 'DENIAL'] }],
    ['{ and: [{ not: { or: [] } }, null, {}] }', { and: [{ not: { or: [] } }, null, {}] }],
    ['[[[1]], [2, 3]]', [[[1]], [2, 3]]],
    ['"a"', 'a'],
    ['null', null],
    ['{ kind: "Variable", name: { value: "x" } }', { kind: 'Variable', name: { value: 'x' } }],
    ['{ kind: "ListValue", values: [1, 2] }', { kind: 'ListValue', values: [1, 2] }],
  ])('%s', (written, given) => {
    const asked = (value: string) => `{ statements(filter: ${value}) { totalCount } }`;
    const expected = measured(asked(written));
    expect(measured(`query ($it: X) ${asked('$it')}`, { it: given })).toEqual(expected);
    expect(measured(`query ($it: X = ${written}) ${asked('$it')}`)).toEqual(expected);
  });

  test('a part of it may be a variable', () => {
    const asked = (value: string) => `{ statements(filter: { and: [${value}, { voices: ARTICLE }] }) { totalCount } }`;
    const expected = measured(asked('{ speakers: ["a"] }'));
    expect(measured(`query ($it: X) ${asked('$it')}`, { it: { speakers: ['a'] } })).toEqual(expected);
    expect(measured(`query ($it: X) ${asked('{ speakers: $it }')}`, { it: ['a'] })).toEqual(expected);
  });

  test.each([
    ['{ nodes(ids: $it) { id } }', '{ nodes(ids: ["a", "b", "c"]) { id } }', ['a', 'b', 'c']],
    [
      '{ statements { facets(by: $it) { valueCount } } }',
      '{ statements { facets(by: [KIND, KIND]) { valueCount } } }',
      ['KIND', 'KIND'],
    ],
    ['{ search(query: $it) { totalCount } }', '{ search(query: "ab mill") { totalCount } }', 'ab mill'],
  ])('%s', (byVariable, written, it) => {
    expect(measured(`query ($it: X) ${byVariable}`, { it })).toEqual(measured(written));
  });

  test('any value, for any argument', () => {
    fastCheck.assert(
      fastCheck.property(VALUE, fastCheck.constantFrom('filter', 'first', 'last', 'nothing'), (value, argument) => {
        const asked = (it: string) => `{ statements(${argument}: ${it}) { nodes { text } } }`;
        const expected = measured(asked(literalOf(value)));
        expect(measured(`query ($it: X) ${asked('$it')}`, { it: value })).toEqual(expected);
        expect(measured(`query ($it: X = ${literalOf(value)}) ${asked('$it')}`)).toEqual(expected);
      }),
    );
  });
});

describe('what is made to be dear is measured all the same', () => {
  test('variables nested as deeply as a body is long', () => {
    const deep = 50_000;
    const lists = JSON.parse('['.repeat(deep) + ']'.repeat(deep));
    const objects = JSON.parse(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`);
    const document = 'query ($it: X) { statements(filter: $it) { totalCount } }';
    expect(measured(document, { it: lists })).toEqual({
      ...NOTHING,
      ...{
        depth: 2,
        rootFields: 1,
        estimate: points('Query.statements', 'StatementConnection.totalCount'),
        listLength: 1,
        filterDepth: deep,
        filterSize: deep - 1,
      },
    });
    expect(measured(document, { it: objects })).toEqual({
      ...NOTHING,
      ...{
        depth: 2,
        rootFields: 1,
        estimate: points('Query.statements', 'StatementConnection.totalCount'),
        filterDepth: deep,
        filterSize: deep,
      },
    });
  });

  test('fragments that double each other, a hundred times', () => {
    const fragments = Array.from(
      { length: 100 },
      (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
    );
    const last = 'fragment F100 on Query { a: person(slug: "a") { name } }';
    expect(measured(`{ ...F0 } ${fragments.join(' ')} ${last}`)).toEqual({
      ...NOTHING,
      ...{ depth: 2, rootFields: MOST, aliases: MOST, estimate: MOST },
    });
  });

  test('pages inside each other, a hundred times', () => {
    const [open, close] = ['statements { nodes { speakers { agent { ', ' } } } }'];
    const document = `{ person(slug: "a") { ${open.repeat(100)}name${close.repeat(100)} } }`;
    expect(measured(document)).toEqual({ ...NOTHING, ...{ depth: 402, rootFields: 1, estimate: MOST } });
  });

  test.each<Row>([
    [
      'in itself',
      '{ ...A } fragment A on Query { __typename a: __typename ...A }',
      { depth: 1, rootFields: 2, aliases: 1, estimate: 2 * UNKNOWN },
    ],
    [
      'in another one',
      '{ ...A } fragment A on Query { __typename ...B } fragment B on Query { b: __typename ...A }',
      { depth: 1, rootFields: 2, aliases: 1, estimate: 2 * UNKNOWN },
    ],
    [
      'below itself',
      '{ person(slug: "a") { ...A } } fragment A on Person { name statements(first: 2) { nodes { speakers { agent { ...A } } } } }',
      {
        depth: 5,
        rootFields: 1,
        estimate: Math.ceil(
          exactly('Query.person', 'Person.name', 'Person.statements', 'StatementConnection.nodes') +
            2 * (exactly('Statement.speakers') + USUAL * exactly('Speaker.agent')),
        ),
      },
    ],
  ])('a fragment %s', (_, document, figures) => {
    expect(measured(document)).toEqual({ ...NOTHING, ...figures });
  });

  test('a fragment below itself on pages of every size', () => {
    const spreads = Array.from({ length: 100 }, (_, page) => `a${page}: statements(first: ${page}) { ...A }`);
    const below = `nodes { speakers { agent { ${spreads.join(' ')} } } }`;
    const { estimate } = measured(`{ ${spreads.join(' ')} } fragment A on StatementConnection { ${below} }`);
    expect(estimate).toBe(MOST);
  });
});

describe('whatever the document', () => {
  test('a field more makes it no smaller in any figure', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.gen(), (draw) => {
        const document = drawSet(draw, QUERY, 5);
        const before = measured(printInline(document));
        const sets = setsIn(document);
        const grown = sets[draw(fastCheck.nat, { max: sets.length - 1 })]!;
        grown.selections.push(drawField(draw, grown.type, 2));
        const after = measured(printInline(document));
        for (const figure of Object.keys(NOTHING) as (keyof Measures)[]) {
          expect(after[figure], figure).toBeGreaterThanOrEqual(before[figure]);
        }
      }),
    );
  });

  test('it is the same with its fragments in their places, but that repeats are then seen', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.gen(), (draw) => {
        const document = drawSet(draw, QUERY, 6);
        const { repeats, ...spread } = measured(printSpread(document));
        const { repeats: seen, ...inline } = measured(printInline(document));
        expect(spread).toEqual(inline);
        expect(seen).toBeGreaterThanOrEqual(repeats);
      }),
    );
  });
});

/** What fields cost, each answered once. */
function exactly(...coordinates: readonly string[]): number {
  return coordinates.reduce((sum, coordinate) => {
    const [type = '', name = ''] = coordinate.split('.');
    const parent = schema.getType(type) as GraphQLObjectType;
    return sum + priceOf(parent.getFields()[name]!, parent);
  }, 0);
}

function points(...coordinates: readonly string[]): number {
  return Math.ceil(exactly(...coordinates));
}

function page(size: number, field: string): number {
  return Math.ceil(exactly('Query.statements', 'StatementConnection.nodes') + size * exactly(field));
}

/** The figures of the first operation, over a corpus whose lists may be as long as a page. */
function measured(text: string, variables: Variables = {}, held: Held = {}): Measures {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`There is no operation in ${text}`);
  return measure(schema, document, operation, variables, held);
}

type Draw = fastCheck.GeneratorValue;

/** What is selected of a type; several places may have the very same. */
interface SelectionSet {
  readonly type: GraphQLCompositeType;
  readonly selections: Selection[];
}

interface Selection {
  /** Alias, name and arguments of a field; null for a fragment. */
  readonly field: string | null;
  readonly inside: SelectionSet | null;
}

const QUERY = schema.getQueryType()!;

/** @param deep how many more selections may be inside each other. */
function drawSet(draw: Draw, type: GraphQLCompositeType, deep: number): SelectionSet {
  const selections: Selection[] = [];
  for (let count = draw(fastCheck.integer, { min: 1, max: 3 }); count > 0; count--) {
    const isFragment = deep > 0 && draw(fastCheck.integer, { min: 0, max: 3 }) === 0;
    const drawn = isFragment ? drawFragment(draw, type, deep - 1) : drawField(draw, type, deep);
    selections.push(drawn, ...(isFragment && draw(fastCheck.boolean) ? [drawn] : []));
  }
  return { type, selections };
}

function drawFragment(draw: Draw, type: GraphQLCompositeType, deep: number): Selection {
  const conditions = [type, ...(isAbstractType(type) ? schema.getPossibleTypes(type) : [])];
  const condition = conditions[draw(fastCheck.nat, { max: conditions.length - 1 })]!;
  return { field: null, inside: drawSet(draw, condition, deep) };
}

function drawField(draw: Draw, type: GraphQLCompositeType, deep: number): Selection {
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const possible = fields.filter((field) => deep > 0 || !isCompositeType(getNamedType(field.type)));
  const field = possible[draw(fastCheck.nat, { max: possible.length })];
  const alias = draw(fastCheck.boolean) ? 'alias: ' : '';
  if (!field) return { field: `${alias}__typename`, inside: null };
  const returned = getNamedType(field.type);
  return {
    field: `${alias}${field.name}${drawArguments(draw, field)}`,
    inside: isCompositeType(returned) ? drawSet(draw, returned, deep - 1) : null,
  };
}

function drawArguments(draw: Draw, { args }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(() => draw(fastCheck.boolean)).map(({ name, type }) => `${name}: ${drawValue(draw, type)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function drawValue(draw: Draw, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${'A, '.repeat(draw(fastCheck.nat, { max: 4 }))}]`;
  if (isInputObjectType(nullable)) return '{ a: { b: [1] } }';
  return nullable.name === 'Int' ? String(draw(fastCheck.integer, { min: -1, max: 101 })) : '"a bc def"';
}

function setsIn(set: SelectionSet): readonly SelectionSet[] {
  return [set, ...set.selections.flatMap(({ inside }) => (inside ? setsIn(inside) : []))];
}

function printInline(set: SelectionSet): string {
  return printSet(set, (inside) => `... on ${inside.type.name} ${printInline(inside)}`);
}

function printSpread(set: SelectionSet): string {
  const names = new Map<SelectionSet, string>();
  const fragments: string[] = [];
  const spread = (inside: SelectionSet): string => {
    const name = names.get(inside) ?? `F${names.size}`;
    if (!names.has(inside)) {
      names.set(inside, name);
      fragments.push(`fragment ${name} on ${inside.type.name} ${printSet(inside, spread)}`);
    }
    return `...${name}`;
  };
  return [printSet(set, spread), ...fragments].join('\n');
}

function printSet({ selections }: SelectionSet, printFragment: (inside: SelectionSet) => string): string {
  const printed = selections.map(({ field, inside }) => {
    if (field === null) return inside ? printFragment(inside) : '';
    return inside ? `${field} ${printSet(inside, printFragment)}` : field;
  });
  return `{ ${printed.join(' ')} }`;
}

/** JSON that can be written in a document as well. */
const VALUE = fastCheck.letrec((tie) => ({
  value: fastCheck.oneof(
    { maxDepth: 4 },
    fastCheck.constantFrom(null, true, 'a', '3'),
    fastCheck.integer({ min: -2, max: 120 }),
    fastCheck.array(tie('value'), { maxLength: 3 }),
    fastCheck.dictionary(fastCheck.constantFrom('kind', 'value', 'name', 'first'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, inside]) => `${name}: ${literalOf(inside)}`);
  return `{ ${fields.join(', ')} }`;
}
