// GraphQL (September 2025), 6.1 Executing Requests.
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, problem } from './ask.ts';
import { compile } from './subject.ts';

const ECHO = makeSchema(
  `enum Colour { RED GREEN }
  input Point { x: Int! y: Int = 2 at: Point list: [Int!] }
  input Pet @oneOf { cat: String dog: Int }
  type Query {
    int(value: Int): String float(value: Float): String id(value: ID): String colour(value: Colour): String
    point(value: Point): String pet(value: Pet): String list(value: [Int!]): String
    required(value: Int!): String withDefault(value: Int! = 5): String text(value: String): String
  }
  type Mutation { say: String }
  type Subscription { heard: String }`,
  Object.fromEntries(
    ['int', 'float', 'id', 'colour', 'point', 'pet', 'list', 'required', 'withDefault', 'text'].map((name) => [
      `Query.${name}`,
      (_source: never, args: object) => JSON.stringify(args),
    ]),
  ),
);

describe('6.1 GetOperation', () => {
  const document = parse('query A { text } query B { int } mutation C { say }');

  test('6.1 GetOperation: the operation of the name is executed', () => {
    expect(ask(ECHO, 'query A { text } query B { int }', { operationName: 'B' })).toEqual({ data: '{"int":"{}"}' });
  });

  test('6.1 GetOperation: the only operation needs no name', () => {
    expect(ask(ECHO, 'query A { text }')).toEqual({ data: '{"text":"{}"}' });
  });

  test('6.1 GetOperation: of the only operation the name may be given', () => {
    expect(ask(ECHO, 'query A { text }', { operationName: 'A' })).toEqual({ data: '{"text":"{}"}' });
  });

  test.each([
    ['no name where there are several', document, undefined],
    ['null for a name where there are several', document, null],
    ['a name that no operation has', document, 'D'],
    ['a name of nothing', document, ''],
    ['a name where the only operation has none', parse('{ text }'), 'A'],
    ['the name of a fragment', parse('{ ...F } fragment F on Query { text }'), 'F'],
    ['no operation at all', parse('fragment F on Query { text }'), undefined],
    ['a subscription', parse('subscription { heard }'), undefined],
  ])('6.1 GetOperation: nothing is compiled for %s', (_, parsed, name) => {
    expect(compile(ECHO, parsed, name)).toBeNull();
  });

  test('6.1 ExecuteRequest: a subscription beside a query is no hindrance', () => {
    expect(ask(ECHO, 'subscription S { heard } query A { text }', { operationName: 'A' })).toEqual({
      data: '{"text":"{}"}',
    });
  });
});

