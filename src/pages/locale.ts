/** Numbers and months in the reader's language. */
import { BoundedCache } from '../../data/bounded-cache.ts';

/**
 * `1,234`, as `toLocaleString` writes it. Formatters are kept: making one takes ten times as long as all else on the front
 * page that has to do with language, and `http/language.ts` lets few languages through.
 */
export function numberIn(language: string, value: number): string {
  return NUMBERS.get(language, openNumbers).format(value);
}

/** `March 2025` for `2025-03`. */
export function monthIn(language: string, month: string): string {
  return MONTHS.get(language, openMonths).format(new Date(month));
}

const NUMBERS = new BoundedCache<string, Intl.NumberFormat>(64);
const MONTHS = new BoundedCache<string, Intl.DateTimeFormat>(64);

function openNumbers(language: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language);
}

function openMonths(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
