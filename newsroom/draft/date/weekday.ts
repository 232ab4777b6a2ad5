/** Weekdays: "Tuesday", "last Tuesday", "Tuesday last week", and names that only look like one: "Sunday Times", "Good Friday". */
import { weekdayOf } from './calendar.ts';
import { type Read, SIDES } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';

/** The weekday that begins at a place, with its week if that is given; null if there is none. */
export function readWeekday(words: readonly Word[], at: number): Read | null {
  const lead = lengthOfSides(words, at);
  const weekday = weekdayOf(textAt(words, at + lead));
  if (weekday === null || (lead === 0 && isOfMany(words, at)) || isName(words, at + lead)) return null;
  // "this coming Tuesday" is the coming one.
  const side = lead === 0 ? null : (SIDES.get(lowerAt(words, at + lead - 1)) ?? null);
  const week = readWeek(words, at + lead + 1);
  const reading = { kind: 'weekday', weekday, side, week: week?.side ?? null } as const;
  return { reading, length: lead + 1 + (week?.length ?? 0), rule: side === null ? 'weekday' : 'sided-weekday' };
}

/** "last", "this coming". */
function lengthOfSides(words: readonly Word[], at: number): number {
  if (!SIDES.has(lowerAt(words, at))) return 0;
  return lowerAt(words, at) === 'this' && SIDES.has(lowerAt(words, at + 1)) ? 2 : 1;
}

/** The week after a weekday: "last week", "of this week". */
function readWeek(words: readonly Word[], at: number) {
  const of = lowerAt(words, at) === 'of' ? 1 : 0;
  const side = SIDES.get(lowerAt(words, at + of));
  return side !== undefined && lowerAt(words, at + of + 1) === 'week' ? { side, length: of + 2 } : null;
}

/** "every Friday", "a Monday": whether no particular day is meant. */
function isOfMany(words: readonly Word[], at: number): boolean {
  return /^(?:every|each|a|an|any|alternate)$/.test(lowerAt(words, at - 1));
}

/** "Good Friday", "Sheffield Wednesday", "Sunday Times". */
function isName(words: readonly Word[], at: number): boolean {
  return NAMES_BEFORE.test(textAt(words, at - 1)) || NAMES_AFTER.test(textAt(words, at + 1));
}

const NAMES_BEFORE =
  /^(?:Good|Black|Bloody|Super|Ash|Holy|Easter|Palm|Cyber|Shrove|Fat|Maundy|Whit|Giving|Casual|Red|Sheffield)$/;
const NAMES_AFTER =
  /^(?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|People|Sport|World|Star|Business|Tribune|Independent|Age|Agreement|Group|Club|Island)$/;
