import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const { possibleTypes, keyless } = await (await fetch('http://localhost:8787/possible-types.json')).json();
const client = new ApolloClient({
  link: new HttpLink({ uri: 'http://localhost:8787/graphql' }),
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: {
      ...Object.fromEntries(keyless.map((type) => [type, { merge: true }])),
      Query: { fields: { statements: relayStylePagination(['filter', 'orderBy']) } },
    },
  }),
});

const { data } = await client.query({
  query: gql`
    query Statements($after: String) {
      statements(first: 3, after: $after) {
        edges { node { id text speakers { agent { id name } } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
});
for (const { node } of data.statements.edges) {
  console.log(`${node.speakers.map(({ agent }) => agent.name).join(', ')}: ${node.text}`);
}
