import { Environment, fetchQuery, graphql, Network, RecordSource, Store } from 'relay-runtime';

const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(async ({ text }, variables) => {
    const response = await fetch('http://localhost:8787/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return response.json();
  }),
});

const query = graphql`
  query relayStatementsQuery {
    statements(first: 3) {
      nodes { text speakers { agent { name } } }
    }
  }
`;
fetchQuery(environment, query, {}).subscribe({
  next({ statements }) {
    for (const { text, speakers } of statements.nodes) {
      console.log(`${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`);
    }
  },
});
