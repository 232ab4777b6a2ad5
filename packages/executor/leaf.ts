/** Completing a leaf: GraphQL (September 2025), 6.4.3, CoerceResult(). Its type says how it is written. */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';
import { inspect } from './inspect.ts';
import type { Run } from './run.ts';

/** The result for a value that is not null. Throws where the type does not take it. */
export type CompleteLeaf = (value: unknown, run: Run) => unknown;

const OF_GRAPHQL: readonly GraphQLLeafType[] = [GraphQLString, GraphQLID, GraphQLInt, GraphQLFloat, GraphQLBoolean];

/** Whether graphql-js itself serializes the type: at once, and the same value always in the same way. */
export function isOfGraphql(type: GraphQLLeafType): boolean {
  return isEnumType(type) || OF_GRAPHQL.includes(type);
}

/** How values of that scalar or enum are completed. */
export function planLeaf(type: GraphQLLeafType): CompleteLeaf {
  // They serialize a string to itself.
  const takesText = type === GraphQLString || type === GraphQLID;
  return (value, run) => {
    const text = takesText && typeof value === 'string' ? value : serialize(type, value);
    if (typeof text === 'string') run.watch?.text(text.length);
    return text;
  };
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const serialized = type.serialize(value);
  if (serialized != null) return serialized;
  throw new Error(
    `Expected \`${type}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
  );
}
