// GraphQL (September 2025), 6.2 Executing Operations.
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, problem } from './ask.ts';

describe('6.2.1 Query', () => {
  test('6.2.1 Query: all fields of the root are begun before one is completed', async () => {
    const order: string[] = [];
    const resolve = (name: string) => () => {
      order.push(`begin ${name}`);
      return Promise.resolve(name).then((value) => {
        order.push(`end ${name}`);
        return value;
      });
    };
    const schema = makeSchema('type Query { a: String b: String }', {
      'Query.a': resolve('a'),
      'Query.b': resolve('b'),
    });
    expect(await ask(schema, '{ a b }')).toEqual({ data: '{"a":"a","b":"b"}' });
    expect(order).toEqual(['begin a', 'begin b', 'end a', 'end b']);
  });

  test('6.2.1 Query: the initial value is the source of the root fields', () => {
    const schema = makeSchema('type Query { a: Int b: Int }', {
      'Query.b': (source: { readonly a: number }) => source.a,
    });
    expect(ask(schema, '{ a b }', { root: { a: 3 } })).toEqual({ data: '{"a":3,"b":3}' });
    expect(ask(schema, '{ a }')).toEqual({ data: '{"a":null}' });
  });
});

describe('6.2.2 Mutation', () => {
  const MUTATIONS = `type Query { a: Int }
    type Counter { now: Int later: Int! }
    type Mutation { count(by: Int!): Counter fail: Int broken: Int! late(by: Int!): Int }`;

  /** Records the order of calls. */
  function makeCounter() {
    const order: string[] = [];
    let number = 0;
    const schema = makeSchema(MUTATIONS, {
      'Mutation.count': (_source: never, { by }: { readonly by: number }) => {
        order.push(`count ${by}`);
        number += by;
        return {};
      },
      'Mutation.late': async (_source: never, { by }: { readonly by: number }) => {
        order.push(`late ${by}`);
        await null;
        number += by;
        return number;
      },
      'Mutation.fail': () => Promise.reject(new Error('failed')),
      'Mutation.broken': () => Promise.reject(new Error('broken')),
      'Counter.now': () => number,
      'Counter.later': async () => {
        await null;
        order.push(`later ${number}`);
        return number;
      },
    });
    return { schema, order };
  }

  test('6.2.2 Mutation: a field begins when the one before and all in it is completed', async () => {
    const { schema, order } = makeCounter();
    const document = 'mutation { a: count(by: 1) { later now } b: late(by: 10) c: count(by: 100) { now later } }';
    expect(await ask(schema, document)).toEqual({
      data: '{"a":{"later":1,"now":1},"b":11,"c":{"now":111,"later":111}}',
    });
    expect(order).toEqual(['count 1', 'later 1', 'late 10', 'count 100', 'later 111']);
  });

  test('6.2.2 Mutation: answers at once where nothing is waited for', () => {
    const { schema } = makeCounter();
    expect(ask(schema, 'mutation { a: count(by: 1) { now } b: count(by: 1) { now } }')).toEqual({
      data: '{"a":{"now":1},"b":{"now":2}}',
    });
  });

  test('6.2.2 Mutation: a nullable field that fails does not keep the next one from its turn', async () => {
    const { schema } = makeCounter();
    expect(await ask(schema, 'mutation { fail count(by: 1) { now } }')).toEqual({
      data: '{"fail":null,"count":{"now":1}}',
      errors: [problem('failed', 12, ['fail'])],
    });
  });

  test('6.2.2 Mutation: after a non-null field that fails no other begins', async () => {
    const { schema, order } = makeCounter();
    expect(await ask(schema, 'mutation { a: late(by: 1) broken b: late(by: 1) }')).toEqual({
      data: 'null',
      errors: [problem('broken', 27, ['broken'])],
    });
    expect(order).toEqual(['late 1']);
  });

  test('6.2.2 Mutation: inside a field all is begun together', async () => {
    const { schema } = makeCounter();
    expect(await ask(schema, 'mutation { count(by: 1) { a: later b: later } }')).toEqual({
      data: '{"count":{"a":1,"b":1}}',
    });
  });
});
