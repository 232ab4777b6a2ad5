/** What a store can be asked, and what it answers with, as plain data. */

import type { FacetDimension, FacetedType } from './facet.ts';
import type { DateFilter, Filters } from './filter.ts';
import type { Link } from './link.ts';
import type {
  Agent,
  AgentType,
  Certainty,
  Entities,
  EntityType,
  Evidence,
  NamedType,
  Slug,
  Span,
  Voice,
} from './model.ts';
import type { OrderFields } from './order.ts';
import type { Direction, Page, Window } from './page.ts';
import type { SearchDimension, SearchFilter } from './search-filter.ts';

export interface Order<Field extends string = string> {
  readonly field: Field;
  readonly direction: Direction;
}

export interface ListQuery<T extends EntityType> {
  /** All must hold: what the asker wants, and what the place of the list in the graph implies. */
  readonly filters: readonly Filters[T][];
  readonly order: Order<OrderFields[T]>;
  readonly window: Window;
  /** The article in which positions are counted, where the list is one article's. */
  readonly article?: Slug;
}

/** What a list of persons, organizations and groups together is asked. */
export type AgentsQuery = Omit<ListQuery<AgentType>, 'article'>;

export type EntityPage<T extends EntityType> = Page<Entities[T]>;

export interface FacetQuery<T extends FacetedType> {
  readonly filters: readonly Filters[T][];
  readonly dimension: FacetDimension;
  /** How many values at most, those that count most first. */
  readonly limit: number;
}

/** The counts of one dimension over a filtered list. */
export interface FacetCounts {
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** How many different values the list has, those beyond the limit included. */
  readonly valueCount: number;
}

/** What everything that a search finds is counted by. */
export interface SearchFacetQuery {
  readonly dimensions: readonly SearchDimension[];
  readonly limit: number;
  /** Whether each dimension is counted without what the search asks for by it. */
  readonly withoutOwnFilter: boolean;
}

export const GRANULARITIES = ['DAY', 'MONTH', 'YEAR'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** CERTAIN: every day a date can stand for lies in the period. POSSIBLE: at least one does. */
export type TimelineMode = 'CERTAIN' | 'POSSIBLE';

/** What stands on a timeline: each type by its own filters; null leaves it out. */
export interface TimelineQuery {
  readonly events: readonly Filters['Event'][] | null;
  readonly statements: readonly Filters['Statement'][] | null;
  /** What both are held to by where they stand on the timeline. */
  readonly dates: readonly DateFilter[];
  readonly granularity: Granularity;
  readonly mode: TimelineMode;
  /** Whether periods in which nothing lies are listed, too, between the first and the last in which something does. */
  readonly includeEmpty: boolean;
}

/** A period of a timeline and how much lies in it, or may. */
export interface TimelineBucket {
  /** EDTF level 0: `2025`, `2025-06`, `2025-06-27`. */
  readonly period: string;
  readonly eventCount: number;
  readonly statementCount: number;
  /** How many of both certainly lie in it; all of them in the mode CERTAIN. */
  readonly certainCount: number;
}

export interface TimelinePage extends Page<TimelineBucket> {
  readonly bucketCount: number;
}

export interface SearchQuery {
  readonly text: string;
  readonly types: readonly EntityType[];
  readonly filter: SearchFilter;
  readonly window: Window;
}

/** A passage of an article that shows why something was found. */
export interface Snippet {
  /** The passage, within one paragraph. */
  readonly evidence: Evidence;
  /** Its words, with `…` where they do not begin or end with a sentence. */
  readonly text: string;
  /** Where the words found stand in `text`, in its order. */
  readonly matches: readonly Span[];
}

export interface SuggestionQuery {
  /** What is typed so far: each of its words begins a word of the name. */
  readonly text: string;
  readonly types: readonly NamedType[];
  /** How many at most, those that are mentioned most first. */
  readonly limit: number;
}

/** A thing and the name of it that matches what is typed. */
export interface Suggestion {
  readonly entity: Entities[NamedType];
  readonly name: string;
}

export interface PathQuery {
  readonly from: Slug;
  readonly to: Slug;
  readonly maxHops: number;
  /** How many paths at most. */
  readonly limit: number;
  /** Only links said in one of these voices, and as sure as one of these. */
  readonly voices: readonly Voice[];
  readonly certainties: readonly Certainty[];
}

/** The most edges that one question for paths looks at: a fraction of a millisecond. */
export const MAX_EDGES = 20_000;

/** One step of a path. */
export interface Hop {
  readonly from: Agent;
  readonly to: Agent;
  /** Of all links between the two the one that commits its article most, and of those the first. */
  readonly link: Link;
  /** How many links there are of those asked for. */
  readonly linkCount: number;
}

export interface Path {
  readonly hops: readonly Hop[];
}

export interface FoundPaths {
  readonly paths: readonly Path[];
  /** False where the search ended at its limit of edges, so that there may be more, or shorter ones. */
  readonly isComplete: boolean;
}
