/** One date in words, of any kind, with its qualifiers: "early 2016", "around June 2015", "earlier this year". */
import { readAgo, readStretch } from './amount.ts';
import { byDateBefore, readByDateBefore, readFromDateBefore } from './date-before.ts';
import { lengthOfPart, readDecadeOrCentury } from './decade.ts';
import { type FigureOrder, readFigures, readIsoDay, readNamedFigures } from './figures.ts';
import { readHoliday } from './holiday.ts';
import { readMonth } from './month.ts';
import { readMonthAndDay } from './month-and-day.ts';
import { readPartOfYear } from './quarter.ts';
import type { Read } from './reading.ts';
import { readEndOf, readNearDay, readSidedUnit, readYearOf } from './relative.ts';
import { readSeason } from './season.ts';
import { readWeekday } from './weekday.ts';
import { lowerAt, textAt, type Word } from './word.ts';
import { readYear } from './year.ts';

/** The date that begins at a place; null if there is none. */
export function readDate(words: readonly Word[], at: number, order: FigureOrder | null): Read | null {
  return readPart(words, at, order) ?? readAbout(words, at, order) ?? readPlain(words, at, order);
}

type Reader = (words: readonly Word[], at: number, order: FigureOrder | null) => Read | null;

/** In order: a reader that takes more words comes before one that would take only some of them. */
const READERS: readonly Reader[] = [
  readIsoDay,
  readFigures,
  readNamedFigures,
  readPointingBack,
  readByDateBefore,
  readMonthAndDay,
  readHoliday,
  readWeekday,
  readMonth,
  readStretch,
  readAgo,
  readPartOfYear,
  readDecadeOrCentury,
  readSeason,
  readEndOf,
  readNearDay,
  readSidedUnit,
  readFromDateBefore,
  readYear,
];

function readPlain(words: readonly Word[], at: number, order: FigureOrder | null): Read | null {
  for (const read of READERS) {
    const found = read(words, at, order);
    if (found !== null) return withYearAfter(words, at, found);
  }
  return null;
}

/** "June last year", "June 27 of this year", "June of that year". */
function withYearAfter(words: readonly Word[], at: number, found: Read): Read {
  const { reading, length } = found;
  if (reading.kind !== 'calendar' || reading.year !== null || reading.side !== null) return found;
  const year = readYearOf(words, at + length);
  if (year !== null) {
    return { ...found, reading: { ...reading, yearsFromPublication: year.count }, length: length + year.length };
  }
  const of = lowerAt(words, at + length) === 'of' ? 1 : 0;
  const that = [0, 1].map((next) => lowerAt(words, at + length + of + next)).join(' ');
  if (that !== 'that year') return found;
  const named = { ...reading, side: 0 } as const;
  return { ...found, reading: byDateBefore(named), length: length + of + 2 };
}

/** "the same day, June 27": the day, with the words before it that only refer to it. */
function readPointingBack(words: readonly Word[], at: number): Read | null {
  const pointer = readFromDateBefore(words, at) ?? readNearDay(words, at);
  if (pointer === null || !/^[,(]$/.test(textAt(words, at + pointer.length))) return null;
  const date = readMonthAndDay(words, at + pointer.length + 1);
  return date === null ? null : { ...date, length: pointer.length + 1 + date.length };
}

/** "early 2016", "late in June", "mid-June", "earlier this year": as vague as the larger unit. */
function readPart(words: readonly Word[], at: number, order: FigureOrder | null): Read | null {
  const part = lengthOfPart(words, at);
  if (part === 0) return null;
  const link = lengthOfLink(words, at + part);
  const date = readPlain(words, at + part + link, order) ?? readMonth(words, at + part + link);
  if (date === null || !isUnit(date, lowerAt(words, at))) return null;
  return { ...date, length: part + link + date.length };
}

function lengthOfLink(words: readonly Word[], at: number): number {
  if (lowerAt(words, at) === 'in') return lowerAt(words, at + 1) === 'the' ? 2 : 1;
  return lowerAt(words, at) === 'on' ? 1 : 0;
}

/** Only "earlier" and "later" go with a day: "earlier today". */
function isUnit({ reading, rule }: Read, part: string): boolean {
  if (reading.kind === 'stretch' || reading.kind === 'from-date-before' || reading.kind === 'end-of') return false;
  const isDay =
    reading.kind === 'weekday' || rule === 'near-day' || (reading.kind === 'calendar' && reading.day !== null);
  return !isDay || /^(?:early|earlier|late|later)$/.test(part);
}

/** "around 2010", "circa 1850", "about June 2015", "the week of May 5", "fiscal 2024", which need not be the calendar's. */
function readAbout(words: readonly Word[], at: number, order: FigureOrder | null): Read | null {
  const length = lengthOfAbout(words, at);
  const date = length === 0 ? null : readPlain(words, at + length, order);
  const isVague = date?.reading.kind === 'calendar' && (date.reading.year !== null || length >= 3);
  return date !== null && isVague ? { ...date, length: length + date.length, approximate: true } : null;
}

function lengthOfAbout(words: readonly Word[], at: number): number {
  const word = lowerAt(words, at);
  const point = textAt(words, at + 1) === '.' && words[at + 1]?.joined === true ? 1 : 0;
  if (/^(?:around|about|circa|ca|c)$/.test(word)) return 1 + point;
  if (word === 'fiscal') return lowerAt(words, at + 1) === 'year' ? 2 : 1;
  const isWeek = word === 'the' && /^(?:week|weekend)$/.test(lowerAt(words, at + 1)) && lowerAt(words, at + 2) === 'of';
  return isWeek ? 3 : 0;
}
