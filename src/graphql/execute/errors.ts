/** Errors of fields, and what becomes of their places: GraphQL (September 2025), 6.4.4, Handling Execution Errors. */
import { type FieldNode, type GraphQLError, locatedError, responsePathAsArray } from 'graphql';
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
 * since the place around it has to be null then.
 */
export function failAt(thrown: unknown, run: Run, path: Path, nodes: readonly FieldNode[], isNullable: boolean): null {
  const error = locatedError(thrown, nodes, path && responsePathAsArray(path));
  if (!isNullable) throw error;
  run.errors.add(error, path);
  return null;
}
