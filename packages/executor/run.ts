/** Run: one execution of an operation, as fields see it while it goes on. */
import type { GraphQLError, ResponsePath } from 'graphql';
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
  /** The arguments that variables have a say in, by the number of their field: coerced once, however long its list is. */
  readonly argumentValues: (Readonly<Record<string, unknown>> | undefined)[];
  readonly signal: AbortSignal | undefined;
  readonly watch: Watch | undefined;
  /** What ended the execution; null while it goes on. */
  end: ExecutionEnd | null;
}

export type MaybePromise<T> = T | Promise<T>;

/** Where a value stands in the answer; undefined at its top. */
export type Path = ResponsePath | undefined;

/** What an execution ends with: GraphQL (September 2025), 7.1. */
export interface Executed {
  /** Absent where nothing was executed, because a variable cannot be coerced, and where the execution was ended. */
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
}

/** As graphql-js has it: whatever has a `then` is waited for. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    typeof (value as { readonly then?: unknown }).then === 'function'
  );
}

/** Promises that a resolver made and nobody waits for: they may fail. */
export function leaveAlone(values: readonly unknown[]): void {
  for (const value of values) if (isPromise(value)) value.then(undefined, () => {});
}
