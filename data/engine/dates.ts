/**
 * Dates of all things of a type: packed when compiling, scanned when asked. Days are numbers (20250627), so that they
 * compare as they are; an open end is before or behind every day.
 */

import { ByteReader, ByteWriter } from '../bytes.ts';
import { dateKey } from '../fuzzy-date.ts';
import type { Article, DateBounds, Entity, Event, FuzzyDate, Report, Statement } from '../model.ts';

export function datesName(type: string): string {
  return `dates/${type}`;
}

/** First and last day that a date can stand for. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export const BEFORE_ALL = 0;
export const BEHIND_ALL = 99_999_999;

/**
 * The dates by which a thing is found: the one that all its reports agree on, or each that an affirming report gives;
 * none for what has no date at all.
 */
export function datesOf(entity: Entity): readonly FuzzyDate[] {
  switch (entity.type) {
    case 'Article':
      return listed((entity satisfies Article).published);
    case 'Event':
    case 'Statement':
      return entity.date === null ? reportedDates(entity) : [entity.date];
    default:
      return [];
  }
}

function reportedDates({ reports }: Event | Statement): FuzzyDate[] {
  return reports.flatMap((report: Report) => (report.polarity === 'DENIED' ? [] : listed(report.date)));
}

function listed<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

/** The month in which all these dates certainly lie, `2025-06`; null where there is none. */
export function monthOf(dates: readonly FuzzyDate[]): string | null {
  const days = dates.map(daysOf);
  const months = new Set(days.flatMap(({ from, to }) => [Math.floor(from / 100), Math.floor(to / 100)]));
  const [month] = months;
  if (month === undefined || months.size > 1 || days.some(isOpen)) return null;
  return `${String(Math.floor(month / 100)).padStart(4, '0')}-${String(month % 100).padStart(2, '0')}`;
}

export function isOpen({ from, to }: Days): boolean {
  return from === BEFORE_ALL || to === BEHIND_ALL;
}

export function daysOf(date: DateBounds): Days {
  const [from, to] = dateKey(date);
  return { from: from === '' ? BEFORE_ALL : dayNumber(from), to: to === '~' ? BEHIND_ALL : dayNumber(to) };
}

function dayNumber(day: string | null): number {
  return Number(day?.replaceAll('-', '') ?? BEFORE_ALL);
}

/**
 * The dates of a type, one row a date in the order of the things' numbers; a thing whose reports contradict each other
 * has several rows, one without a date has none.
 */
export interface Dates {
  readonly numbers: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export function packDates(entities: readonly Entity[]): Uint8Array {
  const rows = entities.flatMap((entity, number) => datesOf(entity).map((date) => ({ number, ...daysOf(date) })));
  const writer = new ByteWriter().list(rows.map(({ number }) => number));
  // By their distance from the row before, and from their own beginning: most take two bytes.
  let last = 0;
  for (const { from, to } of rows) {
    writer.varint(zigzag(from - last)).varint(to - from);
    last = from;
  }
  return writer.finish();
}

export function unpackDates(bytes: Uint8Array): Dates {
  const reader = new ByteReader(bytes);
  const numbers = reader.list();
  const from = new Uint32Array(numbers.length);
  const to = new Uint32Array(numbers.length);
  let last = 0;
  for (let row = 0; row < numbers.length; row++) {
    last += unzigzag(reader.varint());
    from[row] = last;
    to[row] = last + reader.varint();
  }
  return { numbers, from, to };
}

/** Whole numbers of either sign as such without one: small ones stay small. */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

/** The numbers of the things that certainly lie in these days: each of their dates does. */
export function numbersWithin({ numbers, from, to }: Dates, days: Days): Uint32Array {
  const found = new Uint32Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; ) {
    const number = numbers[row] as number;
    let passes = true;
    for (; row < numbers.length && numbers[row] === number; row++) {
      if ((from[row] as number) < days.from || (to[row] as number) > days.to) passes = false;
    }
    if (passes) found[count++] = number;
  }
  return found.subarray(0, count);
}

/** The numbers of the things that possibly lie in these days: one of their dates may. */
export function numbersOverlapping({ numbers, from, to }: Dates, days: Days): Uint32Array {
  const found = new Uint32Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; ) {
    const number = numbers[row] as number;
    let passes = false;
    for (; row < numbers.length && numbers[row] === number; row++) {
      if ((to[row] as number) >= days.from && (from[row] as number) <= days.to) passes = true;
    }
    if (passes) found[count++] = number;
  }
  return found.subarray(0, count);
}
