// What fields cost: nothing is free, and what is more work costs more.
import { type GraphQLField, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { priceOf } from '../../src/graphql/price.ts';

/** Every field that a document can select. */
const FIELDS = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
);

test('each field has a price', () => {
  expect(FIELDS.length).toBeGreaterThan(300);
  const free = FIELDS.filter(({ type, field }) => !(priceOf(field, type) > 0 && priceOf(field, type) < 1_000));
  expect(free.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
});

test.each([
  ['a value that lies at hand', 'Event.name', 0.25],
  ['a value that is made', 'StatementConnection.totalCount', 1],
  ['a thing', 'Query.person', 2],
  ['a page', 'Query.people', 8],
  ['a field of the schema', '__Type.name', 0.25],
  ['a field that says its price', 'Article.segments', 100],
  ['a cursor', 'PersonEdge.cursor', 8],
])('%s: %s', (_, coordinate, points) => {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object.`);
  expect(priceOf(type.getFields()[fieldName] as GraphQLField<unknown, unknown>, type)).toBe(points);
});

test('a price stands on a field of an object, where it is answered', () => {
  const priced = Object.values(schema.getTypeMap()).flatMap((type) =>
    isInterfaceType(type) ? Object.values(type.getFields()).filter(({ extensions }) => 'points' in extensions) : [],
  );
  expect(priced).toEqual([]);
});
