/** Errors of fields, and the nulls they cause: GraphQL (September 2025), 6.4.4, Handling Execution Errors. */
import { type FieldNode, GraphQLError, locatedError, responsePathAsArray } from 'graphql';
import { ExecutionEnd } from './end.ts';
import { errorOfField } from './place.ts';
import type { Path, Run } from './run.ts';

/** The errors to report. */
export class FieldErrors {
  readonly reported: GraphQLError[] = [];
  /** The paths that are null because of an error; undefined is the root. */
  readonly #nulled = new Set<Path>();

  /**
   * Reports an error that made the path null, unless a parent is null already: fields below it that were still waiting
   * are no longer part of the result.
   */
  add(error: GraphQLError, path: Path): void {
    for (let around = path; around !== undefined; around = around.prev) if (this.#nulled.has(around)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.reported.push(error);
  }
}

/**
 * Handles an error at a path. If the path can be null, reports the error and returns null; otherwise throws the located
 * error, so that it makes the parent null. An `ExecutionEnd` propagates to the root, through nullable fields too.
 */
export function failAt(thrown: unknown, run: Run, path: Path, nodes: readonly FieldNode[], isNullable: boolean): null {
  if (thrown instanceof ExecutionEnd) run.end ??= thrown;
  if (run.end !== null) throw run.end;
  const error = isLocated(thrown) ? thrown : countAndLocate(thrown, run, path, nodes);
  if (!isNullable) throw error;
  run.errors.add(error, path);
  return null;
}

/** An error that propagates from a child is located already, and was counted there. */
function isLocated(thrown: unknown): thrown is GraphQLError {
  return thrown instanceof GraphQLError && thrown.path !== undefined;
}

/** Counts the error before locating it, because locating is the expensive part. */
function countAndLocate(thrown: unknown, run: Run, path: Path, nodes: readonly FieldNode[]): GraphQLError {
  try {
    run.watch?.failure();
  } catch (end) {
    if (end instanceof ExecutionEnd) run.end ??= end;
    throw end;
  }
  return locate(thrown, path, nodes);
}

function locate(thrown: unknown, path: Path, nodes: readonly FieldNode[]): GraphQLError {
  return needsLocation(thrown)
    ? errorOfField(thrown, nodes, path)
    : locatedError(thrown, nodes, path && responsePathAsArray(path));
}

/**
 * False for values that are not errors, and for errors of other classes that bring their own location: for graphql-js.
 */
function needsLocation(thrown: unknown): thrown is Error {
  if (thrown instanceof GraphQLError) return true;
  return thrown instanceof Error && !LOCATION_PROPERTIES.some((name) => name in thrown);
}

const LOCATION_PROPERTIES = ['path', 'nodes', 'source', 'positions'] as const;
