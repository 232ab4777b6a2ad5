/** The dates of all things of a type: packed when compiling, scanned when queried. */
import { ByteReader, ByteWriter, unzigzag, zigzag } from '../bytes.ts';
import type { DateKind } from '../condition.ts';
import { type Days, daysOf, daysOverlap, daysWithin } from '../fuzzy-date.ts';
import type { EntityType, FuzzyDate } from '../model.ts';

export function datesName(type: EntityType, dates: DateKind): string {
  return `dates/${type}/${dates}`;
}

/**
 * The dates of a type, one row for each date, in the order of the things' numbers. A thing whose reports contradict
 * each other has several rows; a thing without a date has none.
 */
export interface Dates {
  readonly numbers: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** `datesOf` gives the dates of a thing. */
export function packDates<T>(entities: readonly T[], datesOf: (entity: T) => readonly FuzzyDate[]): Uint8Array {
  const rows = entities.flatMap((entity, number) => datesOf(entity).map((date) => ({ number, ...daysOf(date) })));
  const writer = new ByteWriter().list(rows.map(({ number }) => number));
  // As distances from the row before and from the date's own start: most rows take two bytes.
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

/**
 * The numbers of the things that lie in these days: certainly, because each of their dates does, or possibly, because
 * one of their dates may.
 */
export function numbersIn({ numbers, from, to }: Dates, test: 'WITHIN' | 'OVERLAPS', days: Days): Uint32Array {
  const mustAll = test === 'WITHIN';
  const found = new Uint32Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; ) {
    const number = numbers[row] as number;
    let passes = mustAll;
    for (; row < numbers.length && numbers[row] === number; row++) {
      const first = from[row] as number;
      const last = to[row] as number;
      if (mustAll) passes &&= daysWithin(first, last, days);
      else passes ||= daysOverlap(first, last, days);
    }
    if (passes) found[count++] = number;
  }
  return found.subarray(0, count);
}
