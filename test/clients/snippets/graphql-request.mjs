import { gql, request } from 'graphql-request';

const { statements } = await request(
  'http://localhost:8787/graphql',
  gql`
    {
      statements(first: 3) {
        nodes { text speakers { agent { name } } }
      }
    }
  `,
);
for (const { text, speakers } of statements.nodes) {
  console.log(`${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`);
}
