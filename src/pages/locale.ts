/**
 * Numbers, months and languages in the reader's language. Months have the words of `data/date-words.ts`, because workerd
 * has none in some of its languages. Making a formatter takes a third of a millisecond, and there are few languages to
 * keep one for: see `http/language.ts`.
 */
import { BoundedCache } from '../../data/bounded-cache.ts';
import { displayDate } from '../../data/date-display.ts';
import { DATE_LANGUAGES } from '../../data/date-words.ts';
import { UNMETERED } from '../../data/store.ts';

/** `1,234`. */
export function numberIn(language: string, value: number): string {
  return NUMBERS.get(language, openNumbers).format(value);
}

/** `March 2025` for `2025-03`. */
export function monthIn(language: string, month: string): string {
  return displayDate({ edtf: month }, language, UNMETERED) ?? month;
}

/** `Mar 2025` for `2025-03`. */
export function shortMonthIn(language: string, month: string): string {
  return `${shortMonth(language, month)} ${month.slice(0, 4)}`;
}

/** `4 Mar` for `2025-03-04`. */
export function shortDayIn(language: string, day: string): string {
  const parts = [Number(day.slice(-2)), shortMonth(language, day)];
  return (language === 'en-US' ? parts.toReversed() : parts).join(' ');
}

/** Its first three letters, or four where another month has the same three, as June and July in French. */
function shortMonth(language: string, day: string): string {
  const { months = [] } = DATE_LANGUAGES.get(language.slice(0, 2)) ?? {};
  const name = months[Number(day.slice(5, 7)) - 1] ?? '';
  const isClear = (length: number) =>
    months.every((other) => other === name || !other.startsWith(name.slice(0, length)));
  return name.slice(0, isClear(3) ? 3 : 4);
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
const LANGUAGES = new BoundedCache<string, Intl.DisplayNames>(KEPT);

function openNumbers(language: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language);
}

function openLanguages(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
}
