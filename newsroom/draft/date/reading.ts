/** Readings: the meaning of a date's words alone, before anything is inferred. */
import type { Day } from './calendar.ts';

/** "June 27, 2025", "June 27", "June", "2025"; with a weekday only if a month, or a day of a month, is named too. */
export interface CalendarReading {
  readonly kind: 'calendar';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** "last June", "next June 27": −1, 1; "this June": 0. */
  readonly side: Side | null;
  /** "June last year": −1. */
  readonly yearsFromPublication: number | null;
}

/** "Christmas Day", "next Easter". */
export interface HolidayReading {
  readonly kind: 'holiday';
  readonly dayIn: (year: number) => Day;
  readonly year: number | null;
  readonly side: Side | null;
}

/** "Tuesday", "last Tuesday", "Tuesday last week", "Tuesday fortnight". */
export interface WeekdayReading {
  readonly kind: 'weekday';
  readonly weekday: number;
  readonly side: Side | null;
  readonly week: Side | null;
  /** A number of weeks after the coming one, or before the last one if negative. */
  readonly weeksFurther: number;
}

/** "last summer", "autumn this year". */
export interface SeasonReading {
  readonly kind: 'season';
  readonly season: number;
  readonly side: Side | null;
  readonly yearsFromPublication: number | null;
}

export interface PartOfYearReading {
  readonly kind: 'part-of-year';
  readonly firstMonth: number;
  readonly months: number;
  readonly yearsFromPublication: number | null;
}

/** A date by a name that returns: of a month, a weekday, a season. */
export type NamedReading = CalendarReading | WeekdayReading | SeasonReading;

/** Past, present, future. */
export type Side = -1 | 0 | 1;

export const UNITS = ['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century'] as const;
export type Unit = (typeof UNITS)[number];

export type Reading =
  | CalendarReading
  | HolidayReading
  /** Complete by itself: a decade, an interval of years. */
  | { readonly kind: 'complete'; readonly edtf: string }
  | WeekdayReading
  /** A number of months of a year: "the third quarter", "the first half of last year". */
  | PartOfYearReading
  | SeasonReading
  /** A name read as if the article had been published on an earlier date of the text: "the following Tuesday", "that June". */
  | { readonly kind: 'by-date-before'; readonly named: NamedReading; readonly unit: Unit; readonly isPast: boolean }
  /** A number of units from the day of publication: "last week", "three years ago", "tomorrow". */
  | { readonly kind: 'from-publication'; readonly unit: Unit; readonly count: number }
  /** A number of units from an earlier date of the text: "the same day", "two years later". */
  | { readonly kind: 'from-date-before'; readonly unit: Unit; readonly count: number }
  /** A period that ends or begins with the publication: "the past 30 days". */
  | { readonly kind: 'stretch'; readonly unit: Unit; readonly count: number }
  /** Its last day: "the end of the year". */
  | { readonly kind: 'end-of'; readonly unit: 'month' | 'year'; readonly count: number };

/** A reading, the number of its words, and the rule that found it. */
export interface Read {
  readonly reading: Reading;
  readonly length: number;
  readonly rule: string;
  readonly approximate?: true;
}

/** Words for past, present and future. */
export const SIDES: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['last', -1],
  ['past', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
]);

/** The unit that a word names, in the singular or plural: "year", "years". */
export function unitOf(word: string): Unit | null {
  if (word === 'centuries') return 'century';
  return UNITS.find((unit) => word === unit || word === `${unit}s`) ?? null;
}
