/** Errors of fields, and what becomes of their places: GraphQL (September 2025), 6.4.4, Handling Execution Errors. */
import { type FieldNode, GraphQLError, locatedError, responsePathAsArray } from 'graphql';
import { ExecutionEnd } from './end.ts';
import { errorOfField } from './place.ts';
import type { Path, Run } from './run.ts';

/** The errors that are told. */
export class FieldErrors {
  readonly told: GraphQLError[] = [];
  /** The places that are null because of an error; undefined is the top. */
  readonly #nulled = new Set<Path>();

  /**
   * Tells an error that made the place null, unless a place around it is null already: what goes on there, because it
   * waits for something, is no part of the answer.
   */
  add(error: GraphQLError, path: Path): void {
    for (let around = path; around !== undefined; around = around.prev) if (this.#nulled.has(around)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.told.push(error);
  }
}

/**
 * What becomes of the place where something failed: null, with the error told; or the error goes on, with its place,
 * since the place around it has to be null then. What ends the execution goes on to its top, whatever can be null.
 */
export function failAt(thrown: unknown, run: Run, path: Path, nodes: readonly FieldNode[], isNullable: boolean): null {
  if (thrown instanceof ExecutionEnd) run.end ??= thrown;
  if (run.end !== null) throw run.end;
  const error = isPlaced(thrown) ? thrown : countedAt(thrown, run, path, nodes);
  if (!isNullable) throw error;
  run.errors.add(error, path);
  return null;
}

/** What goes on from a place inside has its place already, and was counted there. */
function isPlaced(thrown: unknown): thrown is GraphQLError {
  return thrown instanceof GraphQLError && thrown.path !== undefined;
}

/** The error with its place. It is counted before it is placed: that is what costs. */
function countedAt(thrown: unknown, run: Run, path: Path, nodes: readonly FieldNode[]): GraphQLError {
  try {
    run.watch?.failure();
  } catch (end) {
    if (end instanceof ExecutionEnd) run.end ??= end;
    throw end;
  }
  return locate(thrown, path, nodes);
}

function locate(thrown: unknown, path: Path, nodes: readonly FieldNode[]): GraphQLError {
  return isWithoutPlace(thrown)
    ? errorOfField(thrown, nodes, path)
    : locatedError(thrown, nodes, path && responsePathAsArray(path));
}

/** What has its place keeps it, and what is no error or is told apart by more than a message is left to graphql-js. */
function isWithoutPlace(thrown: unknown): thrown is Error {
  if (thrown instanceof GraphQLError) return true;
  return thrown instanceof Error && !PLACES.some((name) => name in thrown);
}

const PLACES = ['path', 'nodes', 'source', 'positions'] as const;
