// GraphQL (September 2025), 6.4 Executing Fields: arguments (6.4.1) and the results of resolvers (6.4.2).
import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, problem } from './ask.ts';

const ECHO = makeSchema(
  `scalar Any
  input Point { x: Int! = 1 y: Int at: Point }
  input Pet @oneOf { cat: String dog: Int }
  type Query {
    int(value: Int): String withDefault(value: Int = 5): String nullDefault(value: Int = null): String
    required(value: Int! = 5): String list(value: [Int]): String items(value: [Int!]): String
    point(value: Point): String pet(value: Pet): String any(value: Any): String
    many(a: Int, b: Int = 2, c: Int): String
  }`,
  Object.fromEntries(
    ['int', 'withDefault', 'nullDefault', 'required', 'list', 'items', 'point', 'pet', 'any', 'many'].map((name) => [
      `Query.${name}`,
      (_source: never, args: object) => JSON.stringify(args),
    ]),
  ),
);

describe('6.4.1 Coercing Field Arguments', () => {
  test.each([
    ['an argument that is not given is not there', '{ f: int }', '{}'],
    ['null is given', '{ f: int(value: null) }', '{"value":null}'],
    ['a default stands for what is not given', '{ f: withDefault }', '{"value":5}'],
    ['a default does not stand for null', '{ f: withDefault(value: null) }', '{"value":null}'],
    ['null may be the default', '{ f: nullDefault }', '{"value":null}'],
    ['one value is a list of one', '{ f: list(value: 1) }', '{"value":[1]}'],
    ['null is no list of null', '{ f: list(value: null) }', '{"value":null}'],
    ['fields of input objects have defaults', '{ f: point(value: {at: {x: 2}}) }', '{"value":{"x":1,"at":{"x":2}}}'],
    [
      'fields of input objects come in the order of the type',
      '{ f: point(value: {y: 3, x: 2}) }',
      '{"value":{"x":2,"y":3}}',
    ],
    ['arguments come in the order of the schema', '{ f: many(c: 3, a: 1) }', '{"a":1,"b":2,"c":3}'],
    ['a one-of object has one field', '{ f: pet(value: {dog: 1}) }', '{"value":{"dog":1}}'],
    [
      'a custom scalar may be anything',
      '{ f: any(value: {a: [1, "x", null], b: ENUM}) }',
      '{"value":{"a":[1,"x",null],"b":"ENUM"}}',
    ],
  ])('6.4.1 CoerceArgumentValues: %s', (_, document, seen) => {
    expect(ask(ECHO, document)).toEqual({ data: JSON.stringify({ f: seen }) });
  });

  test.each([
    ['a variable gives its value', '$v: Int', 'int(value: $v)', { v: 1 }, '{"value":1}'],
    ['a variable that is not given gives none', '$v: Int', 'int(value: $v)', {}, '{}'],
    ['a variable that is not given leaves the default', '$v: Int', 'withDefault(value: $v)', {}, '{"value":5}'],
    ['a variable that is null does not', '$v: Int', 'withDefault(value: $v)', { v: null }, '{"value":null}'],
    ['a nullable variable may stand where there is a default', '$v: Int', 'required(value: $v)', {}, '{"value":5}'],
    ['a default of the variable comes first', '$v: Int = 3', 'required(value: $v)', {}, '{"value":3}'],
    ['a missing variable in a list is null', '$v: Int', 'list(value: [1, $v])', {}, '{"value":[1,null]}'],
    ['a missing variable in an object is no field', '$v: Int', 'point(value: {x: 1, y: $v})', {}, '{"value":{"x":1}}'],
    ['a missing variable in an object leaves the default', '$v: Int', 'point(value: {x: $v})', {}, '{"value":{"x":1}}'],
    ['a variable may stand in a custom scalar', '$v: Int', 'any(value: {a: [$v]})', { v: 4 }, '{"value":{"a":[4]}}'],
    [
      'a variable may be the field of a one-of object',
      '$v: Int!',
      'pet(value: {dog: $v})',
      { v: 4 },
      '{"value":{"dog":4}}',
    ],
  ])('6.4.1 CoerceArgumentValues: %s', (_, declared, field, variables, seen) => {
    expect(ask(ECHO, `query (${declared}) { f: ${field} }`, { variables })).toEqual({
      data: JSON.stringify({ f: seen }),
    });
  });

  test.each([
    [
      'null for what must not be',
      'required(value: $v)',
      42,
      'Argument "value" of non-null type "Int!" must not be null.',
    ],
    ['null in a field that must not be', 'point(value: {x: $v})', 39, 'Argument "value" has invalid value {x: $v}.'],
  ])('6.4.1 CoerceArgumentValues: %s is an error of the field', (_, field, column, message) => {
    const document = `query ($v: Int) { int a: ${field} }`;
    expect(ask(ECHO, document, { variables: { v: null } })).toEqual({
      data: '{"int":"{}","a":null}',
      errors: [problem(message, column, ['a'])],
    });
  });

  test('6.4.1 CoerceArgumentValues: a resolver that modifies its arguments affects no other call', () => {
    const schema = makeSchema('type Query { a(x: Int): Int list: [Query!] }', {
      'Query.a': (_source: never, args: { x?: number }) => {
        args.x = (args.x ?? 0) + 1;
        return args.x;
      },
      'Query.list': () => [{}, {}],
    });
    expect(ask(schema, '{ list { a(x: 1) b: a } a(x: 1) }')).toEqual({
      data: '{"list":[{"a":2,"b":1},{"a":2,"b":1}],"a":2}',
    });
  });
});

