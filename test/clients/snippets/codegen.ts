import { request } from 'graphql-request';
import { graphql } from './graphql/gql.ts';

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
