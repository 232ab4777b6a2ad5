/** Seasons: "summer 2016", "last summer", "in the spring", and the year of a season that is named without one. */
import { writeYear } from './calendar.ts';
import { lengthOfPart } from './decade.ts';
import { type Read, type SeasonReading, SIDES } from './reading.ts';
import { readYearOf } from './relative.ts';
import {
  byPublication,
  countedFrom,
  inferYear,
  type Published,
  type Resolved,
  type Surroundings,
  YEAR_ONLY,
} from './surroundings.ts';
import type { Tense } from './tense.ts';
import { lowerAt, textAt, type Word } from './word.ts';
import { yearAt } from './year.ts';

/** A season whose surroundings show that it is one: "that summer". */
export function readBareSeason(words: readonly Word[], at: number): Read | null {
  const season = SEASONS.get(lowerAt(words, at));
  if (season === undefined) return null;
  return { reading: { kind: 'season', season, side: null, yearsFromPublication: null }, length: 1, rule: 'season' };
}

/** "summer 2016", "the spring of 2016", "last summer", "in the spring". */
export function readSeason(words: readonly Word[], at: number): Read | null {
  const start = lowerAt(words, at);
  const lead = start === 'the' || SIDES.has(start) ? 1 : 0;
  const part = lengthOfPart(words, at + lead);
  const season = SEASONS.get(lowerAt(words, at + lead + part));
  if (season === undefined) return null;
  const length = lead + part + 1;
  const of = lowerAt(words, at + length) === 'of' ? 1 : 0;
  const year = yearAt(words, at + length + of);
  if (year !== null) {
    return {
      reading: { kind: 'complete', edtf: `${year}-${season}` },
      length: length + of + 1,
      rule: 'season-and-year',
    };
  }
  const sided = readYearOf(words, at + length);
  if (sided !== null) {
    const reading = { kind: 'season', season, side: null, yearsFromPublication: sided.count } as const;
    return { reading, length: length + sided.length, rule: 'season' };
  }
  if (of === 1) return null;
  const side = SIDES.get(start) ?? null;
  // "in the fall", "until summer", but not "the fall" of a regime nor "in the fall of".
  const isTime =
    (start === 'the' || (lead === 0 && start !== 'fall')) &&
    /^(?:in|by|during|until|till|since|over)$/.test(lowerAt(words, at - 1)) &&
    !(lowerAt(words, at + lead + part) === 'fall' ? /^\p{L}/u : /^\p{Lu}/u).test(
      words[at + length]?.opens === true ? '' : textAt(words, at + length),
    );
  if (side === null && !isTime) return null;
  return { reading: { kind: 'season', season, side, yearsFromPublication: null }, length, rule: 'season' };
}

const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);

/** "last summer", "in the spring": as a season of EDTF, which gives neither days nor a hemisphere. */
export function resolveSeason(reading: SeasonReading, around: Surroundings): Resolved | null {
  const { published, yearGiver, tense } = around;
  if (published !== null) {
    const { yearsFromPublication } = reading;
    const year =
      yearsFromPublication === null ? yearOf(reading, published, tense) : published.year + yearsFromPublication;
    return year === null
      ? null
      : byPublication(`${writeYear(year)}-${reading.season}`, YEAR_ONLY, countedFrom(published));
  }
  if (yearGiver === null || reading.side !== null) return null;
  return { edtf: `${yearGiver.edtf.slice(0, 4)}-${reading.season}`, inferred: inferYear(yearGiver) };
}

/** The year by the months of the northern hemisphere; for the southern one, an editor still sees the season. */
function yearOf({ season, side }: SeasonReading, { year, month }: Published, tense: Tense | null): number | null {
  const months = MONTHS.get(season);
  if (side === 0) return year;
  if (months === undefined || month === null) return null;
  if (side === 1 || (side === null && tense === 'future')) return month < months.first ? year : year + 1;
  // The present season is not the last one.
  return month > months.last || (side === null && month >= months.first) ? year : year - 1;
}

/** A winter belongs to the year in which it begins. */
const MONTHS: ReadonlyMap<number, { readonly first: number; readonly last: number }> = new Map([
  [21, { first: 3, last: 5 }],
  [22, { first: 6, last: 8 }],
  [23, { first: 9, last: 11 }],
  [24, { first: 12, last: 12 }],
]);
