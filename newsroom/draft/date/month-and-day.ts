/** Days with their month: "June 27, 2025", "Friday, 27 June", "the 27th of June". */
import { isDay, weekdayOf } from './calendar.ts';
import { monthAt, type NamedMonth } from './month.ts';
import { readOrdinal } from './number.ts';
import type { Read } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';
import { yearAt } from './year.ts';

/** A day with its month, with or without a weekday before and a year after. */
export function readMonthAndDay(words: readonly Word[], at: number): Read | null {
  const weekday = lengthOfWeekday(words, at);
  const date = readMonthFirst(words, at + weekday) ?? readDayFirst(words, at + weekday);
  return date === null ? null : { ...date, length: date.length + weekday };
}

/** The number of words of "Friday, " or "Fri. "; 0 if there is no weekday. */
function lengthOfWeekday(words: readonly Word[], at: number): number {
  const text = textAt(words, at);
  const isShort = /^(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)$/.test(text);
  if (weekdayOf(text) === null && !isShort) return 0;
  let length = 1;
  if (isShort && textAt(words, at + length) === '.') length++;
  if (/^(?:morning|afternoon|evening|night)$/.test(lowerAt(words, at + length))) length++;
  return /^[,(]$/.test(textAt(words, at + length)) ? length + 1 : length;
}

/** The day of a month at a place: "27", "27th", but not "27.5" or "27%". */
export function dayAt(words: readonly Word[], at: number): number | null {
  const word = lowerAt(words, at);
  const day = /^\d{1,2}$/.test(word) ? Number(word) : /^\d/.test(word) ? readOrdinal(word) : null;
  return day !== null && day >= 1 && day <= 31 ? day : null;
}

function readMonthFirst(words: readonly Word[], at: number): Read | null {
  const month = monthAt(words, at);
  if (month === null) return null;
  const article = lowerAt(words, at + month.length) === 'the' ? 1 : 0;
  const place = at + month.length + article;
  const day = dayAt(words, place);
  if (day === null || (article === 1 && /^\d+$/.test(textAt(words, place)))) return null;
  if (/^(?:percent|per|%|million|billion|people)$/.test(lowerAt(words, place + 1))) return null;
  return withYear(words, month, day, month.length + article + 1, at);
}

function readDayFirst(words: readonly Word[], at: number): Read | null {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const spelled = readOrdinal(lowerAt(words, at + article));
  const day = spelled ?? (article === 0 ? dayAt(words, at) : null);
  if (day === null || day > 31 || (article === 0 && !/^\d/.test(textAt(words, at)))) return null;
  const of = lowerAt(words, at + article + 1) === 'of' ? 1 : 0;
  if (of === 1 && spelled === null) return null;
  const month = monthAt(words, at + article + 1 + of);
  if (month === null) return null;
  return withYear(words, month, day, article + 1 + of + month.length, at);
}

function withYear(words: readonly Word[], { month }: NamedMonth, day: number, length: number, at: number): Read | null {
  const comma = textAt(words, at + length) === ',' ? 1 : 0;
  const of = lowerAt(words, at + length) === 'of' ? 1 : 0;
  const year = yearAt(words, at + length + comma + of);
  if (!isDay({ year: year ?? 2000, month, day })) return null;
  const reading = { kind: 'calendar', year, month, day, side: null, yearsFromPublication: null } as const;
  return { reading, length: year === null ? length : length + comma + of + 1, rule: 'month-and-day' };
}
