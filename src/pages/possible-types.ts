/** What a client's cache has to know of the schema beside the documents it sends: see "With a client" in the README. */
import { type GraphQLSchema, isAbstractType, isIntrospectionType, isObjectType } from 'graphql';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import type { Settings } from '../settings.ts';

export interface CacheTypes {
  /** The object types of each interface and union, as `possibleTypes` of Apollo Client and of urql's Graphcache take them. */
  readonly possibleTypes: Readonly<Record<string, string[]>>;
  /** The object types without an id: values that belong to the thing they stand on. */
  readonly keyless: readonly string[];
}

/** Answers with the types that a cache asks for, as JSON. */
export function answerPossibleTypes({ maxAge }: Settings, schema: GraphQLSchema) {
  let written: string | null = null;
  return (exchange: Exchange): Response => {
    written ??= JSON.stringify(cacheTypes(schema));
    setHeader(exchange, 'Content-Type', 'application/json; charset=utf-8');
    setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
    return respond(exchange, 200, written);
  };
}

export function cacheTypes(schema: GraphQLSchema): CacheTypes {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const possible = types.filter(isAbstractType).map((type) => {
    const names = schema.getPossibleTypes(type).map(({ name }) => name);
    return [type.name, names.sort()] as const;
  });
  const objects = types.filter(isObjectType).filter((type) => type !== schema.getQueryType());
  return {
    possibleTypes: Object.fromEntries(possible),
    keyless: objects.filter((type) => !('id' in type.getFields())).map(({ name }) => name),
  };
}
