import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

const { keyless, ...schema } = await (await fetch('http://localhost:8787/schema.json')).json();
const client = new Client({
  url: 'http://localhost:8787/graphql',
  exchanges: [
    cacheExchange({
      schema,
      keys: Object.fromEntries(keyless.map((type) => [type, () => null])),
      resolvers: { Query: { statements: relayPagination() } },
    }),
    fetchExchange,
  ],
});

const { data } = await client.query(
  gql`
    query Statements($after: String) {
      statements(first: 3, after: $after) {
        nodes { id text speakers { agent { id name } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  {},
);
for (const { text, speakers } of data.statements.nodes) {
  console.log(`${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`);
}
