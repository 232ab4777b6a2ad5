/** The past: what the corpus was on an earlier day, by the days on which the texts of its articles came and went. */
import { AFTER_ALL, dayNumber, daysOf } from './fuzzy-date.ts';
import type { Article, Days } from './model.ts';
import { revisionsOf } from './revision.ts';

export function isOn({ from, until }: Days, day: number): boolean {
  return from <= day && day < until;
}

/**
 * The days on which the corpus had each text of an article, by the number of its revision: from the day on which it came
 * (of a vague date the last, when it certainly had come) until the day on which another replaced it. None for an article
 * without a date: nobody knows when the corpus had it.
 */
export function daysOfTexts(article: Article): ReadonlyMap<number, Days> {
  const revisions = revisionsOf(article).toReversed();
  const first = article.entered === null ? lastDay(article.published) : dayNumber(article.entered);
  const starts = revisions.map(({ date }, index) => (index === 0 ? first : Math.max(first, lastDay(date))));
  return new Map(
    revisions.flatMap(({ number }, index) => {
      const [from = AFTER_ALL, until = AFTER_ALL] = starts.slice(index, index + 2);
      return from < until ? [[number, { from, until }] as const] : [];
    }),
  );
}

function lastDay(date: Article['published']): number {
  return date === null ? AFTER_ALL : daysOf(date).to;
}
