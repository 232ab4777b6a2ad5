/**
 * Timelines: the number of things that certainly or possibly lie in each day, month or year.
 *
 * A date that is less precise than the period does not certainly lie in it: "June 2025" certainly lies in no day, and
 * possibly in each day of the month. An open end reaches as far as the dates of the things that the question finds.
 */

import { type Filters, toTimelineCondition } from '../filter.ts';
import type { Event, Statement } from '../model.ts';
import { cut, type Page, type SortKey, type Window } from '../page.ts';
import { printPeriod } from '../period.ts';
import {
  GRANULARITIES,
  type Granularity,
  type TimelineBucket,
  type TimelinePage,
  type TimelineQuery,
} from '../query.ts';
import { once, presentPiece, type Question, together } from '../source.ts';
import { type Dates, datesName, unpackDates } from './dates.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { listFound } from './list.ts';
import { mergePages } from './merge.ts';
import { NO_TALLY, packTally, type Tally, tally, unpackTally } from './tally.ts';

type DatedType = 'Event' | 'Statement';

function tallyName(type: DatedType, granularity: Granularity): string {
  return `timeline/${type}/${granularity}`;
}

/** The tallies that answer questions about the whole corpus. */
export function packTallies(type: DatedType, dates: Dates): (readonly [string, Uint8Array])[] {
  return GRANULARITIES.map((granularity) => [tallyName(type, granularity), packTally(tally(dates, null, granularity))]);
}

/** Microseconds for counting the dates of a thing. */
const COUNTED = 0.2;

const readTally = once(unpackTally);
const readDates = once(unpackDates);

/** The buckets by time; the key of a bucket is the number of its period. */
export function* listBuckets(query: TimelineQuery, window: Window, scope: Scope): Question<TimelinePage> {
  const { granularity } = query;
  const [events = NO_TALLY, statements = NO_TALLY] = yield* together([
    tallyType('Event', query.events, query, scope),
    tallyType('Statement', query.statements, query, scope),
  ]);
  const runs = joinTallies(events, statements, query);
  const bucketCount = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const { start, end, ...surroundings } = cutRuns(runs, bucketCount, window);
  return { items: bucketsBetween(runs, start, end, granularity), ...surroundings, bucketCount };
}

function* tallyType<T extends DatedType>(
  type: T,
  filters: readonly Filters[T][] | null,
  { dates, granularity }: TimelineQuery,
  scope: Scope,
): Question<Tally> {
  if (filters === null) return NO_TALLY;
  const found = yield* evaluate(type, toTimelineCondition(type, filters, dates), scope);
  const name = found === null ? tallyName(type, granularity) : datesName(type, 'TIMELINE');
  const piece = yield* presentPiece(name);
  if (found === null) return readTally(piece);
  scope.meter.spend(COUNTED * found.length);
  return tally(readDates(piece), found, granularity);
}

/** Periods `from` to `to` - 1, each with the same counts. */
interface Run extends Omit<TimelineBucket, 'period'> {
  readonly from: number;
  readonly to: number;
}

/** Joins both types: an open end of either reaches as far as the dates of both. */
function joinTallies(events: Tally, statements: Tally, { mode, includeEmpty }: TimelineQuery): Run[] {
  const reaches = [events.reach, statements.reach].filter((reach) => reach !== null);
  const first = Math.min(...reaches.map((reach) => reach.first));
  const last = Math.max(...reaches.map((reach) => reach.last));
  const changes = [...events.periods, ...statements.periods].filter((period) => period > first && period <= last);
  const starts = reaches.length === 0 ? [] : [...new Set([first, ...changes])].sort((a, b) => a - b);
  const [ofEvents, ofStatements] = [openCounts(events), openCounts(statements)];
  const runs: Run[] = [];
  for (const [index, from] of starts.entries()) {
    const [event, statement] = [ofEvents(from), ofStatements(from)];
    const certainCount = event.certain + statement.certain;
    const [eventCount, statementCount] =
      mode === 'CERTAIN' ? [event.certain, statement.certain] : [event.possible, statement.possible];
    if (eventCount + statementCount === 0 && !includeEmpty) continue;
    runs.push({ from, to: starts[index + 1] ?? last + 1, eventCount, statementCount, certainCount });
  }
  return runs.slice(runs.findIndex(isFilled), runs.findLastIndex(isFilled) + 1);
}

function isFilled({ eventCount, statementCount }: Run): boolean {
  return eventCount + statementCount > 0;
}

/** The counts at rising periods. */
function openCounts({ before, periods, certain, possible }: Tally) {
  let at = -1;
  return (period: number) => {
    while ((periods[at + 1] ?? Infinity) <= period) at++;
    return at < 0 ? { certain: 0, possible: before } : { certain: certain[at] ?? 0, possible: possible[at] ?? 0 };
  };
}

function cutRuns(runs: readonly Run[], bucketCount: number, window: Window) {
  const { after, before } = window;
  const from = after === undefined ? 0 : bucketsBelow(runs, Number(after[0]) + 1);
  const to = before === undefined ? bucketCount : bucketsBelow(runs, Number(before[0]));
  return cut(from, to, bucketCount, window);
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
  { events, statements, dates }: Pick<TimelineQuery, 'events' | 'statements' | 'dates'>,
  window: Window,
  scope: Scope,
): Question<Page<Event | Statement>> {
  const listType =
    <T extends DatedType>(type: T, filters: readonly Filters[T][]) =>
    (wide: Window): Question<Page<Event | Statement>> =>
      listFound(type, toTimelineCondition(type, filters, dates), { order: BY_DATE, window: wide }, scope);
  const lists = [
    ...(events === null ? [] : [listType('Event', events)]),
    ...(statements === null ? [] : [listType('Statement', statements)]),
  ];
  return yield* mergePages(lists, 'ASC', window);
}

const BY_DATE = { field: 'DATE', direction: 'ASC' } as const;
