/** Lists: the page that a query asks for, the length of the whole list, and one thing of it. */

import type { Condition } from '../condition.ts';
import { type Filters, toCondition } from '../filter.ts';
import { AGENT_TYPES, type Agent, type AgentType, type Entities, type EntityType } from '../model.ts';
import { type OrderFields, sortKey } from '../order.ts';
import { compareKeys, type Page, pageOf, type SortKey, type Window } from '../page.ts';
import type { AgentsQuery, EntityPage, ListQuery } from '../query.ts';
import { byNumber, type Question } from '../source.ts';
import { countFound, evaluate, type Scope } from './evaluate.ts';
import { mergePages } from './merge.ts';
import { NUMBER } from './numbers.ts';
import { arrange, cutWindow, openOrder, placeOfKey } from './ranking.ts';

export function listEntities<T extends EntityType>(
  type: T,
  query: ListQuery<T>,
  scope: Scope,
): Question<EntityPage<T>> {
  return listFound(type, toCondition(type, query.filters), query, scope);
}

/** The page of things that meet a condition. */
export function* listFound<T extends EntityType>(
  type: T,
  condition: Condition,
  query: Omit<ListQuery<T>, 'filters'>,
  scope: Scope,
): Question<EntityPage<T>> {
  const count = scope.counts[type];
  const { order, window, article } = query;
  const found = yield* evaluate(type, condition, scope);
  if (article !== undefined && found !== null) return yield* listByPosition(type, query, found);

  const ranking = yield* openOrder(type, order.field);
  if (found !== null && ranking.ranks !== null) scope.meter.spend(NUMBER * (count + 2 * found.length));
  const ordered = arrange(found, count, ranking, order.direction);
  const { start, end, ...surroundings } = yield* cutWindow(ordered, window, (key) =>
    placeOfKey(type, order.field, count, ranking, key),
  );
  const numbers = Array.from({ length: end - start }, (_, index) => ordered.at(start + index));
  const entities = yield* byNumber(type, numbers);
  return { items: entities.map((item) => new ListedEntity(item, type, order.field)), ...surroundings };
}

/** A listed thing. Its key is made only when a cursor is asked for. */
class ListedEntity<T extends EntityType> {
  readonly item: Entities[T];
  readonly #type: T;
  readonly #field: OrderFields[T];

  constructor(item: Entities[T], type: T, field: OrderFields[T]) {
    this.item = item;
    this.#type = type;
    this.#field = field;
  }

  get key(): SortKey {
    return sortKey(this.item, this.#type, this.#field);
  }
}

/** Positions in one article differ from those in the whole corpus, so its few things are sorted again. */
function* listByPosition<T extends EntityType>(
  type: T,
  { order: { field, direction }, window, article }: Omit<ListQuery<T>, 'filters'>,
  found: Uint32Array,
): Question<EntityPage<T>> {
  const entities: readonly Entities[T][] = yield* byNumber(type, [...found]);
  const keyed = entities.map((item) => ({ item, key: sortKey(item, type, field, article) }));
  return pageOf(
    keyed.sort((a, b) => compareKeys(a.key, b.key, direction)),
    direction,
    window,
  );
}

/** Persons, organizations and groups have the same filters and orders. */
export function* listAgents({ filters, order, window }: AgentsQuery, scope: Scope): Question<Page<Agent>> {
  const lists = AGENT_TYPES.map(
    (type) => (wide: Window) => listEntities<AgentType>(type, { filters, order, window: wide }, scope),
  );
  return yield* mergePages(lists, order.direction, window);
}

export function* pickEntity<T extends EntityType>(
  type: T,
  filters: readonly Filters[T][],
  share: number,
  scope: Scope,
): Question<Entities[T] | null> {
  const found = yield* evaluate(type, toCondition(type, filters), scope);
  const count = countFound(found, scope.counts[type]);
  if (count === 0) return null;
  const place = Math.floor(share * count);
  const [entity = null] = yield* byNumber(type, [found?.[place] ?? place]);
  return entity;
}

export function* countEntities<T extends EntityType>(
  type: T,
  filters: readonly Filters[T][],
  scope: Scope,
): Question<number> {
  return countFound(yield* evaluate(type, toCondition(type, filters), scope), scope.counts[type]);
}
