/** What the words of a date say by themselves, before anything is inferred. */

/** "June 27, 2025", "June 27", "June", "2025"; with a weekday only where a month or a day of it is named too. */
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

/** The time before, the present one, the time to come. */
export type Side = -1 | 0 | 1;

export const UNITS = ['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century'] as const;
export type Unit = (typeof UNITS)[number];

export type Reading =
  | CalendarReading
  /** Complete in itself: a decade, an interval of years. */
  | { readonly kind: 'complete'; readonly edtf: string }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly side: Side | null; readonly week: Side | null }
  | { readonly kind: 'quarter'; readonly number: number }
  | { readonly kind: 'season'; readonly season: number; readonly side: Side | null }
  /** So many units from the day of publication: "last week", "three years ago", "tomorrow". */
  | { readonly kind: 'from-publication'; readonly unit: Unit; readonly count: number }
  /** So many units from the date that the text names before: "the same day", "two years later". */
  | { readonly kind: 'from-date-before'; readonly unit: Unit; readonly count: number }
  /** From then until publication, or from publication until then: "the past 30 days". */
  | { readonly kind: 'stretch'; readonly unit: Unit; readonly count: number }
  /** Its last day: "the end of the year". */
  | { readonly kind: 'end-of'; readonly unit: 'month' | 'year'; readonly count: number };

/** A reading, how many words it takes, and the rule that found it. */
export interface Read {
  readonly reading: Reading;
  readonly length: number;
  readonly rule: string;
  readonly approximate?: true;
}

/** Words that say on which side of now something lies. */
export const SIDES: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['last', -1],
  ['past', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
]);

/** The unit that a word names, one or several: "year", "years". */
export function unitOf(word: string): Unit | null {
  if (word === 'centuries') return 'century';
  return UNITS.find((unit) => word === unit || word === `${unit}s`) ?? null;
}
