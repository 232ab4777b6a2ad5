// Prints who says what, page after page. Run: node main.mjs
const QUERY = `
  query Statements($after: String) {
    statements(first: 100, after: $after) {
      nodes { text speakers { agent { name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

let after = null;
do {
  const response = await fetch('http://localhost:8787/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { after } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));

  const { nodes, pageInfo } = data.statements;
  for (const { text, speakers } of nodes) {
    console.log(`${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`);
  }
  after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
} while (after);
