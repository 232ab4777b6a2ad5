/**
 * Tallies: the number of things in each period, stored as the places where the counts change, so that a date of a
 * century costs no more than one of a day. An open end is no change: its thing may lie in every period on that side.
 */

import { ByteReader, ByteWriter, unzigzag, zigzag } from '../bytes.ts';
import { AFTER_ALL, BEFORE_ALL } from '../fuzzy-date.ts';
import { periodOf } from '../period.ts';
import type { Granularity } from '../query.ts';
import type { Dates } from './dates.ts';
import { countBelow } from './numbers.ts';

/** Counts that change at `periods[i]` to `certain[i]` and `possible[i]`, and stay the same until the next. */
export interface Tally {
  /** The number of things that may lie before the first change: those with an open start. */
  readonly before: number;
  readonly periods: readonly number[];
  readonly certain: readonly number[];
  readonly possible: readonly number[];
  /** The first and the last period that any date names; null if there is none. Only open ends reach beyond them. */
  readonly reach: Reach | null;
}

export interface Reach {
  readonly first: number;
  readonly last: number;
}

export const NO_TALLY: Tally = { before: 0, periods: [], certain: [], possible: [], reach: null };

export function packTally({ before, periods, certain, possible, reach }: Tally): Uint8Array {
  const writer = new ByteWriter().varint(before).varint(reach === null ? 0 : 1);
  if (reach !== null) writer.varint(zigzag(reach.first)).varint(reach.last - reach.first);
  const [first = 0] = periods;
  writer.varint(zigzag(first)).list(periods.map((period) => period - first));
  for (const counts of [certain, possible]) for (const count of counts) writer.varint(count);
  return writer.finish();
}

export function unpackTally(bytes: Uint8Array): Tally {
  const reader = new ByteReader(bytes);
  const before = reader.varint();
  let reach: Reach | null = null;
  if (reader.varint() === 1) {
    const first = unzigzag(reader.varint());
    reach = { first, last: first + reader.varint() };
  }
  const from = unzigzag(reader.varint());
  const periods = [...reader.list()].map((period) => from + period);
  const read = () => periods.map(() => reader.varint());
  return { before, periods, certain: read(), possible: read(), reach };
}

/** Counts the things with these numbers, all if null, over the periods that they lie in. */
export function tally(dates: Dates, found: Uint32Array | null, granularity: Granularity): Tally {
  const { numbers } = dates;
  const changes = new Changes();
  if (found === null) {
    for (let row = 0; row < numbers.length; ) row = addThing(dates, row, granularity, changes);
    return changes.accumulate();
  }
  for (const number of found) {
    // Things are numbered by date and most have one date, so the row of a thing is usually its number.
    const row = numbers[number] === number && numbers[number - 1] !== number ? number : countBelow(numbers, number);
    if (numbers[row] === number) addThing(dates, row, granularity, changes);
  }
  return changes.accumulate();
}

/** Adds the thing whose dates begin in this row, and returns the row after its last. */
function addThing({ numbers, from, to }: Dates, row: number, granularity: Granularity, changes: Changes): number {
  const number = numbers[row];
  let end = row + 1;
  while (numbers[end] === number) end++;
  const [start, stop] = [from[row] as number, to[row] as number];
  // Most dates are one day, which is one period in every granularity and needs no comparing.
  if (end - row === 1 && start === stop) changes.addCertain(periodOf(start, granularity));
  else addSpans({ numbers, from, to }, row, end, granularity, changes);
  return end;
}

/** Adds a thing with the dates of these rows. */
function addSpans(dates: Dates, start: number, end: number, granularity: Granularity, changes: Changes): void {
  const spans = Array.from({ length: end - start }, (_, index) => spanOf(dates, start + index, granularity));
  const [first] = spans;
  const isCertain = first !== undefined && spans.every(({ from, to }) => from === first.from && to === first.from);
  if (isCertain) changes.addCertain(first.from);
  else for (const { from, to } of disjoint(spans)) changes.addPossible(from, to);
}

/** From one period to another; an open end is infinite. */
interface PeriodSpan {
  from: number;
  to: number;
}

function spanOf(dates: Dates, row: number, granularity: Granularity): PeriodSpan {
  const start = dates.from[row] ?? BEFORE_ALL;
  const end = dates.to[row] ?? AFTER_ALL;
  return {
    from: start === BEFORE_ALL ? -Infinity : periodOf(start, granularity),
    to: end === AFTER_ALL ? Infinity : periodOf(end, granularity),
  };
}

/** The periods that several spans cover, each once. */
function disjoint(spans: readonly PeriodSpan[]): PeriodSpan[] {
  const merged: PeriodSpan[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The changes of counts by period, so that a span of any length costs two entries. */
class Changes {
  readonly #certain = new Map<number, number>();
  readonly #possible = new Map<number, number>();
  #before = 0;
  #first = Infinity;
  #last = -Infinity;
  // Most things lie in one period and come in the order of time: they are counted together before they are entered.
  #period = 0;
  #count = 0;

  /** One thing that certainly lies in this period. */
  addCertain(period: number): void {
    if (period !== this.#period) this.#flush(period);
    this.#count++;
  }

  /** One thing that may lie in each period from `from` to `to`. */
  addPossible(from: number, to: number): void {
    if (from === -Infinity) this.#before++;
    else this.#change(this.#possible, from, 1);
    if (to !== Infinity) {
      this.#change(this.#possible, to + 1, -1);
      this.#note(to);
    }
    if (from !== -Infinity) this.#note(from);
  }

  accumulate(): Tally {
    this.#flush(0);
    const periods = [...new Set([...this.#certain.keys(), ...this.#possible.keys()])].sort((a, b) => a - b);
    let certain = 0;
    let possible = this.#before;
    const counts = periods.map((period) => {
      certain += this.#certain.get(period) ?? 0;
      possible += this.#possible.get(period) ?? 0;
      return { certain, possible: certain + possible };
    });
    return {
      before: this.#before,
      periods,
      certain: counts.map((count) => count.certain),
      possible: counts.map((count) => count.possible),
      reach: this.#first <= this.#last ? { first: this.#first, last: this.#last } : null,
    };
  }

  #flush(next: number): void {
    if (this.#count > 0) {
      this.#change(this.#certain, this.#period, this.#count);
      this.#change(this.#certain, this.#period + 1, -this.#count);
      this.#note(this.#period);
    }
    this.#period = next;
    this.#count = 0;
  }

  #change(changes: Map<number, number>, period: number, by: number): void {
    changes.set(period, (changes.get(period) ?? 0) + by);
  }

  #note(period: number): void {
    if (period < this.#first) this.#first = period;
    if (period > this.#last) this.#last = period;
  }
}
