/** Recognizes months and weekdays in any form that a language gives them, from the names that the platform has. */
import { fold } from '../../data/compile/index.ts';

/** The months and weekdays that the words of a date name. */
export interface Named {
  /** From 1; empty if no month is named. */
  readonly months: ReadonlySet<number>;
  /** From 0, Sunday. */
  readonly weekdays: ReadonlySet<number>;
}

/** The months and weekdays that the words name, also inflected ("июне", "iyunun") or abbreviated ("Sept."). */
export function readNames(words: string, language: string): Named {
  const { months, weekdays } = namesOf(language);
  const found = { months: new Set<number>(), weekdays: new Set<number>() };
  for (const [word] of words.matchAll(/[\p{L}\p{M}]+/gu)) {
    const folded = fold(word);
    for (const [index, names] of months.entries()) if (isForm(folded, names)) found.months.add(index + 1);
    for (const [index, names] of weekdays.entries()) if (isForm(folded, names)) found.weekdays.add(index);
  }
  return found;
}

function isForm(word: string, names: readonly string[]): boolean {
  return names.some((name) => {
    if (word === name) return true;
    if (word.length >= 3 && name.startsWith(word)) return true;
    return name.length >= 4 && word.length >= 4 && word.startsWith(name.slice(0, -1)) && word.length <= name.length + 4;
  });
}

interface Calendar {
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
}

const CALENDARS = new Map<string, Calendar>();

function namesOf(language: string): Calendar {
  const known = CALENDARS.get(language);
  if (known !== undefined) return known;
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  // Slavic languages use another form of the month with a day.
  const beside = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const calendar = {
    months: Array.from({ length: 12 }, (_, month) => {
      const date = new Date(Date.UTC(2023, month, 15));
      const part = beside.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
      return [...new Set([fold(alone.format(date)), fold(part)])];
    }),
    // 1 January 2023 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) => [fold(weekday.format(new Date(Date.UTC(2023, 0, 1 + day))))]),
  };
  CALENDARS.set(language, calendar);
  return calendar;
}
