/** The year of a month, or of a day of a month, that is named without one. */
import { numberOfDay } from './calendar.ts';
import type { CalendarReading } from './reading.ts';
import { nameOfPublished, type Published } from './surroundings.ts';
import type { Tense } from './tense.ts';

/**
 * The year that makes it the last one up to the publication or the first one after it, as the words say (“last June”);
 * otherwise as the tense says; otherwise the nearer one.
 */
export function yearByPublication(reading: CalendarReading, published: Published, tense: Tense | null) {
  const on = nameOfPublished(published);
  if (reading.side === 0 || published.month === null) {
    return { year: published.year, basis: `The year in which the article was published, ${on}.` };
  }
  const distances = [-1, 0, 1].map((years) => {
    const year = published.year + years;
    return { year, days: daysFrom(published, reading, year) };
  });
  const past = distances.findLast(({ days }) => (reading.side === -1 ? days < 0 : days <= 0));
  const future = distances.find(({ days }) => (reading.side === 1 ? days > 0 : days >= 0));
  if (past === undefined || future === undefined || past.days === 0) {
    return { year: published.year, basis: `The year in which the article was published, ${on}.` };
  }
  return isPast(reading, past.days, future.days, tense)
    ? { year: past.year, basis: `The last one before the article was published, ${on}.` }
    : { year: future.year, basis: `The first one after the article was published, ${on}.` };
}

/** If one of the two is this near, it is taken against the tense, which is easily misread. */
const NEAR_DAYS = 31;

function isPast({ side, day }: CalendarReading, past: number, future: number, tense: Tense | null): boolean {
  if (side !== null) return side === -1;
  if (Math.min(-past, future) <= NEAR_DAYS && day !== null) return -past <= future;
  if (tense !== null) return tense === 'past';
  return -past <= future;
}

/** Days from the publication to the date; 0 within the same month if one of them has no day. */
function daysFrom(published: Published, { month, day }: CalendarReading, year: number): number {
  if (published.month === month && published.year === year && (day === null || published.day === null)) return 0;
  const from = numberOfDay({ year: published.year, month: published.month ?? 1, day: published.day ?? 15 });
  return numberOfDay({ year, month: month ?? 1, day: day ?? 15 }) - from;
}
