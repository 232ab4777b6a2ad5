// The same attacks on a Worker whose operator has closed what may be closed.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphqlAnswerError } from '../harness.ts';
import { openWorker } from '../worker.ts';
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

describe('INTROSPECTION = false: nothing tells the schema', () => {
  const worker = openWorker('seed', { INTROSPECTION: 'false' });
  let origin: string;
  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  const disabled = (column: number) =>
    errorAt(column, 'INTROSPECTION_DISABLED', 'This endpoint does not publish its schema.');
  const invalid = (column: number, message: string) => errorAt(column, 'GRAPHQL_VALIDATION_FAILED', message);

  test.each<readonly [string, string, readonly GraphqlAnswerError[]]>([
    ['__schema', '{ __schema { queryType { name } } }', [disabled(3)]],
    ['__type', '{ __type(name: "Query") { name } }', [disabled(3)]],
    [
      'both, under other names',
      '{ a: __schema { types { name } } __typename: __type(name: "Query") { name } }',
      [disabled(3), disabled(34)],
    ],
    ['in a fragment', '{ ...A } fragment A on Query { __schema { types { name } } }', [disabled(32)]],
    [
      'in a fragment that is not used',
      '{ __typename } fragment A on Query { __schema { types { name } } }',
      [disabled(38), invalid(16, 'Fragment "A" is never used.')],
    ],
    [
      'in an inline fragment that is skipped',
      '{ ... @skip(if: true) { __schema { types { name } } } }',
      [disabled(25)],
    ],
    ['in another operation', 'query A { __typename } query B { __schema { types { name } } }', [disabled(34)]],
  ])('%s', (_, query, errors) =>
    expectFault({ query, operationName: query.startsWith('query A') ? 'A' : null }, errors, origin),
  );

  test.each<readonly [string, string, string]>([
    ['a field', '{ statement }', 'Field "statement" of type "Statement" must have a selection of subfields.'],
    ['a field misspelt', '{ statementz { totalCount } }', 'Cannot query field "statementz" on type "Query".'],
    [
      'an argument misspelt',
      '{ statements(frist: 1) { totalCount } }',
      'Unknown argument "frist" on field "Query.statements".',
    ],
    [
      'an enum misspelt',
      '{ statements(filter: { voices: ARTICEL }) { totalCount } }',
      'Value "ARTICEL" does not exist in "Voice" enum.',
    ],
    [
      'a field of an input misspelt',
      '{ statements(filter: { voice: ARTICLE }) { totalCount } }',
      'Field "voice" is not defined by type "StatementFilter".',
    ],
    ['a type misspelt', '{ ... on Qery { __typename } }', 'Unknown type "Qery".'],
    [
      'a variable of a type misspelt',
      'query ($a: StatementFiltr) { statements(filter: $a) { totalCount } }',
      'Unknown type "StatementFiltr".',
    ],
  ])('no suggestion for %s', async (_, query, message) => {
    const answer = await attack('/graphql', { ...posted({ query }), origin });
    expectSafe(answer);
    expect(answer.text).not.toMatch(/did you mean/i);
    expect(JSON.parse(answer.text).errors[0].message).toContain(message);
  });

  test.each(['/schema.graphql', '/schema.json', '/possible-types.json', '/openapi.json'])(
    '%s is not there',
    async (path) => {
      for (const method of ['GET', 'POST', 'PUT']) {
        expectErrors(await attack(path, { method, origin }), 404, [
          errorOf('NOT_FOUND', 'There is nothing at this address. The endpoint is /graphql; see / for more.'),
        ]);
      }
    },
  );

  test('a wrong variable does not list the fields of its type', async () => {
    const query = 'query ($f: ParticipantFilter!) { events(filter: { participant: $f }) { totalCount } }';
    const answer = await attack('/graphql', { ...posted({ query, variables: { f: { a: SECRET } } }), origin });
    expectSafe(answer);
    expect(answer.text).not.toContain('ParticipantRole');
  });

  test('__typename is told: clients need it', async () => {
    expectData(await attack('/graphql', { ...posted({ query: '{ __typename }' }), origin }), { __typename: 'Query' });
  });
});

describe('DOCUMENTS = "trusted": no other document is run', () => {
  const worker = openWorker('seed', { DOCUMENTS: 'trusted' });
  let origin: string;
  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  const text = readFileSync('src/operations/corpus.graphql', 'utf8');
  const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');
  const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
  const notTrusted = [
    errorOf(
      'DOCUMENT_NOT_TRUSTED',
      'This endpoint runs only the documents it was built with: those in /trusted-documents.json.',
    ),
  ];
  const other = '{ __typename }';

  test.each([
    ['another text', { query: other }],
    ['no GraphQL at all', { query: SECRET }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['a trusted text with a space behind', { query: `${text} ` }],
    ['a trusted text with something behind', { query: `${text} query Other { __typename }`, operationName: 'Other' }],
    ['the hash of another text', { documentId: `sha256:${hashOf(other)}` }],
    ['a hash that nobody knows', { documentId: `sha256:${'a'.repeat(64)}` }],
    ['another text, to be remembered', { query: other, extensions: persisted(hashOf(other)) }],
    ['and its hash afterwards', { extensions: persisted(hashOf(other)) }],
  ])('%s: 403', async (_, body) => {
    expectErrors(await attack('/graphql', { ...posted(body, { Accept: MODERN }), origin }), 403, notTrusted);
    expectErrors(await attack('/graphql', { ...posted(body), origin }), 403, notTrusted);
  });

  test('another text under the hash of a trusted one', async () => {
    const body = { query: other, extensions: persisted(hashOf(text)) };
    expectErrors(await attack('/graphql', { ...posted(body, { Accept: MODERN }), origin }), 400, [
      errorOf(
        'PERSISTED_QUERY_HASH_MISMATCH',
        '"sha256Hash" is not the SHA-256 of "query", in UTF-8. Nothing was remembered.',
      ),
    ]);
  });

  test.each([
    ['its id', { documentId: `sha256:${hashOf(text)}` }],
    ['its hash', { extensions: persisted(hashOf(text)) }],
    ['its text', { query: text }],
    ['its text and hash', { query: text, extensions: persisted(hashOf(text)) }],
  ])('a trusted one is run by %s', async (_, body) => {
    const answer = await attack('/graphql', { ...posted(body), origin });
    expect(JSON.parse(answer.text)).toMatchObject({ data: { corpus: { counts: { articles: 1 } } } });
    expectSafe(answer);
  });

  test('and at its plain address', async () => {
    expect((await attack('/api/corpus', { origin })).status).toBe(200);
  });
});

describe('GRAPHIQL = false', () => {
  const worker = openWorker('seed', { GRAPHIQL: 'false' });
  let origin: string;
  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  test('a browser gets no page at the endpoint', async () => {
    const answer = await attack('/graphql', { headers: { Accept: 'text/html' }, origin });
    expectErrors(answer, 406, [
      errorOf(
        'NOT_ACCEPTABLE',
        'Accept allows none of application/json, application/graphql-response+json. Add one of them.',
      ),
    ]);
  });
});
