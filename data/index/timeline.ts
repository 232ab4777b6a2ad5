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
import { toCondition } from './condition.ts';
import { type Dates, datesName, unpackDates } from './dates.ts';
import { once } from './decoded.ts';
import { evaluate } from './evaluate.ts';
import { listEntities } from './list.ts';
import { printPeriod } from './period.ts';
import { pieces, type Question, together } from './source.ts';
import { packTally, type Tally, tally, unpackTally } from './tally.ts';

type DatedType = 'Event' | 'Statement';

function tallyName(type: DatedType, granularity: Granularity): string {
  return `timeline/${type}/${granularity}`;
}

/** What a question about the whole corpus is answered with. */
export function packTallies(type: DatedType, dates: Dates): (readonly [string, Uint8Array])[] {
  return GRANULARITIES.map((granularity) => [tallyName(type, granularity), packTally(tally(dates, null, granularity))]);
}

const readTally = once(unpackTally);
const readDates = once(unpackDates);

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
  return tally(readDates(piece), isFound, granularity);
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
