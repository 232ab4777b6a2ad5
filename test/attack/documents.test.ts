// Documents made to be dear to read, to validate or to execute: each limit says its figures, and all that are
// exceeded are said at once.
import { describe, expect, test } from 'vitest';
import type { GraphqlAnswerError } from '../harness.ts';
import { attack, errorAt, errorOf, expectErrors, expectFault, expectSafe, MODERN, posted } from './answer.ts';

type Row = readonly [string, string, readonly GraphqlAnswerError[]];

const invalid = (column: number, message: string) => errorAt(column, 'GRAPHQL_VALIDATION_FAILED', message);

const tooManyTokens = (actual: number) =>
  errorOf('TOO_MANY_TOKENS', `The document has ${actual} tokens; the most is 1000. Split it into smaller requests.`, {
    actual,
    limit: 1000,
  });
const tooDeep = (actual: number) =>
  errorOf('QUERY_TOO_DEEP', `The query is ${actual} fields deep; the most is 16. Split it into smaller requests.`, {
    actual,
    limit: 16,
  });
const tooManyRootFields = (actual: number) =>
  errorOf(
    'TOO_MANY_ROOT_FIELDS',
    `The query has ${actual} top-level fields; the most is 20. Split it into smaller requests.`,
    {
      actual,
      limit: 20,
    },
  );
const tooManyAliases = (actual: number) =>
  errorOf('TOO_MANY_ALIASES', `The query has ${actual} aliases; the most is 50. Split it into smaller requests.`, {
    actual,
    limit: 50,
  });
const tooManyRepeats = (actual: number) =>
  errorOf(
    'TOO_MANY_REPEATS',
    `The query selects ${actual} fields more than once in the same selection; the most is 50. Remove the repeated ones.`,
    { actual, limit: 50 },
  );
const tooManyDirectives = (actual: number) =>
  errorOf(
    'TOO_MANY_DIRECTIVES',
    `The query has ${actual} directives; the most is 50. Leave out the fields that you do not want.`,
    {
      actual,
      limit: 50,
    },
  );
const tooExpensive = (actual: number, path?: string, points?: number) =>
  errorOf(
    'QUERY_TOO_EXPENSIVE',
    `The query would cost about ${actual} points${path === undefined ? '' : `, ${points} of them in "${path}"`}; the most that is accepted is 100000. Ask for smaller pages ("first") or fewer nested lists.`,
    { actual, limit: 100_000, ...(path !== undefined && { path, points }) },
  );
const tooLongList = (actual: number) =>
  errorOf(
    'LIST_TOO_LONG',
    `A list in the arguments has ${actual} items; the most is 100. Split it into smaller requests.`,
    {
      actual,
      limit: 100,
    },
  );
const tooDeepFilter = (actual: number) =>
  errorOf('FILTER_TOO_DEEP', `An argument is nested ${actual} deep; the most is 20. Ask for less at once.`, {
    actual,
    limit: 20,
  });
const tooLargeFilter = (actual: number) =>
  errorOf(
    'FILTER_TOO_LARGE',
    `An argument has ${actual} values, including nested lists and objects; the most is 100. Ask for less at once.`,
    { actual, limit: 100 },
  );

