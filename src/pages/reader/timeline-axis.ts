/** The axis of the timeline: periods side by side, long empty times between them folded, and things packed in rows. */

import { boundsOfDate } from '../../../data/fuzzy-date.ts';
import type { DateBounds } from '../../../data/model.ts';
import type { Granularity } from '../../../data/query.ts';
import { shortDayIn, shortMonthIn } from '../locale.ts';
import { dayFromNumber, dayNumber, MOST_UNFOLDED, periodWith } from './timeline-span.ts';

/** A column of the axis: days from `start` up to, not including, `end`. All columns are equally wide. */
export interface Slot {
  /** Null for a time in which nothing lies, folded into one column. */
  readonly period: string | null;
  readonly start: number;
  readonly end: number;
}

/** A longer axis folds a run of more than this many empty periods. */
const LONGEST_EMPTY = 2;

/** The most labels of an axis, by the narrowest screen that has it. */
export const MOST_LABELS = { telephone: 5, desk: 10 } as const;

/** The columns from the first to the last of these periods, which are in order. */
export function slotsOf(periods: readonly string[], granularity: Granularity): readonly Slot[] {
  const known = periods.flatMap((period) => slotOf(period) ?? []);
  const [first, last] = [known.at(0), known.at(-1)];
  if (!first || !last) return [];
  const days = { YEAR: 366, MONTH: 31, DAY: 1 }[granularity];
  const longest = (last.end - first.start) / days <= MOST_UNFOLDED ? MOST_UNFOLDED : LONGEST_EMPTY;
  return known.flatMap((slot, at) => {
    const previous = known[at - 1];
    return previous === undefined ? [slot] : [...between(previous.end, slot.start, granularity, longest), slot];
  });
}

/** The empty columns between two days. */
function between(start: number, end: number, granularity: Granularity, longest: number): readonly Slot[] {
  const slots: Slot[] = [];
  for (let day = start; day < end; day = slots.at(-1)?.end ?? end) {
    const slot = slots.length < longest ? slotOf(periodWith(dayFromNumber(day), granularity)) : null;
    if (slot === null) return [{ period: null, start, end }];
    slots.push(slot);
  }
  return slots;
}

function slotOf(period: string): Slot | null {
  const bounds = boundsOfDate(period);
  return bounds && { period, start: dayNumber(bounds.earliest), end: dayNumber(bounds.latest) + 1 };
}

/** Where something is on the axis, from 0 to 1. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** Whether it begins before the axis, and ends after it. */
  readonly isCut: readonly [boolean, boolean];
}

/** From the first to the last day that a date can mean: an open end is beyond the axis. */
export function markOf({ earliest, latest }: DateBounds, slots: readonly Slot[]): Mark {
  const start = earliest === null ? Number.NEGATIVE_INFINITY : dayNumber(earliest);
  const end = latest === null ? Number.POSITIVE_INFINITY : dayNumber(latest) + 1;
  return {
    from: positionOf(start, slots),
    to: positionOf(end, slots),
    isCut: [start < (slots.at(0)?.start ?? 0), end > (slots.at(-1)?.end ?? 0)],
  };
}

function positionOf(day: number, slots: readonly Slot[]): number {
  const at = slots.findIndex(({ end }) => day < end);
  const slot = slots[at];
  if (slot === undefined) return 1;
  return (at + Math.max(0, (day - slot.start) / (slot.end - slot.start))) / slots.length;
}

/** The columns to label: at most so many, and none too near to the one before. */
export function labelled(slots: readonly Slot[], most: number): readonly (Slot & { readonly at: number })[] {
  const step = Math.max(1, Math.ceil(slots.length / most));
  let next = 0;
  return slots.flatMap((slot, at) => {
    // The last would not have room for its label.
    if (at < next || slot.period === null || slots.length - at < step) return [];
    next = at + step;
    return [{ ...slot, at }];
  });
}

/** Writes the label of a column, where there is little room: "4 Mar", "Mar 2025", "2025". If there are many days, each is labelled with its month. */
export function openLabels(slots: readonly Slot[], language: string): (period: string) => string {
  const period = slots.find((slot) => slot.period !== null)?.period ?? '';
  if (period.length === 'YYYY'.length) return (year) => year;
  const isDay = period.length === 'YYYY-MM-DD'.length && slots.length <= MOST_UNFOLDED;
  return isDay ? (day) => shortDayIn(language, day) : (month) => shortMonthIn(language, month);
}

/** What a thing takes of a row, in any unit. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Puts each thing into the first row in which it overlaps nothing, from the left. */
export function packed<T extends Extent>(things: readonly T[], gap: number): readonly (T & { readonly row: number })[] {
  const ends: number[] = [];
  return things
    .toSorted((a, b) => a.from - b.from)
    .map((thing) => {
      const free = ends.findIndex((end) => end + gap <= thing.from);
      const row = free === -1 ? ends.length : free;
      ends[row] = thing.to;
      return { ...thing, row };
    });
}
