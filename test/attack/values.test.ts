// Values that stand where other ones are meant: names of the prototype, numbers out of range, halves of characters,
// cursors and ids that are altered, foreign, huge or of another list.
import { describe, expect, test } from 'vitest';
import type { GraphqlAnswerError } from '../harness.ts';
import {
  attack,
  errorAt,
  errorOf,
  expectData,
  expectErrors,
  expectFault,
  expectSafe,
  MODERN,
  posted,
  SECRET,
} from './answer.ts';

const wrong = (column: number, message: string) => errorAt(column, 'BAD_USER_INPUT', message);
const invalid = (column: number, message: string) => errorAt(column, 'GRAPHQL_VALIDATION_FAILED', message);

describe('names of the prototype are names like any other', () => {
  test.each([
    [
      'slugs',
      '{ person(slug: "proto") { id } event(slug: "constructor") { id } article(slug: "valueof") { id } }',
      { person: null, event: null, article: null },
    ],
    [
      'filters',
      '{ statements(filter: { involves: "proto", places: "constructor" }) { totalCount } }',
      { statements: { totalCount: 0 } },
    ],
    ['a search', '{ search(query: "__proto__ hasOwnProperty") { totalCount } }', { search: { totalCount: 0 } }],
    ['paths', '{ paths(from: "proto", to: "constructor") { nodes { length } } }', { paths: { nodes: [] } }],
    [
      'a type',
      '{ __type(name: "__proto__") { name } other: __type(name: "constructor") { name } }',
      { __type: null, other: null },
    ],
    [
      'aliases',
      '{ __proto__: __typename constructor: __typename }',
      JSON.parse('{"__proto__":"Query","constructor":"Query"}'),
    ],
    [
      'an alias of an object',
      '{ __proto__: corpus { __proto__: __typename } }',
      JSON.parse('{"__proto__":{"__proto__":"Corpus"}}'),
    ],
  ])('%s', async (_, query, data) => {
    const answer = await attack('/graphql', posted({ query }));
    expect(JSON.stringify(JSON.parse(answer.text).data)).toBe(JSON.stringify(data));
    expectSafe(answer);
  });

  test.each<readonly [string, string, readonly GraphqlAnswerError[]]>([
    [
      'a variable',
      '{"query":"query ($__proto__: Int!) { statements(first: $__proto__) { totalCount } }","variables":{}}',
      [wrong(8, 'Variable "$__proto__" is missing: expected "Int!".')],
    ],
    [
      'a variable that every object has',
      '{"query":"query ($constructor: Int!) { statements(first: $constructor) { totalCount } }"}',
      [wrong(8, 'Variable "$constructor" is missing: expected "Int!".')],
    ],
    [
      'a field of a filter',
      '{"query":"query ($f: ParticipantFilter) { events(filter: { participant: $f }) { totalCount } }","variables":{"f":{"agents":["a"],"__proto__":1}}}',
      [
        wrong(
          8,
          'Variable "$f" is wrong: expected "ParticipantFilter", an object of { agents: [Slug!], roles: [ParticipantRole!] }.',
        ),
      ],
    ],
    [
      'a value of an enum',
      '{"query":"query ($v: [Voice!]) { statements(filter: { voices: $v }) { totalCount } }","variables":{"v":"__proto__"}}',
      [wrong(8, 'Variable "$v" is wrong: expected "[Voice!]".')],
    ],
    [
      'an operation',
      '{"query":"query A { __typename } query B { __typename }","operationName":"__proto__"}',
      [
        errorOf(
          'OPERATION_RESOLUTION_FAILURE',
          'The document has no operation with the name given as "operationName".',
        ),
      ],
    ],
  ])('%s', async (_, body, errors) => {
    expectErrors(await attack('/graphql', posted(body, { Accept: MODERN })), 400, errors);
  });

  test('nothing that was sent so stays with the next request', async () => {
    const polluting =
      '{"query":"{ __typename }","__proto__":{"query":"{ a }"},"extensions":{"__proto__":{"cost":true}},"variables":{"__proto__":{"a":1}}}';
    expectData(await attack('/graphql', posted(polluting)), { __typename: 'Query' });
    expectData(await attack('/graphql', posted({ query: '{ __typename }' })), { __typename: 'Query' });
  });
});

