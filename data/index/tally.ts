/**
 * Tallies: how many things lie in each period, kept as where the counts change, so that a date of a century costs no
 * more than one of a day.
 */
import type { Granularity } from '../query.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { BEFORE_ALL, BEHIND_ALL, type Dates, type Days } from './dates.ts';
import { periodOf } from './period.ts';

/** Counts that change at `periods[i]` to `certain[i]` and `possible[i]`, and stay so until the next. */
export interface Tally {
  readonly periods: readonly number[];
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}

export function packTally({ periods, certain, possible }: Tally): Uint8Array {
  const [first = 0] = periods;
  const writer = new ByteWriter()
    .varint(first < 0 ? -first : 0)
    .list(periods.map((period) => period - Math.min(0, first)));
  for (const counts of [certain, possible]) for (const count of counts) writer.varint(count);
  return writer.finish();
}

export function unpackTally(bytes: Uint8Array): Tally {
  const reader = new ByteReader(bytes);
  const below = reader.varint();
  const periods = [...reader.list()].map((period) => period - below);
  const read = () => periods.map(() => reader.varint());
  return { periods, certain: read(), possible: read() };
}

/** Counts the things that are asked for, all if null, over the periods that they lie in. */
export function tally(dates: Dates, isAsked: Uint8Array | null, granularity: Granularity): Tally {
  const { numbers, from, to } = dates;
  const changes = new Changes();
  let reach: Days | null = null;
  for (let row = 0; row < numbers.length; ) {
    const number = numbers[row] as number;
    let end = row + 1;
    while (numbers[end] === number) end++;
    if (isAsked === null || isAsked[number] === 1) {
      const [start, stop] = [from[row] as number, to[row] as number];
      // A day is the same day in every granularity: so are most dates, and nothing has to be compared.
      if (end - row === 1 && start === stop) changes.addCertain(periodOf(start, granularity));
      else {
        reach ??= reachOf(dates, isAsked);
        addThing(dates, row, end, reach, granularity, changes);
      }
    }
    row = end;
  }
  return changes.accumulate();
}

/** Adds a thing with the dates of these rows. */
function addThing(
  dates: Dates,
  start: number,
  end: number,
  reach: Days,
  granularity: Granularity,
  changes: Changes,
): void {
  const spans = Array.from({ length: end - start }, (_, index) => spanOf(dates, start + index, reach, granularity));
  for (const { from, to, isCertain } of disjoint(spans)) {
    if (isCertain) changes.addCertain(from);
    else changes.addPossible(from, to);
  }
}

/** Where counts go up and down: by period, so that a span of any length costs two entries. */
class Changes {
  readonly #certain = new Map<number, number>();
  readonly #possible = new Map<number, number>();
  // What lies in one period, as most does, comes in the order of time: it is gathered before it is entered.
  #period = 0;
  #count = 0;

  /** One thing that lies in this period for certain. */
  addCertain(period: number): void {
    if (period !== this.#period) this.#flush(period);
    this.#count++;
  }

  /** One thing that may lie in each period from `from` to `to`. */
  addPossible(from: number, to: number): void {
    change(this.#possible, from, 1);
    change(this.#possible, to + 1, -1);
  }

  accumulate(): Tally {
    this.#flush(0);
    const periods = [...new Set([...this.#certain.keys(), ...this.#possible.keys()])].sort((a, b) => a - b);
    let certain = 0;
    let possible = 0;
    const counts = periods.map((period) => {
      certain += this.#certain.get(period) ?? 0;
      possible += this.#possible.get(period) ?? 0;
      return { certain, possible };
    });
    return {
      periods,
      certain: counts.map((count) => count.certain),
      possible: counts.map((count) => count.certain + count.possible),
    };
  }

  #flush(next: number): void {
    if (this.#count > 0) {
      change(this.#certain, this.#period, this.#count);
      change(this.#certain, this.#period + 1, -this.#count);
    }
    this.#period = next;
    this.#count = 0;
  }
}

function change(changes: Map<number, number>, period: number, by: number): void {
  changes.set(period, (changes.get(period) ?? 0) + by);
}

/** How far an open end reaches: from the first to the last day that any of the dates asked for gives. */
function reachOf({ numbers, from, to }: Dates, isAsked: Uint8Array | null): Days {
  let first = BEHIND_ALL;
  let last = BEFORE_ALL;
  for (let row = 0; row < numbers.length; row++) {
    if (isAsked !== null && isAsked[numbers[row] as number] !== 1) continue;
    const [start, end] = [from[row] ?? BEFORE_ALL, to[row] ?? BEHIND_ALL];
    const closedStart = start === BEFORE_ALL ? end : start;
    const closedEnd = end === BEHIND_ALL ? start : end;
    if (closedStart < first) first = closedStart;
    if (closedEnd > last) last = closedEnd;
  }
  return { from: first, to: last };
}

function spanOf(dates: Dates, row: number, reach: Days, granularity: Granularity) {
  const start = dates.from[row] ?? BEFORE_ALL;
  const end = dates.to[row] ?? BEHIND_ALL;
  const from = periodOf(start === BEFORE_ALL ? reach.from : start, granularity);
  const to = start === end ? from : periodOf(end === BEHIND_ALL ? reach.to : end, granularity);
  return { from, to, isOpen: start === BEFORE_ALL || end === BEHIND_ALL };
}

/** The periods that a thing may lie in, each once. It is certain of one where all its dates lie in that one. */
function disjoint(spans: readonly { readonly from: number; readonly to: number; readonly isOpen: boolean }[]) {
  const [first] = spans;
  const isCertain =
    first !== undefined && spans.every(({ from, to, isOpen }) => from === first.from && to === first.from && !isOpen);
  const merged: { from: number; to: number; isCertain: boolean }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ from, to, isCertain });
  }
  return merged;
}