describe('a document beyond a limit: 400 with its code, the limit and the figure', () => {
  const rows: readonly Row[] = [
    ['one token too many', `{ corpus ${'@a '.repeat(499)}}`, [tooManyTokens(1001)]],
    ['90,000 tokens', `{${'a '.repeat(45_000)}`, [tooManyTokens(45_001)]],
    ['one field too deep', nested(17, 'a'), [tooDeep(17)]],
    ['too deep through fragments', nestedFragments(17), [tooDeep(17)]],
    ['too deep through inline fragments', nested(17, '... { a'), [tooDeep(17)]],
    ['one alias too many', `{ corpus { ${many(51, (at) => `a${at}: version`)} } }`, [tooManyAliases(51)]],
    [
      'aliases in a fragment used often',
      `{ ${'corpus { ...A } '.repeat(2)} } fragment A on Corpus { ${many(26, (at) => `a${at}: version`)} }`,
      [tooManyAliases(52)],
    ],
    ['one root field too many', `{ ${rootFields(21)} }`, [tooManyRootFields(21)]],
    [
      'root fields in a fragment used often',
      `{ ...A ...A ...A } fragment A on Query { corpus { version } a: __typename b: __typename c: __typename d: __typename e: __typename f: __typename }`,
      [tooManyRootFields(21)],
    ],
    ['one repeat too many', `{ corpus { ${'version '.repeat(52)} } }`, [tooManyRepeats(51)]],
    ['repeats in inline fragments', `{ corpus { ${'... { version } '.repeat(52)} } }`, [tooManyRepeats(51)]],
    ['one directive too many', `{ __typename ${'@include(if: true) '.repeat(51)} }`, [tooManyDirectives(51)]],
    [
      'directives on spreads',
      `{ ${'... @skip(if: true) { __typename } '.repeat(20)} ...A ${'@a '.repeat(31)} } fragment A on Query { __typename }`,
      [tooManyDirectives(51), tooManyRootFields(21)].toReversed(),
    ],
    [
      'a name one too long',
      `{ ${'a'.repeat(101)}: corpus { version } }`,
      [
        errorOf(
          'NAME_TOO_LONG',
          'A name in the answer has 101 characters; the most is 100. It is repeated each time its field is answered: shorten the alias.',
          { actual: 101, limit: 100 },
        ),
      ],
    ],
    ['directives on the operation', `query ${'@a '.repeat(51)} { __typename }`, [tooManyDirectives(51)]],
    ['one item too many', `{ nodes(ids: [${'"a" '.repeat(101)}]) { id } }`, [tooLongList(101), tooLargeFilter(101)]],
    [
      'a list in an argument that nobody knows',
      `{ corpus(x: [${'1 '.repeat(101)}]) { version } }`,
      [tooLongList(101), tooLargeFilter(101)],
    ],
    ['a filter too deep', `{ statements(filter: ${filterOf(21)}) { totalCount } }`, [tooDeepFilter(21)]],
    [
      'lists in lists',
      `{ statements(filter: { kinds: ${'['.repeat(30)}${']'.repeat(30)} }) { totalCount } }`,
      [tooDeepFilter(31)],
    ],
    [
      'a filter too large',
      `{ statements(filter: { or: [${'{ involves: "a" } '.repeat(50)}] }) { totalCount } }`,
      [tooLargeFilter(101)],
    ],
    ['objects in a directive', `{ __typename @include(if: ${filterOf(21)}) }`, [tooDeepFilter(21)]],
    [
      'pages in a loop, to its longest path',
      `{ people { nodes { ${'statements(first: 50) { nodes { speakers { agent { '.repeat(3)}name${' } } } }'.repeat(3)} } } }`,
      [tooExpensive(256_105, `people.nodes${'.statements.nodes.speakers.agent'.repeat(3)}`, 194_481)],
    ],
    ['fragments that double', doubling(10), [tooManyRootFields(1024)]],
    [
      'fragments that double without end',
      doubling(40),
      [tooManyRootFields(1_000_000_000), tooExpensive(1_000_000_000)],
    ],
  ];

  test.each(rows)('%s', (_, query, errors) => expectFault({ query }, errors));
});

describe('what is written beside the operation that is asked for is held to the same limits', () => {
  const beside = (definition: string) => `query A { corpus { version } } ${definition}`;

  test.each<Row>([
    ['repeats in another operation', beside(`query B { corpus { ${'version '.repeat(52)} } }`), [tooManyRepeats(51)]],
    [
      'repeats in a fragment that nobody spreads',
      beside(`fragment F on Corpus { ${'version '.repeat(52)} }`),
      [tooManyRepeats(51)],
    ],
    [
      'repeats that are few in each of many fragments',
      beside(many(26, (at) => `fragment F${at} on Corpus { version version version }`)),
      [tooManyRepeats(52)],
    ],
    ['depth', beside(`query B ${nested(17, 'a')}`), [tooDeep(17)]],
    ['aliases', beside(`query B { ${many(51, (at) => `a${at}: __typename`)} }`), [tooManyAliases(51)]],
    ['directives', beside(`query B { __typename ${'@include(if: true) '.repeat(51)} }`), [tooManyDirectives(51)]],
  ])('%s', (_, query, errors) => expectFault({ query, operationName: 'A' }, errors));

  // graphql-js gives up comparing so many fields by an error that names no place.
  test.each([
    [
      'fields in a fragment, and others that the schema does not have',
      `fragment P on Event { ${'id, '.repeat(710)} } { nope, statements(first: 1) { nodes { slug, nope } } }`,
    ],
    [
      'fields in a fragment inside itself',
      `fragment P on __Type { ${'name, '.repeat(708)} fields { type { ...P } } } { __type(name: "Event") { ...P } }`,
    ],
    ['fields in an operation that is not asked', beside(`query B { corpus { ${'version, '.repeat(900)} } }`)],
  ])('so many that they cannot be compared: %s', async (_, query) => {
    const answer = await attack('/graphql', posted({ query, operationName: query.includes('query A') ? 'A' : null }));
    const { errors, ...rest } = JSON.parse(answer.text);
    expect(rest).toEqual({});
    expect(errors.map(({ extensions }: GraphqlAnswerError) => extensions.code)).toEqual([
      'TOO_MANY_REPEATS',
      'QUERY_TOO_EXPENSIVE',
    ]);
    expectSafe(answer);
  });
});

