/** The filters of a search, and the dimensions by which its results are counted. */

import { allOf, type Condition, EVERYTHING, NOTHING, oneOf } from './condition.ts';
import { type AskedOf, byDates, byLanguages, type DateFilter, eachAsked } from './filter.ts';
import { ENTITY_TYPES, type EntityType, type EventKind, type Slug, type StatementKind, type Voice } from './model.ts';

/** The filters of a search. They apply to every type that can have what they ask for. */
export const SEARCH_FILTERS = {
  date: (dates: DateFilter, type: EntityType) =>
    type === 'Event' || type === 'Statement' || asksNothing(dates) ? byDates('DATE')(dates) : NOTHING,
  published: (dates: DateFilter, type: EntityType) =>
    type === 'Article' || type === 'Statement' || asksNothing(dates) ? byDates('PUBLISHED')(dates) : NOTHING,
  languages: (tags: readonly string[], type: EntityType) => (isNamed(type) ? NOTHING : byLanguages(tags)),
  speakers: (agents: readonly Slug[], type: EntityType) => (isNamed(type) ? NOTHING : oneOf('speaker')(agents)),
  places: (places: readonly Slug[], type: EntityType) =>
    type === 'Place' ? oneOf('contained-in')(places) : isNamed(type) ? NOTHING : oneOf('place')(places),
  statementKinds: (kinds: readonly StatementKind[], type: EntityType, { eventKinds }: KindsOfBoth) =>
    type === 'Statement' ? oneOf('kind')(kinds) : type === 'Event' && eventKinds ? EVERYTHING : NOTHING,
  eventKinds: (kinds: readonly EventKind[], type: EntityType, { statementKinds }: KindsOfBoth) =>
    type === 'Event' ? oneOf('kind')(kinds) : type === 'Statement' && statementKinds ? EVERYTHING : NOTHING,
  voices: (voices: readonly Voice[], type: EntityType) =>
    type === 'Event' || type === 'Statement' ? oneOf('voice')(voices) : NOTHING,
};

/**
 * The dimensions by which results can be counted: for the types that have them, or by type. Each has its own filters of
 * a search, or the argument `types`.
 */
export const SEARCH_FACETS = {
  TYPE: ['types'],
  SPEAKER: ['speakers'],
  PLACE: ['places'],
  KIND: ['statementKinds', 'eventKinds'],
  MONTH: ['date'],
  YEAR: ['date'],
  PUBLISHED_MONTH: ['published'],
  PUBLISHED_YEAR: ['published'],
  VOICE: ['voices'],
  LANGUAGE: ['languages'],
} as const satisfies { readonly [dimension: string]: readonly ('types' | keyof typeof SEARCH_FILTERS)[] };

export type SearchDimension = keyof typeof SEARCH_FACETS;

export const SEARCH_DIMENSIONS = Object.keys(SEARCH_FACETS) as SearchDimension[];

export function isOfSearch(dimension: string): dimension is SearchDimension {
  return dimension in SEARCH_FACETS;
}

/** Like `withoutOwn`, for a search and its types. */
export function searchWithoutOwn(asked: AskedOfSearch, dimension: SearchDimension): AskedOfSearch {
  const own: readonly string[] = SEARCH_FACETS[dimension];
  return {
    types: own.includes('types') ? ENTITY_TYPES : asked.types,
    filter: Object.fromEntries(Object.entries(asked.filter).filter(([name]) => !own.includes(name))),
  };
}

interface AskedOfSearch {
  readonly types: readonly EntityType[];
  readonly filter: SearchFilter;
}

/** Kinds of events narrow only the events, if kinds of statements are asked for too. */
interface KindsOfBoth {
  readonly statementKinds?: readonly StatementKind[];
  readonly eventKinds?: readonly EventKind[];
}

export type SearchFilter = AskedOf<typeof SEARCH_FILTERS>;

/** What a search's filter asks of things of this type. What a type cannot have, it does not have: no place has a language. */
export function toSearchCondition(type: EntityType, filter: SearchFilter): Condition {
  return allOf(eachAsked(SEARCH_FILTERS, filter, type));
}

function asksNothing({ within, overlaps }: DateFilter): boolean {
  return within === undefined && overlaps === undefined;
}

function isNamed(type: EntityType): boolean {
  return type !== 'Article' && type !== 'Event' && type !== 'Statement';
}
