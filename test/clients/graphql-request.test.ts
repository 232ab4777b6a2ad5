// graphql-request: plain requests, and trusted documents asked for by their hash alone.
import { createHash } from 'node:crypto';
import { ClientError, GraphQLClient, gql } from 'graphql-request';
import { expect, test } from 'vitest';
import { addressOf, request } from '../harness.ts';
import { allStatementIds, exampleOperations } from './expected.ts';
import { firstStatements, runSnippet } from './snippet.ts';
import { forbiddenHeaders, type Traffic, watchTraffic } from './traffic.ts';

const TRUSTED = exampleOperations().map(({ file, text }) => ({
  file,
  text,
  hash: createHash('sha256').update(text).digest('hex'),
}));

const STATEMENTS = gql`
  query Statements($after: String) {
    statements(first: 10, after: $after) {
      nodes { id }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

interface Page {
  readonly statements: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

test('runs the snippet', async () => {
  expect(await runSnippet('graphql-request.mjs')).toBe(await firstStatements());
});

test.each(['GET', 'POST'] as const)('follows the pages by %s', async (method) => {
  const client = new GraphQLClient(addressOf('/graphql', 'gazette'), { method });
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { statements }: Page = await client.request<Page>(STATEMENTS, { after });
    ids.push(...statements.nodes.map(({ id }) => id));
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null;
  } while (after !== null);
  expect(ids).toEqual(await allStatementIds());
});

test('takes a refusal for an error of the query, with its code', async () => {
  const error = await openClient(watchTraffic())
    .request('{ nothing }')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ClientError);
  expect((error as ClientError).response.errors?.map(({ extensions }) => extensions.code)).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
  ]);
});

test('sends no header that a page of another origin may not', async () => {
  const traffic = watchTraffic();
  await openClient(traffic).request(STATEMENTS);
  expect(await forbiddenHeaders(traffic, addressOf('/graphql'))).toEqual([]);
});

test.each(TRUSTED)('gets $file by its hash alone', async ({ text, hash }) => {
  const traffic = watchTraffic();
  const client = new GraphQLClient(addressOf('/graphql'), {
    fetch: traffic.fetch,
    requestMiddleware: (sent) => ({ ...sent, body: JSON.stringify({ documentId: `sha256:${hash}` }) }),
  });
  expect({ data: await client.request(text) }).toEqual(await request(text));
  expect(traffic.exchanges.map(({ parameters }) => parameters)).toEqual([{ documentId: `sha256:${hash}` }]);
});

test('gives variables to a trusted document', async () => {
  const { text, hash } = TRUSTED.find(({ file }) => file === 'statements.graphql') as (typeof TRUSTED)[number];
  const variables = { first: 1, filter: { speakers: ['mikhail-shvydkoy'] } };
  const client = new GraphQLClient(addressOf('/graphql'), {
    requestMiddleware: (sent) => ({ ...sent, body: JSON.stringify({ documentId: hash, variables }) }),
  });
  expect({ data: await client.request(text, variables) }).toEqual(await request(text, variables));
});

function openClient({ fetch }: Traffic): GraphQLClient {
  return new GraphQLClient(addressOf('/graphql'), { fetch });
}
