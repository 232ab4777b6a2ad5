/** Where a thing stands in an order. One definition, so that cursors mean the same in every store. */
import type { Entities, EntityType, FuzzyDate, Slug, Statement } from './model.ts';
import type { Direction, OrderFields, SortKey } from './query.ts';
import { fold } from './search/fold.ts';

type KeyMakers = {
  readonly [T in EntityType]: {
    readonly [F in OrderFields[T]]: (entity: Entities[T], article: Slug | undefined) => SortKey;
  };
};

const NAMED = {
  NAME: (entity: { readonly name: string; readonly slug: Slug }) => [fold(entity.name), entity.slug],
  MENTIONS: (entity: { readonly mentions: readonly unknown[]; readonly slug: Slug }) => [
    entity.mentions.length,
    entity.slug,
  ],
};

const KEY_MAKERS: KeyMakers = {
  Article: {
    PUBLISHED: (article) => [...dateKey(article.published), article.slug],
    HEADLINE: (article) => [fold(article.headline), article.slug],
  },
  Event: {
    DATE: (event) => [...dateKey(event.date), event.slug],
    NAME: (event) => [fold(event.name), event.slug],
  },
  Statement: {
    // Few statements are dated: those of one date, or of none, stand in the order of the texts.
    DATE: (statement) => [...dateKey(statement.date), ...positionKey(statement, undefined), statement.slug],
    POSITION: (statement, article) => [...positionKey(statement, article), statement.slug],
  },
  Person: NAMED,
  Organization: NAMED,
  Group: NAMED,
  Place: NAMED,
};

/** The key of a thing in the order of `field`; within one article where the list is one article's. */
export function sortKey<T extends EntityType>(
  entity: Entities[T],
  type: T,
  field: OrderFields[T],
  article?: Slug,
): SortKey {
  const makers: KeyMakers[T] = KEY_MAKERS[type];
  return makers[field](entity, article);
}

/**
 * Compares two keys of one order. Unknown values stand last in both directions: a reader who asks for the newest first
 * does not want the undated before them.
 */
export function compareKeys(a: SortKey, b: SortKey, direction: Direction): number {
  for (let index = 0; index < a.length; index++) {
    const one = a[index] ?? null;
    const other = b[index] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    if (other === null) return -1;
    const order = one < other ? -1 : 1;
    return direction === 'ASC' ? order : -order;
  }
  return 0;
}

// An open start sorts before every day and an open end behind every day: '' < '2025-06-27' < '~'.
function dateKey(date: FuzzyDate | null): SortKey {
  return date === null ? [null, null] : [date.earliest ?? '', date.latest ?? '~'];
}

function positionKey(statement: Statement, article: Slug | undefined): SortKey {
  const report = statement.reports.find((candidate) => candidate.article === article) ?? statement.reports[0];
  return [report?.article ?? null, report?.content[0]?.start ?? null];
}
