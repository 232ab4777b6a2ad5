/** Months: "June 2025", "June of 2025", "in June", "last June". */
import { monthOf, shortMonthOf } from './calendar.ts';
import { type Read, SIDES } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';
import { yearAt } from './year.ts';

/** The month that begins at a place, with its year if that follows; null if there is none. */
export function readMonth(words: readonly Word[], at: number): Read | null {
  const side = SIDES.get(lowerAt(words, at)) ?? null;
  const lead = side === null ? 0 : 1;
  const month = monthAt(words, at + lead);
  if (month === null) return null;
  const length = lead + month.length;
  const link = /^(?:,|of)$/.test(lowerAt(words, at + length)) ? 1 : 0;
  const year = yearAt(words, at + length + link);
  const reading = { kind: 'calendar', month: month.month, day: null, yearsFromPublication: null } as const;
  if (year !== null) {
    return { reading: { ...reading, year, side: null }, length: length + link + 1, rule: 'month-and-year' };
  }
  if (side === null && !isMonthAlone(words, at, length, month.isShort)) return null;
  return { reading: { ...reading, year: null, side }, length, rule: 'month' };
}

/** A month whose surroundings show that it is one: "from May to July", "that October". */
export function readBareMonth(words: readonly Word[], at: number): Read | null {
  const month = monthOf(textAt(words, at));
  if (month === null) return null;
  const reading = { kind: 'calendar', year: null, month, day: null, side: null, yearsFromPublication: null } as const;
  return { reading, length: 1, rule: 'month' };
}

/** A month without day and year, and not a name (April Jones) or a verb (May the best win; March on). */
function isMonthAlone(words: readonly Word[], at: number, length: number, isShort: boolean): boolean {
  const word = textAt(words, at);
  if (isShort && word !== 'May') return false;
  const before = lowerAt(words, at - 1);
  const after = textAt(words, at + length);
  if (/^\d/.test(after)) return false;
  const isPrefixed = BEFORE_MONTH.test(before) || (/^[-–]$/.test(before) && lowerAt(words, at - 2) === 'mid');
  // After "of", "for" and the like, "May" is as likely a Prime Minister.
  if (word === 'May' && !BEFORE_MAY.test(before)) return false;
  if (isPrefixed) return !/^(?:the|a)$/.test(before) || /^\p{Ll}/u.test(after);
  return !/^(?:March|May|April|June|August)$/i.test(word) && !/^\p{Lu}/u.test(after);
}

const BEFORE_MONTH =
  /^(?:in|since|until|till|by|from|to|between|and|during|of|through|before|after|for|early|earlier|late|later|mid|around|or|each)$/;

const BEFORE_MAY = /^(?:in|since|until|till|during|through|early|earlier|late|later|mid|around|-|–)$/;

export interface NamedMonth {
  readonly month: number;
  readonly length: number;
  readonly isShort: boolean;
}

/** The month at a place, in full or abbreviated, with or without its full stop. */
export function monthAt(words: readonly Word[], at: number): NamedMonth | null {
  const full = monthOf(textAt(words, at));
  if (full !== null) return { month: full, length: 1, isShort: false };
  const short = shortMonthOf(textAt(words, at));
  if (short === null) return null;
  const point = textAt(words, at + 1) === '.' && words[at + 1]?.joined === true ? 1 : 0;
  return { month: short, length: 1 + point, isShort: true };
}
