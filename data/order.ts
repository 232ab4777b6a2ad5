/** Orders: how the lists of each type can be ordered, and the sort keys of things. */
import { timelineDateOf } from './date-of.ts';
import { fold } from './fold.ts';
import { dateKey } from './fuzzy-date.ts';
import type {
  Article,
  Entities,
  EntityType,
  Event,
  EventReport,
  Group,
  Organization,
  Person,
  Place,
  Quote,
  Slug,
  Statement,
} from './model.ts';
import type { SortKey } from './page.ts';

type Named = Person | Organization | Group | Place;

const NAMED_ORDERS = {
  NAME: ({ name, slug }: Named): SortKey => [fold(name), slug],
  MENTIONS: ({ mentionCount, slug }: Named): SortKey => [mentionCount, slug],
};

/**
 * For each type the orders of its list: the key of a thing in each order, which cursors carry. An order that is missing
 * in this table or in the GraphQL schema does not compile.
 */
export const ORDERS = {
  Article: {
    PUBLISHED: (article: Article): SortKey => [...dateKey(article.published), article.slug],
    HEADLINE: (article: Article): SortKey => [fold(article.headline), article.slug],
  },
  Event: {
    // Things with the same date, or with none, are in the order in which the texts report them.
    DATE: (event: Event): SortKey => [...dateKey(timelineDateOf(event)), ...placeOf(event.reports[0]), event.slug],
    NAME: (event: Event): SortKey => [fold(event.name), event.slug],
    REPORTS: (event: Event): SortKey => [event.reports.length, event.slug],
  },
  Statement: {
    DATE: (statement: Statement): SortKey => [
      ...dateKey(timelineDateOf(statement)),
      ...placeOf(statement.quotes[0]),
      statement.slug,
    ],
    PUBLISHED: (statement: Statement): SortKey => [
      ...dateKey(statement.published),
      ...placeOf(statement.quotes[0]),
      statement.slug,
    ],
    /** Within one article, if the list belongs to one. */
    POSITION: (statement: Statement, article: Slug | undefined): SortKey => [
      ...placeOf(quoteIn(statement, article)),
      statement.slug,
    ],
    QUOTES: (statement: Statement): SortKey => [statement.quotes.length, statement.slug],
  },
  Person: NAMED_ORDERS,
  Organization: NAMED_ORDERS,
  Group: NAMED_ORDERS,
  Place: NAMED_ORDERS,
} satisfies {
  readonly [T in EntityType]: {
    readonly [field: string]: (entity: Entities[T], article: Slug | undefined) => SortKey;
  };
};

/** The orders of each entity type. */
export type OrderFields = { readonly [T in EntityType]: keyof (typeof ORDERS)[T] & string };

/** The order in which things are numbered, and listed by default. */
export const DEFAULT_ORDERS: OrderFields = {
  Article: 'PUBLISHED',
  Event: 'DATE',
  Statement: 'DATE',
  Person: 'NAME',
  Organization: 'NAME',
  Group: 'NAME',
  Place: 'NAME',
};

export function ordersOf<T extends EntityType>(type: T): readonly OrderFields[T][] {
  return Object.keys(ORDERS[type]) as OrderFields[T][];
}

type KeyMakers = {
  readonly [T in EntityType]: {
    readonly [F in OrderFields[T]]: (entity: Entities[T], article: Slug | undefined) => SortKey;
  };
};

const KEY_MAKERS: KeyMakers = ORDERS;

/** The key of a thing in the order of `field`; within one article, if the list belongs to one. */
export function sortKey<T extends EntityType>(
  entity: Entities[T],
  type: T,
  field: OrderFields[T],
  article?: Slug,
): SortKey {
  const makers: KeyMakers[T] = KEY_MAKERS[type];
  return makers[field](entity, article);
}

/** The quote of that article; without an article, or if it has no quote, that of the introducing article. */
function quoteIn({ quotes }: Statement, article: Slug | undefined): Quote | undefined {
  return quotes.find((quote) => quote.article === article) ?? quotes[0];
}

function placeOf(assertion: EventReport | Quote | undefined): SortKey {
  return [assertion?.article ?? null, assertion?.evidence[0]?.start ?? null];
}
