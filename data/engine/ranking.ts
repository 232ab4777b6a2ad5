/**
 * Rankings: a thing's number is its rank in the default order of its type; any other order is a list of numbers. A
 * thing without a value to order by ranks last, and stays last when the order is reversed.
 */

import { ByteReader, ByteWriter } from '../bytes.ts';
import type { Entities, EntityType } from '../model.ts';
import { DEFAULT_ORDERS, type OrderFields, sortKey } from '../order.ts';
import { compareKeys, cut, type Direction, type Part, type SortKey, type Window } from '../page.ts';
import { byNumber, bySlug, once, presentPiece, type Question } from '../source.ts';
import { countBelow } from './numbers.ts';

export function orderName(type: EntityType, field: string): string {
  return `order/${type}/${field}`;
}

/** An order: how many things have a known value, the number at each rank, and the rank of each number. */
export interface Ranking {
  readonly known: number;
  /** Null for the default order, where ranks are numbers. */
  readonly numbers: Uint32Array | null;
  readonly ranks: Uint32Array | null;
}

/** `entities` must be in the order of their numbers. */
export function packOrder<T extends EntityType>(
  type: T,
  field: OrderFields[T],
  entities: readonly Entities[T][],
): Uint8Array {
  const keyed = entities.map((entity, number) => ({ number, key: sortKey(entity, type, field) }));
  const known = keyed.filter(({ key }) => key[0] !== null).length;
  const writer = new ByteWriter().varint(known);
  if (field === DEFAULT_ORDERS[type]) return writer.varint(0).finish();
  keyed.sort((a, b) => compareKeys(a.key, b.key, 'ASC'));
  writer.varint(keyed.length);
  for (const { number } of keyed) writer.varint(number);
  return writer.finish();
}

const readOrder = once((bytes): Ranking => {
  const reader = new ByteReader(bytes);
  const known = reader.varint();
  const numbers = new Uint32Array(reader.varint());
  if (numbers.length === 0) return { known, numbers: null, ranks: null };
  const ranks = new Uint32Array(numbers.length);
  for (let rank = 0; rank < numbers.length; rank++) {
    const number = reader.varint();
    numbers[rank] = number;
    ranks[number] = rank;
  }
  return { known, numbers, ranks };
});

export function* openOrder(type: EntityType, field: string): Question<Ranking> {
  return readOrder(yield* presentPiece(orderName(type, field)));
}

/** An ordered list: `at` gives the number of the thing at a place. */
export interface Ordered {
  readonly length: number;
  readonly at: (place: number) => number;
  /** The number of items before a place in the order, or, if `inclusive`, before or at it. */
  readonly countBefore: (place: Place, inclusive: boolean) => number;
}

/** A place in an order: a rank, which ends in a half if it lies between two things, and whether its value is known. */
export interface Place {
  readonly rank: number;
  readonly isKnown: boolean;
}

/** The things with these numbers, or all `count` things, in the order and direction. */
export function arrange(found: Uint32Array | null, count: number, ranking: Ranking, direction: Direction): Ordered {
  const { known, numbers } = ranking;
  const ranks = found === null ? null : ranksOf(found, ranking, count);
  const length = ranks === null ? count : ranks.length;
  const below = (rank: number) => (ranks === null ? Math.min(count, Math.ceil(rank)) : countBelow(ranks, rank));
  const rankAt = (index: number) => (ranks === null ? index : (ranks[index] ?? 0));
  const numberAt = (rank: number) => (numbers === null ? rank : (numbers[rank] ?? 0));
  const knownCount = below(known);

  if (direction === 'ASC') {
    return {
      length,
      at: (place) => numberAt(rankAt(place)),
      countBefore: ({ rank }, inclusive) => below(inclusive ? rank + 0.5 : rank),
    };
  }
  return {
    length,
    at: (place) => numberAt(rankAt(place < knownCount ? knownCount - 1 - place : length - 1 - (place - knownCount))),
    countBefore: ({ rank, isKnown }, inclusive) =>
      (isKnown ? knownCount : knownCount + length) - below(inclusive ? rank : rank + 0.5),
  };
}

function ranksOf(found: Uint32Array, { ranks }: Ranking, count: number): Uint32Array {
  if (ranks === null) return found;
  // Sorting a long list costs more than marking its ranks and gathering them.
  if (found.length < count / 16) return found.map((number) => ranks[number] ?? 0).sort();
  const marked = new Uint8Array(count);
  for (const number of found) marked[ranks[number] ?? 0] = 1;
  const sorted = new Uint32Array(found.length);
  let length = 0;
  for (let rank = 0; rank < count; rank++) if (marked[rank] === 1) sorted[length++] = rank;
  return sorted;
}

/** The part of the list that the window covers. */
export function* cutWindow(
  ordered: Ordered,
  window: Window,
  placeOf: (key: SortKey) => Question<Place>,
): Question<Part> {
  const { after, before } = window;
  const from = after === undefined ? 0 : ordered.countBefore(yield* placeOf(after), true);
  const to = before === undefined ? ordered.length : ordered.countBefore(yield* placeOf(before), false);
  return cut(from, to, ordered.length, window);
}

/**
 * The place of a sort key in an order of the whole corpus. Its last value is a slug: if that thing still exists with
 * this key, its rank is known at once; otherwise a binary search finds the place of the key.
 */
export function* placeOfKey<T extends EntityType>(
  type: T,
  field: OrderFields[T],
  count: number,
  { numbers, ranks, known }: Ranking,
  key: SortKey,
): Question<Place> {
  const isKnown = key[0] !== null;
  const slug = key.at(-1);
  const [located = null] = typeof slug === 'string' ? yield* bySlug([slug]) : [];
  if (located !== null && located.entity.type === type) {
    const current = sortKey(located.entity as unknown as Entities[T], type, field);
    if (compareKeys(current, key, 'ASC') === 0) return { rank: ranks?.[located.number] ?? located.number, isKnown };
  }
  let low = isKnown ? 0 : known;
  let high = isKnown ? known : count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [entity] = yield* byNumber(type, [numbers?.[middle] ?? middle]);
    if (entity !== undefined && compareKeys(sortKey(entity, type, field), key, 'ASC') < 0) low = middle + 1;
    else high = middle;
  }
  return { rank: low - 0.5, isKnown };
}
