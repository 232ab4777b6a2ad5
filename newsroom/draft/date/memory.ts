/** Memories: the dates read so far, from which later ones take missing parts. */
import type { Place } from './place.ts';
import type { Unit } from './reading.ts';
import type { Known } from './surroundings.ts';

export interface Memory {
  /** The last date that is exact to the day, to the month at least, to the year at least. */
  readonly day: Known | null;
  readonly month: Known | null;
  readonly year: Known | null;
  /** The last date with a year of its own, and the last such with a month too. */
  readonly yearGiver: Giver | null;
  readonly monthGiver: Giver | null;
}

interface Giver {
  readonly place: Place;
  readonly known: Known;
}

export const NO_MEMORY: Memory = { day: null, month: null, year: null, yearGiver: null, monthGiver: null };

/** The memory after a date that was found at a place. */
export function remember(memory: Memory, place: Place, known: Known): Memory {
  const giver = place.sharedYear === null ? null : { place, known };
  const hasMonth = place.from.reading.kind === 'calendar' && place.from.reading.month !== null;
  const parts = /^\d{4}(?:-\d\d){0,2}$/.test(known.edtf) ? known.edtf.split('-').length : 0;
  return {
    day: parts === 3 ? known : memory.day,
    month: parts >= 2 ? known : memory.month,
    year: parts >= 1 ? known : memory.year,
    yearGiver: giver ?? memory.yearGiver,
    monthGiver: hasMonth && giver !== null ? giver : memory.monthGiver,
  };
}

/** The last date that is exact enough to count such units from. */
export function lastExactTo({ day, month, year }: Memory, unit: Unit): Known | null {
  if (unit === 'day' || unit === 'week') return day;
  return unit === 'month' ? month : year;
}

/** The most words between a bare year and a day in it: "In 2008, on November 4". */
const NEAR_WORDS = 3;

/** The date of the same sentence whose year also applies at a place. */
export function giverInSentence({ yearGiver, monthGiver }: Memory, { sentence, first }: Place): Known | null {
  if (monthGiver?.place.sentence === sentence) return monthGiver.known;
  const isNear = yearGiver?.place.sentence === sentence && first - yearGiver.place.after <= NEAR_WORDS;
  return isNear ? yearGiver.known : null;
}
