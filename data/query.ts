/**
 * What a store can be asked: filters, orders and pages, as plain data. A filter's missing field asks for nothing;
 * the fields that are there must all hold.
 */
import type {
  Certainty,
  DateBounds,
  Entities,
  EntityType,
  EventKind,
  ParticipantRole,
  PlaceKind,
  Slug,
  StatementKind,
  Voice,
} from './model.ts';

/** Both ask about the days a fuzzy date can stand for. A thing without a date matches neither. */
export interface DateFilter {
  /** Certainly: every day it can stand for lies in the range. */
  readonly within?: DateBounds;
  /** Possibly: at least one does. */
  readonly overlaps?: DateBounds;
}

/** Filters of one type joined: all of `and`, one of `or`, and not `not`. */
export interface Combined<Filter> {
  readonly and?: readonly Filter[];
  readonly or?: readonly Filter[];
  readonly not?: Filter;
}

/** A position held: in this organization, or with each of these words in its title. One of the two. */
export interface PositionFilter {
  readonly organization?: Slug;
  readonly title?: string;
}

/** Who asserts it: anybody in this voice, or a statement of this agent. One of the two. */
export interface AsserterFilter {
  readonly voice?: Voice;
  readonly speaker?: Slug;
}

export interface ArticleFilter extends Combined<ArticleFilter> {
  readonly published?: DateFilter;
  readonly language?: string;
  readonly publisher?: Slug;
  /** By this person. */
  readonly author?: Slug;
  /** Naming this agent or place, or reporting this event or statement. */
  readonly mentions?: Slug;
  /** Carrying a statement of this agent. */
  readonly speaker?: Slug;
  /** Naming this place or one contained in it. */
  readonly place?: Slug;
}

export interface EventFilter extends Combined<EventFilter> {
  readonly date?: DateFilter;
  /** This agent takes part, in this role where one is given, in any report. */
  readonly agent?: { readonly slug: Slug; readonly role?: ParticipantRole };
  /** Somebody who takes part is said to hold this position. */
  readonly position?: PositionFilter;
  /** There, or at a place contained in it, in any report. */
  readonly place?: Slug;
  readonly kinds?: readonly EventKind[];
  readonly article?: Slug;
  /** Reported by an article in this language. */
  readonly language?: string;
  /** Attributed, or carried over from, a statement of this agent. */
  readonly speaker?: Slug;
  /** At least one report has this voice. */
  readonly voice?: Voice;
  /** At least one report that affirms it is asserted so. */
  readonly assertedBy?: AsserterFilter;
  readonly certainties?: readonly Certainty[];
  /** Whether its reports contradict each other about anything. */
  readonly disputed?: boolean;
  readonly partOf?: Slug;
}

export interface StatementFilter extends Combined<StatementFilter> {
  readonly date?: DateFilter;
  readonly speaker?: Slug;
  readonly addressee?: Slug;
  /** This agent speaks, is spoken to, or is what it is about. */
  readonly agent?: Slug;
  /** A speaker is said to hold this position. */
  readonly position?: PositionFilter;
  /** About this event, agent or place, or the one that an attributed event report names. */
  readonly about?: Slug;
  /** About this place or one contained in it, or about an event there. */
  readonly place?: Slug;
  readonly kinds?: readonly StatementKind[];
  readonly article?: Slug;
  readonly language?: string;
  readonly voice?: Voice;
  readonly assertedBy?: AsserterFilter;
  readonly certainties?: readonly Certainty[];
  /** Whether another statement denies it. */
  readonly disputed?: boolean;
}

export interface AgentFilter extends Combined<AgentFilter> {
  /** Each word begins a word of its name or of another of its names. */
  readonly name?: string;
  readonly article?: Slug;
  readonly event?: Slug;
  /** Of persons only: nobody else holds one. */
  readonly position?: PositionFilter;
}

export interface PlaceFilter extends Combined<PlaceFilter> {
  readonly name?: string;
  readonly article?: Slug;
  readonly event?: Slug;
  readonly kinds?: readonly PlaceKind[];
  readonly containedIn?: Slug;
}

/** Each entity type and what its list can be filtered by. */
export interface Filters {
  readonly Article: ArticleFilter;
  readonly Event: EventFilter;
  readonly Statement: StatementFilter;
  readonly Person: AgentFilter;
  readonly Organization: AgentFilter;
  readonly Group: AgentFilter;
  readonly Place: PlaceFilter;
}

