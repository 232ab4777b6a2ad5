// Requests that are wrong: a row each, with the whole answer. An answer may name a field of the document; it never
// repeats a value or a body, shows a stack or is a 5xx.
import { describe, expect, test } from 'vitest';
import { type GraphqlAnswerError, postJson, send } from '../harness.ts';

const PATH = '/graphql';
const SECRET = 'dont-repeat-me';

describe('no GraphQL request at all: 400', () => {
  const noQuery = 'There is no "query". Send the document as JSON: {"query": "{ __typename }"}.';
  const noObject = 'The body must be a JSON object with a "query".';
  const batch = 'The body is a list. Batches are not supported: send one request at a time.';

  test.each([
    ['no body', '', 'The body is not valid JSON.'],
    ['malformed JSON', `{"query": "{ ${SECRET}`, 'The body is not valid JSON.'],
    ['JSON with something behind it', '{"query":"{__typename}"} x', 'The body is not valid JSON.'],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'The body is not UTF-8.'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]), 'The body is not UTF-8.'],
    ['null', 'null', noObject],
    ['a string', `"${SECRET}"`, noObject],
    ['a number', '1', noObject],
    ['a boolean', 'true', noObject],
    ['an empty batch', '[]', batch],
    ['a batch', '[{"query":"{__typename}"}]', batch],
    ['lists in lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, batch],
    ['an empty object', '{}', noQuery],
    ['a misspelt parameter', '{"qeury":"{__typename}"}', noQuery],
    ['a parameter of the prototype', '{"__proto__":{"query":"{__typename}"}}', noQuery],
    ['query null', '{"query":null}', noQuery],
    ['query empty', '{"query":""}', noQuery],
    ['query a number', '{"query":1}', '"query" must be a string.'],
    ['query a boolean', '{"query":false}', '"query" must be a string.'],
    ['query a list', '{"query":["{__typename}"]}', '"query" must be a string.'],
    ['query an object', '{"query":{"a":1}}', '"query" must be a string.'],
    ['variables a string', withTypename('variables', SECRET), '"variables" must be a JSON object.'],
    ['variables a number', withTypename('variables', 0), '"variables" must be a JSON object.'],
    ['variables a boolean', withTypename('variables', false), '"variables" must be a JSON object.'],
    ['variables a list', withTypename('variables', [SECRET]), '"variables" must be a JSON object.'],
    ['operationName a number', withTypename('operationName', 1), '"operationName" must be a string.'],
    ['operationName a list', withTypename('operationName', [SECRET]), '"operationName" must be a string.'],
    ['operationName an object', withTypename('operationName', {}), '"operationName" must be a string.'],
    ['extensions a string', withTypename('extensions', SECRET), '"extensions" must be a JSON object.'],
    ['extensions a list', withTypename('extensions', []), '"extensions" must be a JSON object.'],
  ])('%s', async (_, body, message) => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    await expectErrors(await send(PATH, init), 400, [{ message, extensions: { code: 'BAD_REQUEST' } }]);
  });

  test.each([
    ['nothing', '', noQuery],
    ['an empty query', '?query=', noQuery],
    ['malformed variables', `?query={__typename}&variables={${SECRET}`, '"variables" is not valid JSON.'],
    ['variables a list', '?query={__typename}&variables=[1]', '"variables" must be a JSON object.'],
    ['variables a string', '?query={__typename}&variables="a"', '"variables" must be a JSON object.'],
    ['malformed extensions', '?query={__typename}&extensions=}', '"extensions" is not valid JSON.'],
    ['extensions a number', '?query={__typename}&extensions=1', '"extensions" must be a JSON object.'],
    ['query twice', '?query={__typename}&query={a}', '"query" is given 2 times. Give it once.'],
    ['variables twice', '?query={a}&variables={}&variables={}', '"variables" is given 2 times. Give it once.'],
  ])('by GET: %s', async (_, search, message) => {
    await expectErrors(await send(PATH + search), 400, [{ message, extensions: { code: 'BAD_REQUEST' } }]);
  });
});

