/** Facets: how many things of a list have each value of a dimension. */
import type { EntityType } from '../model.ts';
import { FACETS_OF, type FacetCounts, type FacetDimension, type FacetedType, type FacetQuery } from '../query.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { toCondition } from './condition.ts';
import { once } from './decoded.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { presentPieces, type Question } from './source.ts';
import type { Family, Terms } from './terms.ts';

const FAMILIES: { readonly [D in FacetDimension]: Family } = {
  SPEAKER: 'speaker',
  AGENT: 'agent',
  PLACE: 'place',
  KIND: 'kind',
  MONTH: 'month',
  ARTICLE: 'article',
  VOICE: 'voice',
  LANGUAGE: 'language',
  PUBLISHER: 'publisher',
};

export function isFaceted(type: EntityType): type is FacetedType {
  return type in FACETS_OF;
}

/** The values of a dimension, those that most things have first; and for each thing the values that it has. */
interface Facet {
  readonly values: readonly string[];
  /** How many things of the corpus have each value. */
  readonly totals: Uint32Array;
  /** Thing `n` has the values `members[starts[n]]` to `members[starts[n + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** Two pieces a dimension: what a question about the whole corpus needs, and what one about a part of it does. */
export function packFacets(type: FacetedType, terms: readonly Terms[]): (readonly [string, Uint8Array])[] {
  return FACETS_OF[type].flatMap((dimension): (readonly [string, Uint8Array])[] => {
    const family = FAMILIES[dimension];
    const totals = new Map<string, number>();
    for (const own of terms) {
      for (const value of own.get(family) ?? []) totals.set(value, (totals.get(value) ?? 0) + 1);
    }
    const ordered = [...totals].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    const ids = new Map(ordered.map(([value], id) => [value, id]));
    const head = new ByteWriter().varint(ordered.length);
    for (const [value, total] of ordered) head.text(value).varint(total);
    const members = new ByteWriter().varint(terms.length);
    for (const own of terms) {
      members.list([...(own.get(family) ?? [])].map((value) => ids.get(value) ?? 0).sort((a, b) => a - b));
    }
    return [
      [valuesName(type, dimension), head.finish()],
      [membersName(type, dimension), members.finish()],
    ];
  });
}

function valuesName(type: FacetedType, dimension: FacetDimension): string {
  return `facet/${type}/${dimension}`;
}

function membersName(type: FacetedType, dimension: FacetDimension): string {
  return `facet-members/${type}/${dimension}`;
}

const readValues = once((bytes): Pick<Facet, 'values' | 'totals'> => {
  const reader = new ByteReader(bytes);
  const length = reader.varint();
  const totals = new Uint32Array(length);
  const values: string[] = [];
  for (let id = 0; id < length; id++) {
    values.push(reader.text());
    totals[id] = reader.varint();
  }
  return { values, totals };
});

const readMembers = once((bytes): Pick<Facet, 'starts' | 'members'> => {
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
  if (found === null) {
    const [head] = yield* presentPieces([valuesName(type, dimension)]);
    return head === undefined ? NO_COUNTS : readFirst(head, limit);
  }
  const [head, body] = yield* presentPieces([valuesName(type, dimension), membersName(type, dimension)]);
  if (head === undefined || body === undefined) return NO_COUNTS;
  const { values } = readValues(head);
  return best(countMembers(found, values.length, readMembers(body)), values, limit);
}

const NO_COUNTS: FacetCounts = { values: [], valueCount: 0 };

/** The values stand in the order of their totals, so the first are read and no more. */
function readFirst(bytes: Uint8Array, limit: number): FacetCounts {
  const reader = new ByteReader(bytes);
  const valueCount = reader.varint();
  const length = Math.min(limit, valueCount);
  return { values: Array.from({ length }, () => ({ value: reader.text(), count: reader.varint() })), valueCount };
}

function countMembers(
  found: Uint32Array,
  valueCount: number,
  { starts, members }: Pick<Facet, 'starts' | 'members'>,
): Uint32Array {
  const counts = new Uint32Array(valueCount);
  for (const number of found) {
    const end = starts[number + 1] ?? 0;
    for (let at = starts[number] ?? 0; at < end; at++) {
      const id = members[at] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return counts;
}

function best(counts: Uint32Array, values: readonly string[], limit: number): FacetCounts {
  const present = values.flatMap((value, id) => ((counts[id] ?? 0) > 0 ? [{ value, count: counts[id] ?? 0 }] : []));
  present.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { values: present.slice(0, limit), valueCount: present.length };
}
