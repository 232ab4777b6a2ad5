/**
 * The floor: a bare Hono Worker that answers with known bytes, which is less work than any GraphQL server has. PUT
 * stores an answer under a name, and POST returns it; no request body is read.
 */
import { Hono } from 'hono';

const answers = new Map<string, Uint8Array<ArrayBuffer>>();

const app = new Hono();

app.put('/graphql/:name', async (context) => {
  answers.set(context.req.param('name'), new Uint8Array(await context.req.arrayBuffer()));
  return context.body(null, 204);
});

app.post('/graphql/:name?', (context) => {
  const answer = answers.get(context.req.param('name') ?? '') ?? NOTHING;
  return context.body(answer, 200, { 'Content-Type': 'application/json' });
});

const NOTHING = new TextEncoder().encode('{"data":{"__typename":"Query"}}');

export default app;
