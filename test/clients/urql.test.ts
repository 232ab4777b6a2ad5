// urql: its normalized cache merges pages, and its persisted queries go by GET.
import { Client, type DocumentInput, type Exchange, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import { expect, test, vi } from 'vitest';
import { addressOf } from '../harness.ts';
import { abstractCases } from './abstract.ts';
import { allStatementIds, newOperationName, servedSchema } from './expected.ts';
import { firstStatements, runSnippet } from './snippet.ts';
import { forbiddenHeaders, persistedSteps, type Traffic, watchTraffic } from './traffic.ts';

const { keyless, ...SCHEMA } = await servedSchema();
const CASES = await abstractCases();

const STATEMENTS = gql`
  query Statements($first: Int = 10, $after: String, $filter: StatementFilter) {
    statements(first: $first, after: $after, filter: $filter) {
      nodes { id text }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

test('runs the snippet', async () => {
  expect(await runSnippet('urql.mjs')).toBe(await firstStatements());
});

test('merges pages into one list, each thing once', async () => {
  const traffic = watchTraffic();
  const client = openClient(traffic);
  let { statements } = await ask(client, STATEMENTS);
  while (statements.pageInfo.hasNextPage) {
    ({ statements } = await ask(client, STATEMENTS, { after: statements.pageInfo.endCursor }));
  }
  const all = await allStatementIds();
  expect(statements.nodes.map(({ id }: { id: string }) => id)).toEqual(all);
  const pages = Math.ceil(all.length / 10);
  expect(traffic.exchanges.map(({ method }) => method)).toEqual(Array.from({ length: pages }, () => 'GET'));
});

test('answers out of the cache what it has, by query and by list', async () => {
  const traffic = watchTraffic();
  const client = openClient(traffic);
  const all = await ask(client, STATEMENTS);
  await ask(client, STATEMENTS);
  await ask(client, gql`{ statements(first: 10) { nodes { text } } }`);
  expect(traffic.exchanges).toHaveLength(1);

  const denials = await ask(client, STATEMENTS, { filter: { kinds: ['DENIAL'] } });
  expect(denials).not.toEqual(all);
  expect(await ask(client, STATEMENTS)).toEqual(all);
  expect(traffic.exchanges).toHaveLength(2);
});

test.each(CASES)('loses nothing of a fragment on $on asked of $of, and warns of nothing', async ({ query, data }) => {
  const warn = vi.spyOn(console, 'warn');
  const error = vi.spyOn(console, 'error');
  const traffic = watchTraffic();
  const client = openClient(traffic);
  expect(await ask(client, gql(query))).toEqual(data);
  expect(await ask(client, gql(query))).toEqual(data);
  expect(traffic.exchanges).toHaveLength(1);
  expect([...warn.mock.calls, ...error.mock.calls]).toEqual([]);
});

test('joins the parts of a date that two queries asked for', async () => {
  const traffic = watchTraffic();
  const client = openClient(traffic);
  await ask(client, gql`{ events(first: 1) { nodes { id date { edtf } } } }`);
  await ask(client, gql`{ events(first: 1) { nodes { id date { words } } } }`);
  await ask(client, gql`{ events(first: 1) { nodes { id date { edtf words } } } }`);
  expect(traffic.exchanges).toHaveLength(2);
});

test('asks by hash alone as soon as the endpoint knows the document', async () => {
  const query = gql(`query ${newOperationName()} { corpus { version } }`);
  const first = watchTraffic();
  const data = await ask(openClient(first, [persistedExchange({ preferGetForPersistedQueries: true })]), query);
  expect(persistedSteps(first)).toEqual(['GET hash PERSISTED_QUERY_NOT_FOUND', 'GET hash query']);

  const second = watchTraffic();
  const again = await ask(openClient(second, [persistedExchange({ preferGetForPersistedQueries: true })]), query);
  expect(again).toEqual(data);
  expect(persistedSteps(second)).toEqual(['GET hash']);
});

/** So many that their document is too long for an address. */
const NAMES = Array(3)
  .fill(`{ name: "${'x'.repeat(800)}" }`)
  .join(', ');

test('registers by POST a document that is too long for an address', async () => {
  const query = gql(`query ${newOperationName()} { people(filter: { or: [${NAMES}] }) { totalCount } }`);
  const first = watchTraffic();
  await ask(openClient(first, [persistedExchange({ preferGetForPersistedQueries: true })]), query);
  expect(persistedSteps(first)).toEqual(['GET hash PERSISTED_QUERY_NOT_FOUND', 'POST hash query']);

  const second = watchTraffic();
  await ask(openClient(second, [persistedExchange({ preferGetForPersistedQueries: true })]), query);
  expect(persistedSteps(second)).toEqual(['GET hash']);
});

test('takes a refusal for an error of the query, with its code', async () => {
  const { error } = await openClient(watchTraffic()).query(gql`{ nothing }`, {});
  expect(error?.networkError).toBeUndefined();
  expect(error?.graphQLErrors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('sends no header that a page of another origin may not', async () => {
  const traffic = watchTraffic();
  await ask(openClient(traffic), STATEMENTS);
  await ask(openClient(traffic, [persistedExchange()]), gql(`query ${newOperationName()} { corpus { version } }`));
  expect(await forbiddenHeaders(traffic, addressOf('/graphql'))).toEqual([]);
});

function openClient({ fetch }: Traffic, persisted: readonly Exchange[] = []): Client {
  // Values without an id of their own belong to the thing that they stand on.
  const cache = cacheExchange({
    schema: SCHEMA,
    keys: Object.fromEntries(keyless.map((type) => [type, () => null])),
    resolvers: { Query: { statements: relayPagination() } },
  });
  return new Client({
    url: addressOf('/graphql', 'gazette'),
    fetch,
    exchanges: [cache, ...persisted, fetchExchange],
  });
}

/** The data of a query that has to succeed. */
// biome-ignore lint/suspicious/noExplicitAny: a test says by its query what it gets
async function ask(client: Client, query: DocumentInput, variables = {}): Promise<any> {
  const { data, error } = await client.query(query, variables);
  if (error) throw error;
  return data;
}
