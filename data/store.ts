/** Store: the reads that the graph needs. A store in memory answers at once, a remote one with promises. */

import type { FacetedType } from './facet.ts';
import type { Filters } from './filter.ts';
import type {
  Agent,
  ArticleText,
  Assertion,
  Change,
  CorpusSummary,
  Dossier,
  Entities,
  Entity,
  EntityType,
  Event,
  History,
  Ref,
  Retired,
  Slug,
  Statement,
  TextDifference,
  TextName,
} from './model.ts';
import type { Page, Window } from './page.ts';
import type {
  AgentsQuery,
  ChangeQuery,
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

/** A value, or a promise of it if it must be fetched. */
export type Awaitable<T> = T | Promise<T>;

/** Continues with a value at once if it is there, otherwise later, so that a synchronous store stays synchronous. */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All values, at once if all are there. */
export function allOf<T>(values: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[]);
}

/** Counts the cost of a request's work while it is done. */
export interface Meter {
  /** Adds work that takes about this many microseconds of CPU. Throws once the total is too much. */
  spend(microseconds: number): void;
}

/** For callers without a budget: the compiler, and tests. */
export const UNMETERED: Meter = { spend() {} };

export interface SearchHit {
  readonly entity: Entity;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** Passages around the words found in a text, or around those that report or name the thing. Cut when called. */
  readonly snippets: () => Awaitable<readonly Snippet[]>;
}

export interface SearchPage extends Page<SearchHit> {
  /** The total number of hits. */
  readonly total: number;
  /** Counts over all hits, for each dimension asked. */
  readonly facets: (query: SearchFacetQuery) => Awaitable<readonly FacetCounts[]>;
}

export interface Store {
  summary(): CorpusSummary;
  /** The same store for one request, which adds the cost of its questions to the meter. */
  meteredBy(meter: Meter): Store;
  /**
   * The same corpus as it stood at the end of a day, `YYYY-MM-DD`: for lists and lookups, not for searches, timelines,
   * suggestions and paths.
   */
  asOf(day: string): Store;
  /** The thing of that type with that slug, or with the slug that has replaced it; null if there is none. */
  get<T extends EntityType>(type: T, slug: Slug): Awaitable<Entities[T] | null>;
  /** The same, of whatever type; slugs are unique in the corpus. */
  find(slug: Slug): Awaitable<Entity | null>;
  /** The type of what `find` finds, from the index alone; null if it finds nothing. */
  typeOf(slug: Slug): Awaitable<EntityType | null>;
  /** What an editor says about a slug that names nothing any more; null if it was never retired. */
  retired(slug: Slug): Awaitable<Retired | null>;
  /** At most `limit` things that a slug may have meant: those of these types first, then the nearest first. */
  nearest(slug: Slug, types: readonly EntityType[], limit: number): Awaitable<readonly Ref[]>;
  /** Text, paragraphs and marks of an article of the corpus, or of an earlier revision of it. */
  text(name: TextName): Awaitable<ArticleText>;
  /** What was once known of a thing; null if that is what is known now. */
  history(slug: Slug): Awaitable<Pick<History, 'assertions'> | null>;
  /** What changed between two revisions of an article, which must exist. */
  difference(article: Slug, from: number, to: number): Awaitable<TextDifference>;
  /** Mentions and facts of a person, organization, group or place of the corpus. */
  dossier(slug: Slug): Awaitable<Dossier>;
  list<T extends EntityType>(type: T, query: ListQuery<T>): Awaitable<EntityPage<T>>;
  count<T extends EntityType>(type: T, filters: readonly Filters[T][]): Awaitable<number>;
  /** Persons, organizations and groups in one order. */
  agents(query: AgentsQuery): Awaitable<Page<Agent>>;
  /**
   * One of the things that pass, by its share of their default order: 0 is the first, just under 1 the last.
   * Null if none passes.
   */
  pick<T extends EntityType>(type: T, filters: readonly Filters[T][], share: number): Awaitable<Entities[T] | null>;
  /** The article whose original has this address (see `comparableUrl`), the first of several; null if there is none. */
  articleAt(url: string): Awaitable<Entities['Article'] | null>;
  facet<T extends FacetedType>(type: T, query: FacetQuery<T>): Awaitable<FacetCounts>;
  /** Everything one article says, in the order of its text. */
  assertions(article: Slug): Awaitable<readonly Assertion[]>;
  search(query: SearchQuery): Awaitable<SearchPage>;
  /** The most mentioned first; equally often mentioned things by their place in `NAMED_TYPES`, then by name. */
  suggest(query: SuggestionQuery): Awaitable<readonly Suggestion[]>;
  /** The periods of a timeline, by time. */
  timeline(query: TimelineQuery, window: Window): Awaitable<TimelinePage>;
  /** Events and statements in one order, by date. */
  dated(
    query: Pick<TimelineQuery, 'events' | 'statements' | 'dates'>,
    window: Window,
  ): Awaitable<Page<Event | Statement>>;
  paths(query: PathQuery): Awaitable<FoundPaths>;
  /** What was added, changed or taken away, the oldest first. */
  changes(query: ChangeQuery): Awaitable<Page<Change>>;
  countChanges(query: Omit<ChangeQuery, 'window'>): Awaitable<number>;
}
