/** Counted dates: a number of units from the publication, or from an earlier date of the text. */
import type { DatePart } from '../../../data/compile/index.ts';
import {
  addDays,
  addMonths,
  lastDayOf,
  mondayBefore,
  weekdayOfDay,
  writeDay,
  writeMonth,
  writeYear,
} from './calendar.ts';
import type { Reading, Unit } from './reading.ts';
import {
  byPublication,
  countedFrom,
  dayOf,
  inferFrom,
  type Published,
  type Resolved,
  readPublished,
  type Surroundings,
  TO_DAY,
  TO_MONTH,
  YEAR_ONLY,
} from './surroundings.ts';
import type { Tense } from './tense.ts';

type Counted<Kind extends Reading['kind']> = Extract<Reading, { kind: Kind }>;

/** "last week", "three years ago", "tomorrow". */
export function resolveFromPublication(
  { unit, count }: Counted<'from-publication'>,
  { published, tense }: Surroundings,
): Resolved | null {
  if (published === null) return null;
  const edtf = unit === 'weekend' ? weekendFrom(published, count, tense) : unitFrom(published, unit, count);
  return edtf === null ? null : byPublication(edtf, PARTS[unit], countedFrom(published));
}

/** "the same day", "two years later". */
export function resolveFromDateBefore(
  { unit, count }: Counted<'from-date-before'>,
  { before, published, tense }: Surroundings,
): Resolved | null {
  const known = before(unit);
  const from = readPublished(known?.edtf ?? null);
  if (known === null || from === null) return null;
  const edtf = unit === 'week' ? unitFrom(from, 'day', 7 * count) : unitFrom(from, unit, count);
  if (edtf === null || isTooLate(edtf, published, tense)) return null;
  const basis = count === 0 ? `The words refer to “${known.words}”.` : `Counted from “${known.words}”.`;
  return { edtf, inferred: inferFrom(PARTS[unit], basis, known.range) };
}

/** Whether it is after the publication although the words are not about the future: it counts from another date. */
export function isTooLate(edtf: string, published: Published | null, tense: Tense | null): boolean {
  if (published === null || tense === 'future') return false;
  const { year, month, day } = published;
  const today = [writeYear(year), month, day].flatMap((part) => (part === null ? [] : String(part).padStart(2, '0')));
  const shared = Math.min(edtf.length, today.join('-').length);
  return edtf.slice(0, shared) > today.join('-').slice(0, shared);
}

/** "the past 30 days": an interval that ends, or begins, with the publication. */
export function resolveStretch({ unit, count }: Counted<'stretch'>, { published }: Surroundings): Resolved | null {
  const { counted, times } = STRETCHED.get(unit) ?? { counted: unit, times: 1 };
  if (published === null) return null;
  const here = unitFrom(published, counted, 0);
  const there = unitFrom(published, counted, count * times);
  if (here === null || there === null || count === 0) return null;
  return byPublication(count < 0 ? `${there}/${here}` : `${here}/${there}`, PARTS[counted], countedFrom(published));
}

/** The past week began seven days ago, the past decade ten years ago. */
const STRETCHED: ReadonlyMap<Unit, { readonly counted: Unit; readonly times: number }> = new Map([
  ['week', { counted: 'day', times: 7 }],
  ['decade', { counted: 'year', times: 10 }],
  ['century', { counted: 'year', times: 100 }],
]);

/** "the end of the year": its last day. */
export function resolveEndOf({ unit, count }: Counted<'end-of'>, { published }: Surroundings): Resolved | null {
  if (published === null) return null;
  const { year, month } = published;
  if (unit === 'year') {
    return byPublication(writeDay({ year: year + count, month: 12, day: 31 }), TO_DAY, countedFrom(published));
  }
  if (month === null) return null;
  return byPublication(writeDay(lastDayOf(addMonths({ year, month }, count))), TO_DAY, countedFrom(published));
}

const PARTS: Readonly<Record<Unit, readonly DatePart[]>> = {
  day: TO_DAY,
  week: TO_DAY,
  weekend: TO_DAY,
  month: TO_MONTH,
  quarter: TO_MONTH,
  year: YEAR_ONLY,
  decade: YEAR_ONLY,
  century: YEAR_ONLY,
};

/** The unit that is `count` units from that of `from`; null if `from` is not known that exactly. */
function unitFrom(from: Published, unit: Unit, count: number): string | null {
  const { year, month } = from;
  if (unit === 'year') return writeYear(year + count);
  if (unit === 'decade') return `${writeYear(year + 10 * count).slice(0, 3)}X`;
  if (unit === 'century') return `${writeYear(year + 100 * count).slice(0, 2)}XX`;
  if (month === null) return null;
  if (unit === 'month') return writeMonth(addMonths({ year, month }, count));
  if (unit === 'quarter') {
    const first = addMonths({ year, month: month - ((month - 1) % 3) }, 3 * count);
    return `${writeMonth(first)}/${writeMonth(addMonths(first, 2))}`;
  }
  const day = dayOf(from);
  if (day === null) return null;
  if (unit === 'day') return writeDay(addDays(day, count));
  const monday = addDays(mondayBefore(day), 7 * count);
  return `${writeDay(monday)}/${writeDay(addDays(monday, 6))}`;
}

/** "This weekend" is the past one until Wednesday and the coming one from Thursday on, unless the tense says otherwise. */
function weekendFrom(published: Published, count: number, tense: Tense | null): string | null {
  const today = dayOf(published);
  if (today === null) return null;
  const weekday = weekdayOfDay(today);
  const isOver = weekday < 6 && (tense === 'past' || (tense === null && weekday <= 3));
  const weeks = count === 0 && isOver ? -1 : count;
  const saturday = addDays(mondayBefore(today), 5 + 7 * weeks);
  return `${writeDay(saturday)}/${writeDay(addDays(saturday, 1))}`;
}
