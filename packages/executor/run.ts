/** Run: the state of one execution of an operation. */
import type { GraphQLError, GraphQLFieldResolver, GraphQLTypeResolver, ResponsePath } from 'graphql';
import type { ExecutionEnd, Watch } from './end.ts';
import type { FieldErrors } from './errors.ts';
import type { Operation } from './operation.ts';

export interface Run {
  readonly operation: Operation;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  /** Coerced: GraphQL (September 2025), 6.1.2. */
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
  /** The coerced arguments that use variables, by the slot of their field, cached for the whole run. */
  readonly argumentValues: (Readonly<Record<string, unknown>> | undefined)[];
  /** Resolves fields without a resolver of their own. */
  readonly fieldResolver: GraphQLFieldResolver<unknown, unknown>;
  /** Resolves the type of values of interfaces and unions without a `resolveType` of their own. */
  readonly typeResolver: GraphQLTypeResolver<unknown, unknown>;
  readonly signal: AbortSignal | undefined;
  readonly watch: Watch | undefined;
  /** What ended the execution early; null otherwise. */
  end: ExecutionEnd | null;
}

export type MaybePromise<T> = T | Promise<T>;

/** The response path of a value; undefined at the root. */
export type Path = ResponsePath | undefined;

/** The result of an execution: GraphQL (September 2025), 7.1. */
export interface Executed {
  /** Absent if a variable could not be coerced, so that nothing was executed, and if the execution was ended early. */
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
}

/** As in graphql-js, anything with a `then` method counts as a promise. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    typeof (value as { readonly then?: unknown }).then === 'function'
  );
}

/** Marks the rejections of abandoned promises as handled. */
export function abandon(values: readonly unknown[]): void {
  for (const value of values) if (isPromise(value)) value.then(undefined, () => {});
}
