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
import { BEFORE_ALL, BEHIND_ALL, type Dates, datesName, unpackDates } from './dates.ts';
import { once } from './decoded.ts';
import { evaluate } from './evaluate.ts';
import { listEntities } from './list.ts';
import { periodOf, printPeriod } from './period.ts';
import { pieces, type Question } from './source.ts';

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
  const rows: number[] = [];
  for (let row = 0; row < dates.numbers.length; row++) if (isAsked(dates.numbers[row] ?? 0)) rows.push(row);
  const reach = reachOf(dates, rows);
  const changes = new Map<number, { certain: number; possible: number }>();
  const change = (period: number, certain: number, possible: number) => {
    const known = changes.get(period);
    if (known === undefined) changes.set(period, { certain, possible });
    else {
      known.certain += certain;
      known.possible += possible;
    }
  };

  for (let index = 0; index < rows.length; ) {
    const number = dates.numbers[rows[index] ?? 0];
    const spans: { from: number; to: number; isOpen: boolean }[] = [];
    for (; index < rows.length && dates.numbers[rows[index] ?? 0] === number; index++) {
      spans.push(spanOf(dates, rows[index] ?? 0, reach, granularity));
    }
    for (const { from, to, isCertain } of disjoint(spans)) {
      change(from, Number(isCertain), 1);
      change(to + 1, -Number(isCertain), -1);
    }
  }
  return accumulate(changes);
}

/** How far an open end reaches: from the first to the last day that any of these dates gives. */
function reachOf({ from, to }: Dates, rows: readonly number[]): { readonly from: number; readonly to: number } {
  let first = BEHIND_ALL;
  let last = BEFORE_ALL;
  for (const row of rows) {
    for (const day of [from[row] ?? BEFORE_ALL, to[row] ?? BEHIND_ALL]) {
      if (day === BEFORE_ALL || day === BEHIND_ALL) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return { from: first, to: last };
}

function spanOf(
  dates: Dates,
  row: number,
  reach: { readonly from: number; readonly to: number },
  granularity: Granularity,
) {
  const from = dates.from[row] ?? BEFORE_ALL;
  const to = dates.to[row] ?? BEHIND_ALL;
  return {
    from: periodOf(from === BEFORE_ALL ? reach.from : from, granularity),
    to: periodOf(to === BEHIND_ALL ? reach.to : to, granularity),
    isOpen: from === BEFORE_ALL || to === BEHIND_ALL,
  };
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

function accumulate(changes: ReadonlyMap<number, { certain: number; possible: number }>): Tally {
  const sorted = [...changes].sort(([a], [b]) => a - b);
  let certain = 0;
  let possible = 0;
  const counts = sorted.map(([period, change]) => {
    certain += change.certain;
    possible += change.possible;
    return { period, certain, possible };
  });
  return {
    periods: counts.map(({ period }) => period),
    certain: counts.map((count) => count.certain),
    possible: counts.map((count) => count.possible),
  };
}

/** How many things the corpus has of each type. */
type Counts = { readonly [T in DatedType]: number };

export interface TimelinePage extends Page<TimelineBucket> {
  readonly bucketCount: number;
}

/** The buckets that are not empty, by time; the key of one is the number of its period. */
export function* listBuckets(query: TimelineQuery, window: Window, counts: Counts): Question<TimelinePage> {
  const { granularity, mode } = query;
  const events = query.events === null ? NO_TALLY : yield* tallyType('Event', query.events, granularity, counts.Event);
  const statements =
    query.statements === null
      ? NO_TALLY
      : yield* tallyType('Statement', query.statements, granularity, counts.Statement);
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
  filters: readonly (T extends 'Event' ? EventFilter : StatementFilter)[],
  granularity: Granularity,
  count: number,
): Question<Tally> {
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
  const events =
    filters.events === null
      ? NO_PAGE
      : yield* listEntities('Event', { filters: filters.events, order, window: wide }, counts.Event);
  const statements =
    filters.statements === null
      ? NO_PAGE
      : yield* listEntities('Statement', { filters: filters.statements, order, window: wide }, counts.Statement);
  const items = [...events.items, ...statements.items].sort((a, b) => compareKeys(a.key, b.key, 'ASC'));
  const start = window.fromEnd ? Math.max(0, items.length - window.limit) : 0;
  const end = Math.min(items.length, start + window.limit);
  return {
    items: items.slice(start, end),
    hasBefore: start > 0 || events.hasBefore || statements.hasBefore,
    hasAfter: end < items.length || events.hasAfter || statements.hasAfter,
  };
}

const NO_PAGE: Page<never> = { items: [], hasBefore: false, hasAfter: false };
