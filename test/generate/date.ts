/** Dates as articles give them: of every exactness, in the words of the article's language. */
import type { AuthoredDate } from '../../data/compile/authored-part.ts';
import type { Language } from './language.ts';
import type { Random } from './random.ts';
import { fillWords } from './template.ts';

/** Days since January 1, 1970. */
export type Day = number;

/** A date before its words stand in a text. */
export interface WordedDate {
  readonly edtf: string;
  readonly words: string;
  readonly inferred?: AuthoredDate['inferred'];
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The first day on which an invented article may be published, and how many follow. */
export const FIRST_DAY: Day = dayOf(2019, 1, 1);
export const LAST_DAY: Day = dayOf(2026, 12, 31);

/** The number of a calendar day. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

/** `YYYY-MM-DD`. */
export function printDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** A day that an article of `published` may tell of: mostly the last few, sometimes long ago, seldom to come. */
export function drawDay(published: Day, random: Random): Day {
  if (random.chance(0.08)) return published + random.between(1, 60);
  const longest = random.chance(0.2) ? 900 : 12;
  return published - Math.floor(random.unit() ** 2 * longest);
}

/** The day, given exactly or more vaguely. The year may be left to the reader where it is that of `published`. */
export function wordDate(day: Day, published: Day, language: Language, random: Random): WordedDate {
  const form = random.unit();
  const edtf = printDay(day);
  const year = edtf.slice(0, 4);
  const { dates } = language;
  if (form < 0.66) return wordDay(day, published, language, random);
  if (form < 0.75) {
    const month = language.months[Number(edtf.slice(5, 7)) - 1] ?? '';
    return { edtf: edtf.slice(0, 7), words: fillWords(dates.month, { month, year }) };
  }
  if (form < 0.82) return wordYear(Number(year), language);
  if (form < 0.88) {
    const end = day + random.between(1, 20);
    const words = fillWords(dates.between, { from: dayWords(day, language), to: dayWords(end, language, true) });
    return { edtf: `${edtf}/${printDay(end)}`, words };
  }
  if (form < 0.91) return wordSeason(day, language);
  if (form < 0.96) return { edtf: `${edtf}~`, words: fillWords(dates.around, { date: dayWords(day, language, true) }) };
  if (form < 0.98)
    return { edtf: `${edtf}?`, words: fillWords(dates.perhaps, { date: dayWords(day, language, true) }) };
  if (form < 0.99) return wordSince(Number(year), language);
  const decade = year.slice(0, 3);
  return { edtf: `${decade}X`, words: fillWords(dates.decade, { decade: `${decade}0` }) };
}

function wordDay(day: Day, published: Day, language: Language, random: Random): WordedDate {
  const edtf = printDay(day);
  const year = printDay(published).slice(0, 4);
  const leavesYear = edtf.startsWith(year) && random.chance(0.4);
  const words = fillWords(language.dates.on, { date: dayWords(day, language, !leavesYear) });
  if (!leavesYear) return { edtf, words };
  return { edtf, words, inferred: [{ part: 'YEAR', basis: `The article was published in ${year}.` }] };
}

/** A year by itself. */
export function wordYear(year: number, { dates }: Language): WordedDate {
  return { edtf: String(year), words: fillWords(dates.year, { year }) };
}

/** From a year on, without an end. */
export function wordSince(year: number, { dates }: Language): WordedDate {
  return { edtf: `${year}/..`, words: fillWords(dates.since, { year }) };
}

function wordSeason(day: Day, { seasons, dates }: Language): WordedDate {
  const edtf = printDay(day);
  const year = Number(edtf.slice(0, 4));
  const month = Number(edtf.slice(5, 7));
  // EDTF names a winter by the year in which it begins.
  const number = Math.floor(((month + 9) % 12) / 3);
  const begun = month < 3 ? year - 1 : year;
  return {
    edtf: `${begun}-${21 + number}`,
    words: fillWords(dates.season, { season: seasons[number] ?? '', year: begun }),
  };
}

function dayWords(day: Day, { dates, monthsOfDay }: Language, withYear = false): string {
  const [year = '', month, date] = printDay(day).split('-');
  const words = { day: Number(date), month: monthsOfDay[Number(month) - 1] ?? '', year };
  return fillWords(withYear ? dates.day : dates.dayOfYear, words);
}
