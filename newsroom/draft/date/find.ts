/** Finds dates and times of day in the text of an English news article. */
import { readEdtf } from '../../../data/compile/index.ts';
import type { Range } from '../sentence.ts';
import { readTimes } from './clock.ts';
import type { Lender } from './list.ts';
import { giverInSentence, lastExactTo, type Memory, NO_MEMORY, remember } from './memory.ts';
import { findPlaces, type Place, rangeOf } from './place.ts';
import type { Read, Unit } from './reading.ts';
import { intervalOf, resolve } from './resolve.ts';
import {
  type Inferred,
  inferFrom,
  type Known,
  type Resolved,
  readPublished,
  type Surroundings,
} from './surroundings.ts';
import { tenseAt } from './tense.ts';
import { readWords, type Word } from './word.ts';

/** The words that give a date, as a person would mark them, and the date. */
export interface FoundDate extends Range {
  /** EDTF of level 1. */
  readonly edtf: string;
  /** The parts that the words do not give; empty if they give all. */
  readonly inferred: readonly Inferred[];
  /** The rule that found it, for editors. */
  readonly rule: string;
}

/** The words that give a time of day. */
export interface FoundTime extends Range {
  /** Local time HH:MM; null if the words give none, like "the morning" or "0300 GMT". */
  readonly clock: string | null;
  readonly approximate: boolean;
  /** The rule that found it, for editors. */
  readonly rule: string;
}

/** The times of day of a text, in its order, without overlaps. */
export function findTimes(text: string): FoundTime[] {
  return readTimes(text);
}

/**
 * The dates of a text, in its order, without overlaps. Parts that the words leave out are taken from `published` (EDTF) or
 * from another date of the text; a date without a known year is left out.
 */
export function findDates(text: string, published: string | null): FoundDate[] {
  const words = readWords(text);
  const places = findPlaces(words);
  const day = readPublished(published);
  const firstGiver = day === null ? firstWithYear(text, places) : null;
  const found: FoundDate[] = [];
  let memory = NO_MEMORY;
  for (const place of places) {
    const lender = place.isName ? sameDay(text, place, places) : lenderOf(text, words, place.yearFrom);
    if (place.isName && place.sharedYear === null && lender === null) continue;
    const resolved = resolvePlace(place, {
      published: day,
      tense: tenseAt(words, place.list.first, place.list.after),
      before: before(memory),
      yearGiver:
        lender ?? giverInSentence(memory, place) ?? (day === null ? (memory.yearGiver?.known ?? firstGiver) : null),
    });
    const edtf = resolved === null ? null : asWritten(resolved.edtf, place);
    if (resolved === null || edtf === null) continue;
    const { start, end, rule } = place;
    const inferred = [...resolved.inferred, ...inferMonth(lenderOf(text, words, place.monthFrom))];
    found.push({ start, end, edtf, inferred, rule });
    memory = remember(memory, place, knownAt(text, place, edtf));
  }
  return found;
}

function before(memory: Memory) {
  return (unit: Unit) => lastExactTo(memory, unit);
}

/** The date of a list that gives the year or the month of another one. */
function lenderOf(text: string, words: readonly Word[], lender: Lender | null): Known | null {
  return lender === null ? null : knownAt(text, rangeOf(words, lender), String(lender.year));
}

function inferMonth(lender: Known | null): Inferred[] {
  if (lender === null) return [];
  return inferFrom(['MONTH'], `The month of “${lender.words}”; these words give none.`, lender.range);
}

/** The same day with its year, elsewhere in the text: "September 11, 2001" for "the September 11 attacks". */
function sameDay(text: string, { from: { reading } }: Place, places: readonly Place[]): Known | null {
  if (reading.kind !== 'calendar') return null;
  const same = places.find(({ from, sharedYear }) => {
    const other = from.reading;
    return (
      sharedYear !== null && other.kind === 'calendar' && other.month === reading.month && other.day === reading.day
    );
  });
  return same === undefined ? null : knownAt(text, same, String(same.sharedYear));
}

/** The first date with its own year: dates before it have no nearer one. */
function firstWithYear(text: string, places: readonly Place[]): Known | null {
  const first = places.find(({ sharedYear }) => sharedYear !== null);
  return first === undefined ? null : knownAt(text, first, String(first.sharedYear));
}

function knownAt(text: string, { start, end }: Range, edtf: string): Known {
  return { edtf, words: text.slice(start, end), range: { start, end } };
}

function resolvePlace({ from: start, to: end }: Place, around: Surroundings): Resolved | null {
  const from = resolve(start.reading, around);
  if (end === null || from === null) return from;
  const to = resolveEnd(start, end, from, around);
  const edtf = to === null ? null : intervalOf(from.edtf, to.edtf);
  if (edtf === null || to === null) return null;
  return { edtf, inferred: from.inferred.length > to.inferred.length ? from.inferred : to.inferred };
}

/** The end of a span; if its words leave it open, the first such day after the start. */
function resolveEnd(start: Read, end: Read, from: Resolved, around: Surroundings): Resolved | null {
  const isOfStart = hasYear(start) && !hasYear(end);
  const to = isOfStart ? null : resolve(end.reading, around);
  if (to !== null && intervalOf(from.edtf, to.edtf) !== null) return to;
  const after = { ...around, published: readPublished(from.edtf), tense: 'future', yearGiver: null } as const;
  const found = resolve(end.reading, after);
  return found === null ? null : { edtf: found.edtf, inferred: from.inferred };
}

function hasYear({ reading }: Read): boolean {
  return reading.kind === 'calendar' && reading.year !== null;
}

/** The date with the sign for approximate dates; null if it is not EDTF after all, for example after the year 9999. */
function asWritten(edtf: string, { from, to }: Place): string | null {
  const isAbout = from.approximate === true && to === null && !/[/~X]/.test(edtf);
  const written = isAbout ? `${edtf}~` : edtf;
  return 'says' in readEdtf(written) ? null : written;
}
