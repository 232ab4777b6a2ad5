/** Dates: reads the Extended Date/Time Format into the days that a date may mean. Only this file uses the library. */
import { type ParsedDate, parse } from 'edtf';
import { boundsOfDate } from '../fuzzy-date.ts';
import type { DateBounds, DatePrecision, FuzzyDate } from '../model.ts';
import type { Problem } from './problem.ts';

/** What the notation alone says about a date. */
type EdtfDate = Omit<FuzzyDate, 'inferred' | 'words' | 'evidence'>;
type EdtfFault = Pick<Problem, 'code' | 'says' | 'expected' | 'fix'>;

/**
 * Reads an EDTF date of level 0 or 1: a date, a date and time, a season, or an interval, of the years 0000 to 9999.
 *
 * Levels and forms follow the Library of Congress (2019). The library also accepts forms of its drafts ("25" for a
 * century, "XXXX" for any year), which this refuses.
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

/** The longest form is an interval of two date-times with offsets. */
const LONGEST = 60;

interface Side extends DateBounds {
  readonly precision: DatePrecision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

function readInterval(edtf: string, from: string, to: string): EdtfDate | EdtfFault {
  const start = isOpen(from) ? OPEN : readSide(from);
  const end = isOpen(to) ? OPEN : readSide(to);
  if (start === null || end === null || (start === OPEN && end === OPEN)) return notEdtf(edtf);
  // Checked before the library parses it: for the library a backward interval is not an interval at all.
  if (end.latest !== null && start.earliest !== null && end.latest < start.earliest) {
    return {
      code: 'end-before-start',
      says: `The interval ends on ${end.latest}, before it begins on ${start.earliest}.`,
      expected: 'the earlier date before the slash.',
      fix: `Write "${to}/${from}", or correct a date.`,
    };
  }
  if (tryParse(edtf, 1) === null) return notEdtf(edtf);
  return {
    edtf,
    earliest: start.earliest,
    latest: end.latest,
    precision: 'INTERVAL',
    approximate: start.approximate || end.approximate,
    uncertain: start.uncertain || end.uncertain,
  };
}

/** `..` is open, an empty side is unknown: neither sets a bound. */
function isOpen(side: string): boolean {
  return side === '..' || side === '';
}

const OPEN: Side = { earliest: null, latest: null, precision: 'INTERVAL', approximate: false, uncertain: false };

function readSide(text: string): Side | null {
  const parsed = tryParse(text, 1);
  const days = parsed === null ? null : daysOf(text.replace(/[?~%]$/, ''));
  if (parsed === null || days === null) return null;
  return { ...days, approximate: Boolean(parsed.approximate), uncertain: Boolean(parsed.uncertain) };
}

type Days = Pick<Side, 'earliest' | 'latest' | 'precision'>;

/** The days of a date that the library accepts; null for years outside 0000 to 9999 and for forms of drafts. */
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
  [/^(\d{4}-\d{2}-\d{2})T/, 'SECOND'],
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

/** Parses each date once: the library builds a parser each time, and a corpus repeats few dates often. */
const PARSED = new Map<string, ParsedDate | null>();

function tryParse(text: string, level: 1 | 2): ParsedDate | null {
  const name = `${level} ${text}`;
  const known = PARSED.get(name);
  if (known !== undefined) return known;
  const parsed = parseOrNull(text, level);
  PARSED.set(name, parsed);
  return parsed;
}

function parseOrNull(text: string, level: 1 | 2): ParsedDate | null {
  try {
    return parse(text, { level });
  } catch {
    // The library throws for any text that is not a date; its message is about its grammar.
    return null;
  }
}

function notEdtf(edtf: string): EdtfFault {
  const expected =
    'an EDTF date of level 0 or 1: 2025, 2025-06, 2025-06-27, 201X, 2025-06~, 2025-06-27/2025-06-30, 2025-06/..';
  const shown = `"${edtf.slice(0, LONGEST)}"`;
  if (edtf.length <= LONGEST && tryParse(edtf, 1) === null && tryParse(edtf, 2) !== null) {
    return {
      code: 'not-edtf',
      says: `${shown} is EDTF level 2, which is not supported.`,
      expected,
      fix: 'Write a wider date of level 1; the words say the rest.',
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
