/**
 * Timelines: how many things lie in each day, month or year, certainly or possibly.
 *
 * A date that says less than the period does not stand in it for certain: "June 2025" lies in no day. Possibly it lies
 * in each of them; an open end reaches as far as the things that the question finds have dates.
 */
import type { Event, Statement } from '../model.ts';
import type {
  EventFilter,
  Granularity,
  Page,
  SortKey,
  StatementFilter,
  TimelineBucket,
  TimelineQuery,
  Window,
} from '../query.ts';
import { GRANULARITIES } from '../query.ts';
import { compareKeys } from '../sort-key.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { toCondition } from './condition.ts';
import { BEFORE_ALL, BEHIND_ALL, type Dates, type Days, datesName, unpackDates } from './dates.ts';
import { once } from './decoded.ts';
import { evaluate } from './evaluate.ts';
import { listEntities } from './list.ts';
import { periodOf, printPeriod } from './period.ts';
import { pieces, type Question, together } from './source.ts';

type DatedType = 'Event' | 'Statement';

/** Counts that change at `periods[i]` to `certain[i]` and `possible[i]`, and stay so until the next. */
export interface Tally {
  readonly periods: readonly number[];
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}

function tallyName(type: DatedType, granularity: Granularity): string {
  return `timeline/${type}/${granularity}`;
}

/** What a question about the whole corpus is answered with. */
export function packTallies(type: DatedType, dates: Dates): (readonly [string, Uint8Array])[] {
  return GRANULARITIES.map((granularity) => [
    tallyName(type, granularity),
    packTally(tally(dates, () => true, granularity)),
  ]);
}

function packTally({ periods, certain, possible }: Tally): Uint8Array {
  const [first = 0] = periods;
  const writer = new ByteWriter()
    .varint(first < 0 ? -first : 0)
    .list(periods.map((period) => period - Math.min(0, first)));
  for (const counts of [certain, possible]) for (const count of counts) writer.varint(count);
  return writer.finish();
}

const readTally = once((bytes): Tally => {
  const reader = new ByteReader(bytes);
  const below = reader.varint();
  const periods = [...reader.list()].map((period) => period - below);
  const read = () => periods.map(() => reader.varint());
  return { periods, certain: read(), possible: read() };
});

const readDates = once(unpackDates);

/** Counts the things that `isAsked` over the periods that they lie in. */
export function tally(dates: Dates, isAsked: (number: number) => boolean, granularity: Granularity): Tally {
  const { numbers } = dates;
  const reach = reachOf(dates, isAsked);
  const changes = new Changes();
  for (let row = 0; row < numbers.length; ) {
    const number = numbers[row] ?? 0;
    let end = row + 1;
    while (numbers[end] === number) end++;
    if (isAsked(number)) addThing(dates, row, end, reach, granularity, changes);
    row = end;
  }
  return changes.accumulate();
}

/** Adds a thing with the dates of these rows: almost always one, in which nothing has to be compared or joined. */
function addThing(
  dates: Dates,
  start: number,
  end: number,
  reach: Days,
  granularity: Granularity,
  changes: Changes,
): void {
  if (end - start === 1) {
    const { from, to, isOpen } = spanOf(dates, start, reach, granularity);
    changes.add(from, to, from === to && !isOpen);
    return;
  }
  const spans = Array.from({ length: end - start }, (_, index) => spanOf(dates, start + index, reach, granularity));
  for (const { from, to, isCertain } of disjoint(spans)) changes.add(from, to, isCertain);
}

/** Where counts go up and down: by period, so that a span of any length costs two entries. */
class Changes {
  readonly #certain = new Map<number, number>();
  readonly #possible = new Map<number, number>();
  // What lies in one period, as most does, comes in the order of time: it is gathered before it is entered.
  #period = 0;
  #count = 0;

