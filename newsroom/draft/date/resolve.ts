/** From the reading of a date to the date: missing parts are taken from the publication or from another date. */
import { boundsOfDate } from '../../../data/compile/index.ts';
import { addDays, isDay, nameOfWeekday, weekdayOfDay, writeDay, writeMonth, writeYear } from './calendar.ts';
import { isTooLate, resolveEndOf, resolveFromDateBefore, resolveFromPublication, resolveStretch } from './count.ts';
import type { CalendarReading, HolidayReading, PartOfYearReading, Reading, WeekdayReading } from './reading.ts';
import { resolveSeason } from './season.ts';
import {
  byPublication,
  countedFrom,
  dayOf,
  type Inferred,
  inferFrom,
  nameOfPublished,
  type Resolved,
  readPublished,
  type Surroundings,
  TO_DAY,
  YEAR_ONLY,
} from './surroundings.ts';
import { findYear } from './year-of-day.ts';

/** The date; null if it cannot be determined. */
export function resolve(reading: Reading, around: Surroundings): Resolved | null {
  switch (reading.kind) {
    case 'calendar':
      return resolveCalendar(reading, around);
    case 'holiday':
      return resolveHoliday(reading, around);
    case 'complete':
      return { edtf: reading.edtf, inferred: [] };
    case 'weekday':
      return resolveWeekday(reading, around);
    case 'part-of-year':
      return resolvePartOfYear(reading, around);
    case 'season':
      return resolveSeason(reading, around);
    case 'from-publication':
      return resolveFromPublication(reading, around);
    case 'from-date-before':
      return resolveFromDateBefore(reading, around);
    case 'by-date-before':
      return resolveByDateBefore(reading, around);
    case 'stretch':
      return resolveStretch(reading, around);
    case 'end-of':
      return resolveEndOf(reading, around);
  }
}

/** Without its year it is this year's if it has begun or the words are about the future, otherwise last year's. */
function resolvePartOfYear(reading: PartOfYearReading, { published, tense }: Surroundings): Resolved | null {
  const { firstMonth, months, yearsFromPublication } = reading;
  if (published === null || (published.month === null && yearsFromPublication === null)) return null;
  const isThisYears = firstMonth <= (published.month ?? 12) || tense === 'future';
  const year = published.year + (yearsFromPublication ?? (isThisYears ? 0 : -1));
  const edtf = `${writeMonth({ year, month: firstMonth })}/${writeMonth({ year, month: firstMonth + months - 1 })}`;
  return byPublication(edtf, YEAR_ONLY, countedFrom(published));
}

/** "the following Tuesday", "that June": counted from an earlier date of the text; "the previous Tuesday" also from the publication. */
function resolveByDateBefore(
  { named, unit, isPast }: Extract<Reading, { kind: 'by-date-before' }>,
  around: Surroundings,
): Resolved | null {
  const known = around.before(unit);
  if (known === null) return isPast ? resolve(named, around) : null;
  const resolved = resolve(named, { ...around, published: readPublished(known.edtf), yearGiver: null, tense: null });
  if (resolved === null || isTooLate(resolved.edtf, around.published, around.tense)) return null;
  const parts = resolved.inferred.map(({ part }) => part);
  return { edtf: resolved.edtf, inferred: inferFrom(parts, `Counted from “${known.words}”.`, known.range) };
}

/** The interval of two dates; null if it does not begin before it ends. */
export function intervalOf(from: string, to: string): string | null {
  const [start, end] = [boundsOfDate(from), boundsOfDate(to)];
  return start !== null && end !== null && start.earliest < end.earliest ? `${from}/${to}` : null;
}

function resolveCalendar(reading: CalendarReading, around: Surroundings): Resolved | null {
  const { yearsFromPublication, month, day } = reading;
  if (yearsFromPublication === null) {
    const found = findYear({ ...reading, dayIn: () => ({ month, day }) }, around);
    return found === null ? null : complete(reading, found.year, found.inferred);
  }
  const { published } = around;
  if (published === null) return null;
  return complete(reading, published.year + yearsFromPublication, inferFrom(YEAR_ONLY, countedFrom(published), null));
}

function resolveHoliday(reading: HolidayReading, around: Surroundings): Resolved | null {
  const found = findYear(reading, around);
  return found === null ? null : { edtf: writeDay(reading.dayIn(found.year)), inferred: found.inferred };
}

function complete({ month, day }: CalendarReading, year: number, inferred: readonly Inferred[]): Resolved | null {
  if (month === null) return { edtf: writeYear(year), inferred };
  if (day === null) return { edtf: writeMonth({ year, month }), inferred };
  return isDay({ year, month, day }) ? { edtf: writeDay({ year, month, day }), inferred } : null;
}

/** The last such weekday up to the publication, unless the words are about the future. */
function resolveWeekday(
  { weekday, side, week, weeksFurther }: WeekdayReading,
  { published, tense }: Surroundings,
): Resolved | null {
  const today = published === null ? null : dayOf(published);
  if (published === null || today === null) return null;
  const [name, on] = [nameOfWeekday(weekday), nameOfPublished(published)];
  const back = (weekdayOfDay(today) - weekday + 7) % 7;
  const after = (days: number, basis: string) => byPublication(writeDay(addDays(today, days)), TO_DAY, basis);
  if (week !== null) return after(week * 7 + weekday - weekdayOfDay(today), countedFrom(published));
  if (weeksFurther !== 0) {
    return after(weeksFurther * 7 + (weeksFurther > 0 ? (7 - back) % 7 : -back), countedFrom(published));
  }
  if (back === 0 && side !== -1 && side !== 1) return after(0, `The article was published on a ${name}, ${on}.`);
  if (side === 1 || (side !== -1 && tense === 'future')) {
    return after(7 - back, `The first ${name} after the article was published, ${on}.`);
  }
  return after(-(back === 0 ? 7 : back), `The last ${name} before the article was published, ${on}.`);
}