describe('a faulty document or variable: 400, or 200 in the older media type', () => {
  const parse = (message: string, line: number, column: number) => [
    { message, locations: [{ line, column }], extensions: { code: 'GRAPHQL_PARSE_FAILED' } },
  ];
  const invalid = (message: string, column: number) => [
    { message, locations: [{ line: 1, column }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ];
  const unresolved = (message: string) => [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }];
  const unwritten = (message: string) => [{ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }];
  const tooLong = (actual: number) => [
    {
      message: `The document has ${actual} tokens; the most is 1000. Split it into smaller requests.`,
      extensions: { actual, limit: 1000, code: 'TOO_MANY_TOKENS' },
    },
  ];
  const wrong = (message: string) => [
    { message, locations: [{ line: 1, column: 8 }], extensions: { code: 'BAD_USER_INPUT' } },
  ];
  const two = 'query A { __typename } query B { __typename }';
  const byFirst = 'query ($first: Int) { statements(first: $first) { totalCount } }';
  const bySlug = 'query ($slug: Slug!) { person(slug: $slug) { name } }';
  const byDate = 'query ($filter: EventFilter) { events(filter: $filter) { totalCount } }';

  const rows: readonly (readonly [string, object, readonly GraphqlAnswerError[]])[] = [
    ['only spaces', { query: '  ' }, parse('Syntax Error: Unexpected <EOF>.', 1, 3)],
    ['only a comment', { query: '# a' }, parse('Syntax Error: Unexpected <EOF>.', 1, 4)],
    ['an open brace', { query: '{\n  a' }, parse('Syntax Error: Expected Name, found <EOF>.', 2, 4)],
    ['NUL', { query: '{ a\0 }' }, parse('Syntax Error: Unexpected character: U+0000.', 1, 4)],
    [
      'half a surrogate pair',
      { query: '{ search(query: "\ud800") { totalCount } }' },
      parse('Syntax Error: Invalid character within String: U+D800.', 1, 18),
    ],
    // No incremental delivery: an answer is whole.
    ['@defer', { query: '{ ... @defer { __typename } }' }, invalid('Unknown directive "@defer".', 7)],
    ['@stream', { query: '{ nodes(ids: []) @stream { id } }' }, invalid('Unknown directive "@stream".', 18)],
    ['an unknown field', { query: '{ nothing }' }, invalid('Cannot query field "nothing" on type "Query".', 3)],
    [
      'a field of the prototype',
      { query: '{ __proto__ }' },
      invalid('Cannot query field "__proto__" on type "Query".', 3),
    ],
    [
      'a fragment in itself',
      { query: '{ ...A } fragment A on Query { ...A }' },
      invalid('Cannot spread fragment "A" within itself.', 32),
    ],
    [
      'a number that is no Int',
      { query: '{ statements(first: 99999999999) { totalCount } }' },
      invalid('Int cannot represent non 32-bit signed integer value: 99999999999', 21),
    ],
    [
      'a string for a number',
      { query: `{ statements(first: "${SECRET}") { totalCount } }` },
      invalid('Int cannot represent non-integer value: the one given', 21),
    ],
    [
      'a list for a number',
      { query: `{ statements(first: ["${SECRET}"]) { totalCount } }` },
      invalid('Int cannot represent non-integer value: the one given', 21),
    ],
    [
      'a string for an enum',
      { query: `{ events(filter: { voices: "${SECRET}" }) { totalCount } }` },
      invalid('Enum "Voice" cannot represent non-enum value: the one given.', 28),
    ],
    [
      'a string where none belongs',
      { query: `{ "${SECRET}" }` },
      parse('Syntax Error: Expected Name, found a string.', 1, 3),
    ],
    ['a mutation', { query: 'mutation { __typename }' }, unwritten('This endpoint is read-only: it has no mutations.')],
    [
      'a subscription',
      { query: 'subscription { __typename }' },
      unwritten('This endpoint is read-only: it has no subscriptions.'),
    ],
    ['nesting without end', { query: `${'{a'.repeat(20_000)}${'}'.repeat(20_000)}` }, tooLong(60_000)],
    ['a chain of fragments without end', { query: chainOfFragments(2_000) }, tooLong(4 + 8 * 2_000 + 7)],
    [
      'no operation',
      { query: 'fragment A on Query { __typename }' },
      unresolved('The document has no operation, only fragments or definitions.'),
    ],
    ['two operations', { query: two }, unresolved('The document has 2 operations. Say which by "operationName".')],
    [
      'an unknown operation',
      { query: two, operationName: SECRET },
      unresolved('The document has no operation with the name given as "operationName".'),
    ],
    [
      'an operation of the prototype',
      { query: two, operationName: 'constructor' },
      unresolved('The document has no operation with the name given as "operationName".'),
    ],
    [
      'a variable of the wrong type',
      { query: byFirst, variables: { first: SECRET } },
      wrong('Variable "$first" is wrong: expected "Int".'),
    ],
    [
      'a huge variable of the wrong type',
      { query: byFirst, variables: { first: SECRET.repeat(5_000) } },
      wrong('Variable "$first" is wrong: expected "Int".'),
    ],
    ['a missing variable', { query: bySlug }, wrong('Variable "$slug" is missing: expected "Slug!".')],
    [
      'a missing variable, hidden in the prototype',
      { query: bySlug, variables: JSON.parse('{"__proto__": {"slug": "a"}}') },
      wrong('Variable "$slug" is missing: expected "Slug!".'),
    ],
    ['null', { query: bySlug, variables: { slug: null } }, wrong('Variable "$slug" is wrong: expected "Slug!".')],
    [
      'a wrong value deep inside',
      { query: byDate, variables: { filter: { kinds: ['FIRE', SECRET] } } },
      wrong(
        'Variable "$filter" at "kinds[1]" is wrong: expected "EventKind!", one of ACCIDENT, CANCELLATION, CONVERSATION, CRIME, CULTURAL, DEATH, DECISION, DETENTION, DISASTER, ELECTION, EXAMINATION, FIRE, INTERVIEW, MEETING, OPERATION, PROTEST, TRANSPORT, VIOLENCE, OTHER.',
      ),
    ],
    [
      'a field that an input does not have',
      { query: byDate, variables: { filter: { participant: { agents: ['a'], [SECRET]: 1 } } } },
      wrong(
        'Variable "$filter" at "participant" is wrong: expected "ParticipantFilter", an object of { agents: [Slug!], roles: [ParticipantRole!] }.',
      ),
    ],
    [
      'a field of a thing, asked of its list',
      { query: '{ articles { headline } }' },
      invalid(
        '"ArticleConnection" has no field "headline": it is a page of a list, and its things have it. Did you mean "nodes { headline }" or "edges { node { headline } }"?',
        14,
      ),
    ],
    [
      'a text for an object, which is as the example has it',
      { query: '{ events(filter: { date: "2025-06" }) { totalCount } }' },
      invalid(
        '"filter.date" is a string but must be an object of type "DateFilter", such as { within: "2025-06" } or { overlaps: "2025-06" }.',
        26,
      ),
    ],
    [
      'a text for an object in a variable',
      { query: byDate, variables: { filter: { date: '2025' } } },
      wrong(
        'Variable "$filter" at "date" is wrong: expected "DateFilter", an object such as {"within": "2025-06"} or {"overlaps": "2025-06"}.',
      ),
    ],
    [
      'a text for a filter in a variable',
      { query: byDate, variables: { filter: '2025' } },
      wrong(
        'Variable "$filter" is wrong: expected "EventFilter", an object such as {"date": {"within": "2025-06"}} or {"participant": {"agents": ["ria-novosti"]}}.',
      ),
    ],
    [
      'a name for a slug',
      { query: '{ person(slug: "Hugo Cask") { name } }' },
      invalid(
        'This is not a slug. A Slug is lower-case letters and digits in words joined by hyphens, perhaps "hugo-cask". To search by name, use "name" of a filter or `suggestions`.',
        16,
      ),
    ],
    [
      'no text for a slug',
      { query: bySlug, variables: { slug: 1 } },
      wrong(
        'Variable "$slug" is wrong: This is not a slug. A Slug is lower-case letters and digits in words joined by hyphens, such as "ria-novosti". To search by name, use "name" of a filter or `suggestions`.',
      ),
    ],
    [
      'a date that is none',
      { query: byDate, variables: { filter: { date: { within: SECRET } } } },
      wrong(
        'Variable "$filter" at "date.within" is wrong: A DateRange is an EDTF date or interval such as "2025-06" or "2025-06-27/2025-06-30".',
      ),
    ],
  ];

  test.each(rows)('%s', async (_, body, errors) => {
    const modern = { ...postJson(body) };
    modern.headers = { ...modern.headers, Accept: 'application/graphql-response+json' };
    await expectErrors(await send(PATH, modern), 400, errors);
    await expectErrors(await send(PATH, postJson(body)), 200, errors);
  });

  test('a long name is not repeated in full', async () => {
    const response = await send(PATH, postJson({ query: `{ ... on ${'a'.repeat(90_000)} { id } }` }));
    const { errors } = (await response.json()) as { errors: GraphqlAnswerError[] };
    expect(errors[0]!.message).toMatch(/^Unknown type "a+…$/);
    expect(errors[0]!.message.length).toBe(400);
  });
});

describe('an argument that makes no sense: the field is null, with the reason', () => {
  const rows: readonly (readonly [string, string, string, Readonly<Record<string, unknown>>])[] = [
    [
      'no global id',
      `node(id: "${SECRET}") { id }`,
      'This is not a global id of Dateline. Use an "id" exactly as a query returned it.',
      { code: 'INVALID_ID' },
    ],
    [
      'a negative page',
      'statements(first: -1) { totalCount }',
      '"first" is -1. Give a number from 0 to 100.',
      { code: 'INVALID_PAGE_SIZE', actual: -1, limit: 100 },
    ],
    [
      'a page too large',
      'statements(first: 100000) { totalCount }',
      '"first" is 100000; the most is 100. Ask for 100 and follow pageInfo.',
      { code: 'INVALID_PAGE_SIZE', actual: 100_000, limit: 100 },
    ],
    [
      'a page from both ends',
      'statements(first: 1, last: 1) { totalCount }',
      'Both "first" and "last" are given. Give one of them.',
      { code: 'INVALID_PAGE_SIZE' },
    ],
    [
      'a broken cursor',
      `statements(after: "${SECRET}") { totalCount }`,
      '"after" is not a cursor of this list in this order. Use a cursor that the same list returned.',
      { code: 'INVALID_CURSOR' },
    ],
  ];

  test.each(rows)('%s', async (_, field, message, extensions) => {
    const response = await send(PATH, postJson({ query: `{ it: ${field} }` }));
    const error = { message, path: ['it'], locations: [{ line: 1, column: 3 }], extensions };
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ errors: [error] });
  });

  test('a directive without its value', async () => {
    const query = 'query ($yes: Boolean = true) { __typename @include(if: $yes) }';
    const response = await send(PATH, postJson({ query, variables: { yes: null } }));
    expect(await response.json()).toEqual({
      data: null,
      errors: [
        {
          message: 'Argument "if" of non-null type "Boolean!" must not be null.',
          locations: [{ line: 1, column: 56 }],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
  });
});

describe('a wrong address: 404', () => {
  const message = 'There is nothing at this address. The endpoint is /graphql; see / for more.';

  test.each([
    '/nothing',
    '/graphql//',
    '/graphql/health',
    '/graphql.json',
    '/graphql%2e',
    '/graphql%2F',
    '/graphql%00',
    '//graphql',
    '/GraphQL',
    '/health',
    '/graphiql',
    '/_headers',
    '/%ff%',
    '/__proto__',
    `/${SECRET}`,
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/src/worker.ts',
  ])('%s', async (path) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      await expectErrors(await send(path, { method }), 404, [{ message, extensions: { code: 'NOT_FOUND' } }]);
    }
  });

  test('an address that only ends like another one is what it is', async () => {
    await expectErrors(await send('/graphql?query={a}&x=/health'), 200, [
      {
        message: 'Cannot query field "a" on type "Query".',
        locations: [{ line: 1, column: 2 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });
});

describe('a wrong method: 405 with those that are right', () => {
  test.each([
    ['PUT', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['QUERY', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/schema.graphql', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/possible-types.json', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/schema.json', 'GET, HEAD, OPTIONS'],
  ])('%s %s', async (method, path, allow) => {
    const response = await send(path, { method });
    expect(response.headers.get('Allow')).toBe(allow);
    const message = `This address accepts ${allow}.`;
    await expectErrors(response, 405, [{ message, extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
  });

  test('a mutation by GET', async () => {
    const response = await send('/graphql?query=mutation{a}');
    expect(response.headers.get('Allow')).toBe('POST');
    const message = 'A mutation must be sent by POST. This endpoint has no mutations.';
    await expectErrors(response, 405, [{ message, extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
  });
});

describe('a body in another form: 415', () => {
  const wrongType = 'Content-Type must be application/json in UTF-8.';
  const compressed = 'Compressed bodies are not accepted. Send it without Content-Encoding.';

  test.each([
    ['none', {}, wrongType],
    ['text', { 'Content-Type': 'text/plain' }, wrongType],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, wrongType],
    ['multipart', { 'Content-Type': 'multipart/form-data; boundary=a' }, wrongType],
    ['application/graphql', { 'Content-Type': 'application/graphql' }, wrongType],
    ['two types', { 'Content-Type': 'text/plain, application/json' }, wrongType],
    ['another charset', { 'Content-Type': 'application/json; charset=utf-16' }, wrongType],
    ['a longer type', { 'Content-Type': 'application/jsonp' }, wrongType],
    ['gzip', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, compressed],
  ])('%s', async (_, headers, message) => {
    const body = new TextEncoder().encode('{"query":"{__typename}"}');
    const response = await send(PATH, { method: 'POST', headers, body });
    await expectErrors(response, 415, [{ message, extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }]);
  });
});

describe('an answer in another form: 406', () => {
  test.each([
    'application/xml',
    'text/html',
    'multipart/mixed; deferSpec=20220824',
    'text/event-stream',
    'application/json;q=0',
    'application/json;charset=latin1',
    ';;,',
  ])('%s', async (accept) => {
    const init = postJson({ query: '{ __typename }' });
    const response = await send(PATH, { ...init, headers: { ...init.headers, Accept: accept } });
    const message = 'Accept allows none of application/json, application/graphql-response+json. Add one of them.';
    await expectErrors(response, 406, [{ message, extensions: { code: 'NOT_ACCEPTABLE' } }]);
  });
});

describe('odd, but right: 200', () => {
  const answer = { data: { __typename: 'Query' } };

  test.each([
    ['a byte order mark', '\ufeff{"query":"{__typename}"}'],
    ['spaces around', ' \n{"query":"{__typename}"}\t'],
    ['parameters null', '{"query":"{__typename}","variables":null,"operationName":null,"extensions":null}'],
    ['an empty operationName', '{"query":"{__typename}","operationName":""}'],
    ['parameters that nobody knows', '{"query":"{__typename}","id":1,"doc_id":[]}'],
    ['extensions that nobody knows', '{"query":"{__typename}","extensions":{"a":1}}'],
    ['variables that nobody declares', '{"query":"{__typename}","variables":{"a":1,"__proto__":{}}}'],
  ])('%s', async (_, body) => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json;charset="UTF-8"' }, body };
    const response = await send(PATH, init);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(answer);
  });

  test.each(['', '*/*', 'application/*', 'text/html;q=0.1, application/json', 'multipart/mixed, application/json'])(
    'Accept: %s',
    async (accept) => {
      const response = await send(`${PATH}?query={__typename}`, { headers: { Accept: accept } });
      expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
      expect(await response.json()).toEqual(answer);
    },
  );

  test.each(['\ud800', '\0', '__proto__', 'constructor', "'; --"])('a search for %j finds nothing', async (text) => {
    const query =
      'query ($text: String!) { people(filter: { name: $text }) { totalCount } search(query: $text) { totalCount } }';
    const response = await send(PATH, postJson({ query, variables: { text } }));
    expect(await response.json()).toEqual({
      data: { people: { totalCount: expect.any(Number) }, search: { totalCount: 0 } },
    });
  });
});

function withTypename(name: string, value: unknown): string {
  return JSON.stringify({ query: '{ __typename }', [name]: value });
}

/** The whole answer: its status, its form, and no word more than these errors. */
async function expectErrors(response: Response, status: number, errors: readonly GraphqlAnswerError[]): Promise<void> {
  const text = await response.text();
  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(JSON.parse(text)).toEqual({ errors });
  expect(text).not.toContain(SECRET);
}

function chainOfFragments(length: number): string {
  const fragments = Array.from({ length }, (_, at) => `fragment F${at} on Query { ...F${at + 1} }`);
  return `{ ...F0 } ${fragments.join(' ')} fragment F${length} on Query { __typename }`;
}
