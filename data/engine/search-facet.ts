/** Facets of a search: the number of results that have each value of a dimension, or are of each type. */

import { dimensionOf, isFaceted } from '../facet.ts';
import { ENTITY_TYPES, type EntityType } from '../model.ts';
import type { FacetCounts, SearchFacetQuery, SearchQuery } from '../query.ts';
import { type SearchDimension, searchWithoutOwn, toSearchCondition } from '../search-filter.ts';
import { type Question, together } from '../source.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { countValues, firstValues, type ValueCounts } from './facet.ts';
import { NUMBER } from './numbers.ts';
import { allowedDocuments, type FoundHits, findDocuments, type SearchRequest } from './search/find.ts';
import { documentCount, firstDocument, openTop, type Top } from './search/top.ts';

/** The counts by each of the dimensions, in their order. */
export function* countHits(
  found: FoundHits,
  { types, filter }: SearchQuery,
  { dimensions, limit, withoutOwnFilter }: SearchFacetQuery,
  scope: Scope,
): Question<readonly FacetCounts[]> {
  const top = yield* openTop();
  const ofAnyType = withoutOwnFilter && dimensions.includes('TYPE');
  const all = yield* findDocuments(top, found, ofAnyType ? ENTITY_TYPES : types);
  const counted: FacetCounts[] = [];
  for (const dimension of dimensions) {
    const asked = withoutOwnFilter ? searchWithoutOwn({ types, filter }, dimension) : { types, filter };
    const allowed = yield* allowedNumbers(asked.types, asked.filter, scope);
    scope.meter.spend(NUMBER * (documentCount(top) + all.length * (asked.types.length + 1)));
    const isAllowed = allowedDocuments(top, { types: asked.types, allowed });
    const documents = isAllowed === null ? all : all.filter((document) => isAllowed[document] === 1);
    const counts =
      dimension === 'TYPE'
        ? countTypes(top, documents, asked.types)
        : yield* countTogether(top, documents, dimension, asked.types, scope);
    counted.push(firstValues(counts, limit));
  }
  return counted;
}

/** The numbers of each type that a filter lets pass; a type of which all pass is missing. */
export function* allowedNumbers(
  types: readonly EntityType[],
  filter: SearchQuery['filter'],
  scope: Scope,
): Question<SearchRequest['allowed']> {
  const found = yield* together(types.map((type) => evaluate(type, toSearchCondition(type, filter), scope)));
  return Object.fromEntries(types.flatMap((type, index) => (found[index] == null ? [] : [[type, found[index]]])));
}

/** Counts by type, with the values of the enum of types. */
function countTypes(top: Top, documents: Uint32Array, types: readonly EntityType[]): ValueCounts {
  return {
    values: types.map((type) => type.toUpperCase()),
    counts: Uint32Array.from(types, (type) => numbersOf(top, documents, type).length),
  };
}

/** Counts the things of all types that have the dimension. */
function* countTogether(
  top: Top,
  documents: Uint32Array,
  dimension: SearchDimension,
  types: readonly EntityType[],
  scope: Scope,
): Question<ValueCounts> {
  const counted = types.filter(isFaceted).filter((type) => dimensionOf(type, dimension) !== null);
  const byType = yield* together(
    counted.map((type) => countValues(type, dimension, numbersOf(top, documents, type), scope.meter)),
  );
  const sums = new Map<string, number>();
  for (const { values, counts } of byType) {
    for (const [id, value] of values.entries()) sums.set(value, (sums.get(value) ?? 0) + (counts[id] ?? 0));
  }
  return { values: [...sums.keys()], counts: Uint32Array.from(sums.values()) };
}

/** The numbers of the documents of a type. */
function numbersOf(top: Top, documents: Uint32Array, type: EntityType): Uint32Array {
  const first = firstDocument(top, type);
  const end = first + (top.counts[ENTITY_TYPES.indexOf(type)] ?? 0);
  return documents.filter((document) => document >= first && document < end).map((document) => document - first);
}
