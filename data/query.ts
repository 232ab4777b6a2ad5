/** The queries of a store and their answers, as plain data. */

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
  /** All must hold: the caller's filter, and what the place of the list in the graph implies. */
  readonly filters: readonly Filters[T][];
  readonly order: Order<OrderFields[T]>;
  readonly window: Window;
  /** The article in which positions are counted, if the list belongs to one. */
  readonly article?: Slug;
}

/** A query for a list of persons, organizations and groups together. */
export type AgentsQuery = Omit<ListQuery<AgentType>, 'article'>;

export type EntityPage<T extends EntityType> = Page<Entities[T]>;

export interface FacetQuery<T extends FacetedType> {
  readonly filters: readonly Filters[T][];
  readonly dimension: FacetDimension;
  /** The most values to return, those with the highest counts first. */
  readonly limit: number;
}

/** The counts of one dimension over a filtered list. */
export interface FacetCounts {
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** The number of different values in the list, including those beyond the limit. */
  readonly valueCount: number;
}

/** A query that counts everything a search finds. */
export interface SearchFacetQuery {
  readonly dimensions: readonly SearchDimension[];
  readonly limit: number;
  /** Whether each dimension is counted without its own filter. */
  readonly withoutOwnFilter: boolean;
}

/** A query for changes on or after a day; null sets no limit. Of types, what has an unknown one is in the list only with null. */
export interface ChangeQuery {
  readonly since: string | null;
  readonly types: readonly EntityType[] | null;
  readonly window: Window;
}

export const GRANULARITIES = ['DAY', 'MONTH', 'YEAR'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** CERTAIN: every day that a date may mean lies in the period. POSSIBLE: at least one does. */
export type TimelineMode = 'CERTAIN' | 'POSSIBLE';

/** The things on a timeline: each type by its own filters; null leaves a type out. */
export interface TimelineQuery {
  readonly events: readonly Filters['Event'][] | null;
  readonly statements: readonly Filters['Statement'][] | null;
  /** The dates that both must have. */
  readonly dates: readonly DateFilter[];
  readonly granularity: Granularity;
  readonly mode: TimelineMode;
  /** Whether empty periods between the first and the last with something in them are listed too. */
  readonly includeEmpty: boolean;
}

/** A period of a timeline, and how many things lie or may lie in it. */
export interface TimelineBucket {
  /** EDTF level 0: `2025`, `2025-06`, `2025-06-27`. */
  readonly period: string;
  readonly eventCount: number;
  readonly statementCount: number;
  /** How many of both certainly lie in it; in the mode CERTAIN, all of them. */
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
  /** Its words, with `…` if they do not begin or end with a sentence. */
  readonly text: string;
  /** The places of the words found in `text`, in its order. */
  readonly matches: readonly Span[];
}

export interface SuggestionQuery {
  /** The text typed so far: each of its words is the beginning of a word of the name. */
  readonly text: string;
  readonly types: readonly NamedType[];
  /** The most names to return, those of the most mentioned things first. */
  readonly limit: number;
}

/** A thing, and the name of it that matches the typed text. */
export interface Suggestion {
  readonly entity: Entities[NamedType];
  readonly name: string;
}

export interface PathQuery {
  readonly from: Slug;
  readonly to: Slug;
  readonly maxHops: number;
  /** The most paths to return. */
  readonly limit: number;
  /** Only links said in one of these voices, with one of these certainties. */
  readonly voices: readonly Voice[];
  readonly certainties: readonly Certainty[];
}

/** The most edges that one query for paths looks at, which takes a fraction of a millisecond. */
export const MAX_EDGES = 20_000;

/** One step of a path. */
export interface Hop {
  readonly from: Agent;
  readonly to: Agent;
  /** The link between the two that commits its article most; of several, the first. */
  readonly link: Link;
  /** The number of links between the two among those asked for. */
  readonly linkCount: number;
}

export interface Path {
  readonly hops: readonly Hop[];
}

export interface FoundPaths {
  readonly paths: readonly Path[];
  /** False if the search ended at its limit of edges: there may be more paths, or shorter ones. */
  readonly isComplete: boolean;
}
