/** The price of a field, given with its definition: `extensions: costs(120)`. */
import type { GraphQLField } from 'graphql';

/** The price of executing a field once, in points of about one microsecond of CPU. */
type Price = {
  readonly points: number;
};

/**
 * The price of a field that costs more than others of its kind, without the fields selected in it and without the work
 * of the store, which is counted separately. Measured over ten thousand statements by `npm run bench -- cost`.
 */
export function costs(points: number): Price {
  return { points };
}

/** Null for a field with the usual price. */
export function pointsOf({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): number | null {
  // Fields of introspection have no extensions.
  const { points } = (extensions ?? {}) as Partial<Price>;
  return points ?? null;
}
