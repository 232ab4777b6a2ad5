/** The retired slugs: those that were published once and name nothing now. */

import type { Retired, Slug } from '../model.ts';
import { once, presentPiece, type Question } from '../source.ts';

/** One piece for all of them, since slugs are seldom retired. */
const RETIRED = 'retired';

export function packRetired(retired: readonly Retired[]): readonly [string, Uint8Array] {
  return [RETIRED, new TextEncoder().encode(JSON.stringify(retired))];
}

const readRetired = once((bytes): ReadonlyMap<Slug, Retired> => {
  const retired: readonly Retired[] = JSON.parse(new TextDecoder().decode(bytes));
  return new Map(retired.map((one) => [one.slug, one]));
});

/** What is known about a retired slug; null if it was never retired. */
export function* findRetired(slug: Slug): Question<Retired | null> {
  return readRetired(yield* presentPiece(RETIRED)).get(slug) ?? null;
}
