/** The dates by which a thing is found, counted and ordered. */

import type { DateKind } from './condition.ts';
import { narrowestDate } from './fuzzy-date.ts';
import type { Article, Entities, Event, EventReport, FuzzyDate, Quote, Statement } from './model.ts';

/** The kinds of dates of each type, each with a function that gives a thing's dates of that kind. */
export const DATES = {
  Article: { PUBLISHED: publishedOf },
  Event: { DATE: datesOf, TIMELINE: datesOf },
  Statement: { DATE: datesOf, PUBLISHED: publishedOf, TIMELINE: timelineDatesOf },
} as const satisfies {
  readonly [T in 'Article' | 'Event' | 'Statement']: {
    readonly [K in DateKind]?: (entity: Entities[T]) => readonly FuzzyDate[];
  };
};

/**
 * When it happened or was said: its plain date; if it has none because it is only attributed, the date on which all
 * reports agree; otherwise every date that an affirming report gives. Empty if no report gives one.
 */
export function datesOf(entity: Event | Statement): readonly FuzzyDate[] {
  return entity.date === null ? assertedDates(entity) : [entity.date];
}

function publishedOf({ published }: Article | Statement): readonly FuzzyDate[] {
  return published === null ? [] : [published];
}

/** Its dates on a timeline: when it was published, if nobody says when it was said. */
export function timelineDatesOf(entity: Event | Statement): readonly FuzzyDate[] {
  const dates = datesOf(entity);
  return dates.length > 0 || entity.type === 'Event' ? dates : publishedOf(entity);
}

/** The one date that it is ordered by; null if it has none, or several that contradict each other. */
export function timelineDateOf(entity: Event | Statement): FuzzyDate | null {
  const [date, ...others] = timelineDatesOf(entity);
  return date === undefined || others.length > 0 ? null : date;
}

function assertedDates(entity: Event | Statement): readonly FuzzyDate[] {
  const dates = assertionsOf(entity).flatMap(({ date }) => date ?? []);
  const agreed = narrowestDate(dates);
  return agreed === null ? dates : [agreed];
}

/** The assertions that do not deny it. For a statement these are all its quotes, since a denial was said too. */
export function assertionsOf(entity: Event | Statement): readonly (EventReport | Quote)[] {
  return entity.type === 'Event' ? entity.reports.filter(({ polarity }) => polarity === 'AFFIRMED') : entity.quotes;
}