/** Each entity type and what its list can be ordered by. */
export interface OrderFields {
  readonly Article: 'PUBLISHED' | 'HEADLINE';
  readonly Event: 'DATE' | 'NAME' | 'REPORTS';
  readonly Statement: 'DATE' | 'POSITION' | 'REPORTS';
  readonly Person: 'NAME' | 'MENTIONS';
  readonly Organization: 'NAME' | 'MENTIONS';
  readonly Group: 'NAME' | 'MENTIONS';
  readonly Place: 'NAME' | 'MENTIONS';
}

export type Direction = 'ASC' | 'DESC';

export interface Order<Field extends string = string> {
  readonly field: Field;
  readonly direction: Direction;
}

/**
 * Where a thing stands in an order: the values it is sorted by, and last its slug, so that no two are equal.
 * An unknown value (null) stands behind every known one, in both directions.
 */
export type SortKey = readonly (string | number | null)[];

/** A window on an ordered list: the first `limit` behind `after`, or, from the end, the last `limit` before `before`. */
export interface Window {
  readonly limit: number;
  readonly fromEnd: boolean;
  readonly after?: SortKey;
  readonly before?: SortKey;
}

export interface ListQuery<T extends EntityType> {
  /** All must hold: what the asker wants, and what the place of the list in the graph implies. */
  readonly filters: readonly Filters[T][];
  readonly order: Order<OrderFields[T]>;
  readonly window: Window;
  /** The article in which positions are counted, where the list is one article's. */
  readonly article?: Slug;
}

/** A page in list order, and whether the list goes on before and behind it. */
export interface Page<Item> {
  readonly items: readonly { readonly item: Item; readonly key: SortKey }[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

export type EntityPage<T extends EntityType> = Page<Entities[T]>;

/** What the things of a list can be counted by. */
export type FacetDimension =
  | 'SPEAKER'
  | 'AGENT'
  | 'PLACE'
  | 'KIND'
  | 'MONTH'
  | 'ARTICLE'
  | 'VOICE'
  | 'LANGUAGE'
  | 'PUBLISHER';

/** The dimensions that each list has. */
export const FACETS_OF = {
  Article: ['SPEAKER', 'AGENT', 'PLACE', 'MONTH', 'LANGUAGE', 'PUBLISHER'],
  Event: ['SPEAKER', 'AGENT', 'PLACE', 'KIND', 'MONTH', 'ARTICLE', 'VOICE', 'LANGUAGE'],
  Statement: ['SPEAKER', 'AGENT', 'PLACE', 'KIND', 'MONTH', 'ARTICLE', 'VOICE', 'LANGUAGE'],
} as const satisfies { readonly [T in EntityType]?: readonly FacetDimension[] };
export type FacetedType = keyof typeof FACETS_OF;

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

export const GRANULARITIES = ['DAY', 'MONTH', 'YEAR'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** CERTAIN: every day a date can stand for lies in the period. POSSIBLE: at least one does. */
export type TimelineMode = 'CERTAIN' | 'POSSIBLE';

/** What stands on a timeline: each type by its own filters; null leaves it out. */
export interface TimelineQuery {
  readonly events: readonly EventFilter[] | null;
  readonly statements: readonly StatementFilter[] | null;
  readonly granularity: Granularity;
  readonly mode: TimelineMode;
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

/** A filter of a search, that things of every type are held to as far as they can have what it asks for. */
export interface SearchFilter {
  readonly date?: DateFilter;
  readonly language?: string;
  readonly speaker?: Slug;
  readonly place?: Slug;
  readonly statementKinds?: readonly StatementKind[];
  readonly eventKinds?: readonly EventKind[];
  readonly voice?: Voice;
}

export interface SearchQuery {
  readonly text: string;
  readonly types: readonly EntityType[];
  readonly filter: SearchFilter;
  readonly window: Window;
}

export interface PathQuery {
  readonly from: Slug;
  readonly to: Slug;
  readonly maxHops: number;
  /** How many paths at most. */
  readonly limit: number;
  /** Only links said in one of these voices. */
  readonly voices: readonly Voice[];
}
