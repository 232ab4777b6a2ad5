// GraphQL (September 2025), 6.4.4 Handling Execution Errors.
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, prepare, problem } from './ask.ts';
import { settled } from './later.ts';

const SCHEMA = makeSchema(`
  type Query { a: Int b: Int required: Int! inner: Inner innerRequired: Inner! list: [Int] items: [Int!] itemsRequired: [Int!]! inners: [Inner!] }
  type Inner { a: Int required: Int! inner: Inner innerRequired: Inner! items: [Int!]! }`);
const NO = () => {
  throw new Error('no');
};
const LATE_NO = () => Promise.reject(new Error('no'));
const NULL_REQUIRED = 'Cannot return null for non-nullable field';

describe('6.4.4 propagation', () => {
  test.each([
    ['a nullable field is null itself', '{ a b }', { a: NO, b: 1 }, '{"a":null,"b":1}', 'no', 3, ['a']],
    [
      'a non-null field makes its parent null',
      '{ b inner { a required } }',
      { b: 1, inner: { a: 1, required: NO } },
      '{"b":1,"inner":null}',
      'no',
      15,
      ['inner', 'required'],
    ],
    [
      'null for non-null counts as an error',
      '{ inner { required } }',
      { inner: {} },
      '{"inner":null}',
      `${NULL_REQUIRED} Inner.required.`,
      11,
      ['inner', 'required'],
    ],
    [
      'to the nearest parent that may be null',
      '{ b inner { innerRequired { innerRequired { required } } } }',
      { b: 1, inner: { innerRequired: { innerRequired: {} } } },
      '{"b":1,"inner":null}',
      `${NULL_REQUIRED} Inner.required.`,
      45,
      ['inner', 'innerRequired', 'innerRequired', 'required'],
    ],
    ['up to data', '{ b required }', { b: 1, required: NO }, 'null', 'no', 5, ['required']],
    [
      'up to data from below',
      '{ innerRequired { required } }',
      { innerRequired: {} },
      'null',
      `${NULL_REQUIRED} Inner.required.`,
      19,
      ['innerRequired', 'required'],
    ],
    [
      'an item that may be null is null itself',
      '{ list }',
      { list: [1, new Error('no'), 3] },
      '{"list":[1,null,3]}',
      'no',
      3,
      ['list', 1],
    ],
    [
      'a non-null item makes its list null',
      '{ items b }',
      { items: [1, null], b: 1 },
      '{"items":null,"b":1}',
      `${NULL_REQUIRED} Query.items.`,
      3,
      ['items', 1],
    ],
    [
      'a non-null item of a non-null list the parent',
      '{ inner { items } }',
      { inner: { items: [null] } },
      '{"inner":null}',
      `${NULL_REQUIRED} Inner.items.`,
      11,
      ['inner', 'items', 0],
    ],
    [
      'in a list of objects',
      '{ inners { required } }',
      { inners: [{ required: 1 }, {}] },
      '{"inners":null}',
      `${NULL_REQUIRED} Inner.required.`,
      12,
      ['inners', 1, 'required'],
    ],
  ] as const)('6.4.4: %s', (_, document, root, data, message, column, path) => {
    expect(ask(SCHEMA, document, { root })).toEqual({ data, errors: [problem(message, column, path)] });
  });

  test.each([
    ['a nullable field', '{ a b }', { a: LATE_NO, b: 1 }, '{"a":null,"b":1}', 3, ['a']],
    [
      'a non-null field',
      '{ b inner { a required } }',
      { b: 1, inner: { required: LATE_NO } },
      '{"b":1,"inner":null}',
      15,
      ['inner', 'required'],
    ],
    ['all of data', '{ required }', { required: LATE_NO }, 'null', 3, ['required']],
    ['an item', '{ list }', { list: () => [1, LATE_NO()] }, '{"list":[1,null]}', 3, ['list', 1]],
    ['a non-null item', '{ items }', { items: () => [1, LATE_NO()] }, '{"items":null}', 3, ['items', 1]],
  ] as const)('6.4.4: a rejection counts as an error, here of %s', async (_, document, root, data, column, path) => {
    expect(await ask(SCHEMA, document, { root })).toEqual({ data, errors: [problem('no', column, path)] });
  });

  test('6.4.4: several nullable fields have an error each, in their order', () => {
    expect(ask(SCHEMA, '{ a inner { a } b }', { root: { a: NO, inner: { a: NO }, b: NO } })).toEqual({
      data: '{"a":null,"inner":{"a":null},"b":null}',
      errors: [problem('no', 3, ['a']), problem('no', 13, ['inner', 'a']), problem('no', 17, ['b'])],
    });
  });

  test('6.4.4: an error before the parent was nulled is reported, fields after it are not started', () => {
    let begun = false;
    const inner = {
      a: NO,
      required: NO,
      innerRequired: () => {
        begun = true;
      },
    };
    expect(ask(SCHEMA, '{ inner { a required innerRequired { a } } }', { root: { inner } })).toEqual({
      data: '{"inner":null}',
      errors: [problem('no', 11, ['inner', 'a']), problem('no', 13, ['inner', 'required'])],
    });
    expect(begun).toBe(false);
  });

  test('6.4.4: if two siblings null the same parent, one error is reported', async () => {
    const inner = { required: LATE_NO, innerRequired: LATE_NO };
    expect(await ask(SCHEMA, '{ inner { required innerRequired { a } } }', { root: { inner } })).toEqual({
      data: '{"inner":null}',
      errors: [problem('no', 11, ['inner', 'required'])],
    });
  });

  test('6.4.4: a failure after the parent was nulled is not reported', async () => {
    const [late, last] = [Promise.withResolvers<never>(), Promise.withResolvers<number>()];
    const root = { inner: { a: late.promise, required: LATE_NO }, b: last.promise };
    const answer = ask(SCHEMA, '{ b inner { a required } }', { root });
    await settled();
    late.reject(new Error('late'));
    await settled();
    last.resolve(1);
    expect(await answer).toEqual({
      data: '{"b":1,"inner":null}',
      errors: [problem('no', 15, ['inner', 'required'])],
    });
  });
});

