/** Watching an execution, and ending it early. */
import type { FieldNode, GraphQLError, GraphQLField, GraphQLObjectType } from 'graphql';

/**
 * Ends the whole execution when a resolver or the watch throws it: no further resolver is called, and the result has
 * the errors so far, then this one, and no data.
 */
export class ExecutionEnd extends Error {
  readonly error: GraphQLError;

  constructor(error: GraphQLError) {
    super(error.message);
    this.error = error;
  }
}

/** A planned field of one type. */
export interface WatchedField {
  /** A number unique among the fields of the plan, counted from 0. */
  readonly slot: number;
  readonly node: FieldNode;
  readonly weight: number;
}

/** The selection in objects of one type. The watch gets the same instance each time. */
export interface WatchedSelection {
  /** A number unique among the selections of the plan, counted from 0. */
  readonly slot: number;
  readonly fields: readonly WatchedField[];
  /** The sum over its fields. */
  readonly weight: number;
  /** The total length of its response names in UTF-16 units. */
  readonly nameLength: number;
}

/** Watches one execution. Any method can end the execution by throwing an `ExecutionEnd`. */
export interface Watch {
  /** The fields of an object are about to be executed. */
  object(selection: WatchedSelection): void;
  /** A resolver is about to be called. */
  field(field: WatchedField): void;
  /** A string of this many UTF-16 units goes into the result. */
  text(length: number): void;
  /** A field failed. Its error has no location and is not reported yet. */
  failure(): void;
}

/** Returns the weight of a field that its watch receives. */
export type Weigh = (definition: GraphQLField<unknown, unknown>, parentType: GraphQLObjectType) => number;
