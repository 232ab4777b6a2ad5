/**
 * Numbers, months and languages in the reader's language. Making a formatter takes a third of a millisecond; uncached,
 * the months took a tenth of the front page's CPU. There are few languages to keep one for: see `http/language.ts`.
 */
import { BoundedCache } from '../../data/bounded-cache.ts';

/** `1,234`. */
export function numberIn(language: string, value: number): string {
  return NUMBERS.get(language, openNumbers).format(value);
}

/** `March 2025` for `2025-03`. */
export function monthIn(language: string, month: string): string {
  return MONTHS.get(language, openMonths).format(new Date(month));
}

/** `Mar 2025` for `2025-03`. */
export function shortMonthIn(language: string, month: string): string {
  return SHORT_MONTHS.get(language, openShortMonths).format(new Date(month));
}

/** `4 Mar` for `2025-03-04`. */
export function shortDayIn(language: string, day: string): string {
  return SHORT_DAYS.get(language, openShortDays).format(new Date(day));
}

/** `Polish` for `pl`; the tag itself if it has no name, or is malformed. */
export function languageIn(language: string, tag: string): string {
  try {
    return LANGUAGES.get(language, openLanguages).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const KEPT = 64;
const NUMBERS = new BoundedCache<string, Intl.NumberFormat>(KEPT);
const MONTHS = new BoundedCache<string, Intl.DateTimeFormat>(KEPT);
const SHORT_MONTHS = new BoundedCache<string, Intl.DateTimeFormat>(KEPT);
const SHORT_DAYS = new BoundedCache<string, Intl.DateTimeFormat>(KEPT);
const LANGUAGES = new BoundedCache<string, Intl.DisplayNames>(KEPT);

function openNumbers(language: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language);
}

function openMonths(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function openShortMonths(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
}

function openShortDays(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
}

function openLanguages(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
}
