/** Store: the reads the graph needs. A store at hand answers at once, a remote one with promises. */
import type { Assertion, CorpusSummary, Entities, Entity, EntityType, Evidence, Slug } from './model.ts';
import type { EntityPage, Filters, ListQuery, Page, SearchQuery } from './query.ts';

/** A value, or the promise of one where it has to be fetched. */
export type Awaitable<T> = T | Promise<T>;

/** Goes on with a value now if it is here, later if it is not, so that a synchronous store stays synchronous. */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

export interface SearchHit {
  readonly entity: Entity;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** Where the words stand, best first; empty where only a name of the corpus matched. */
  readonly snippets: readonly Evidence[];
}

export interface Store {
  summary(): Awaitable<CorpusSummary>;
  /** The thing of that type with that slug; null where there is none. */
  get<T extends EntityType>(type: T, slug: Slug): Awaitable<Entities[T] | null>;
  /** The thing with that slug, of whatever type; slugs are unique in the corpus. */
  find(slug: Slug): Awaitable<Entity | null>;
  list<T extends EntityType>(type: T, query: ListQuery<T>): Awaitable<EntityPage<T>>;
  count<T extends EntityType>(type: T, filters: readonly Filters[T][]): Awaitable<number>;
  /** Everything one article says, in the order of its text. */
  assertions(article: Slug): Awaitable<readonly Assertion[]>;
  search(query: SearchQuery): Awaitable<Page<SearchHit>>;
  searchCount(query: Omit<SearchQuery, 'window'>): Awaitable<number>;
}
