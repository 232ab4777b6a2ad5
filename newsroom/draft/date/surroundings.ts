/** The surroundings of a date, which can give the parts that its words leave out: the publication, other dates, the tense. */
import type { DatePart } from '../../../data/compile/index.ts';
import type { Range } from '../sentence.ts';
import { type Day, isDay, nameOfMonth } from './calendar.ts';
import type { Unit } from './reading.ts';
import type { Tense } from './tense.ts';

export interface Surroundings {
  readonly published: Published | null;
  readonly tense: Tense | null;
  /** The nearest earlier date of the text that is exact to the unit. */
  readonly before: (unit: Unit) => Known | null;
  /** The date whose year also applies here: in the same sentence or, if the publication is unknown, the nearest. */
  readonly yearGiver: Known | null;
}

/** A date of publication, as exact as known. */
export interface Published {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** A date of the text, with the words that give it. */
export interface Known {
  readonly edtf: string;
  readonly words: string;
  readonly range: Range;
}

export interface Inferred {
  readonly part: DatePart;
  readonly basis: string;
  readonly evidence: Range | null;
}

export interface Resolved {
  readonly edtf: string;
  readonly inferred: readonly Inferred[];
}

export const YEAR_ONLY: readonly DatePart[] = ['YEAR'];
export const TO_MONTH: readonly DatePart[] = ['YEAR', 'MONTH'];
export const TO_DAY: readonly DatePart[] = ['YEAR', 'MONTH', 'DAY'];

/** A date whose parts follow from the publication. */
export function byPublication(edtf: string, parts: readonly DatePart[], basis: string): Resolved {
  return { edtf, inferred: inferFrom(parts, basis, null) };
}

export function inferFrom(parts: readonly DatePart[], basis: string, evidence: Range | null): Inferred[] {
  return parts.map((part) => ({ part, basis, evidence }));
}

export function inferYear(giver: Known): Inferred[] {
  return inferFrom(YEAR_ONLY, `The year of “${giver.words}”; these words give none.`, giver.range);
}

/** The date of publication from EDTF: a day, a month or a year; null if it has no single year. */
export function readPublished(edtf: string | null): Published | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?:[T?~%]|$)/.exec(edtf ?? '') ?? [];
  if (year === undefined || Number(year) < 200 || Number(year) > 9000) return null;
  const published = { year: Number(year), month: numberOrNull(month), day: numberOrNull(day) };
  return published.day === null || dayOf(published) !== null ? published : null;
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** The day; null if the date is less exact. */
export function dayOf({ year, month, day }: Published): Day | null {
  if (month === null || day === null) return null;
  return isDay({ year, month, day }) ? { year, month, day } : null;
}

/** "March 6, 2025", "March 2025", "2025": the date as a basis names it. */
export function nameOfPublished({ year, month, day }: Published): string {
  if (month === null) return String(year);
  return day === null ? `${nameOfMonth(month)} ${year}` : `${nameOfMonth(month)} ${day}, ${year}`;
}

export function countedFrom(published: Published): string {
  return `Counted from the date of publication, ${nameOfPublished(published)}.`;
}