describe('6.4.2 Value Resolution', () => {
  const schema = makeSchema('type Query { a(x: Int): Int inner: Query }');

  test.each([
    ['a property', { a: 1 }, '{"a":1}'],
    ['a method, whose arguments come first', { a: ({ x }: { x: number }) => x + 1 }, '{"a":3}'],
    [
      'a method that needs its object',
      {
        b: 7,
        a(this: { b: number }) {
          return this.b;
        },
      },
      '{"a":7}',
    ],
    ['an inherited property', Object.create({ a: 5 }), '{"a":5}'],
    [
      'a getter',
      {
        get a() {
          return 6;
        },
      },
      '{"a":6}',
    ],
    ['a function with properties', Object.assign(() => 0, { a: 8 }), '{"a":8}'],
    ['nothing of text', 'text', '{"a":null}'],
    ['nothing of null', null, '{"a":null}'],
    ['nothing where there is none', {}, '{"a":null}'],
  ])('6.4.2 ResolveFieldValue: without a resolver, %s', (_, root, data) => {
    expect(ask(schema, '{ a(x: 2) }', { root })).toEqual({ data });
  });

  test('6.4.2 ResolveFieldValue: a method is given context and info', () => {
    const a = (_args: unknown, context: { by: number }, { fieldName }: GraphQLResolveInfo) =>
      context.by + fieldName.length;
    expect(ask(schema, '{ a }', { root: { a }, context: { by: 10 } })).toEqual({ data: '{"a":11}' });
  });

  test('6.4.2 ResolveFieldValue: a resolver gets the complete info', () => {
    const infos: GraphQLResolveInfo[] = [];
    const asked = makeSchema('type Query { a(x: Int): Int inner: [Query!] }', {
      'Query.a': (_source: never, _args: never, _context: never, info: GraphQLResolveInfo) => infos.push(info),
      'Query.inner': () => [{}, {}],
    });
    const root = {};
    const document = 'query Q($x: Int = 4) { inner { ...F } } fragment F on Query { b: a(x: $x) }';
    expect(ask(asked, document, { root })).toEqual({ data: '{"inner":[{"b":1},{"b":2}]}' });
    const { path, parentType, returnType, fieldNodes, fragments, operation, ...rest } = infos[1]!;
    expect(path).toEqual({
      key: 'b',
      typename: 'Query',
      prev: { key: 1, typename: undefined, prev: { key: 'inner', typename: 'Query', prev: undefined } },
    });
    expect([String(parentType), String(returnType)]).toEqual(['Query', 'Int']);
    expect(fieldNodes.map(({ alias }) => alias?.value)).toEqual(['b']);
    expect([Object.keys(fragments), operation.name?.value]).toEqual([['F'], 'Q']);
    expect(rest).toEqual({ fieldName: 'a', schema: asked, rootValue: root, variableValues: { x: 4 } });
    expect(rest.rootValue).toBe(root);
  });

  test('4.1 __typename: is the name of the object type, wherever it is asked', () => {
    expect(
      ask(schema, '{ __typename x: __typename inner { __typename } }', { root: { inner: { __typename: 'no' } } }),
    ).toEqual({
      data: '{"__typename":"Query","x":"Query","inner":{"__typename":"Query"}}',
    });
  });

  test('4.2 __schema and __type: are fields of the query type only, at any depth', () => {
    const document = '{ __schema { queryType { name } } inner { __type(name: "Int") { kind name } } }';
    expect(ask(schema, document, { root: { inner: {} } })).toEqual({
      data: '{"__schema":{"queryType":{"name":"Query"}},"inner":{"__type":{"kind":"SCALAR","name":"Int"}}}',
    });
    expect(ask(schema, '{ __type(name: "None") { name } }')).toEqual({ data: '{"__type":null}' });
  });
});
