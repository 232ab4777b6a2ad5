/** Ranks: hits as numbers that sort like the hits, so that the best are found without sorting records. */
import type { EntityType } from '../../model.ts';
import type { Scores } from './paper.ts';
import { toThousandths } from './score.ts';
import { documentCount, firstDocument, type Top, thingOf } from './top.ts';

export interface Hit {
  readonly type: EntityType;
  readonly number: number;
  /** In thousandths, exactly: 1.25, never 1.2504. */
  readonly score: number;
}

/** The part of the ranking that a query asks for. */
export interface HitWindow {
  /** The most hits to return. */
  readonly limit: number;
  /** Only hits after this one, and before that one; neither needs to be a hit of the query. */
  readonly after?: Hit | undefined;
  readonly before?: Hit | undefined;
  /** Whether the last of them are wanted instead of the first. */
  readonly fromEnd?: boolean | undefined;
}

/** More than any score in thousandths, and small enough that a rank is a whole number in every corpus. */
const CEILING = 2 ** 30;

/** The better score has the lower rank; of equal ones, the document with the smaller number. */
export function rankOf(top: Top, thousandths: number, document: number): number {
  return (CEILING - thousandths) * documentCount(top) + document;
}

/** The ranks of the allowed documents, unordered; `isAllowed` has 1 for these, and is null if all are allowed. */
export function ranksOf(top: Top, { documents, scores }: Scores, isAllowed: Uint8Array | null): Float64Array {
  const count = documentCount(top);
  const ranks = new Float64Array(documents.length);
  let filled = 0;
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0;
    if (isAllowed !== null && isAllowed[document] !== 1) continue;
    ranks[filled++] = (CEILING - toThousandths(scores[index] ?? 0)) * count + document;
  }
  return ranks.subarray(0, filled);
}

export function hitOf(top: Top, rank: number): Hit {
  const count = documentCount(top);
  return { ...thingOf(top, rank % count), score: (CEILING - Math.floor(rank / count)) / 1000 };
}

function rankOfHit(top: Top, { type, number, score }: Hit): number {
  return rankOf(top, toThousandths(score), firstDocument(top, type) + number);
}

/** A part of a ranking: its ranks in order, and the number of ranks before the first. */
export interface RankedPart {
  readonly ranks: Float64Array;
  readonly start: number;
}

/** The window's part of a ranking that is given unordered. */
export function cutRanks(
  top: Top,
  all: Float64Array,
  { limit, after, before, fromEnd = false }: HitWindow,
): RankedPart {
  const from = after === undefined ? -1 : rankOfHit(top, after);
  const to = before === undefined ? Infinity : rankOfHit(top, before);
  const isOpen = after === undefined && before === undefined;
  const inside = isOpen ? all : all.filter((rank) => rank > from && rank < to);
  const ahead = isOpen ? 0 : countUpTo(all, from);
  const ranks = fromEnd
    ? lowest(
        inside.map((rank) => -rank),
        limit,
      )
        .map((rank) => -rank)
        .reverse()
    : lowest(inside, limit);
  return { ranks, start: fromEnd ? ahead + inside.length - ranks.length : ahead };
}

function countUpTo(ranks: Float64Array, most: number): number {
  let count = 0;
  for (const rank of ranks) if (rank <= most) count++;
  return count;
}

/** Up to this limit it is quicker to insert each number among the lowest than to sort all. */
const FEW = 256;

/** The lowest numbers in order, at most `limit`. */
export function lowest(numbers: Float64Array, limit: number): Float64Array {
  if (limit >= numbers.length || limit > FEW) return numbers.toSorted().subarray(0, limit);
  const kept = new Float64Array(limit).fill(Infinity);
  let worst = limit === 0 ? -Infinity : Infinity;
  for (const number of numbers) {
    if (number >= worst) continue;
    let place = limit - 1;
    for (; place > 0 && (kept[place - 1] ?? 0) > number; place--) kept[place] = kept[place - 1] ?? 0;
    kept[place] = number;
    worst = kept[limit - 1] ?? Infinity;
  }
  return kept;
}
