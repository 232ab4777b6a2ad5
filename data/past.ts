/** The past: what the corpus was on an earlier day, by the days on which the texts of its articles came and went. */
import { AFTER_ALL, dayNumber } from './fuzzy-date.ts';
import type { Article, StandingDays } from './model.ts';
import { dayOfRevision, revisionsOf } from './revision.ts';

export function isOn({ from, until }: StandingDays, day: number): boolean {
  return from <= day && day < until;
}

/**
 * The days on which the corpus had each text of an article, by the number of its revision: from the day on which it came
 * until the day on which another replaced it. None for an article without a date: nobody knows when the corpus had it.
 */
export function daysOfTexts(article: Article): ReadonlyMap<number, StandingDays> {
  const revisions = revisionsOf(article).toReversed();
  const starts = revisions.map((revision) => {
    const day = dayOfRevision(article, revision);
    return day === null ? AFTER_ALL : dayNumber(day);
  });
  return new Map(
    revisions.flatMap(({ number }, index) => {
      const [from = AFTER_ALL, until = AFTER_ALL] = starts.slice(index, index + 2);
      return from < until ? [[number, { from, until }] as const] : [];
    }),
  );
}
