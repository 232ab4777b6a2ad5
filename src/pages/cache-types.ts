/** What client caches have to know about the schema, besides the documents they send: see docs/clients.md. */
import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import type { Settings } from '../settings.ts';

/** For Apollo Client. */
export interface PossibleTypes {
  /** The object types of each interface and union. */
  readonly possibleTypes: Readonly<Record<string, string[]>>;
  /** The object types without an id: values that belong to the object that has them. */
  readonly keyless: readonly string[];
}

/** For urql's Graphcache: an introspection result with composite types only, and the types without an id. */
export interface MinimalSchema extends Pick<PossibleTypes, 'keyless'> {
  readonly __schema: {
    readonly queryType: { readonly name: string; readonly kind: 'OBJECT' };
    readonly types: readonly MinimalType[];
  };
}

type MinimalType =
  | { readonly kind: 'UNION'; readonly name: string; readonly possibleTypes: readonly Named[] }
  | {
      readonly kind: 'OBJECT' | 'INTERFACE';
      readonly name: string;
      readonly interfaces: readonly Named[];
      readonly fields: readonly {
        readonly name: string;
        readonly type: MinimalReference;
        readonly args: readonly [];
      }[];
    };

interface Named {
  readonly kind: 'OBJECT' | 'INTERFACE';
  readonly name: string;
}

type MinimalReference =
  | { readonly kind: 'NON_NULL' | 'LIST'; readonly ofType: MinimalReference }
  | { readonly kind: 'SCALAR' | 'OBJECT' | 'INTERFACE' | 'UNION'; readonly name: string };

/** Answers with what `make` derives from the schema, as JSON. */
export function answerOfSchema(make: (schema: GraphQLSchema) => object, { maxAge }: Settings, schema: GraphQLSchema) {
  let written: string | null = null;
  return (exchange: Exchange): Response => {
    written ??= JSON.stringify(make(schema));
    setHeader(exchange, 'Content-Type', 'application/json; charset=utf-8');
    setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
    return respond(exchange, 200, written);
  };
}

export function possibleTypes(schema: GraphQLSchema): PossibleTypes {
  const possible = ownTypes(schema)
    .filter(isAbstractType)
    .map(
      (type) =>
        [
          type.name,
          schema
            .getPossibleTypes(type)
            .map(({ name }) => name)
            .sort(),
        ] as const,
    );
  return { possibleTypes: Object.fromEntries(possible), keyless: keyless(schema) };
}

export function minimalSchema(schema: GraphQLSchema): MinimalSchema {
  const types = ownTypes(schema).flatMap((type) => {
    if (isUnionType(type))
      return [{ kind: 'UNION', name: type.name, possibleTypes: type.getTypes().map(named) } as const];
    return isObjectType(type) || isAbstractType(type) ? [minimalType(type)] : [];
  });
  const queryType = { name: schema.getQueryType()?.name ?? 'Query', kind: 'OBJECT' } as const;
  return { __schema: { queryType, types }, keyless: keyless(schema) };
}

function ownTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
}

function keyless(schema: GraphQLSchema): readonly string[] {
  const objects = ownTypes(schema).filter(isObjectType);
  return objects
    .filter((type) => type !== schema.getQueryType() && !('id' in type.getFields()))
    .map(({ name }) => name);
}

function minimalType(type: GraphQLObjectType | GraphQLInterfaceType): MinimalType {
  const fields = Object.values(type.getFields());
  return {
    ...named(type),
    interfaces: type.getInterfaces().map(named),
    fields: fields.map((field) => ({ name: field.name, type: reference(field.type), args: [] })),
  };
}

function named(type: GraphQLObjectType | GraphQLInterfaceType): Named {
  return { kind: isObjectType(type) ? 'OBJECT' : 'INTERFACE', name: type.name };
}

function reference(type: GraphQLType): MinimalReference {
  if (isNonNullType(type)) return { kind: 'NON_NULL', ofType: reference(type.ofType) };
  if (isListType(type)) return { kind: 'LIST', ofType: reference(type.ofType) };
  const inner = getNamedType(type);
  // A cache treats all leaf values alike.
  if (isLeafType(inner)) return { kind: 'SCALAR', name: 'Any' };
  return { kind: isUnionType(inner) ? 'UNION' : isObjectType(inner) ? 'OBJECT' : 'INTERFACE', name: inner.name };
}
