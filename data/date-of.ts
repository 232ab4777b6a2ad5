/** The dates that a thing is found by, counted by and ordered by. */

import type { DateKind } from './condition.ts';
import { narrowestDate } from './fuzzy-date.ts';
import type { Article, Entities, Event, EventReport, FuzzyDate, Quote, Statement } from './model.ts';

/** The kinds of dates that each type is found by, each with the dates that a thing has of it. */
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
 * When it happened or was said: its plain date; where it has none, since it is only attributed, the one on which all
 * reports agree; else each that an affirming report gives. None where no report gives one.
 */
export function datesOf(entity: Event | Statement): readonly FuzzyDate[] {
  return entity.date === null ? assertedDates(entity) : [entity.date];
}

function publishedOf({ published }: Article | Statement): readonly FuzzyDate[] {
  return published === null ? [] : [published];
}

/** Where it stands on a timeline: of what nobody says when it was said, when it was published. */
export function timelineDatesOf(entity: Event | Statement): readonly FuzzyDate[] {
  const dates = datesOf(entity);
  return dates.length > 0 || entity.type === 'Event' ? dates : publishedOf(entity);
}

/** The one date by which it stands among others; null where it has none, or several that contradict each other. */
export function timelineDateOf(entity: Event | Statement): FuzzyDate | null {
  const [date, ...others] = timelineDatesOf(entity);
  return date === undefined || others.length > 0 ? null : date;
}

function assertedDates(entity: Event | Statement): readonly FuzzyDate[] {
  const dates = tellingsOf(entity).flatMap(({ date }) => date ?? []);
  const agreed = narrowestDate(dates);
  return agreed === null ? dates : [agreed];
}

/** What the articles say of it that does not deny that it was: of a statement everything, since a denial is said too. */
export function tellingsOf(entity: Event | Statement): readonly (EventReport | Quote)[] {
  return entity.type === 'Event' ? entity.reports.filter(({ polarity }) => polarity === 'AFFIRMED') : entity.quotes;
}
