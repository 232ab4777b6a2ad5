/** What ends an execution before its time, and who watches it. */
import type { FieldNode, GraphQLError, GraphQLField, GraphQLObjectType } from 'graphql';

/**
 * Ends the whole execution where a resolver or the watch throws it: no resolver is called any more, and the answer has
 * the errors so far, then this one, and no data.
 */
export class ExecutionEnd extends Error {
  readonly error: GraphQLError;

  constructor(error: GraphQLError) {
    super(error.message);
    this.error = error;
  }
}

/** A field as it is planned, in one type. */
export interface WatchedField {
  /** A number that no other field of the plan has; they begin at 0. */
  readonly slot: number;
  readonly node: FieldNode;
  readonly weight: number;
}

/** What is selected in objects of one type: the same object each time. */
export interface WatchedSelection {
  /** A number that no other selection of the plan has; they begin at 0. */
  readonly slot: number;
  readonly fields: readonly WatchedField[];
  /** Of all its fields together. */
  readonly weight: number;
  /** UTF-16 units of all names in the answer together. */
  readonly nameLength: number;
}

/** Watches one execution. It ends the execution by throwing an `ExecutionEnd`. */
export interface Watch {
  /** An object is about to be answered. */
  object(selection: WatchedSelection): void;
  /** A resolver is about to be called. */
  field(field: WatchedField): void;
  /** A text of so many UTF-16 units is answered. */
  text(length: number): void;
  /** A field failed; its error is not yet placed and told. */
  failure(): void;
}

/** How much a field weighs in the eyes of a watch. */
export type Weigh = (definition: GraphQLField<unknown, unknown>, parentType: GraphQLObjectType) => number;
