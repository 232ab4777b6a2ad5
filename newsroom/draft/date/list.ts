/** Lists of dates, which write a shared part once: "May 5, 6 and 7, 2024", "March and April 2023", "Monday and Tuesday next week". */
import type { FigureOrder } from './figures.ts';
import { readBareMonth } from './month.ts';
import { dayAt, readMonthAndDay } from './month-and-day.ts';
import type { CalendarReading, Read } from './reading.ts';
import { readDateOrSpan, readDayAfter, type Sides } from './span.ts';
import { lowerAt, textAt, type Word } from './word.ts';

/** A date of a list, or a date by itself. */
export interface Item extends Sides {
  /** The number of its first word. */
  readonly first: number;
  /** The dates of the list that give the year and the month, if these words do not. */
  readonly yearFrom: Lender | null;
  readonly monthFrom: Lender | null;
}

export interface Lender extends Sides {
  readonly first: number;
  readonly year: number | null;
}

/** A date of a list before it is known what the others give. */
interface Part extends Sides {
  readonly first: number;
  /** Whether it is only a day: the "6" of "May 5 and 6". */
  readonly isNumber: boolean;
}

/** A longer list is a table. */
const MOST_PARTS = 10;

/** The dates of the list that begins at a place, or the only date there; empty if there is none. */
export function readList(words: readonly Word[], at: number, order: FigureOrder | null): readonly Item[] {
  const { numbers, next } = readNumbers(words, at);
  const date = readDateOrSpan(words, next, order);
  if (date === null) return [];
  const days = numbers.map((number) => ({ ...number, from: onDay(date.from, number.day), to: null, isNumber: true }));
  const parts = readRest(words, [...days, { ...date, first: next, isNumber: false }], order);
  return parts.map((part, index) => completed(part, index, parts));
}

/** The "5, 6 and" of "5, 6 and 7 May": the days before the one that has the month. */
function readNumbers(words: readonly Word[], at: number) {
  const numbers: { readonly first: number; readonly length: number; readonly day: number }[] = [];
  let next = at;
  while (numbers.length < MOST_PARTS) {
    const article = lowerAt(words, next) === 'the' ? 1 : 0;
    const day = dayAt(words, next + article);
    if (day === null || day <= (numbers.at(-1)?.day ?? 0)) break;
    if (readMonthAndDay(words, next) !== null) {
      return isConjunction(words, next - 1) ? { numbers, next } : { numbers: [], next: at };
    }
    const length = article + 1;
    const link = lengthOfLink(words, next + length);
    if (link === 0) break;
    numbers.push({ first: next, length, day });
    next += length + link;
  }
  return { numbers: [], next: at };
}

function onDay(date: Read, day: number): Read {
  return date.reading.kind === 'calendar' ? { ...date, reading: { ...date.reading, day, year: null } } : date;
}

/** The dates up to the last one after an "and" or "or". */
function readRest(words: readonly Word[], start: readonly Part[], order: FigureOrder | null): readonly Part[] {
  const parts = [...start];
  let closed = parts.length;
  for (let last = parts.at(-1); last !== undefined && parts.length < MOST_PARTS; last = parts.at(-1)) {
    const end = last.first + last.length;
    const next = end + lengthOfLink(words, end);
    const part = next === end ? null : (readNumber(words, next, last) ?? readAlike(words, next, last, order));
    if (part === null) break;
    parts.push(part);
    if ([1, 2].some((back) => next - back >= end && isConjunction(words, next - back))) closed = parts.length;
  }
  return parts.slice(0, closed);
}

/** The "6" of "May 5 and 6", but not that of "May 5 and 6 people". */
function readNumber(words: readonly Word[], at: number, { from, to }: Part): Part | null {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const before = (to ?? from).reading;
  const number = readDayAfter(words, at + article, to ?? from);
  if (number === null || before.kind !== 'calendar' || before.year !== null) return null;
  const { day, year } = number.reading;
  const length = article + number.length;
  if (day === null || day <= (before.day ?? 0) || (year === null && isCounted(words, at + length))) return null;
  return { first: at, length, from: number, to: null, isNumber: true };
}

function isCounted(words: readonly Word[], at: number): boolean {
  const word = lowerAt(words, at);
  return words[at]?.joined === true ? /^[%:\p{L}\d]/u.test(word) : /^\p{L}/u.test(word) && !GOES_ON.test(word);
}

const GOES_ON = /^(?:and|or|in|at|on|for|to|when|where|after|before|but|as|with|by|last|this|next|of|was|were|will)$/;

/** The next date, if it is exact to the same unit. */
function readAlike(words: readonly Word[], at: number, before: Part, order: FigureOrder | null): Part | null {
  const date = readDateOrSpan(words, at, order) ?? bareMonth(words, at);
  if (date === null || unitOf(date.from) === null || unitOf(date.from) !== unitOf(before.from)) return null;
  return { ...date, first: at, isNumber: false };
}

/** The "April" of "March, April and May", but not that of "in March, and May said". */
function bareMonth(words: readonly Word[], at: number): Sides | null {
  const from = readBareMonth(words, at);
  const isName = /^\p{L}/u.test(textAt(words, at + 1)) && !isConjunction(words, at + 1);
  return from === null || isName ? null : { from, to: null, length: from.length };
}

function unitOf({ reading }: Read) {
  if (reading.kind === 'weekday') return 'weekday';
  if (reading.kind !== 'calendar' || reading.month === null) return null;
  return reading.day === null ? 'month' : 'day';
}

function lengthOfLink(words: readonly Word[], at: number): number {
  const comma = textAt(words, at) === ',' ? 1 : 0;
  const conjunction = isConjunction(words, at + comma) ? 1 : 0;
  const on = conjunction === 1 && /^(?:on|in)$/.test(lowerAt(words, at + comma + 1)) ? 1 : 0;
  return comma + conjunction + on;
}

function isConjunction(words: readonly Word[], at: number): boolean {
  return /^(?:and|or|&)$/.test(lowerAt(words, at));
}

/** The date with what the others give: the year stands at the end, the week too, a month at either end. */
function completed({ isNumber, ...part }: Part, index: number, parts: readonly Part[]): Item {
  const later = parts.slice(index + 1);
  const month = isNumber ? (parts.slice(0, index).findLast(isFull) ?? later.find(isFull)) : undefined;
  const { from, to } = part;
  if (from.reading.kind === 'weekday' && from.reading.week === null && from.reading.side === null) {
    const week = later.flatMap((one) => (one.from.reading.kind === 'weekday' ? (one.from.reading.week ?? []) : []))[0];
    return {
      ...part,
      from: { ...from, reading: { ...from.reading, week: week ?? null } },
      yearFrom: null,
      monthFrom: null,
    };
  }
  const year =
    calendarOf(to ?? from)?.year === null ? later.find((one) => calendarOf(one.from)?.year != null) : undefined;
  return {
    ...part,
    yearFrom: year === undefined ? null : { ...year, year: yearBefore(from, year.from) },
    monthFrom: month === undefined ? null : { ...month, year: null },
  };
}

function isFull({ isNumber }: Part): boolean {
  return !isNumber;
}

function calendarOf({ reading }: Read): CalendarReading | null {
  return reading.kind === 'calendar' ? reading : null;
}

/** The year of a date before another one: "December and January 2024" begins in 2023, "May 5 and March 6, 2024" does not. */
function yearBefore(from: Read, giver: Read): number | null {
  const [one, other] = [calendarOf(from), calendarOf(giver)];
  if (one === null || other === null || other.year === null) return null;
  return (one.month ?? 0) - (other.month ?? 0) > 6 ? other.year - 1 : other.year;
}
