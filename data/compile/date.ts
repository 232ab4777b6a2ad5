/** Dates: reads the Extended Date/Time Format into the days that a date may mean. */
import { parse } from 'edtf';
import { boundsOfDate } from '../fuzzy-date.ts';
import type { DateBounds, DatePrecision, FuzzyDate } from '../model.ts';
import type { Problem } from './problem.ts';

/** What the notation alone says about a date. */
type EdtfDate = Omit<FuzzyDate, 'inferred' | 'words' | 'evidence'>;
type EdtfFault = Pick<Problem, 'code' | 'says' | 'expected' | 'fix'>;

/**
 * Reads an EDTF date of level 0 or 1: a date, a date and time, a season, or an interval, of the years 0000 to 9999.
 *
 * Levels and forms follow the Library of Congress (2019), which has no grammar: a mark of doubt may end every date but
 * one with a time; an interval has no times (level 0), and unspecified digits make it level 2.
 */
export function readEdtf(edtf: string): EdtfDate | EdtfFault {
  if (edtf.length > LONGEST) return notEdtf(edtf);
  const [from = '', to, ...more] = edtf.split('/');
  if (to === undefined) {
    const side = readSide(from);
    return side === null ? notEdtf(edtf) : { edtf, ...side };
  }
  return more.length > 0 ? notEdtf(edtf) : readInterval(edtf, from, to);
}

/** More than the longest form, a date and time with an offset. */
const LONGEST = 60;

interface Side extends DateBounds {
  readonly precision: DatePrecision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

function readInterval(edtf: string, from: string, to: string): EdtfDate | EdtfFault {
  const start = readEnd(from);
  const end = readEnd(to);
  if (start === null || end === null || (start === OPEN && end === OPEN)) return notEdtf(edtf);
  if (end.latest !== null && start.earliest !== null && end.latest < start.earliest) {
    return {
      code: 'end-before-start',
      says: `The interval ends on ${end.latest}, before it begins on ${start.earliest}.`,
      expected: 'the earlier date before the slash.',
      fix: `Write "${to}/${from}", or correct a date.`,
    };
  }
  return {
    edtf,
    earliest: start.earliest,
    latest: end.latest,
    precision: 'INTERVAL',
    approximate: start.approximate || end.approximate,
    uncertain: start.uncertain || end.uncertain,
  };
}

/** An end of an interval. `..` is open, an empty one is unknown: neither sets a bound. */
function readEnd(text: string): Side | null {
  if (text === '..' || text === '') return OPEN;
  return /[XT]/.test(text) ? null : readSide(text);
}

const OPEN: Side = { earliest: null, latest: null, precision: 'INTERVAL', approximate: false, uncertain: false };

function readSide(text: string): Side | null {
  const [, date = '', time, mark = ''] = SIDE.exec(text) ?? [];
  if (time !== undefined && mark !== '') return null;
  const days = time === undefined ? daysOf(date) : daysOfInstant(date, time);
  return days === null ? null : { ...days, approximate: /[~%]/.test(mark), uncertain: /[?%]/.test(mark) };
}

/** A date, the time after it, and a mark of doubt. */
const SIDE = /^([\dX-]+)(?:T([\d:+Z-]+))?([?~%])?$/;

type Days = Pick<Side, 'earliest' | 'latest' | 'precision'>;

function daysOfInstant(date: string, time: string): Days | null {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(date) && TIME.test(time) ? boundsOfDate(date) : null;
  return days === null ? null : { ...days, precision: 'SECOND' };
}

/** A whole time of the day, and its distance from UTC, of which no clock has more than these. */
const TIME =
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)(?:Z|\+(?:0\d|1[0-3])(?::[0-5]\d)?|\+14(?::00)?|-(?!00(?::00)?$)(?:0\d|1[0-2])(?::[0-5]\d)?)?$/;

/** The days of a date without a time or a mark; null if it is none. */
function daysOf(text: string): Days | null {
  for (const [form, precision] of FORMS) {
    const written = form.exec(text)?.[1];
    if (written === undefined) continue;
    const first = boundsOfDate(written.replaceAll('X', '0'));
    const last = boundsOfDate(written.replaceAll('X', '9'));
    return first === null || last === null ? null : { earliest: first.earliest, latest: last.latest, precision };
  }
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(text) ?? [];
  return year === undefined || season === undefined ? null : daysOfSeason(year, season);
}

const FORMS: readonly (readonly [RegExp, DatePrecision])[] = [
  [/^(\d{4}-\d{2}-\d{2})$/, 'DAY'],
  [/^(\d{4}-(?:0[1-9]|1[0-2]))(?:-XX)?$/, 'MONTH'],
  [/^(\d{4})(?:-XX(?:-XX)?)?$/, 'YEAR'],
  [/^(\d{3}X)$/, 'DECADE'],
  [/^(\d{2}XX)$/, 'CENTURY'],
];

/**
 * EDTF does not say when a season is, or in which hemisphere. The bounds cover the meteorological and the astronomical
 * seasons of both: spring and autumn lie within one year, summer and winter may reach into the years before and after.
 * They are wide enough that `within` is certain.
 */
function daysOfSeason(year: string, season: string): Days {
  if (season === '21' || season === '23') {
    return { earliest: `${year}-03-01`, latest: `${year}-12-22`, precision: 'SEASON' };
  }
  const before = year === '0000' ? '0000-01-01' : `${padded(Number(year) - 1)}-12-01`;
  const after = year === '9999' ? '9999-12-31' : `${padded(Number(year) + 1)}-03-21`;
  return { earliest: before, latest: after, precision: 'SEASON' };
}

function padded(year: number): string {
  return String(year).padStart(4, '0');
}

/** Whether it is EDTF of a level that is not supported, by the grammar of the library. */
function isLevel2(text: string): boolean {
  try {
    return parse(text, { level: 2 }).level === 2;
  } catch {
    // The library throws for any text that is not a date; its message is about its grammar.
    return false;
  }
}

function notEdtf(edtf: string): EdtfFault {
  const expected =
    'an EDTF date of level 0 or 1: 2025, 2025-06, 2025-06-27, 201X, 2025-06~, 2025-06-27/2025-06-30, 2025-06/..';
  const shown = `"${edtf.slice(0, LONGEST)}"`;
  if (edtf.length <= LONGEST && isLevel2(edtf)) {
    return {
      code: 'not-edtf',
      says: `${shown} is EDTF level 2, which is not supported.`,
      expected,
      fix: 'Write a wider date of level 1; the words say the rest.',
    };
  }
  if (/^\d{4}-\d{2}-\d{2}T/.test(edtf)) {
    return {
      code: 'not-edtf',
      says: `${shown} is not a date and time of EDTF, which has hours, minutes and seconds, and none in an interval.`,
      expected: 'a date and time: 2025-06-27T15:00:00, 2025-06-27T15:00:00Z, 2025-06-27T15:00:00+04:00.',
      fix: 'Write the whole time, or leave it out.',
    };
  }
  if (/^(-\d|Y)/.test(edtf)) {
    return {
      code: 'not-edtf',
      says: `${shown} is not a year from 0000 to 9999.`,
      expected,
      fix: 'Leave the date out.',
    };
  }
  return {
    code: 'not-edtf',
    says: `${shown} is not an EDTF date.`,
    expected,
    fix: 'Correct it; leave an unknown date out.',
  };
}
