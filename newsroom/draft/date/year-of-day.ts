/** The year of a day, a month or a holiday that is named without one. */
import { numberOfDay } from './calendar.ts';
import type { Side } from './reading.ts';
import {
  type Inferred,
  inferFrom,
  inferYear,
  nameOfPublished,
  type Published,
  type Surroundings,
  YEAR_ONLY,
} from './surroundings.ts';
import type { Tense } from './tense.ts';

/** A date that recurs every year. */
export interface Yearly {
  readonly year: number | null;
  /** "last June", "next June 27": −1, 1; "this June": 0. */
  readonly side: Side | null;
  /** Where it is in a year; the day is null if only the month is known. */
  readonly dayIn: (year: number) => { readonly month: number | null; readonly day: number | null };
}

/** The year in words, or that of another date, or one by the publication; null if there is none of these. */
export function findYear(
  yearly: Yearly,
  { published, tense, yearGiver }: Surroundings,
): { readonly year: number; readonly inferred: readonly Inferred[] } | null {
  if (yearly.year !== null) return { year: yearly.year, inferred: [] };
  if (yearGiver !== null && yearly.side === null) {
    return { year: Number(yearGiver.edtf.slice(0, 4)), inferred: inferYear(yearGiver) };
  }
  if (published === null) return null;
  const { year, basis } = yearByPublication(yearly, published, tense);
  return { year, inferred: inferFrom(YEAR_ONLY, basis, null) };
}

/**
 * The year that makes it the last one up to the publication or the first one after it, as the words say (“last June”);
 * otherwise as the tense says; otherwise the nearer one.
 */
function yearByPublication(yearly: Yearly, published: Published, tense: Tense | null) {
  const { side } = yearly;
  const on = nameOfPublished(published);
  if (side === 0 || published.month === null) {
    return { year: published.year, basis: `The year in which the article was published, ${on}.` };
  }
  const distances = [-1, 0, 1].map((years) => {
    const year = published.year + years;
    return { year, days: daysFrom(published, yearly, year) };
  });
  const past = distances.findLast(({ days }) => (side === -1 ? days < 0 : days <= 0));
  const future = distances.find(({ days }) => (side === 1 ? days > 0 : days >= 0));
  if (past === undefined || future === undefined || past.days === 0) {
    return { year: published.year, basis: `The year in which the article was published, ${on}.` };
  }
  return isPast(yearly, past, future.days, tense)
    ? { year: past.year, basis: `The last one before the article was published, ${on}.` }
    : { year: future.year, basis: `The first one after the article was published, ${on}.` };
}

/** If one of the two is this near, it is taken against the tense, which is easily misread. */
const NEAR_DAYS = 31;

function isPast(
  { side, dayIn }: Yearly,
  past: { readonly year: number; readonly days: number },
  future: number,
  tense: Tense | null,
): boolean {
  if (side !== null) return side === -1;
  if (Math.min(-past.days, future) <= NEAR_DAYS && dayIn(past.year).day !== null) return -past.days <= future;
  if (tense !== null) return tense === 'past';
  return -past.days <= future;
}

/** Days from the publication to the date; 0 within the same month if one of them has no day. */
function daysFrom(published: Published, { dayIn }: Yearly, year: number): number {
  const { month, day } = dayIn(year);
  if (published.month === month && published.year === year && (day === null || published.day === null)) return 0;
  const from = numberOfDay({ year: published.year, month: published.month ?? 1, day: published.day ?? 15 });
  return numberOfDay({ year, month: month ?? 1, day: day ?? 15 }) - from;
}
