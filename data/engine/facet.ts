/** Facets: the number of things in a list that have each value of a dimension. */

import { ByteReader, ByteWriter } from '../bytes.ts';
import { FACETS, type FacetDimension, type FacetedType } from '../facet.ts';
import { toCondition } from '../filter.ts';
import type { FacetCounts, FacetQuery } from '../query.ts';
import { once, presentPiece, presentPieces, type Question } from '../source.ts';
import type { Meter } from '../store.ts';
import { type Columns, emptyColumn } from './column.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { NUMBER } from './numbers.ts';

/** The values of each thing: thing `n` has `members[starts[n]]` to `members[starts[n + 1] - 1]`. */
interface Members {
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** Two pieces for each dimension: one for questions about the whole corpus, the other for those about a part of it. */
export function packFacets(type: FacetedType, { thingCount, byFamily }: Columns): (readonly [string, Uint8Array])[] {
  return Object.entries(FACETS[type]).flatMap(([dimension, { family }]): (readonly [string, Uint8Array])[] => {
    const { values, totals, starts, members } = byFamily.get(family) ?? emptyColumn(thingCount);
    const ordered = [...values.entries()].sort(
      ([a, valueA], [b, valueB]) => (totals[b] ?? 0) - (totals[a] ?? 0) || (valueA < valueB ? -1 : 1),
    );
    const ids = new Uint32Array(values.length);
    for (const [id, [value]] of ordered.entries()) ids[value] = id;
    const head = new ByteWriter().varint(ordered.length);
    for (const [number, value] of ordered) head.text(value).varint(totals[number] ?? 0);
    const packed = new ByteWriter().varint(thingCount);
    for (let thing = 0; thing < thingCount; thing++) {
      const own = members.slice(starts[thing], starts[thing + 1]).map((value) => ids[value] ?? 0);
      packed.list(own.length > 1 ? own.sort((a, b) => a - b) : own);
    }
    return [
      [valuesName(type, dimension), head.finish()],
      [membersName(type, dimension), packed.finish()],
    ];
  });
}

function valuesName(type: FacetedType, dimension: string): string {
  return `facet/${type}/${dimension}`;
}

function membersName(type: FacetedType, dimension: string): string {
  return `facet-members/${type}/${dimension}`;
}

/** The values of a dimension, those with the most things first. */
const readValues = once((bytes): readonly string[] => {
  const reader = new ByteReader(bytes);
  return Array.from({ length: reader.varint() }, () => {
    const value = reader.text();
    reader.varint();
    return value;
  });
});

const readMembers = once((bytes): Members => {
  const reader = new ByteReader(bytes);
  const starts = new Uint32Array(reader.varint() + 1);
  const members: number[] = [];
  for (let number = 0; number < starts.length - 1; number++) {
    let id = 0;
    for (let left = reader.varint(); left > 0; left--) {
      id += reader.varint();
      members.push(id);
    }
    starts[number + 1] = members.length;
  }
  return { starts, members: Uint32Array.from(members) };
});

/** The counts over the filtered list; over the whole corpus they are stored. */
export function* countFacet<T extends FacetedType>(
  type: T,
  { filters, dimension, limit }: FacetQuery<T>,
  scope: Scope,
): Question<FacetCounts> {
  const found = yield* evaluate(type, toCondition(type, filters), scope);
  if (found === null) return readFirst(yield* presentPiece(valuesName(type, dimension)), limit);
  return firstValues(yield* countValues(type, dimension, found, scope.meter), limit);
}

/** Microseconds that a facet takes at least. */
const OPENED = 20;
/** Microseconds for counting and sorting a value. */
const VALUE = 0.3;

/** The values are ordered by their totals, so only the first are read. */
function readFirst(bytes: Uint8Array, limit: number): FacetCounts {
  const reader = new ByteReader(bytes);
  const valueCount = reader.varint();
  const length = Math.min(limit, valueCount);
  return { values: Array.from({ length }, () => ({ value: reader.text(), count: reader.varint() })), valueCount };
}

/** Every value of a dimension, and the number of counted things that have it. */
export interface ValueCounts {
  readonly values: readonly string[];
  readonly counts: Uint32Array;
}

/** Counts the things with these numbers, in any order, by a dimension that their type has. */
export function* countValues(
  type: FacetedType,
  dimension: FacetDimension,
  found: Uint32Array,
  meter: Meter,
): Question<ValueCounts> {
  const [valuesPiece, membersPiece] = yield* presentPieces([valuesName(type, dimension), membersName(type, dimension)]);
  const values = readValues(valuesPiece as Uint8Array);
  meter.spend(OPENED + 2 * NUMBER * found.length + VALUE * values.length);
  const { starts, members } = readMembers(membersPiece as Uint8Array);
  const counts = new Uint32Array(values.length);
  for (const number of found) {
    const end = starts[number + 1] ?? 0;
    for (let at = starts[number] ?? 0; at < end; at++) {
      const id = members[at] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return { values, counts };
}

/** The values with the highest counts; equal ones are ordered by value. Values with a count of 0 are left out. */
export function firstValues({ values, counts }: ValueCounts, limit: number): FacetCounts {
  const present = counts.filter((count) => count > 0).sort();
  // Sorts only values that count at least as much as the last one wanted: usually few of thousands.
  const least = limit === 0 ? Infinity : (present[Math.max(0, present.length - limit)] ?? 0);
  const first: { value: string; count: number }[] = [];
  for (const [id, value] of values.entries()) {
    const count = counts[id] ?? 0;
    if (count > 0 && count >= least) first.push({ value, count });
  }
  first.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { values: first.slice(0, limit), valueCount: present.length };
}
