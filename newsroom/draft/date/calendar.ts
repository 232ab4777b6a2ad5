/** The calendar: names of months and days, and counting with them. */

/** A day of the proleptic Gregorian calendar, in the years 1 to 9998, so that later days stay within EDTF's years. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];
const SHORT_MONTHS: ReadonlyMap<string, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, at) => [
    name,
    at + 1,
  ]),
);
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** 1 to 12 for "June"; null for anything else, even "june". */
export function monthOf(text: string): number | null {
  return isName(text) ? numberOf(MONTHS.indexOf(text.toLowerCase()) + 1) : null;
}

/** 1 to 12 for "Jun" or "Sept"; null for anything else. */
export function shortMonthOf(text: string): number | null {
  if (!isName(text)) return null;
  return text === 'Sept' || text === 'SEPT' ? 9 : (SHORT_MONTHS.get(text.toLowerCase()) ?? null);
}

/** 1 to 7, Monday first, for "Tuesday"; null for anything else, even "Tuesdays". */
export function weekdayOf(text: string): number | null {
  return isName(text) ? numberOf(WEEKDAYS.indexOf(text.toLowerCase()) + 1) : null;
}

function isName(text: string): boolean {
  return /^[A-Z](?:[a-z]+|[A-Z]+)$/.test(text);
}

function numberOf(found: number): number | null {
  return found === 0 ? null : found;
}

export function nameOfMonth(month: number): string {
  return capitalised(MONTHS[month - 1] ?? '');
}

export function nameOfWeekday(weekday: number): string {
  return capitalised(WEEKDAYS[weekday - 1] ?? '');
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether the day exists. */
export function isDay({ year, month, day }: Day): boolean {
  const back = dayOfNumber(numberOfDay({ year, month, day }));
  return year >= 1 && year <= 9998 && back.month === month && back.day === day;
}

/** Days since 1970-01-01. */
export function numberOfDay({ year, month, day }: Day): number {
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 as years of the 20th century.
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MILLISECONDS);
}

function dayOfNumber(number: number): Day {
  const date = new Date(number * DAY_MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const DAY_MILLISECONDS = 86_400_000;

export function addDays(day: Day, count: number): Day {
  return dayOfNumber(numberOfDay(day) + count);
}

/** The month that is `count` months later, or earlier if `count` is negative. */
export function addMonths({ year, month }: { year: number; month: number }, count: number) {
  const months = year * 12 + month - 1 + count;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** 1 to 7, Monday first. */
export function weekdayOfDay(day: Day): number {
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1;
}

export function mondayBefore(day: Day): Day {
  return addDays(day, 1 - weekdayOfDay(day));
}

export function lastDayOf({ year, month }: { year: number; month: number }): Day {
  return addDays({ ...addMonths({ year, month }, 1), day: 1 }, -1);
}

export function writeYear(year: number): string {
  return String(year).padStart(4, '0');
}

export function writeMonth({ year, month }: { year: number; month: number }): string {
  return `${writeYear(year)}-${String(month).padStart(2, '0')}`;
}

export function writeDay(day: Day): string {
  return `${writeMonth(day)}-${String(day.day).padStart(2, '0')}`;
}
