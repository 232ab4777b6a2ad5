/** Completes a leaf: GraphQL (September 2025), 6.4.3, CoerceResult(). Its type serializes it. */
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

/** Returns the serialized value, which is not null. Throws if the type rejects the value. */
export type CompleteLeaf = (value: unknown, run: Run) => unknown;

const BUILT_IN: readonly GraphQLLeafType[] = [GraphQLString, GraphQLID, GraphQLInt, GraphQLFloat, GraphQLBoolean];

/** Whether graphql-js itself serializes the type: synchronously, and the same value always the same way. */
export function isBuiltIn(type: GraphQLLeafType): boolean {
  return isEnumType(type) || BUILT_IN.includes(type);
}

/** Plans how values of the scalar or enum are completed. */
export function planLeaf(type: GraphQLLeafType): CompleteLeaf {
  // Both serialize a string to itself.
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
