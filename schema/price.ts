/** The price of a field stands beside it: `extensions: costs(120)`. */
import type { GraphQLField } from 'graphql';

/** What answering a field once takes: points, about a microsecond of CPU each. */
type Price = {
  readonly points: number;
};

/**
 * For a field that takes more than others of its kind, itself, without what is selected in it and without what the store
 * does for it, which is counted as it is done. Measured over ten thousand statements by `npm run bench -- cost`.
 */
export function costs(points: number): Price {
  return { points };
}

/** Null for a field that costs what is usual. */
export function pointsOf({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): number | null {
  // Those of introspection have none.
  const { points } = (extensions ?? {}) as Partial<Price>;
  return points ?? null;
}
