/** The span of time that an address of the timeline asks for: `?from=2025-03&to=2025-06&granularity=MONTH`. */
import { displayDate } from '../../../data/date-display.ts';
import { boundsOfDate } from '../../../data/fuzzy-date.ts';
import type { DateBounds } from '../../../data/model.ts';
import { GRANULARITIES, type Granularity } from '../../../data/query.ts';
import { UNMETERED } from '../../../data/store.ts';
import { publicError } from '../../../schema/errors.ts';
import { cursorOfPeriod } from '../../../schema/timeline.ts';
import { givenText, wrongDate, wrongParameter } from './page-parameters.ts';
import type { Subject } from './timeline-subject.ts';

/** Its first and last day, both included; null is an open end. */
export interface TimeSpan extends DateBounds {
  readonly granularity: Granularity;
}

/** Everything that has a date. */
export const ALL_TIME = '0000/..';

const GRANULARITY_NAMES: readonly string[] = GRANULARITIES;

/** The span of an address. Throws the public error for what is no date or granularity, or ends before it begins. */
export function readSpan(parameters: URLSearchParams): TimeSpan {
  const earliest = readDay(parameters, 'from')?.earliest ?? null;
  const latest = readDay(parameters, 'to')?.latest ?? null;
  if (earliest !== null && latest !== null && earliest > latest) {
    throw publicError('BAD_REQUEST', 'Parameter "to" is before "from". Give the earlier date first.');
  }
  const granularity = parameters.get('granularity') || fitting({ earliest, latest });
  if (!isGranularity(granularity)) {
    throw wrongParameter('granularity', granularity, 'a granularity', `Give one of ${GRANULARITIES.join(', ')}.`);
  }
  return { earliest, latest, granularity };
}

function readDay(parameters: URLSearchParams, name: string) {
  const text = givenText(parameters, name);
  if (text === '') return null;
  const bounds = boundsOfDate(text);
  if (bounds !== null) return bounds;
  throw wrongDate(name, text);
}

function isGranularity(name: string): name is Granularity {
  return GRANULARITY_NAMES.includes(name);
}

/** An axis of at most this many columns shows every empty period: two months of days. */
export const MOST_UNFOLDED = 62;

/** Days for up to two months, months for up to six years, otherwise years. */
function fitting({ earliest, latest }: DateBounds): Granularity {
  if (earliest === null || latest === null) return 'MONTH';
  const days = dayNumber(latest) - dayNumber(earliest) + 1;
  return days <= MOST_UNFOLDED ? 'DAY' : days <= 6 * 366 ? 'MONTH' : 'YEAR';
}

/** The span as `DateRange` of the schema has it. */
export function rangeOf({ earliest, latest }: DateBounds): string {
  return isOpen({ earliest, latest }) ? ALL_TIME : `${earliest ?? '..'}/${latest ?? '..'}`;
}

/** The cursors of its first and last period, and of those around it; nothing where it is open. */
export function cursorsOf({ earliest, latest, granularity }: TimeSpan) {
  return {
    ...(earliest !== null && {
      after: cursorOfPeriod(earliest, granularity, -1),
      first: cursorOfPeriod(earliest, granularity, 0),
    }),
    ...(latest !== null && {
      before: cursorOfPeriod(latest, granularity, 1),
      last: cursorOfPeriod(latest, granularity, 0),
    }),
  };
}

/** Whether it begins and ends with whole periods. */
export function isOfWholePeriods({ earliest, latest, granularity }: TimeSpan): boolean {
  const [first, last] = [earliest, latest].map((day) => day && boundsOfDate(periodWith(day, granularity)));
  return (!first || first.earliest === earliest) && (!last || last.latest === latest);
}

/** The smallest month, year or all time that is longer than the span; null if it is all time. */
export function widened({ earliest, latest }: DateBounds): TimeSpan | null {
  if (isOpen({ earliest, latest })) return null;
  for (const [length, granularity] of [
    ['YYYY-MM'.length, 'DAY'],
    ['YYYY'.length, 'MONTH'],
  ] as const) {
    const bounds = earliest && boundsOfDate(earliest.slice(0, length));
    if (!bounds || latest === null || latest > bounds.latest) continue;
    if (bounds.earliest !== earliest || bounds.latest !== latest) return { ...bounds, granularity };
  }
  return { earliest: null, latest: null, granularity: 'MONTH' };
}

