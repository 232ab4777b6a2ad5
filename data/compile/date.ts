/** Dates: from the Extended Date/Time Format to the days that a date can stand for. The only user of the library. */
import { type ParsedDate, parse } from 'edtf';
import { boundsOfDate } from '../fuzzy-date.ts';
import type { DateBounds, DatePrecision, FuzzyDate } from '../model.ts';
import type { Problem } from './problem.ts';

/** What the notation alone says of a date. */
type EdtfDate = Omit<FuzzyDate, 'inferred' | 'words' | 'evidence'>;
type EdtfFault = Pick<Problem, 'code' | 'says' | 'expected' | 'mend'>;

/**
 * Reads an EDTF date of level 0 or 1: a date, a date and time, a season, or an interval, of the years 0000 to 9999.
 *
 * Levels and forms are those of the Library of Congress (2019); the library also takes drafts of it ("25" for a century,
 * "XXXX" for any year), which are refused.
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
  // Before the library is asked: it refuses a backward interval, but as if it were none.
  if (end.latest !== null && start.earliest !== null && end.latest < start.earliest) {
    return {
      code: 'end-before-start',
      says: `The interval ends on ${end.latest}, before it begins on ${start.earliest}.`,
      expected: 'the earlier date before the slash.',
      mend: `Write "${to}/${from}", or correct a date.`,
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

/** `..` is open, nothing is unknown: neither bounds. */
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

/** The days of what the library took for a date, by its form; null for years outside 0000 to 9999 and for drafts. */
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
 * EDTF does not say when a season is, nor in which half of the world. The bounds hold the seasons of the weather and those
 * of the sun in both: spring and autumn lie within one year, summer and winter may reach into the years beside it. Wide
 * enough that `within` is certain.
 */
function daysOfSeason(year: string, season: string): Days {
  if (season === '21' || season === '23') {
    return { earliest: `${year}-03-01`, latest: `${year}-12-22`, precision: 'SEASON' };
  }
  const before = year === '0000' ? '0000-01-01' : `${padded(Number(year) - 1)}-12-01`;
  const behind = year === '9999' ? '9999-12-31' : `${padded(Number(year) + 1)}-03-21`;
  return { earliest: before, latest: behind, precision: 'SEASON' };
}

function padded(year: number): string {
  return String(year).padStart(4, '0');
}

/** Each date is parsed once: the library builds its parser anew for each, and a corpus has few dates, often. */
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
    // The library throws for every text that is no date; what it says is about its grammar.
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
      says: `${shown} is EDTF of level 2, which is not used here.`,
      expected,
      mend: 'Write a wider date of level 1, and say the rest in the words.',
    };
  }
  if (/^(-\d|Y)/.test(edtf)) {
    return {
      code: 'not-edtf',
      says: `${shown} is not a year from 0000 to 9999.`,
      expected,
      mend: 'Leave the date out.',
    };
  }
  return {
    code: 'not-edtf',
    says: `${shown} is not an EDTF date.`,
    expected,
    mend: 'Correct it; an unknown date is left out.',
  };
}
