// The executor as a plugin of a plain Yoga server, without the rest of Dateline.
import { createSchema, createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { CompiledOperations } from '../operations.ts';
import { useCompiledExecution } from '../use-compiled-execution.ts';

const schema = createSchema({
  typeDefs: 'type Query { hello(name: String!): String } type Subscription { count: Int }',
  resolvers: {
    Query: { hello: (_, { name }) => `Hello ${name}` },
    Subscription: {
      count: {
        // biome-ignore lint/suspicious/useAwait: a subscription is an asynchronous sequence, whatever it waits for
        subscribe: async function* () {
          yield { count: 1 };
        },
      },
    },
  },
});

async function ask(yoga: ReturnType<typeof createYoga>, body: object, accept = 'application/json') {
  const headers = { 'Content-Type': 'application/json', Accept: accept };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await yoga.fetch('http://yoga/graphql', request)).text();
}

test('executes, and keeps what it compiled with the document', async () => {
  const operations = new CompiledOperations();
  let compiled = 0;
  const look = {
    onExecute: ({ args }: { args: { document: never } }) => ({
      onExecuteDone: () => {
        compiled = operations.size(args.document);
      },
    }),
  };
  const yoga = createYoga({ schema, plugins: [useCompiledExecution({ operations }), look], logging: false });
  for (const name of ['Ann', 'Bob']) {
    const query = 'query ($name: String!) { hello(name: $name) }';
    expect(JSON.parse(await ask(yoga, { query, variables: { name } }))).toEqual({ data: { hello: `Hello ${name}` } });
  }
  expect(compiled).toBeGreaterThan(0);
});

test('leaves subscriptions to the server', async () => {
  const yoga = createYoga({ schema, plugins: [useCompiledExecution()], logging: false });
  expect(await ask(yoga, { query: 'subscription { count }' }, 'text/event-stream')).toContain('{"data":{"count":1}}');
});

test('gives way to an executor that is set after it', async () => {
  const other = {
    onExecute: ({ setExecuteFn }: { setExecuteFn: (execute: () => object) => void }) =>
      setExecuteFn(() => ({ data: { other: true } })),
  };
  const yoga = createYoga({ schema, plugins: [useCompiledExecution(), other as never], logging: false });
  expect(JSON.parse(await ask(yoga, { query: '{ __typename }' }))).toEqual({ data: { other: true } });
});

test('leaves an unknown operation to graphql-js, which reports it', async () => {
  const yoga = createYoga({ schema, plugins: [useCompiledExecution()], logging: false, maskedErrors: false });
  const answer = JSON.parse(await ask(yoga, { query: 'query A { __typename } query B { __typename }' }));
  expect(answer.errors[0].message).toMatch(/operation/);
});