/** The period that contains a day: its first `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function periodWith(day: string, granularity: Granularity): string {
  return day.slice(0, PERIOD_LENGTHS[granularity]);
}

const PERIOD_LENGTHS = { YEAR: 4, MONTH: 7, DAY: 10 } as const;

/** A period as a span of its own, divided more finely; null if it is not a date. */
export function spanOf(period: string): TimeSpan | null {
  const bounds = boundsOfDate(period);
  return bounds && { ...bounds, granularity: period.length === PERIOD_LENGTHS.YEAR ? 'MONTH' : 'DAY' };
}

/** Whether it is all time. */
export function isOpen({ earliest, latest }: DateBounds): boolean {
  return earliest === null && latest === null;
}

/** The address of a span and what is asked about in it, its ends written as years or months if it is whole ones. */
export function addressOfSpan(span: TimeSpan, { place, involves }: Subject): string {
  const { from, to } = endsOf(span);
  const parameters = new URLSearchParams();
  if (place !== null) parameters.set('place', place);
  if (involves !== null) parameters.set('involves', involves);
  if (from !== null) parameters.set('from', from);
  if (to !== null) parameters.set('to', to);
  parameters.set('granularity', span.granularity);
  return `/timeline?${parameters}`;
}

/** Its first and last year, month or day: the longest of which it has whole ones. Null is an open end. */
export function endsOf({ earliest, latest }: DateBounds) {
  const unit = UNITS.find((granularity) => isOfWholePeriods({ earliest, latest, granularity })) ?? 'DAY';
  return { unit, from: earliest && periodWith(earliest, unit), to: latest && periodWith(latest, unit) };
}

const UNITS = ['YEAR', 'MONTH', 'DAY'] as const;

/**
 * The span of the same length right before or after it. If it is one year, month or day, the nearest one with something
 * in it instead, if `nearest` says which. Null where the calendar ends, or the span is open.
 */
export function neighbour(span: TimeSpan, direction: 1 | -1, nearest: string): TimeSpan | null {
  const { unit, from, to } = endsOf(span);
  if (from === null || to === null) return null;
  const found = from === to && nearest.length >= from.length ? boundsOfDate(periodWith(nearest, unit)) : null;
  if (found !== null) return { ...found, granularity: span.granularity };
  const steps = direction * (numberOf(to) - numberOf(from) + 1);
  const [start, end] = [from, to].map((period) => boundsOfDate(periodAt(numberOf(period) + steps, unit)));
  return start && end ? { earliest: start.earliest, latest: end.latest, granularity: span.granularity } : null;
}

/** Years, months or days as whole numbers that follow each other. */
function numberOf(period: string): number {
  const [year, month = 1] = period.split('-').map(Number);
  return period.length === 4 ? (year ?? 0) : period.length === 7 ? (year ?? 0) * 12 + month - 1 : dayNumber(period);
}

/** The opposite. What is no date is beyond what four digits can write. */
function periodAt(number: number, unit: Granularity): string {
  if (unit === 'DAY') return dayFromNumber(number);
  const year = String(unit === 'YEAR' ? number : Math.floor(number / 12)).padStart(4, '0');
  return unit === 'YEAR' ? year : `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}

const DAY_MILLISECONDS = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS;
}

/** The day that many days after 1970-01-01. */
export function dayFromNumber(number: number): string {
  return new Date(number * DAY_MILLISECONDS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** A span for the reader: "March 2025". */
export function inWordsOf(span: TimeSpan, language: string): string {
  const { from, to } = endsOf(span);
  return nameOf(from === to && from !== null ? from : `${from ?? '..'}/${to ?? '..'}`, language);
}

/** A date for the reader; as it is written, if the language has no words for it. */
export function nameOf(edtf: string, language: string): string {
  return displayDate({ edtf }, language, UNMETERED) ?? edtf;
}