describe('7.1.2 Errors', () => {
  const thrown = (value: unknown) => ({
    a: () => {
      throw value;
    },
  });

  test.each([
    ['a word', 'word', 'Unexpected error value: "word"'],
    ['nothing', undefined, 'Unexpected error value: undefined'],
    ['null', null, 'Unexpected error value: null'],
    ['an object', { b: 1 }, 'Unexpected error value: { b: 1 }'],
    ['an error without a message', new Error(), ''],
  ])('7.1.2: %s may be thrown', (_, value, message) => {
    expect(ask(SCHEMA, '{ a }', { root: thrown(value) })).toEqual({
      data: '{"a":null}',
      errors: [problem(message, 3, ['a'])],
    });
  });

  test('7.1.2: an error that is returned as a value counts as thrown', () => {
    expect(ask(SCHEMA, '{ a }', { root: { a: new Error('given') } })).toEqual({
      data: '{"a":null}',
      errors: [problem('given', 3, ['a'])],
    });
  });

  test('7.1.2: extensions are kept', () => {
    const error = new GraphQLError('coded', { extensions: { code: 'CODE' } });
    expect(ask(SCHEMA, '{ a }', { root: thrown(error) })).toEqual({
      data: '{"a":null}',
      errors: [{ ...problem('coded', 3, ['a']), extensions: { code: 'CODE' } }],
    });
  });

  test('7.1.2: the error that was thrown is the original one', () => {
    const error = new TypeError('thrown');
    const answer = prepare(SCHEMA, '{ a }')({ root: thrown(error) });
    expect(answer).toHaveProperty('errors.0.originalError', error);
    expect((answer as { errors: GraphQLError[] }).errors[0]!.originalError).toBe(error);
  });

  test('7.1.2: an error that has a path is reported unchanged', () => {
    const error = new GraphQLError('placed', { path: ['elsewhere', 1] });
    const answer = prepare(SCHEMA, '{ a }')({ root: thrown(error) });
    expect((answer as { errors: GraphQLError[] }).errors[0]).toBe(error);
  });

  test('7.1: without errors there is no list of errors', () => {
    expect(prepare(SCHEMA, '{ a }')()).toEqual({ data: '{"a":null}' });
  });

  test('7.1.2: names of the path are those of the response', () => {
    expect(ask(SCHEMA, '{ x: inner { y: a } }', { root: { inner: { a: NO } } })).toEqual({
      data: '{"x":{"y":null}}',
      errors: [problem('no', 14, ['x', 'y'])],
    });
  });
});

test('6.4.4: no rejection is left unhandled', async () => {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listener);
  try {
    const inner = { a: LATE_NO, innerRequired: LATE_NO, required: NO };
    const root = { inner, list: () => [LATE_NO(), 1], items: () => [LATE_NO(), LATE_NO()] };
    await ask(SCHEMA, '{ inner { a innerRequired { a } required } list items }', { root });
    await settled();
    expect(unhandled).toEqual([]);
  } finally {
    process.off('unhandledRejection', listener);
  }
});