  /** One thing that may lie in each period from `from` to `to`. */
  add(from: number, to: number, isCertain: boolean): void {
    if (isCertain) {
      if (from !== this.#period) this.#flush(from);
      this.#count++;
      return;
    }
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
function reachOf({ numbers, from, to }: Dates, isAsked: (number: number) => boolean): Days {
  let first = BEHIND_ALL;
  let last = BEFORE_ALL;
  for (let row = 0; row < numbers.length; row++) {
    if (!isAsked(numbers[row] ?? 0)) continue;
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

/** How many things the corpus has of each type. */
type Counts = { readonly [T in DatedType]: number };

export interface TimelinePage extends Page<TimelineBucket> {
  readonly bucketCount: number;
}

/** The buckets that are not empty, by time; the key of one is the number of its period. */
export function* listBuckets(query: TimelineQuery, window: Window, counts: Counts): Question<TimelinePage> {
  const { granularity, mode } = query;
  const [events = NO_TALLY, statements = NO_TALLY] = yield* together([
    tallyType('Event', query.events, granularity, counts.Event),
    tallyType('Statement', query.statements, granularity, counts.Statement),
  ]);
  const runs = joinTallies(events, statements, mode);
  const bucketCount = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const { start, end } = cutRuns(runs, bucketCount, window);
  return {
    items: bucketsBetween(runs, start, end, granularity),
    hasBefore: start > 0,
    hasAfter: end < bucketCount,
    bucketCount,
  };
}

const NO_TALLY: Tally = { periods: [], certain: [], possible: [] };

function* tallyType<T extends DatedType>(
  type: T,
  filters: readonly (T extends 'Event' ? EventFilter : StatementFilter)[] | null,
  granularity: Granularity,
  count: number,
): Question<Tally> {
  if (filters === null) return NO_TALLY;
  const found = yield* evaluate(type, toCondition<DatedType>(type, filters), count);
  const name = found === null ? tallyName(type, granularity) : datesName(type);
  const [piece = null] = yield* pieces([name]);
  if (piece === null) return NO_TALLY;
  if (found === null) return readTally(piece);
  const isFound = new Uint8Array(count);
  for (const number of found) isFound[number] = 1;
  return tally(readDates(piece), (number) => isFound[number] === 1, granularity);
}

/** Periods `from` to `to` - 1, each with the same counts. */
interface Run extends Omit<TimelineBucket, 'period'> {
  readonly from: number;
  readonly to: number;
}

function joinTallies(events: Tally, statements: Tally, mode: TimelineQuery['mode']): Run[] {
  const starts = [...new Set([...events.periods, ...statements.periods])].sort((a, b) => a - b);
  const runs: Run[] = [];
  let atEvent = -1;
  let atStatement = -1;
  for (const [index, from] of starts.entries()) {
    while ((events.periods[atEvent + 1] ?? Infinity) <= from) atEvent++;
    while ((statements.periods[atStatement + 1] ?? Infinity) <= from) atStatement++;
    const certain = [events.certain[atEvent] ?? 0, statements.certain[atStatement] ?? 0] as const;
    const possible = [events.possible[atEvent] ?? 0, statements.possible[atStatement] ?? 0] as const;
    const [eventCount, statementCount] = mode === 'CERTAIN' ? certain : possible;
    const to = starts[index + 1];
    if (to === undefined || eventCount + statementCount === 0) continue;
    runs.push({ from, to, eventCount, statementCount, certainCount: certain[0] + certain[1] });
  }
  return runs;
}

function cutRuns(runs: readonly Run[], bucketCount: number, { after, before, limit, fromEnd }: Window) {
  const from = after === undefined ? 0 : bucketsBelow(runs, Number(after[0]) + 1);
  const to = before === undefined ? bucketCount : bucketsBelow(runs, Number(before[0]));
  const end = Math.max(from, to);
  const start = fromEnd ? Math.max(from, end - limit) : from;
  return { start, end: Math.min(end, start + limit) };
}

function bucketsBelow(runs: readonly Run[], period: number): number {
  return runs.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, period) - from), 0);
}

function bucketsBetween(runs: readonly Run[], start: number, end: number, granularity: Granularity) {
  const buckets: { item: TimelineBucket; key: SortKey }[] = [];
  let passed = 0;
  for (const { from, to, ...counts } of runs) {
    const first = Math.max(0, start - passed);
    const last = Math.min(to - from, end - passed);
    for (let at = first; at < last; at++) {
      buckets.push({ item: { period: printPeriod(from + at, granularity), ...counts }, key: [from + at] });
    }
    passed += to - from;
  }
  return buckets;
}

/** Events and statements in one order, by date. */
export function* listDated(
  filters: Pick<TimelineQuery, 'events' | 'statements'>,
  window: Window,
  counts: Counts,
): Question<Page<Event | Statement>> {
  const order = { field: 'DATE', direction: 'ASC' } as const;
  // One more of each than asked for, so that it is known whether the joined list goes on.
  const wide = { ...window, limit: window.limit + 1 };
  const lists: Question<Page<Event | Statement>>[] = [];
  if (filters.events !== null) {
    lists.push(listEntities('Event', { filters: filters.events, order, window: wide }, counts.Event));
  }
  if (filters.statements !== null) {
    lists.push(listEntities('Statement', { filters: filters.statements, order, window: wide }, counts.Statement));
  }
  const pages = yield* together(lists);
  const items = pages.flatMap((page) => page.items).sort((a, b) => compareKeys(a.key, b.key, 'ASC'));
  const start = window.fromEnd ? Math.max(0, items.length - window.limit) : 0;
  const end = Math.min(items.length, start + window.limit);
  return {
    items: items.slice(start, end),
    hasBefore: start > 0 || pages.some((page) => page.hasBefore),
    hasAfter: end < items.length || pages.some((page) => page.hasAfter),
  };
}
