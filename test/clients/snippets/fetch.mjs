const response = await fetch('http://localhost:8787/graphql', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query: '{ statements(first: 3) { nodes { text speakers { agent { name } } } } }' }),
});
const { data } = await response.json();
for (const { text, speakers } of data.statements.nodes) {
  console.log(`${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`);
}
