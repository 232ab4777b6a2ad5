// What runs if a plugin takes the compiled executor away: everything that Yoga's own would run, by graphql-js.
import { Readable } from 'node:stream';
import { buildSchema, type ExecutionResult, parse } from 'graphql';
import { expect, test } from 'vitest';
import { normalizedExecutor } from '../../src/graphql/yoga-executor-stub.ts';

const SCHEMA = buildSchema(
  'type Query { word(of: Int = 1): String } type Mutation { say: String } type Subscription { word: String }',
);
const ROOT = { word: ({ of }: { of: number }) => `word ${of}`, say: () => 'said' };

test.each([
  ['{ word }', { data: { word: 'word 1' } }],
  ['query ($of: Int!) { word(of: $of) }', { data: { word: 'word 2' } }],
  ['mutation { say }', { data: { say: 'said' } }],
])('%s', (document, result) => {
  const args = { schema: SCHEMA, document: parse(document), rootValue: ROOT, variableValues: { of: 2 } };
  expect(normalizedExecutor(args)).toEqual(result);
});

test('a subscription is answered event by event', async () => {
  const rootValue = { word: () => Readable.from([{ word: 'first' }, { word: 'second' }]) };
  const events = await normalizedExecutor({ schema: SCHEMA, document: parse('subscription { word }'), rootValue });
  const results: ExecutionResult[] = [];
  for await (const result of events as AsyncIterable<ExecutionResult>) results.push(result);
  expect(results).toEqual([{ data: { word: 'first' } }, { data: { word: 'second' } }]);
});

test('a document without the operation is an error', () => {
  const [document, operationName] = [parse('query A { word }'), 'B'];
  expect(normalizedExecutor({ schema: SCHEMA, document, operationName })).toEqual({
    errors: [expect.objectContaining({ message: 'Unknown operation named "B".' })],
  });
});
