/** Spans from one date to another: "June 27–30", "from Monday to Wednesday", "between 2010 and 2014", "27 to 30 June". */

import { monthOf } from './calendar.ts';
import { readDate } from './expression.ts';
import type { FigureOrder } from './figures.ts';
import { readBareMonth } from './month.ts';
import { dayAt, readMonthAndDay } from './month-and-day.ts';
import type { CalendarReading, Read } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';
import { yearAt } from './year.ts';

/** A date, or the two ends of a span. */
export interface Sides {
  readonly from: Read;
  readonly to: Read | null;
  readonly length: number;
}

/** The span or date that begins at a place; null if there is none. */
export function readDateOrSpan(words: readonly Word[], at: number, order: FigureOrder | null): Sides | null {
  const opener = lowerAt(words, at);
  if (opener === 'from' || opener === 'between') return readOpenedSpan(words, at, opener, order);
  const days = readDaysOfMonth(words, at, '');
  if (days !== null) return days;
  const date = readDate(words, at, order);
  const from = date ?? readBareMonth(words, at);
  const span = from === null ? null : readSpanAfter(words, at, from, '', order);
  return span ?? (date === null ? null : { from: date, to: null, length: date.length });
}

function readOpenedSpan(words: readonly Word[], at: number, opener: string, order: FigureOrder | null): Sides | null {
  const days = readDaysOfMonth(words, at + 1, opener);
  const from = days === null ? (readDate(words, at + 1, order) ?? readBareMonth(words, at + 1)) : null;
  const span = days ?? (from === null ? null : readSpanAfter(words, at + 1, from, opener, order));
  return span === null ? null : { ...span, length: span.length + 1 };
}

function isJoint(words: readonly Word[], at: number, opener: string): boolean {
  const word = lowerAt(words, at);
  if (word === 'and') return opener === 'between';
  return /^(?:to|through|until|till|thru|[-–—])$/.test(word) || (word === '/' && isBetweenDays(words, at));
}

/** "June 26/27", "26/27 June". */
function isBetweenDays(words: readonly Word[], at: number): boolean {
  return [at, at + 1].every((place) => words[place]?.joined === true) && textAt(words, at + 2) !== '/';
}

function hasYear({ reading }: Read): boolean {
  return reading.kind === 'calendar' && reading.year !== null;
}

/** The rest of a span after its first side. */
function readSpanAfter(
  words: readonly Word[],
  at: number,
  from: Read,
  opener: string,
  order: FigureOrder | null,
): Sides | null {
  // "December 30, 2015, to January 2, 2016", but not "since June, until May".
  const comma = hasYear(from) && textAt(words, at + from.length) === ',' ? 1 : 0;
  const joint = at + from.length + comma;
  if (!isJoint(words, joint, opener)) return null;
  // "Open Monday to Friday" is every week.
  if (from.reading.kind === 'weekday' && opener === '' && lowerAt(words, joint) !== 'through') return null;
  const next = joint + 1;
  const to = readDayAfter(words, next, from) ?? readDate(words, next, order) ?? readBareMonth(words, next);
  if (to === null || !areAlike(from, to)) return null;
  return { from: withYearOf(from, to), to, length: from.length + comma + 1 + to.length };
}

/** The "30" after "June 27" and the dash, with the year that may follow. */
export function readDayAfter(
  words: readonly Word[],
  at: number,
  { reading }: Read,
): (Read & { readonly reading: CalendarReading }) | null {
  const day = dayAt(words, at);
  if (day === null || reading.kind !== 'calendar' || reading.day === null) return null;
  if (readMonthAndDay(words, at) !== null) return null;
  const comma = textAt(words, at + 1) === ',' ? 1 : 0;
  const year = yearAt(words, at + 1 + comma);
  return { reading: { ...reading, day, year }, length: year === null ? 1 : 2 + comma, rule: 'month-and-day' };
}

/** "27–30 June", "from 14 to 16 June", "between the 1st and 3rd of May". */
function readDaysOfMonth(words: readonly Word[], at: number, opener: string): Sides | null {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const day = dayAt(words, at + article);
  if (day === null || !isJoint(words, at + article + 1, opener)) return null;
  const to = readMonthAndDay(words, at + article + 2);
  if (to?.reading.kind !== 'calendar' || to.reading.day === null || to.reading.day <= day) return null;
  if (monthOf(textAt(words, at + article + 2)) !== null) return null;
  return { from: { ...to, reading: { ...to.reading, day } }, to, length: article + 2 + to.length };
}

function areAlike(from: Read, to: Read): boolean {
  if (from.reading.kind === 'weekday' || to.reading.kind === 'weekday') return from.reading.kind === to.reading.kind;
  if (from.reading.kind === 'calendar' && to.reading.kind === 'calendar') return isSame(from.reading, to.reading);
  return from.reading.kind === 'complete' && to.reading.kind === 'complete' && from.rule === to.rule;
}

/** Whether both name a day, or a month, or only a year: "June to 2015" is not a span. */
function isSame(from: CalendarReading, to: CalendarReading): boolean {
  return (from.month === null) === (to.month === null) && (from.day === null || to.day !== null);
}

/** "January 23 to March 9, 2014", "Monday to Wednesday next week": the words at the end apply to both sides. */
function withYearOf(from: Read, to: Read): Read {
  if (from.reading.kind === 'weekday' && to.reading.kind === 'weekday' && from.reading.week === null) {
    return { ...from, reading: { ...from.reading, week: to.reading.week } };
  }
  if (from.reading.kind !== 'calendar' || to.reading.kind !== 'calendar') return from;
  if (from.reading.year !== null || to.reading.year === null) return from;
  const isYearBefore = (from.reading.month ?? 0) > (to.reading.month ?? 0);
  return { ...from, reading: { ...from.reading, year: isYearBefore ? to.reading.year - 1 : to.reading.year } };
}
