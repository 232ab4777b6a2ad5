import { initGraphQLTada } from 'gql.tada';
import { request } from 'graphql-request';
import type { introspection } from './graphql-env.d.ts';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateRange: string; Slug: string };
}>();

const query = graphql(`
  query Statements {
    statements(first: 3) {
      nodes { text speakers { agent { name } } }
    }
  }
`);
const { statements } = await request('http://localhost:8787/graphql', query);
for (const { text, speakers } of statements.nodes) {
  console.log(`${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`);
}
