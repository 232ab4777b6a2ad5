// A compiled operation is used many times: runs do not affect each other, even at the same time.
import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compile as compileDocument } from '../compile.ts';
import { asSent, makeSchema, prepare, problem } from './ask.ts';

const SCHEMA = makeSchema(
  `interface Named { name: String }
  type Dog implements Named { name: String barks(loud: Int): String }
  type Cat implements Named { name: String }
  type Query { echo(value: Int = 1, list: [Int]): String user: String named: Named a: Int b: Int dogs: [Dog!] }
  type Mutation { a: Int b: Int }`,
  {
    'Query.echo': (_source: never, args: object) => JSON.stringify(args),
    'Query.user': (_source: never, _args: never, context: { readonly user: string }) => context.user,
    'Dog.barks': (_source: never, { loud }: { readonly loud: number }, context: { readonly user: string }) =>
      `${context.user} ${loud}`,
  },
);

describe('one run after the other', () => {
  test('has its own variables', () => {
    const run = prepare(SCHEMA, 'query ($v: Int, $w: Int) { echo(value: $v, list: [$w, 0]) }');
    const answers = [{ v: 1, w: 2 }, {}, { v: null }, { w: 3 }, null].map((variables) => run({ variables }));
    expect(answers).toEqual([
      { data: '{"echo":"{\\"value\\":1,\\"list\\":[2,0]}"}' },
      { data: '{"echo":"{\\"value\\":1,\\"list\\":[null,0]}"}' },
      { data: '{"echo":"{\\"value\\":null,\\"list\\":[null,0]}"}' },
      { data: '{"echo":"{\\"value\\":1,\\"list\\":[3,0]}"}' },
      { data: '{"echo":"{\\"value\\":1,\\"list\\":[null,0]}"}' },
    ]);
  });

  test('has its own context and root', () => {
    const run = prepare(SCHEMA, '{ user a }');
    expect(run({ context: { user: 'Ann' }, root: { a: 1 } })).toEqual({ data: '{"user":"Ann","a":1}' });
    expect(run({ context: { user: 'Bo' }, root: { a: 2 } })).toEqual({ data: '{"user":"Bo","a":2}' });
  });

  test('has its own fields, however many settings of @skip and @include there are', () => {
    const names = ['c', 'd', 'e', 'f'];
    const declared = names.map((name) => `$${name}: Boolean!`).join(' ');
    const fields = names.map((name) => `${name}: a @include(if: $${name})`).join(' ');
    const run = prepare(SCHEMA, `query (${declared}) { ${fields} }`);
    for (const time of [1, 2]) {
      for (let bits = 0; bits < 16; bits++) {
        const chosen = names.filter((_, at) => (bits >> at) & 1);
        const variables = Object.fromEntries(names.map((name) => [name, chosen.includes(name)]));
        expect(run({ variables, root: { a: time } })).toEqual({
          data: JSON.stringify(Object.fromEntries(chosen.map((name) => [name, time]))),
        });
      }
    }
  });

  test('has its own fields where another operation of the document has a variable of that name', () => {
    const schema = buildSchema('type Query { a(text: String): String }');
    const document = parse('query A($x: Boolean!) { a @include(if: $x) } query B($x: String!) { a(text: $x) }');
    const compiled = compileDocument(schema, document, 'B')!;
    const rootValue = { a: ({ text }: { text: string }) => text };
    for (let number = 0; number < 100; number++) {
      const variableValues = { x: `text ${number}` };
      expect(compiled.execute({ rootValue, variableValues })).toEqual({ data: { a: `text ${number}` } });
    }
    expect(compiled.size()).toBeLessThan(5);
  });

  test('is planned anew where many settings were asked for, and no more than a few are kept', () => {
    const names = Array.from({ length: 8 }, (_, at) => `v${at}`);
    const document = parse(
      `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) { ${names.map((name) => `${name}: a @skip(if: $${name})`).join(' ')} }`,
    );
    const compiled = compileDocument(buildSchema('type Query { a: Int }'), document, null)!;
    for (let bits = 0; bits < 256; bits++) {
      const variableValues = Object.fromEntries(names.map((name, at) => [name, ((bits >> at) & 1) === 1]));
      const { data } = compiled.execute({ rootValue: { a: 1 }, variableValues }) as { data: object };
      expect(Object.keys(data)).toEqual(names.filter((name) => !variableValues[name]));
    }
    expect(compiled.size()).toBeLessThan(8 * 9 + 1);
  });

  test('has its own argument values, lists in them too', () => {
    const schema = buildSchema('type Query { a(list: [Int]): [Int] }');
    const compiled = compileDocument(schema, parse('query ($x: Int) { a(list: [1, 2]) b: a(list: [$x]) }'), null)!;
    const rootValue = { a: ({ list }: { list: number[] }) => (list.push(9), list) };
    for (const x of [3, 4]) {
      expect(compiled.execute({ rootValue, variableValues: { x } })).toEqual({ data: { a: [1, 2, 9], b: [x, 9] } });
    }
  });

  test('has its own types', () => {
    const run = prepare(SCHEMA, '{ named { __typename name ... on Dog { barks(loud: 1) } } }');
    const context = { user: 'Ann' };
    const answers = ['Dog', 'Cat', 'None', 'Dog'].map((__typename) =>
      asSent(run({ context, root: { named: { __typename } } }) as never),
    );
    const dog = { data: '{"named":{"__typename":"Dog","name":null,"barks":"Ann 1"}}' };
    const message = 'Abstract type "Named" was resolved to a type "None" that does not exist inside the schema.';
    expect(answers).toEqual([
      dog,
      { data: '{"named":{"__typename":"Cat","name":null}}' },
      { data: '{"named":null}', errors: [problem(message, 3, ['named'])] },
      dog,
    ]);
  });

  test('has its own errors', () => {
    const run = prepare(SCHEMA, '{ a b }');
    const bad = { data: '{"a":null,"b":1}', errors: [problem('bad', 3, ['a'])] };
    expect(asSent(run({ root: { a: new Error('bad'), b: 1 } }) as never)).toEqual(bad);
    expect(run({ root: { a: 1, b: 1 } })).toEqual({ data: '{"a":1,"b":1}' });
    expect(asSent(run({ root: { a: new Error('bad'), b: 1 } }) as never)).toEqual(bad);
  });

  test('goes well after variables that were refused', () => {
    const run = prepare(SCHEMA, 'query ($v: Int) { echo(value: $v) }');
    expect(run({ variables: { v: 'x' } })).not.toHaveProperty('data');
    expect(run({ variables: { v: 2 } })).toEqual({ data: '{"echo":"{\\"value\\":2}"}' });
  });
});