describe('6.1.2 Coercing Variable Values', () => {
  test.each([
    ['Int', 'int', 5, '{"value":5}'],
    ['Int', 'int', null, '{"value":null}'],
    ['Int!', 'required', -1, '{"value":-1}'],
    ['Float', 'float', 5, '{"value":5}'],
    ['ID', 'id', 5, '{"value":"5"}'],
    ['ID', 'id', 'x', '{"value":"x"}'],
    ['Colour', 'colour', 'RED', '{"value":"RED"}'],
    ['[Int!]', 'list', [1, 2], '{"value":[1,2]}'],
    ['[Int!]', 'list', 1, '{"value":[1]}'],
    ['Point', 'point', { x: 1 }, '{"value":{"x":1,"y":2}}'],
    ['Point', 'point', { list: 1, y: null, x: 1 }, '{"value":{"x":1,"y":null,"list":[1]}}'],
    ['Point', 'point', { x: 1, at: { x: 2, y: 3 } }, '{"value":{"x":1,"y":2,"at":{"x":2,"y":3}}}'],
    ['Pet', 'pet', { cat: 'Tom' }, '{"value":{"cat":"Tom"}}'],
  ])('6.1.2: %s for %s may be %j', (type, field, given, seen) => {
    const answer = ask(ECHO, `query ($v: ${type}) { ${field}(value: $v) }`, { variables: { v: given } });
    expect(answer).toEqual({ data: JSON.stringify({ [field]: seen }) });
  });

  test.each([
    ['Int', 'int', '5', 'got invalid value "5"; Int cannot represent non-integer value: "5"'],
    [
      'Int',
      'int',
      2 ** 31,
      'got invalid value 2147483648; Int cannot represent non 32-bit signed integer value: 2147483648',
    ],
    ['Float', 'float', true, 'got invalid value true; Float cannot represent non numeric value: true'],
    ['Colour', 'colour', 'BLUE', 'got invalid value "BLUE"; Value "BLUE" does not exist in "Colour" enum.'],
    [
      '[Int!]',
      'list',
      [1, null],
      'got invalid value null at "v[1]"; Expected non-nullable type "Int!" not to be null.',
    ],
    ['Point', 'point', 5, 'got invalid value 5; Expected type "Point" to be an object.'],
    ['Point', 'point', {}, 'got invalid value {}; Field "x" of required type "Int!" was not provided.'],
    [
      'Point',
      'point',
      { x: 1, z: 1 },
      'got invalid value { x: 1, z: 1 }; Field "z" is not defined by type "Point". Did you mean "x" or "y"?',
    ],
    [
      'Pet',
      'pet',
      { cat: 'Tom', dog: 1 },
      'got invalid value { cat: "Tom", dog: 1 }; Exactly one key must be specified for OneOf type "Pet".',
    ],
    ['Pet', 'pet', { cat: null }, 'got invalid value null at "v.cat"; Field "cat" must be non-null.'],
  ])('6.1.2: %s for %s refuses %j, and nothing is executed', (type, field, given, message) => {
    const answer = ask(ECHO, `query ($v: ${type}) { ${field}(value: $v) }`, { variables: { v: given } });
    expect(answer).toEqual({ errors: [problem(`Variable "$v" ${message}`, 8)] });
  });

  test('6.1.2: a non-null variable is required', () => {
    const document = 'query ($v: Int!) { required(value: $v) }';
    const errors = [problem('Variable "$v" of required type "Int!" was not provided.', 8)];
    for (const variables of [{}, null, { w: 1 }]) expect(ask(ECHO, document, { variables })).toEqual({ errors });
    expect(ask(ECHO, document)).toEqual({ errors });
  });

  test('6.1.2: a non-null variable must not be null, whatever its default is', () => {
    expect(ask(ECHO, 'query ($v: Int! = 1) { required(value: $v) }', { variables: { v: null } })).toEqual({
      errors: [problem('Variable "$v" of non-null type "Int!" must not be null.', 8)],
    });
  });

  test('6.1.2: each variable that is refused has its error', () => {
    const document = 'query ($a: Int!, $b: [Int!]) { required(value: $a) list(value: $b) }';
    expect(ask(ECHO, document, { variables: { b: ['x', null] } })).toEqual({
      errors: [
        problem('Variable "$a" of required type "Int!" was not provided.', 8),
        problem('Variable "$b" got invalid value "x" at "b[0]"; Int cannot represent non-integer value: "x"', 18),
        problem(
          'Variable "$b" got invalid value null at "b[1]"; Expected non-nullable type "Int!" not to be null.',
          18,
        ),
      ],
    });
  });

  test('6.1.2: after fifty errors there is one more, and no end', () => {
    const answer = ask(ECHO, 'query ($b: [Int!]) { list(value: $b) }', { variables: { b: new Array(80).fill('x') } });
    expect(answer).toMatchObject({ errors: { length: 51 } });
    expect(answer).toHaveProperty('errors.50', {
      message: 'Too many errors processing variables, error limit reached. Execution aborted.',
    });
  });

  test('6.1.2: a default stands for a variable that is not given, but not for null', () => {
    const document = 'query ($v: Int = 7) { int(value: $v) }';
    expect(ask(ECHO, document)).toEqual({ data: '{"int":"{\\"value\\":7}"}' });
    expect(ask(ECHO, document, { variables: { v: null } })).toEqual({ data: '{"int":"{\\"value\\":null}"}' });
    expect(ask(ECHO, document, { variables: { v: 1 } })).toEqual({ data: '{"int":"{\\"value\\":1}"}' });
  });

  test('6.1.2: variables that are not declared are not looked at, nor is what values inherit', () => {
    const document = 'query ($toString: String) { text(value: $toString) }';
    expect(ask(ECHO, document, { variables: { other: 1n } })).toEqual({ data: '{"text":"{}"}' });
  });
});
