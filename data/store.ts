/** Store: the reads the graph needs. A store at hand answers at once, a remote one with promises. */

import type { FacetedType, Filters } from './filter.ts';
import type {
  ArticleText,
  Assertion,
  CorpusSummary,
  Dossier,
  Entities,
  Entity,
  EntityType,
  Event,
  Evidence,
  Slug,
  Statement,
} from './model.ts';
import type { Page, Window } from './page.ts';
import type {
  EntityPage,
  FacetCounts,
  FacetQuery,
  FoundPaths,
  ListQuery,
  PathQuery,
  SearchQuery,
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
  /** Where to look: the words found in a text, or those that report or name the thing. Cut only when asked for. */
  readonly snippets: () => Awaitable<readonly Evidence[]>;
}

export interface SearchPage extends Page<SearchHit> {
  /** How many hits there are in all: known once they are ranked. */
  readonly total: number;
}

export interface Store {
  summary(): CorpusSummary;
  /** The same store for one request, which tells the meter what its questions cost. */
  meteredBy(meter: Meter): Store;
  /** The thing of that type with that slug; null where there is none. */
  get<T extends EntityType>(type: T, slug: Slug): Awaitable<Entities[T] | null>;
  /** The thing with that slug, of whatever type; slugs are unique in the corpus. */
  find(slug: Slug): Awaitable<Entity | null>;
  /** At most so many slugs that may have been meant by one that names nothing, the nearest first. */
  nearest(slug: Slug, limit: number): Awaitable<readonly Slug[]>;
  /** Text, paragraphs and marks of an article of the corpus. */
  text(article: Slug): Awaitable<ArticleText>;
  /** Mentions and facts of a person, organization, group or place of the corpus. */
  dossier(slug: Slug): Awaitable<Dossier>;
  list<T extends EntityType>(type: T, query: ListQuery<T>): Awaitable<EntityPage<T>>;
  count<T extends EntityType>(type: T, filters: readonly Filters[T][]): Awaitable<number>;
  facet<T extends FacetedType>(type: T, query: FacetQuery<T>): Awaitable<FacetCounts>;
  /** Everything one article says, in the order of its text. */
  assertions(article: Slug): Awaitable<readonly Assertion[]>;
  search(query: SearchQuery): Awaitable<SearchPage>;
  /** The periods of a timeline that are not empty, by time. */
  timeline(query: TimelineQuery, window: Window): Awaitable<TimelinePage>;
  /** Events and statements in one order, by date. */
  dated(filters: Pick<TimelineQuery, 'events' | 'statements'>, window: Window): Awaitable<Page<Event | Statement>>;
  paths(query: PathQuery): Awaitable<FoundPaths>;
}