describe('runs at the same time', () => {
  test('keep to themselves, whichever ends first', async () => {
    const run = prepare(
      SCHEMA,
      'query ($v: Int, $is: Boolean!) { dogs { name barks(loud: $v) } a b @include(if: $is) }',
    );
    const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const answers = gates.map(({ promise }, at) =>
      run({
        variables: { v: at, is: at % 2 === 0 },
        context: { user: `user ${at}` },
        root: {
          dogs: async () => {
            await promise;
            return [{ name: `dog ${at}` }, { name: () => Promise.reject(new Error(`error ${at}`)) }];
          },
          a: () => promise.then(() => at),
          b: at,
        },
      }),
    );
    for (const at of [2, 0, 1]) {
      gates[at]!.resolve();
      const b = at % 2 === 0 ? `,"b":${at}` : '';
      const dogs = `[{"name":"dog ${at}","barks":"user ${at} ${at}"},{"name":null,"barks":"user ${at} ${at}"}]`;
      expect(asSent(await answers[at]!)).toEqual({
        data: `{"dogs":${dogs},"a":${at}${b}}`,
        errors: [problem(`error ${at}`, 41, ['dogs', 1, 'name'])],
      });
    }
  });

  test('of a mutation are serial each for itself', async () => {
    const run = prepare(SCHEMA, 'mutation { a b }');
    const order: string[] = [];
    const root = (name: string, gate: Promise<void>) => ({
      a: () => gate.then(() => order.push(`${name} a`)),
      b: () => order.push(`${name} b`),
    });
    const [slow, fast] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const answers = [run({ root: root('slow', slow.promise) }), run({ root: root('fast', fast.promise) })];
    fast.resolve();
    expect(await answers[1]).toEqual({ data: '{"a":1,"b":2}' });
    slow.resolve();
    expect(await answers[0]).toEqual({ data: '{"a":3,"b":4}' });
    expect(order).toEqual(['fast a', 'fast b', 'slow a', 'slow b']);
  });
});
