// The arguments that graphql-js takes for an execution, with the answers that it gives.
import { buildSchema, type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { CompiledOperations } from '../operations.ts';
import { useCompiledExecution } from '../use-compiled-execution.ts';
import { makeSchema } from './ask.ts';

const SCHEMA = makeSchema(
  `interface Named { name: String }
  union Pet = Dog | Cat
  type Dog implements Named { name: String barks(loud: Int): Int! }
  type Cat implements Named { name: String }
  type Query { a: String b(x: Int): [Int!] own: String named: Named pets: [Pet] int(x: Int!, y: Int!, z: Int!): Int }`,
  { 'Query.own': () => 'own' },
);

function answers(document: string, given: Omit<Parameters<typeof execute>[0], 'schema' | 'document'>) {
  const parsed = parse(document);
  const read = ({ data, errors }: { data?: object | null; errors?: readonly object[] }) =>
    JSON.parse(JSON.stringify({ data, errors }));
  const compiled = compile(SCHEMA, parsed)!;
  // Twice, because a run must not change the next one.
  const mine = [compiled.execute(given), compiled.execute({}), compiled.execute(given)];
  return [mine[0], mine[2], execute({ schema: SCHEMA, document: parsed, ...given })].map((one) => read(one as object));
}

describe('a field resolver', () => {
  test('resolves what has none of its own, in place of the default', () => {
    const fieldResolver = (source: unknown, args: object, context: unknown, { fieldName }: { fieldName: string }) =>
      fieldName === 'b' ? [Object.keys(args).length, 2] : `${fieldName} of ${JSON.stringify(source)} for ${context}`;
    const [mine, again, theirs] = answers('{ a b(x: 1) own __typename }', {
      fieldResolver,
      rootValue: { a: 1 },
      contextValue: 'Ann',
    });
    expect(mine).toEqual({ data: { a: 'a of {"a":1} for Ann', b: [1, 2], own: 'own', __typename: 'Query' } });
    expect([mine, again]).toEqual([theirs, theirs]);
  });

  test('may fail, and may be one that is null', () => {
    const fieldResolver = () => {
      throw new Error('bad');
    };
    for (const given of [{ fieldResolver }, { fieldResolver: null, rootValue: { a: 'x' } }]) {
      const [mine, again, theirs] = answers('{ a own }', given);
      expect([mine, again]).toEqual([theirs, theirs]);
    }
  });
});

test('a type resolver resolves the types of interfaces and unions without a resolver', () => {
  const rootValue = { named: { name: 'Rex', barks: 3 }, pets: [{ barks: 1 }, { name: 'Tom' }] };
  const typeResolver = (value: object) => ('barks' in value ? 'Dog' : 'Cat');
  const document = '{ named { __typename name ... on Dog { barks } } pets { __typename } }';
  const [mine, again, theirs] = answers(document, { rootValue, typeResolver });
  expect(mine).toEqual({
    data: { named: { __typename: 'Dog', name: 'Rex', barks: 3 }, pets: [{ __typename: 'Dog' }, { __typename: 'Cat' }] },
  });
  expect([mine, again]).toEqual([theirs, theirs]);
});

test.each([undefined, 1, 2, 3, 50])('%s: the most errors about variables', (maxCoercionErrors) => {
  const document = 'query ($x: Int!, $y: Int!, $z: Int!) { int(x: $x, y: $y, z: $z) }';
  for (const variableValues of [{}, { x: 'a', y: 'b', z: 'c' }]) {
    const options = maxCoercionErrors === undefined ? {} : { maxCoercionErrors };
    const [mine, again, theirs] = answers(document, { variableValues, options });
    expect([mine, again]).toEqual([theirs, theirs]);
  }
});

describe('what a caller without types may pass is refused with the words of graphql-js', () => {
  const document = parse('{ a }');
  test.each([
    ['no document', SCHEMA, undefined, {}],
    ['no schema', undefined, document, {}],
    ['a schema that is not valid', buildSchema('type A { a: Int }'), document, {}],
    ['variables that are a text', SCHEMA, document, { variableValues: '{"x":1}' }],
  ])('%s', (_, schema, given, more) => {
    const args = { schema: schema as GraphQLSchema, document: given as DocumentNode, ...(more as object) };
    const thrown = messageOf(() => execute(args));
    expect(thrown).not.toBe('');
    expect(messageOf(() => compile(args.schema, args.document)?.execute(more as object))).toBe(thrown);
    expect(
      messageOf(() => new CompiledOperations().find(args.schema, args.document, null)?.execute(more as object)),
    ).toBe(thrown);
  });
});

test('the plugin passes them on', () => {
  let run = (_: object): unknown => undefined;
  useCompiledExecution({ maxCoercionErrors: 1 }).onExecute({
    setExecuteFn(execute) {
      run = execute as typeof run;
    },
  });
  const args = { schema: SCHEMA, document: parse('{ a named { __typename } }'), rootValue: { named: {} } };
  expect(run({ ...args, fieldResolver: () => 'x', typeResolver: () => 'Cat' })).toEqual({
    data: { a: 'x', named: { __typename: 'Cat' } },
  });
  const wrong = parse('query ($x: Int!, $y: Int!) { int(x: $x, y: $y, z: 1) }');
  expect(run({ ...args, document: wrong })).toMatchObject({
    errors: [{}, { message: expect.stringMatching(/^Too many errors/) }],
  });
  expect(run({ ...args, document: wrong, options: { maxCoercionErrors: 2 } })).toMatchObject({ errors: { length: 2 } });
});

function messageOf(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    return String(error);
  }
}