describe('variables beyond a limit, wherever they stand', () => {
  const byIds = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const byFilter = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }';
  const unused = 'query ($filter: StatementFilter) { __typename }';
  const deep = JSON.parse(`${'{"not":'.repeat(21)}{}${'}'.repeat(21)}`);
  const wide = { or: Array.from({ length: 50 }, () => ({ isDenied: true })) };

  test.each<readonly [string, object, readonly GraphqlAnswerError[]]>([
    ['ids', { query: byIds, variables: { ids: Array(101).fill('a') } }, [tooLongList(101), tooLargeFilter(101)]],
    ['a deep filter', { query: byFilter, variables: { filter: deep } }, [tooDeepFilter(22)]],
    ['a wide filter', { query: byFilter, variables: { filter: wide } }, [tooLargeFilter(101)]],
    ['one that no field uses', { query: unused, variables: { filter: deep } }, [tooDeepFilter(22)]],
    [
      'a default',
      { query: `query ($f: StatementFilter = ${filterOf(21)}) { statements(filter: $f) { totalCount } }` },
      [tooDeepFilter(21)],
    ],
  ])('%s', (_, body, errors) => expectFault(body, errors));

  test('a filter without end', async () => {
    // As text: to write it down, `JSON.stringify` would call itself as often.
    const [open, close] = ['['.repeat(20_000), ']'.repeat(20_000)];
    const body = `{"query":${JSON.stringify(byFilter)},"variables":{"filter":${open}${close}}}`;
    expectErrors(await attack('/graphql', posted(body, { Accept: MODERN })), 400, [
      tooDeepFilter(20_000),
      tooLargeFilter(19_999),
    ]);
  });
});

describe('a document that the rules of GraphQL refuse: 400 with at most five errors', () => {
  test.each<Row>([
    [
      'two fragments in each other',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      [
        {
          ...invalid(32, 'Cannot spread fragment "A" within itself via "B".'),
          locations: [
            { line: 1, column: 32 },
            { line: 1, column: 61 },
          ],
        },
      ],
    ],
    [
      'fifty unknown directives',
      `{ __typename ${'@aa'.repeat(50)} }`,
      firstFive((at) => invalid(14 + 3 * at, 'Unknown directive "@aa".')),
    ],
    [
      'fifty unknown fields',
      `{ corpus { ${'a '.repeat(50)} } }`,
      firstFive((at) =>
        invalid(
          12 + 2 * at,
          'Cannot query field "a" on type "Corpus". Its fields are: version, counts, evidenceCount, coverage.',
        ),
      ),
    ],
    [
      'introspection in a loop',
      '{ __type(name: "Article") { fields { type { fields { type { fields { name } } } } } } }',
      [invalid(3, 'Maximum introspection depth exceeded')],
    ],
    [
      'introspection in a loop through fragments',
      '{ __type(name: "Article") { ...T } } fragment T on __Type { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } }',
      [invalid(3, 'Maximum introspection depth exceeded')],
    ],
    ['definitions of types', 'type A { a: Int } { __typename }', [invalid(1, 'The "A" definition is not executable.')]],
    [
      'names of the prototype',
      '{ __proto__ constructor { toString } hasOwnProperty }',
      [
        invalid(3, 'Cannot query field "__proto__" on type "Query".'),
        invalid(13, 'Cannot query field "constructor" on type "Query".'),
        invalid(38, 'Cannot query field "hasOwnProperty" on type "Query".'),
      ],
    ],
    [
      'a fragment of the prototype',
      '{ ...__proto__ ...constructor }',
      [invalid(6, 'Unknown fragment "__proto__".'), invalid(19, 'Unknown fragment "constructor".')],
    ],
    [
      'a type of the prototype',
      '{ ... on __proto__ { a } ... on constructor { a } }',
      [invalid(10, 'Unknown type "__proto__".'), invalid(33, 'Unknown type "constructor".')],
    ],
    [
      'a directive of the prototype',
      '{ __typename @__proto__ @constructor }',
      [invalid(14, 'Unknown directive "@__proto__".'), invalid(25, 'Unknown directive "@constructor".')],
    ],
  ])('%s', (_, query, errors) => expectFault({ query }, errors));
});

function many(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join(' ');
}

function firstFive<Made>(make: (at: number) => Made): readonly Made[] {
  return Array.from({ length: 5 }, (_, at) => make(at));
}

function rootFields(count: number): string {
  return many(count, (at) => `a${at}: __typename`);
}

function nested(depth: number, opening: string): string {
  const braces = (opening.match(/\{/g)?.length ?? 0) + 1;
  return `${`{ ${opening} `.repeat(depth)}${'}'.repeat(braces * depth)}`;
}

function nestedFragments(depth: number): string {
  return `{ ...F1 } ${many(depth, (at) => `fragment F${at + 1} on Event { partOf ${at + 1 < depth ? `{ ...F${at + 2} }` : ''} }`)}`;
}

/** Objects inside each other, as many as `depth`. */
function filterOf(depth: number): string {
  return `${'{ not: '.repeat(depth - 1)}{}${' }'.repeat(depth - 1)}`;
}

/** Each fragment spreads the next one twice. */
function doubling(levels: number): string {
  const fragments = many(levels, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
  return `{ ...F0 } ${fragments} fragment F${levels} on Query { __typename }`;
}
