/**
 * The schema as SDL and resolvers. Both come from the project's own schema, so that all peers serve the same types from
 * the same data by the same functions, and only the servers differ.
 */
import {
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isAbstractType,
  isEnumType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { schema } from '../../../schema/index.ts';
import schemaText from '../../../schema/schema.graphql';

export const typeDefs: string = schemaText;

type Resolvers = Record<string, object>;

/** A resolver map for Apollo Server and graphql-tools. */
export const resolvers = resolversOf(Object.values(schema.getTypeMap()));

function resolversOf(types: readonly GraphQLNamedType[]): Resolvers {
  const known: Resolvers = {};
  for (const type of types) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type)) known[type.name] = fieldsOf(type);
    else if (isAbstractType(type)) known[type.name] = { __resolveType: type.resolveType };
    else if (isEnumType(type)) known[type.name] = valuesOf(type);
    else if (isScalarType(type) && !isSpecifiedScalarType(type)) known[type.name] = type;
  }
  return known;
}

function fieldsOf(type: GraphQLObjectType): object {
  const fields = Object.values(type.getFields()).filter(({ resolve }) => resolve !== undefined);
  return Object.fromEntries(fields.map(({ name, resolve }) => [name, resolve]));
}

function valuesOf(type: GraphQLEnumType): object {
  return Object.fromEntries(type.getValues().map(({ name, value }) => [name, value]));
}
