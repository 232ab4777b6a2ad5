// GraphQL (September 2025), 6.4.3 Value Completion: leaves and lists.
import { GraphQLObjectType, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, problem } from './ask.ts';

const SCHEMA = makeSchema(`
  enum Colour { RED GREEN }
  type Query {
    int: Int float: Float string: String boolean: Boolean id: ID colour: Colour
    list: [Int] required: [Int!] nested: [[Int]] object: Query
  }`);

describe('6.4.3 Coercing Results', () => {
  test.each([
    ['int', 5, '5'],
    ['int', '5', '5'],
    ['int', true, '1'],
    ['int', -0, '0'],
    ['float', 0.1, '0.1'],
    ['float', 1e21, '1e+21'],
    ['float', 1e-7, '1e-7'],
    ['string', 5, '"5"'],
    ['string', false, '"false"'],
    ['string', 'a "quote" \\ \n \u2028 é 😀', '"a \\"quote\\" \\\\ \\n \u2028 é 😀"'],
    ['string', '\ud800\u0000\u001f\u007f', '"\\ud800\\u0000\\u001f\u007f"'],
    ['string', '', '""'],
    ['boolean', 1, 'true'],
    ['boolean', 0, 'false'],
    ['id', 5, '"5"'],
    ['id', 'x', '"x"'],
    ['colour', 'RED', '"RED"'],
    ['int', null, 'null'],
    ['int', undefined, 'null'],
    ['list', [], '[]'],
    ['list', [1, null, undefined], '[1,null,null]'],
    ['list', new Set([1, 2]), '[1,2]'],
    ['list', new Uint8Array([3]), '[3]'],
    ['list', null, 'null'],
    ['nested', [[1], null, [], [2, 3]], '[[1],null,[],[2,3]]'],
    ['required', [1, 2], '[1,2]'],
  ])('6.4.3 CoerceResult: %s of %j', (field, value, text) => {
    expect(ask(SCHEMA, `{ ${field} }`, { root: { [field]: value } })).toEqual({ data: `{"${field}":${text}}` });
  });

  test.each([
    ['int', 1.5, 'Int cannot represent non-integer value: 1.5'],
    ['int', 2 ** 31, 'Int cannot represent non 32-bit signed integer value: 2147483648'],
    ['int', Number.NaN, 'Int cannot represent non-integer value: NaN'],
    ['int', '', 'Int cannot represent non-integer value: ""'],
    ['float', Number.POSITIVE_INFINITY, 'Float cannot represent non numeric value: Infinity'],
    ['float', 'x', 'Float cannot represent non numeric value: "x"'],
    ['string', [1], 'String cannot represent value: [1]'],
    ['string', Symbol('s'), 'String cannot represent value: Symbol(s)'],
    ['boolean', 'true', 'Boolean cannot represent a non boolean value: "true"'],
    ['id', 1.5, 'ID cannot represent value: 1.5'],
    ['colour', 'BLUE', 'Enum "Colour" cannot represent value: "BLUE"'],
    ['list', 'text', 'Expected Iterable, but did not find one for field "Query.list".'],
    ['list', { length: 1, 0: 1 }, 'Expected Iterable, but did not find one for field "Query.list".'],
  ])('6.4.3 CoerceResult: %s refuses %s', (field, value, message) => {
    expect(ask(SCHEMA, `{ ${field} }`, { root: { [field]: value } })).toEqual({
      data: `{"${field}":null}`,
      errors: [problem(message, 3, [field])],
    });
  });

  test.each([
    ['an object', { a: [1, { b: null }] }, '{"f":{"a":[1,{"b":null}]}}'],
    ['what JSON knows no number for', Number.NaN, '{"f":null}'],
    ['a date', new Date(0), '{"f":"1970-01-01T00:00:00.000Z"}'],
    ['an object that gets its name', { toJSON: (key: string) => `at ${key}` }, '{"f":"at f"}'],
    ['minus nought', -0, '{"f":0}'],
    ['what JSON has no word for', () => 1, '{}'],
  ])('6.4.3 CoerceResult: a scalar may give %s, written as JSON.stringify does', (_, value, data) => {
    const scalar = new GraphQLScalarType({ name: 'Any' });
    const query = new GraphQLObjectType({ name: 'Query', fields: { f: { type: scalar, resolve: () => value } } });
    const schema = new GraphQLSchema({ query });
    expect(ask(schema, '{ f }')).toEqual({ data });
  });

  test.each([
    ['null', null],
    ['undefined', undefined],
  ])('6.4.3 CoerceResult: a scalar must not give %s', (text, value) => {
    const scalar = new GraphQLScalarType({ name: 'Odd', serialize: () => value });
    const query = new GraphQLObjectType({ name: 'Query', fields: { f: { type: scalar, resolve: () => 1 } } });
    expect(ask(new GraphQLSchema({ query }), '{ f }')).toEqual({
      data: '{"f":null}',
      errors: [problem(`Expected \`Odd.serialize(1)\` to return non-nullable value, returned: ${text}`, 3, ['f'])],
    });
  });
});

describe('6.4.3 Lists', () => {
  test('6.4.3 CompleteValue: items have their index in the path', () => {
    expect(ask(SCHEMA, '{ nested }', { root: { nested: [[1], [2, 'x']] } })).toEqual({
      data: '{"nested":[[1],[2,null]]}',
      errors: [problem('Int cannot represent non-integer value: "x"', 3, ['nested', 1, 1])],
    });
  });

  test('6.4.3 CompleteValue: items may be promises, and stay in their order', async () => {
    const list = [Promise.resolve(1).then((one) => one), 2, Promise.resolve(3), Promise.reject(new Error('no'))];
    expect(await ask(SCHEMA, '{ list }', { root: { list } })).toEqual({
      data: '{"list":[1,2,3,null]}',
      errors: [problem('no', 3, ['list', 3])],
    });
  });

  test('6.4.3 CompleteValue: a list that breaks while it is read is null', () => {
    const list = (function* () {
      yield 1;
      throw new Error('broken');
    })();
    expect(ask(SCHEMA, '{ list int }', { root: { list, int: 1 } })).toEqual({
      data: '{"list":null,"int":1}',
      errors: [problem('broken', 3, ['list'])],
    });
  });

  test('6.4.3 CompleteValue: an object type takes whatever it is given', () => {
    expect(ask(SCHEMA, '{ object { int } }', { root: { object: 7 } })).toEqual({ data: '{"object":{"int":null}}' });
  });
});
