/** From the reading of a date to the date: missing parts are taken from the publication or from another date. */
import { boundsOfDate } from '../../../data/compile/index.ts';
import {
  addDays,
  isDay,
  mondayBefore,
  nameOfWeekday,
  weekdayOfDay,
  writeDay,
  writeMonth,
  writeYear,
} from './calendar.ts';
import { resolveEndOf, resolveFromDateBefore, resolveFromPublication, resolveStretch } from './count.ts';
import type { CalendarReading, Reading } from './reading.ts';
import { resolveSeason } from './season.ts';
import {
  byPublication,
  countedFrom,
  dayOf,
  type Inferred,
  inferFrom,
  inferYear,
  nameOfPublished,
  type Resolved,
  type Surroundings,
  TO_DAY,
  YEAR_ONLY,
} from './surroundings.ts';
import { yearByPublication } from './year-of-day.ts';

/** The date; null if it cannot be determined. */
export function resolve(reading: Reading, around: Surroundings): Resolved | null {
  switch (reading.kind) {
    case 'calendar':
      return resolveCalendar(reading, around);
    case 'complete':
      return { edtf: reading.edtf, inferred: [] };
    case 'weekday':
      return resolveWeekday(reading, around);
    case 'quarter':
      return resolveQuarter(reading.number, around);
    case 'season':
      return resolveSeason(reading, around);
    case 'from-publication':
      return resolveFromPublication(reading, around);
    case 'from-date-before':
      return resolveFromDateBefore(reading, around);
    case 'stretch':
      return resolveStretch(reading, around);
    case 'end-of':
      return resolveEndOf(reading, around);
  }
}

/** A quarter without its year: this year's if it has begun or the words are about the future, otherwise last year's. */
function resolveQuarter(number: number, { published, tense }: Surroundings): Resolved | null {
  if (published === null || published.month === null) return null;
  const first = 3 * number - 2;
  const isThisYears = first <= published.month || tense === 'future';
  const year = published.year - (isThisYears ? 0 : 1);
  const edtf = `${writeMonth({ year, month: first })}/${writeMonth({ year, month: first + 2 })}`;
  return byPublication(edtf, YEAR_ONLY, countedFrom(published));
}

/** The interval of two dates; null if it does not begin before it ends. */
export function intervalOf(from: string, to: string): string | null {
  const [start, end] = [boundsOfDate(from), boundsOfDate(to)];
  return start !== null && end !== null && start.earliest < end.earliest ? `${from}/${to}` : null;
}

function resolveCalendar(reading: CalendarReading, { published, tense, yearGiver }: Surroundings): Resolved | null {
  if (reading.year !== null) return complete(reading, reading.year, []);
  if (reading.yearsFromPublication !== null) {
    if (published === null) return null;
    const year = published.year + reading.yearsFromPublication;
    return complete(reading, year, inferFrom(YEAR_ONLY, countedFrom(published), null));
  }
  if (yearGiver !== null && reading.side === null) {
    return complete(reading, Number(yearGiver.edtf.slice(0, 4)), inferYear(yearGiver));
  }
  if (published === null) return null;
  const { year, basis } = yearByPublication(reading, published, tense);
  return complete(reading, year, inferFrom(YEAR_ONLY, basis, null));
}

function complete({ month, day }: CalendarReading, year: number, inferred: readonly Inferred[]): Resolved | null {
  if (month === null) return { edtf: writeYear(year), inferred };
  if (day === null) return { edtf: writeMonth({ year, month }), inferred };
  return isDay({ year, month, day }) ? { edtf: writeDay({ year, month, day }), inferred } : null;
}

/** The last such weekday up to the publication, unless the words are about the future. */
function resolveWeekday(
  { weekday, side, week }: Extract<Reading, { kind: 'weekday' }>,
  { published, tense }: Surroundings,
): Resolved | null {
  const today = published === null ? null : dayOf(published);
  if (published === null || today === null) return null;
  if (week !== null) {
    const day = addDays(mondayBefore(today), week * 7 + weekday - 1);
    return byPublication(writeDay(day), TO_DAY, countedFrom(published));
  }
  const [name, on] = [nameOfWeekday(weekday), nameOfPublished(published)];
  const back = (weekdayOfDay(today) - weekday + 7) % 7;
  if (back === 0 && side !== -1 && side !== 1) {
    return byPublication(writeDay(today), TO_DAY, `The article was published on a ${name}, ${on}.`);
  }
  if (side === 1 || (side !== -1 && tense === 'future')) {
    const basis = `The first ${name} after the article was published, ${on}.`;
    return byPublication(writeDay(addDays(today, 7 - back)), TO_DAY, basis);
  }
  const basis = `The last ${name} before the article was published, ${on}.`;
  return byPublication(writeDay(addDays(today, -(back === 0 ? 7 : back))), TO_DAY, basis);
}
