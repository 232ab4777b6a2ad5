import {
  type GraphQLObjectType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { ENTITY_TYPES } from '../../data/model.ts';
import { schema } from '../../schema/index.ts';

// `npm test -- --update` writes the file anew; the difference is for the reviewer to read.
test('schema.graphql is the printed schema', async () => {
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot('../../schema/schema.graphql');
});

test.each(ENTITY_TYPES)('%s is a node with a root lookup, and its connection has nodes and a total', (type) => {
  const node = schema.getType(type);
  expect(isObjectType(node) && node.getInterfaces().map(({ name }) => name)).toContain('Node');
  expect(String(schema.getQueryType()?.getFields()[`${type[0]!.toLowerCase()}${type.slice(1)}`]?.type)).toBe(type);
  expect(Object.keys((schema.getType(`${type}Connection`) as GraphQLObjectType).getFields())).toEqual(
    expect.arrayContaining(['nodes', 'totalCount']),
  );
});

test('the schema is valid, though nobody looks at run time', () => {
  expect(validateSchema(new GraphQLSchema(schema.toConfig()))).toEqual([]);
});

test('every type, field, argument, input field and enum value has a description', () => {
  expect(undescribed()).toEqual([]);
});

test('no description only repeats the name of its field', () => {
  const echoes = described().filter(
    ({ path, description }) => words(description) === words(path.split('.').at(-1) ?? ''),
  );
  expect(echoes).toEqual([]);
});

function words(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/^the /, '');
}

function undescribed(): string[] {
  return described()
    .filter(({ description }) => description.trim() === '')
    .map(({ path }) => path);
}

function described(): { path: string; description: string }[] {
  const found: { path: string; description: string }[] = [];
  const look = (path: string, thing: { description?: string | null | undefined }) =>
    found.push({ path, description: thing.description ?? '' });

  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) look(`${type.name}.${field.name}.${argument.name}`, argument);
      }
    }
  }
  return found;
}
