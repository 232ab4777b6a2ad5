/**
 * What a store can be asked: filters, orders and pages, as plain data. A filter's missing field asks for nothing;
 * the fields that are there must all hold.
 */
import type {
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

export interface ArticleFilter {
  readonly published?: DateFilter;
  readonly language?: string;
  readonly publisher?: Slug;
  /** By this person. */
  readonly author?: Slug;
  /** Naming this agent or place, or reporting this event or statement. */
  readonly mentions?: Slug;
}

export interface EventFilter {
  readonly date?: DateFilter;
  /** This agent takes part, in this role where one is given, in any report. */
  readonly agent?: { readonly slug: Slug; readonly role?: ParticipantRole };
  /** There, or at a place contained in it, in any report. */
  readonly place?: Slug;
  readonly kinds?: readonly EventKind[];
  readonly article?: Slug;
  /** Attributed, or carried over from, a statement of this agent. */
  readonly speaker?: Slug;
  /** At least one report has this voice. */
  readonly voice?: Voice;
  readonly partOf?: Slug;
}

export interface StatementFilter {
  readonly date?: DateFilter;
  readonly speaker?: Slug;
  readonly addressee?: Slug;
  /** About this event, agent or place, or the one that an attributed event report names. */
  readonly about?: Slug;
  /** About this place or one contained in it, or about an event there. */
  readonly place?: Slug;
  readonly kinds?: readonly StatementKind[];
  readonly article?: Slug;
  readonly voice?: Voice;
}

export interface AgentFilter {
  /** Folded name or other name starts with this, any word of it. */
  readonly name?: string;
  readonly article?: Slug;
  readonly event?: Slug;
}

export interface PlaceFilter extends AgentFilter {
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
  readonly Event: 'DATE' | 'NAME';
  readonly Statement: 'DATE' | 'POSITION';
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
}

/** A page in list order, and whether the list goes on before and behind it. */
export interface Page<Item> {
  readonly items: readonly { readonly item: Item; readonly key: SortKey }[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

export type EntityPage<T extends EntityType> = Page<Entities[T]>;

export interface SearchQuery {
  readonly text: string;
  readonly types: readonly EntityType[];
  readonly window: Window;
}
