/** Weekdays: "Tuesday", "last Tuesday", "Tuesday last week", and names that only look like one: "Sunday Times", "Black Friday". */
import { weekdayOf } from './calendar.ts';
import { readCount } from './number.ts';
import { type Read, SIDES, type Side } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';

/** The weekday that begins at a place, with its week if that is given; null if there is none. */
export function readWeekday(words: readonly Word[], at: number): Read | null {
  const lead = readLead(words, at);
  const weekday = weekdayOf(textAt(words, at + lead.length));
  if (weekday === null || (lead.length === 0 && isOfMany(words, at)) || isName(words, at + lead.length)) return null;
  const week = readWeek(words, at + lead.length + 1);
  const reading = { kind: 'weekday', weekday, ...NO_WEEK, ...lead.gives, ...week?.gives } as const;
  const rule = reading.side === null ? 'weekday' : 'sided-weekday';
  return { reading, length: lead.length + 1 + (week?.length ?? 0), rule };
}

const NO_WEEK = { side: null, week: null, weeksFurther: 0 } as const;

interface Lead {
  readonly length: number;
  readonly gives: { readonly side?: Side | null; readonly week?: Side; readonly weeksFurther?: number };
}

/** "last", "this coming", "the previous", "last week", "next week on", "a week on", "two weeks ago on"; of length 0 if there is none. */
function readLead(words: readonly Word[], at: number): Lead {
  const side = SIDES.get(lowerAt(words, at));
  const second = lowerAt(words, at + 1);
  if (side !== undefined && second === 'week') {
    return { length: 2 + (lowerAt(words, at + 2) === 'on' ? 1 : 0), gives: { week: side } };
  }
  // "this coming Tuesday" is the coming one.
  if (side === 0 && SIDES.has(second)) return { length: 2, gives: { side: SIDES.get(second) ?? null } };
  if (side !== undefined) return { length: 1, gives: { side } };
  if (/^(?:previous|preceding)$/.test(lowerAt(words, at))) return { length: 1, gives: { side: -1 } };
  return readWeeks(words, at) ?? { length: 0, gives: {} };
}

/** "a week on", "a fortnight from", "two weeks ago", "a week last", but not the length in "for a week from". */
function readWeeks(words: readonly Word[], at: number): Lead | null {
  const count = readCount(words, at);
  const unit = count === null ? '' : lowerAt(words, at + count.length);
  if (count === null || !/^(?:weeks?|fortnight)$/.test(unit) || lowerAt(words, at - 1) === 'for') return null;
  const place = at + count.length + 1;
  const weeks = count.value * (unit === 'fortnight' ? 2 : 1);
  if (/^(?:on|from)$/.test(lowerAt(words, place))) return { length: place + 1 - at, gives: { weeksFurther: weeks } };
  if (!/^(?:ago|last)$/.test(lowerAt(words, place))) return null;
  const on = lowerAt(words, place + 1) === 'on' ? 1 : 0;
  return { length: place + 1 + on - at, gives: { weeksFurther: -weeks } };
}

/** What follows a weekday: "last week", "of this week"; "week" and "fortnight" are British for one and two weeks later. */
function readWeek(words: readonly Word[], at: number): Lead | null {
  const weeksFurther = WEEKS.get(lowerAt(words, at));
  if (weeksFurther !== undefined) {
    return /^[\p{L}\d‑-]/u.test(textAt(words, at + 1)) ? null : { length: 1, gives: { weeksFurther } };
  }
  const of = lowerAt(words, at) === 'of' ? 1 : 0;
  const side = SIDES.get(lowerAt(words, at + of));
  return side !== undefined && lowerAt(words, at + of + 1) === 'week'
    ? { length: of + 2, gives: { week: side } }
    : null;
}

const WEEKS: ReadonlyMap<string, number> = new Map([
  ['week', 1],
  ['fortnight', 2],
]);

/** "every Friday", "a Monday": whether no particular day is meant. */
function isOfMany(words: readonly Word[], at: number): boolean {
  return /^(?:every|each|a|an|any|alternate)$/.test(lowerAt(words, at - 1));
}

/** "Black Friday", "Sheffield Wednesday", "Sunday Times". */
function isName(words: readonly Word[], at: number): boolean {
  return NAMES_BEFORE.test(textAt(words, at - 1)) || NAMES_AFTER.test(textAt(words, at + 1));
}

const NAMES_BEFORE = /^(?:Black|Bloody|Super|Holy|Cyber|Shrove|Fat|Maundy|Whit|Giving|Casual|Red|Sheffield)$/;
const NAMES_AFTER =
  /^(?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|People|Sport|World|Star|Business|Tribune|Independent|Age|Agreement|Group|Club|Island)$/;
