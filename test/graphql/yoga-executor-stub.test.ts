// What runs if a plugin takes the compiled executor away: every query and mutation, by graphql-js.
import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { normalizedExecutor } from '../../src/graphql/yoga-executor-stub.ts';

const SCHEMA = buildSchema('type Query { word(of: Int = 1): String } type Mutation { say: String }');
const ROOT = { word: ({ of }: { of: number }) => `word ${of}`, say: () => 'said' };

test.each([
  ['{ word }', { data: { word: 'word 1' } }],
  ['query ($of: Int!) { word(of: $of) }', { data: { word: 'word 2' } }],
  ['mutation { say }', { data: { say: 'said' } }],
])('%s', (document, result) => {
  const args = { schema: SCHEMA, document: parse(document), rootValue: ROOT, variableValues: { of: 2 } };
  expect(normalizedExecutor(args)).toEqual(result);
});

test('a subscription is an error, as the schema of the endpoint has none', () => {
  expect(normalizedExecutor({ schema: SCHEMA, document: parse('subscription { word }') })).toMatchObject({
    errors: [{ message: 'Schema is not configured to execute subscription operation.' }],
  });
});

test('a document without the operation is an error', () => {
  const [document, operationName] = [parse('query A { word }'), 'B'];
  expect(normalizedExecutor({ schema: SCHEMA, document, operationName })).toEqual({
    errors: [expect.objectContaining({ message: 'Unknown operation named "B".' })],
  });
});
