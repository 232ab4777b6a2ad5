// Apollo Client: its cache merges pages, and its persisted queries go by GET.
import { createHash } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { expect, test, vi } from 'vitest';
import { addressOf } from '../harness.ts';
import { abstractCases } from './abstract.ts';
import { allStatementIds, newOperationName, servedPossibleTypes } from './expected.ts';
import { firstStatements, runSnippet } from './snippet.ts';
import { forbiddenHeaders, persistedSteps, type Traffic, watchTraffic } from './traffic.ts';

interface Page {
  readonly statements: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly text: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const CACHE_TYPES = await servedPossibleTypes();
const CASES = await abstractCases();

const STATEMENTS = gql`
  query Statements($first: Int = 10, $after: String, $filter: StatementFilter) {
    statements(first: $first, after: $after, filter: $filter) {
      edges { node { id text } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

test('runs the snippet', async () => {
  expect(await runSnippet('apollo.mjs')).toBe(await firstStatements());
});

test('merges pages into one list, each thing once', async () => {
  const traffic = watchTraffic();
  const client = openClient(traffic);
  const query = client.watchQuery<Page>({ query: STATEMENTS });
  const subscription = query.subscribe({});
  let next = nextCursor((await client.query<Page>({ query: STATEMENTS })).data as Page);
  while (next !== null) {
    next = nextCursor((await query.fetchMore({ variables: { after: next } })).data as Page);
  }
  const merged = await client.query<Page>({ query: STATEMENTS });
  const all = await allStatementIds();
  expect(merged.data?.statements.edges.map(({ node }) => node.id)).toEqual(all);
  expect(traffic.exchanges).toHaveLength(Math.ceil(all.length / 10));
  subscription.unsubscribe();
});

test('answers out of the cache what it has, by query and by list', async () => {
  const traffic = watchTraffic();
  const client = openClient(traffic);
  const all = await client.query<Page>({ query: STATEMENTS });
  await client.query({ query: STATEMENTS });
  await client.query({ query: gql`{ statements(first: 10) { edges { node { text } } } }` });
  expect(traffic.exchanges).toHaveLength(1);

  const variables = { filter: { kinds: ['DENIAL'] } };
  const denials = await client.query<Page>({ query: STATEMENTS, variables });
  expect(traffic.exchanges).toHaveLength(2);
  expect(denials.data).not.toEqual(all.data);
  expect((await client.query({ query: STATEMENTS })).data).toEqual(all.data);
  expect(traffic.exchanges).toHaveLength(2);
});

test.each(CASES)('loses nothing of a fragment on $on asked of $of, and warns of nothing', async ({ query, data }) => {
  const warn = vi.spyOn(console, 'warn');
  const error = vi.spyOn(console, 'error');
  const traffic = watchTraffic();
  const client = openClient(traffic);
  expect((await client.query({ query: gql(query) })).data).toEqual(data);
  expect((await client.query({ query: gql(query) })).data).toEqual(data);
  expect(traffic.exchanges).toHaveLength(1);
  expect([...warn.mock.calls, ...error.mock.calls]).toEqual([]);
});

test('joins the parts of a date that two queries asked for', async () => {
  const traffic = watchTraffic();
  const client = openClient(traffic);
  await client.query({ query: gql`{ events(first: 1) { nodes { id date { edtf } } } }` });
  await client.query({ query: gql`{ events(first: 1) { nodes { id date { words } } } }` });
  await client.query({ query: gql`{ events(first: 1) { nodes { id date { edtf words } } } }` });
  expect(traffic.exchanges).toHaveLength(2);
});

test('asks by hash alone as soon as the endpoint knows the document', async () => {
  const query = gql(`query ${newOperationName()} { corpus { version } }`);
  const first = watchTraffic();
  const { data } = await openPersistedClient(first).query({ query });
  expect(persistedSteps(first)).toEqual(['GET hash PERSISTED_QUERY_NOT_FOUND', 'POST hash query']);

  const second = watchTraffic();
  expect((await openPersistedClient(second).query({ query })).data).toEqual(data);
  expect(persistedSteps(second)).toEqual(['GET hash']);
});

test('takes a refusal for an error of the query, with its code', async () => {
  const asked = openClient(watchTraffic()).query({ query: gql`{ nothing }` });
  const error = await asked.catch((thrown: unknown) => thrown);
  expect(CombinedGraphQLErrors.is(error)).toBe(true);
  expect((error as CombinedGraphQLErrors).errors.map(({ extensions }) => extensions?.code)).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
  ]);
});

test('sends no header that a page of another origin may not', async () => {
  const traffic = watchTraffic();
  await openClient(traffic).query({ query: STATEMENTS });
  await openPersistedClient(traffic).query({ query: STATEMENTS });
  expect(await forbiddenHeaders(traffic, addressOf('/graphql'))).toEqual([]);
});

function openClient(traffic: Traffic): ApolloClient {
  return new ApolloClient({ link: openLink(traffic), cache: openCache() });
}

function openPersistedClient(traffic: Traffic): ApolloClient {
  const persisted = new PersistedQueryLink({
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    useGETForHashedQueries: true,
  });
  return new ApolloClient({ link: persisted.concat(openLink(traffic)), cache: openCache() });
}

function openLink({ fetch }: Traffic): HttpLink {
  return new HttpLink({ uri: addressOf('/graphql', 'gazette'), fetch });
}

function openCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: CACHE_TYPES.possibleTypes,
    typePolicies: {
      // Without an id of its own, a date would be replaced by what the next query asks of it.
      ...Object.fromEntries(CACHE_TYPES.keyless.map((type) => [type, { merge: true }])),
      Query: { fields: { statements: relayStylePagination(['filter', 'orderBy']) } },
    },
  });
}

function nextCursor({ statements: { pageInfo } }: Page): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}
