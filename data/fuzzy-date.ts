/**
 * Vague dates by the days they may mean: order, `within`, `overlaps`, and the ranges in a reader's query.
 *
 * Certain and possible are defined here over two numbers, the first and the last day, so that a scan of the index uses
 * the same definition as a single date.
 */
import { DATE_PRECISIONS, type DateBounds, type DatePrecision, type FuzzyDate } from './model.ts';

/**
 * The sort key of a date: its first possible day, then its last. An open start comes before every day, an open end
 * after every day; an unknown date has two unknown keys. Days are text here: '' < '0000-01-01' and '9999-12-31' < '~'.
 */
export function dateKey(date: DateBounds | null): readonly [string | null, string | null] {
  return date === null ? [null, null] : [date.earliest ?? '', date.latest ?? '~'];
}

/** The first and last day that a date may mean, as numbers (20250627) that compare as the days do. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** An open start is before every day, an open end after every day. */
export const BEFORE_ALL = 0;
export const AFTER_ALL = 99_999_999;

export function daysOf({ earliest, latest }: DateBounds): Days {
  return {
    from: earliest === null ? BEFORE_ALL : dayNumber(earliest),
    to: latest === null ? AFTER_ALL : dayNumber(latest),
  };
}

/** Whether every day of one date comes after every day of the other. Without dates nothing is certain. */
export function isAfter(date: DateBounds | null, other: DateBounds | null): boolean {
  return date !== null && other !== null && daysOf(date).from > daysOf(other).to;
}

/** A day `YYYY-MM-DD` as a number that compares as the days do. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** Certainly: every day from `from` to `to` lies in the range. */
export function daysWithin(from: number, to: number, range: Days): boolean {
  return from >= range.from && to <= range.to;
}

/** Possibly: at least one day from `from` to `to` lies in the range. */
export function daysOverlap(from: number, to: number, range: Days): boolean {
  return to >= range.from && from <= range.to;
}

/** Certainly: every day that `date` may mean lies in `bounds`. */
export function within(date: DateBounds, bounds: DateBounds): boolean {
  const { from, to } = daysOf(date);
  return daysWithin(from, to, daysOf(bounds));
}

/** Possibly: at least one day that `date` may mean lies in `bounds`. */
export function overlaps(date: DateBounds, bounds: DateBounds): boolean {
  const { from, to } = daysOf(date);
  return daysOverlap(from, to, daysOf(bounds));
}

/** The date that lies within all the others. Of several, the most precise, then one without doubt, then the first. */
export function narrowestDate(dates: readonly FuzzyDate[]): FuzzyDate | null {
  const [only, ...others] = dates;
  if (others.length === 0) return only ?? null;
  const inner = dates.filter((date) => dates.every((other) => within(date, other)));
  return inner.reduce<FuzzyDate | null>(
    (best, date) => (best === null || exactness(date) > exactness(best) ? date : best),
    null,
  );
}

function exactness({ precision, approximate, uncertain }: FuzzyDate): number {
  return PRECISION_RANK.indexOf(precision) + (approximate || uncertain ? 0 : 0.5);
}

const PRECISION_RANK: readonly DatePrecision[] = ['INTERVAL', ...DATE_PRECISIONS.filter((name) => name !== 'INTERVAL')];

/** Why a text is not a range of days. */
export type DateRangeFault = 'NOT_A_DATE' | 'BACKWARDS';

/**
 * The days of an EDTF level 0 date or interval, both ends included: `2025`, `2025-06`, `2025-06-27`,
 * `2025-06-27/2025-06-30`, and `2025/..`, `../2025` with an open end; or what is wrong. `../..` bounds nothing and is
 * refused.
 */
export function parseDateRange(text: string): DateBounds | DateRangeFault {
  const [from, to, ...more] = text.split('/', 3);
  if (from === undefined || more.length > 0) return 'NOT_A_DATE';
  if (to === undefined) return boundsOfDate(from) ?? 'NOT_A_DATE';
  if (from === '..' && to === '..') return 'NOT_A_DATE';

  const start = from === '..' ? OPEN : boundsOfDate(from);
  const end = to === '..' ? OPEN : boundsOfDate(to);
  if (start === null || end === null) return 'NOT_A_DATE';
  const range = { earliest: start.earliest, latest: end.latest };
  const { from: first, to: last } = daysOf(range);
  return first > last ? 'BACKWARDS' : range;
}

/** The first and the last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null if the calendar has no such days. */
export function boundsOfDate(text: string): { earliest: string; latest: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };

  const lastDay = daysInMonth(Number(year), Number(month));
  if (day === undefined) return lastDay === 0 ? null : { earliest: `${text}-01`, latest: `${text}-${lastDay}` };
  return Number(day) >= 1 && Number(day) <= lastDay ? { earliest: text, latest: text } : null;
}

const OPEN: DateBounds = { earliest: null, latest: null };

/** The number of days; 0 if there is no such month. The Gregorian calendar extends back before 1582 (ISO 8601). */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}
