/** Store: the reads the graph needs. A store at hand answers at once, a remote one with promises. */

import type { FacetedType, Filters } from './filter.ts';
import type {
  Agent,
  ArticleText,
  Assertion,
  CorpusSummary,
  Dossier,
  Entities,
  Entity,
  EntityType,
  Event,
  Ref,
  Slug,
  Statement,
} from './model.ts';
import type { Page, Window } from './page.ts';
import type {
  AgentsQuery,
  EntityPage,
  FacetCounts,
  FacetQuery,
  FoundPaths,
  ListQuery,
  PathQuery,
  SearchFacetQuery,
  SearchQuery,
  Snippet,
  Suggestion,
  SuggestionQuery,
  TimelinePage,
  TimelineQuery,
} from './query.ts';

/** A value, or the promise of one where it has to be fetched. */
export type Awaitable<T> = T | Promise<T>;

/** Goes on with a value now if it is here, later if it is not, so that a synchronous store stays synchronous. */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All values, now if all are here. */
export function allOf<T>(values: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[]);
}

/** What a request's work costs, told while it is done. */
export interface Meter {
  /** Tells of work that takes about so many microseconds of CPU. Throws once that is too much. */
  spend(microseconds: number): void;
}

/** For callers without a budget: the compiler, and tests. */
export const UNMETERED: Meter = { spend() {} };

export interface SearchHit {
  readonly entity: Entity;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** Passages around the words found in a text, or around those that report or name the thing. Cut only when asked for. */
  readonly snippets: () => Awaitable<readonly Snippet[]>;
}

export interface SearchPage extends Page<SearchHit> {
  /** How many hits there are in all: known once they are ranked. */
  readonly total: number;
  /** Counts over all of them, for each dimension asked. */
  readonly facets: (query: SearchFacetQuery) => Awaitable<readonly FacetCounts[]>;
}

export interface Store {
  summary(): CorpusSummary;
  /** The same store for one request, which tells the meter what its questions cost. */
  meteredBy(meter: Meter): Store;
  /** The thing of that type with that slug; null where there is none. */
  get<T extends EntityType>(type: T, slug: Slug): Awaitable<Entities[T] | null>;
  /** The thing with that slug, of whatever type; slugs are unique in the corpus. */
  find(slug: Slug): Awaitable<Entity | null>;
  /** The type of the thing with that slug, by the index alone; null where there is none. */
  typeOf(slug: Slug): Awaitable<EntityType | null>;
  /** At most so many things that may have been meant by a slug: those of these types first, then the nearest first. */
  nearest(slug: Slug, types: readonly EntityType[], limit: number): Awaitable<readonly Ref[]>;
  /** Text, paragraphs and marks of an article of the corpus. */
  text(article: Slug): Awaitable<ArticleText>;
  /** Mentions and facts of a person, organization, group or place of the corpus. */
  dossier(slug: Slug): Awaitable<Dossier>;
  list<T extends EntityType>(type: T, query: ListQuery<T>): Awaitable<EntityPage<T>>;
  count<T extends EntityType>(type: T, filters: readonly Filters[T][]): Awaitable<number>;
  /** Persons, organizations and groups in one order. */
  agents(query: AgentsQuery): Awaitable<Page<Agent>>;
  /**
   * One of the things that pass, by its share of them: 0 is the first, just under 1 the last, in their default order.
   * Null if none passes.
   */
  pick<T extends EntityType>(type: T, filters: readonly Filters[T][], share: number): Awaitable<Entities[T] | null>;
  /** The article whose original has this address (see `comparableUrl`), the first of several; null if there is none. */
  articleAt(url: string): Awaitable<Entities['Article'] | null>;
  facet<T extends FacetedType>(type: T, query: FacetQuery<T>): Awaitable<FacetCounts>;
  /** Everything one article says, in the order of its text. */
  assertions(article: Slug): Awaitable<readonly Assertion[]>;
  search(query: SearchQuery): Awaitable<SearchPage>;
  /** Of equally often mentioned things those of the first of `NAMED_TYPES` first, then by name. */
  suggest(query: SuggestionQuery): Awaitable<readonly Suggestion[]>;
  /** The periods of a timeline, by time. */
  timeline(query: TimelineQuery, window: Window): Awaitable<TimelinePage>;
  /** Events and statements in one order, by date. */
  dated(
    query: Pick<TimelineQuery, 'events' | 'statements' | 'dates'>,
    window: Window,
  ): Awaitable<Page<Event | Statement>>;
  paths(query: PathQuery): Awaitable<FoundPaths>;
}
