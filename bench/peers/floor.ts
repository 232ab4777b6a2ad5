/**
 * The floor: a bare Hono Worker that answers known bytes, which is less than any GraphQL server can do. An answer is
 * put under a name and then posted for; no body of a request is read.
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