describe('numbers out of range', () => {
  const byFirst = (first: string) => ({ query: `{ statements(first: ${first}) { totalCount } }` });
  const noInt = (text: string) => [invalid(21, `Int cannot represent non 32-bit signed integer value: ${text}`)];

  test.each<readonly [string, object, readonly GraphqlAnswerError[]]>([
    ['2^31', byFirst('2147483648'), noInt('2147483648')],
    ['2^53 + 1', byFirst('9007199254740993'), noInt('9007199254740993')],
    ['below -2^31', byFirst('-2147483649'), noInt('-2147483649')],
    ['a fraction', byFirst('1.5'), [invalid(21, 'Int cannot represent non-integer value: 1.5')]],
    ['an exponent', byFirst('1e2'), [invalid(21, 'Int cannot represent non-integer value: 1e2')]],
    [
      'a leading zero',
      byFirst('01'),
      [errorAt(22, 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Invalid number, unexpected digit after 0: "1".')],
    ],
    ['NaN', byFirst('NaN'), [invalid(21, 'Int cannot represent non-integer value: NaN')]],
    [
      'an operation that is too much',
      byFirst('9'.repeat(300)),
      [invalid(21, expect.stringMatching(/^Int cannot represent non 32-bit signed integer value: 9+$/) as never)],
    ],
  ])('%s', (_, body, errors) => expectFault(body, errors));

  test.each(['2147483648', '1e400', '-1e400', '0.5', '1e-7', '"1"', 'true', '[1]', '{}'])(
    'by a variable: %s',
    async (first) => {
      const body = `{"query":"query ($first: Int) { statements(first: $first) { totalCount } }","variables":{"first":${first}}}`;
      expectErrors(await attack('/graphql', posted(body, { Accept: MODERN })), 400, [
        wrong(8, 'Variable "$first" is wrong: expected "Int".'),
      ]);
    },
  );

  test.each([
    ['-2147483648', '"first" is -2147483648. Give a number from 0 to 100.', -2147483648],
    ['2147483647', '"first" is 2147483647; the most is 100. Ask for 100 and follow pageInfo.', 2147483647],
    ['101', '"first" is 101; the most is 100. Ask for 100 and follow pageInfo.', 101],
  ])('a page of %s', async (first, message, actual) => {
    const [error] = await fieldErrors(`statements(first: ${first}) { totalCount }`);
    expect(error).toMatchObject({ message, extensions: { code: 'INVALID_PAGE_SIZE', actual, limit: 100 } });
  });

  test.each([
    ['maxHops: 0', '"maxHops" is 0. Give a number from 1 to 6.'],
    ['maxHops: 7', '"maxHops" is 7. Give a number from 1 to 6.'],
    ['first: 21', '"first" is 21. Give a number from 1 to 20.'],
    ['first: -1', '"first" is -1. Give a number from 1 to 20.'],
  ])('paths with %s', async (argument, message) => {
    const [error] = await fieldErrors(`paths(from: "a", to: "b", ${argument}) { isComplete }`);
    expect(error).toMatchObject({ message, extensions: { code: 'INVALID_ARGUMENT' } });
  });
});

describe('halves of characters, NUL and control characters find nothing and are sent back in no answer', () => {
  test.each([
    '\\ud800',
    '\\udc00',
    '\\ud800\\ud800',
    '\\u0000',
    '\\u0000\\u001b[2J',
    '\\u202e\\u2066',
    '\\ufffe\\uffff',
    '\\ufeff',
  ])('%s', async (text) => {
    const query =
      'query ($t: String!) { search(query: $t) { totalCount } people(filter: { name: $t }) { totalCount } articles(filter: { languages: [$t] }) { totalCount } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"t":"${text}"}}`;
    expectData(await attack('/graphql', posted(body)), {
      search: { totalCount: 0 },
      people: { totalCount: text.includes('[2J') ? 0 : 7 },
      articles: { totalCount: 0 },
    });
  });

  test.each(['\\ud800', '\\udfff', '\\ud800x', '\\u0000'])('in a name, by JSON: %s', async (text) => {
    const answer = await attack('/graphql', posted(`{"query":"{ a${text} }"}`));
    expect(JSON.parse(answer.text).errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
    expectSafe(answer);
  });

  test('an escape of GraphQL for half a character', () =>
    expectFault({ query: '{ search(query: "\\uD800") { totalCount } }' }, [
      errorAt(18, 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Invalid Unicode escape sequence: "\\uD800".'),
    ]));
});

describe('a cursor that is not one of this list: the list is refused, and nothing of the cursor told', () => {
  const message = '"after" is not a cursor of this list in this order. Use a cursor that the same list returned.';
  const ofList = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

  test.each([
    ['no base64', SECRET],
    ['base64 of no JSON', btoa(SECRET)],
    ['of another list', ofList(['Event.DATE.ASC', null, null, null, null, 'a'])],
    ['of another order', ofList(['Statement.DATE.DESC', null, null, null, null, 'a'])],
    ['an object', ofList({ list: 'Statement.DATE.ASC' })],
    ['an object in its key', ofList(['Statement.DATE.ASC', { __proto__: null }, 'a'])],
    ['a list in its key', ofList(['Statement.DATE.ASC', [['a']], 'a'])],
    ['without a key', ofList(['Statement.DATE.ASC'])],
    ['a boolean in its key', ofList(['Statement.DATE.ASC', true, 'a'])],
    ['invalid UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]).toString('base64')],
    ['empty', ''],
    ['huge', 'a'.repeat(90_000)],
    ['nested without end', btoa('['.repeat(30_000) + ']'.repeat(30_000))],
    ['an id', btoa('Person:mikhail-shvydkoy')],
  ])('%s', async (_, after) => {
    const query = 'query ($after: String) { statements(after: $after) { nodes { slug } } }';
    const answer = await attack('/graphql', posted({ query, variables: { after } }));
    expect(JSON.parse(answer.text).errors).toMatchObject([
      { message, path: ['statements'], extensions: { code: 'INVALID_CURSOR' } },
    ]);
    expectSafe(answer);
  });

  test('longer than any key', async () => {
    const after = ofList(['Statement.DATE.ASC', null, null, null, null, 'a'.repeat(60_000)]);
    const query = 'query ($after: String) { statements(after: $after) { nodes { slug } } }';
    const answer = await attack('/graphql', posted({ query, variables: { after } }));
    expect(JSON.parse(answer.text).errors).toMatchObject([{ message, extensions: { code: 'INVALID_CURSOR' } }]);
    expectSafe(answer);
  });

  test.each([
    ['with more in its key than the order has', ['Statement.DATE.ASC', ...Array(200).fill('a')]],
    ['with numbers for texts', ['Statement.DATE.ASC', 1, 2, 3, 4, 'a']],
    ['with names of the prototype', ['Statement.DATE.ASC', '__proto__', 'constructor', 'a']],
  ])('but one of this list that was altered stands somewhere in it: %s', async (_, cursor) => {
    const query = 'query ($after: String) { statements(after: $after) { totalCount } }';
    const answer = await attack('/graphql', posted({ query, variables: { after: ofList(cursor) } }));
    expectData(answer, { statements: { totalCount: 7 } });
  });

  test('a long one is not read again for each list that is given it', async () => {
    const after = ofList(['Statement.DATE.ASC', null, null, null, null, 'a'.repeat(65_000)]);
    const ids = '"UGVyc29uOmh1c2V5bi1zYWZhcm92" '.repeat(80);
    const lists = ['a', 'b', 'c', 'd'].map(
      (name) => `${name}: statements(first: 0, after: $after) { pageInfo { hasNextPage } }`,
    );
    const query = `query ($after: String) { nodes(ids: [${ids}]) { ... on Person { ${lists.join(' ')} } } }`;
    expectSafe(await attack('/graphql', posted({ query, variables: { after } })));
  });
});

describe('an id that is none', () => {
  const error = {
    message: 'This is not a global id of Dateline. Use an "id" exactly as a query returned it.',
    extensions: { code: 'INVALID_ID' },
  };

  test.each([
    ['no base64', SECRET],
    ['of a type that is no node', btoa('Report:a')],
    ['of the prototype', btoa('__proto__:a')],
    ['of a type in lower case', btoa('person:mikhail-shvydkoy')],
    ['with spaces', btoa('Person: mikhail-shvydkoy')],
    ['with a path', btoa('Person:../../etc/passwd')],
    ['with a line behind', btoa('Person:mikhail-shvydkoy\n')],
    ['twice encoded', btoa(btoa('Person:mikhail-shvydkoy'))],
    ['empty', ''],
    ['huge', 'QUFB'.repeat(20_000)],
    ['dashes without end', btoa(`Person:${'a-'.repeat(30_000)}`)],
  ])('%s', async (_, id) => {
    const query = 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }';
    const answer = await attack('/graphql', posted({ query, variables: { id } }));
    const { data, errors } = JSON.parse(answer.text);
    expect(data).toEqual({ node: null, nodes: [null] });
    expect(errors).toMatchObject([
      { ...error, path: ['node'] },
      { ...error, path: ['nodes', 0] },
    ]);
    expectSafe(answer);
  });

  test('of another type than the thing has, or of nothing: there is none', async () => {
    const query = 'query ($a: ID!, $b: ID!) { a: node(id: $a) { id } b: node(id: $b) { id } }';
    const variables = { a: btoa('Place:mikhail-shvydkoy'), b: btoa('Person:nobody') };
    expectData(await attack('/graphql', posted({ query, variables })), { a: null, b: null });
  });
});

async function fieldErrors(field: string): Promise<readonly GraphqlAnswerError[]> {
  const answer = await attack('/graphql', posted({ query: `{ ${field} }` }));
  expectSafe(answer);
  return JSON.parse(answer.text).errors;
}
