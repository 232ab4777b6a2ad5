/** Where a thing stands in an order. One definition, so that cursors mean the same in every store. */

import { fold } from './fold.ts';
import { dateKey } from './fuzzy-date.ts';
import type { Entities, EntityType, Report, Slug, Statement } from './model.ts';
import type { Direction, OrderFields, SortKey } from './query.ts';

type KeyMakers = {
  readonly [T in EntityType]: {
    readonly [F in OrderFields[T]]: (entity: Entities[T], article: Slug | undefined) => SortKey;
  };
};

const NAMED = {
  NAME: (entity: { readonly name: string; readonly slug: Slug }) => [fold(entity.name), entity.slug],
  MENTIONS: (entity: { readonly mentionCount: number; readonly slug: Slug }) => [entity.mentionCount, entity.slug],
};

const KEY_MAKERS: KeyMakers = {
  Article: {
    PUBLISHED: (article) => [...dateKey(article.published), article.slug],
    HEADLINE: (article) => [fold(article.headline), article.slug],
  },
  Event: {
    // Things of one date, or of none, stand in the order in which the texts tell them.
    DATE: (event) => [...dateKey(event.date), ...placeOf(event.reports[0]), event.slug],
    NAME: (event) => [fold(event.name), event.slug],
    REPORTS: (event) => [event.reports.length, event.slug],
  },
  Statement: {
    DATE: (statement) => [...dateKey(statement.date), ...placeOf(statement.reports[0]), statement.slug],
    POSITION: (statement, article) => [...placeOf(reportIn(statement, article)), statement.slug],
    REPORTS: (statement) => [statement.reports.length, statement.slug],
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

/** The report of that article; without one, or where the article has none, that of the article that introduces it. */
function reportIn({ reports }: Statement, article: Slug | undefined): Report | undefined {
  return reports.find((report) => report.article === article) ?? reports[0];
}

function placeOf(report: Report | undefined): SortKey {
  return [report?.article ?? null, report?.evidence[0]?.start ?? null];
}
