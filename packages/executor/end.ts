/** What ends an execution before its time, and who is told of all that is answered. */
import type { GraphQLError, GraphQLObjectType } from 'graphql';

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

/** Told of what is answered, while it is. What must not go on ends by an `ExecutionEnd`, thrown here. */
export interface Watch {
  /** An object of that type with so many fields, whose names have so many UTF-16 units together. */
  object(type: GraphQLObjectType, fields: number, nameLength: number): void;
  /** A text of so many UTF-16 units. */
  text(length: number): void;
  /** A failed field, before its error is placed and told. */
  failure(): void;
}
