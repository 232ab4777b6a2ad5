/** Which executor runs a document, and what it ends in. */
import { type DocumentNode, type ExecutionResult, execute as executeGraphql, type GraphQLSchema } from 'graphql';
import type { Awaitable } from '../../data/store.ts';
import type { Settings } from '../settings.ts';
import { compile } from './execute/compile.ts';

/** An operation of a document that was validated, ready to be run. */
export interface ReadyOperation {
  /** Runs it, at once unless a resolver gives a promise. */
  readonly execute: (request: {
    readonly contextValue: object;
    readonly variableValues: Readonly<Record<string, unknown>>;
  }) => Awaitable<ExecutionResult>;
  /** How many fields are kept compiled. */
  readonly size: () => number;
}

/** The operation of that name. Our executor compiles it; what it does not know graphql-js runs. */
export function openOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  { executor }: Pick<Settings, 'executor'>,
): ReadyOperation {
  const compiled = executor === 'compiled' ? compile(schema, document, operationName) : null;
  if (compiled !== null) return compiled;
  return {
    execute: (request) => executeGraphql({ schema, document, operationName, ...request }),
    size: () => 0,
  };
}
