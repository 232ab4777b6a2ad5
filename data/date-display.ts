/**
 * Dates for readers: shows a date of EDTF level 0 or 1 that the compiler accepted, in a language.
 *
 * The languages of `date-words.ts` have words for every kind of vagueness. For any other language, days, months and
 * years come from `Intl` if it knows the months, and signs and the notation itself show the rest: never words of
 * another language.
 */
import { BoundedCache } from './bounded-cache.ts';
import { DATE_LANGUAGES, type DateInWords, type DateLanguage } from './date-words.ts';
import type { FuzzyDate } from './model.ts';
import type { Meter } from './store.ts';

/** The date for a reader of the language with this BCP 47 tag; null if the tag is not valid. */
export function displayDate({ edtf }: Pick<FuzzyDate, 'edtf'>, tag: string, meter: Meter): string | null {
  const writer = writerOf(tag, meter);
  if (writer === null) return null;
  const [from = '', to] = edtf.split('/');
  const start = readSide(from);
  if (to === undefined) return start === null ? edtf : writer.write(start);
  const end = readSide(to);
  if (start === null) return end === null ? edtf : writer.until(end);
  return end === null ? writer.since(start) : writer.between(start, end);
}

/** One date of the notation. Parts that it does not give are null. */
interface Side {
  readonly edtf: string;
  readonly kind: 'CENTURY' | 'DECADE' | 'YEAR' | 'SEASON' | 'MONTH' | 'DAY';
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  /** From 0: spring. */
  readonly season: number;
  /** ", 15:00 UTC"; empty if no time is given. */
  readonly time: string;
  readonly isApproximate: boolean;
  readonly isUncertain: boolean;
}

const SIDE =
  /^(?<year>\d{2}[\dX]{2})(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)?(?:T(?<clock>\d\d:\d\d)[\d:.]*(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?(?<mark>[?~%])?$/;

/** Null for an open or unknown end. */
function readSide(edtf: string): Side | null {
  const { year = '', month, day, clock, zone, mark } = SIDE.exec(edtf)?.groups ?? {};
  if (year === '') return null;
  const number = known(month);
  return {
    edtf,
    kind: kindOf(year, number, known(day)),
    year: Number(year.replaceAll('X', '0')),
    month: number - 1,
    day: known(day),
    season: number - FIRST_SEASON,
    time: clock === undefined ? '' : `, ${clock}${zone === undefined ? '' : ` UTC${zone === 'Z' ? '' : zone}`}`,
    isApproximate: mark === '~' || mark === '%',
    isUncertain: mark === '?' || mark === '%',
  };
}

const FIRST_SEASON = 21;

/** 0 for parts that are not given. */
function known(part: string | undefined): number {
  return part === undefined || part === 'XX' ? 0 : Number(part);
}

function kindOf(year: string, month: number, day: number): Side['kind'] {
  if (year.endsWith('XX')) return 'CENTURY';
  if (year.endsWith('X')) return 'DECADE';
  if (day > 0) return 'DAY';
  return month === 0 ? 'YEAR' : month < FIRST_SEASON ? 'MONTH' : 'SEASON';
}

/** How a language writes one date or two. */
interface DateWriter {
  readonly write: (date: Side) => string;
  readonly since: (date: Side) => string;
  readonly until: (date: Side) => string;
  readonly between: (start: Side, end: Side) => string;
}

/** A formatter takes a third of a millisecond to make, and callers choose the tags. */
const WRITERS = new BoundedCache<string, DateWriter | null>(64);
/** A tag of a language with its script and region is never longer. */
const LONGEST_TAG = 100;

function writerOf(tag: string, meter: Meter): DateWriter | null {
  if (tag.length > LONGEST_TAG) return null;
  const known = WRITERS.find(tag);
  if (known !== undefined) return known;
  const made = makeWriter(tag, meter);
  WRITERS.keep(tag, made);
  return made;
}

/** Microseconds for the `Intl` formatters of a language; a language of `date-words.ts` needs none. */
const MADE = 1000;

function makeWriter(tag: string, meter: Meter): DateWriter | null {
  const locale = toLocale(tag);
  if (locale === null) return null;
  const words = DATE_LANGUAGES.get(locale.language);
  const { script, region } = locale.maximize();
  if (words === undefined || words.script !== script) {
    meter.spend(MADE);
    return signWriter(namerOf(locale));
  }
  // "en" alone does not mean the United States here, as it does for Unicode: most of the world writes the day first.
  return wordWriter(words, locale.language === 'en' && locale.region !== undefined && MONTH_FIRST.has(region ?? ''));
}

/** Where English is written as "June 27, 2025". */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'CA', 'PH', 'PR']);

function toLocale(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

function wordWriter(language: DateLanguage, isMonthFirst: boolean): DateWriter {
  const say = isMonthFirst ? sayMonthFirst : sayDayFirst;
  const plain = (date: Side, omitted?: Omitted) => wordsOf(date, language, say, false, omitted);
  const inWords = (date: Side, omitted?: Omitted): DateInWords => ({
    kind: date.kind === 'DAY' || date.kind === 'MONTH' ? date.kind : 'YEAR',
    plain: plain(date, omitted),
    after: wordsOf(date, language, say, true, omitted),
  });
  return {
    write: (date) =>
      date.isApproximate
        ? `${language.around(inWords(date))}${date.isUncertain ? ' (?)' : ''}`
        : `${plain(date)}${signOf(date)}`,
    since: (date) => `${language.since(inWords(date))}${signOf(date)}`,
    until: (date) => `${language.until(inWords(date))}${signOf(date)}`,
    between(start, end) {
      if (start.kind !== end.kind || signOf(start) !== '' || signOf(end) !== '') {
        return [start, end].map((date) => `${plain(date)}${signOf(date)}`).join(' – ');
      }
      const omitted = omittedBetween(start, end);
      // Only the article's words say whether it lasted all that time or happened once within it.
      return `${inWords(start, omitted).plain} – ${inWords(end, omitted && `${omitted}_BEFORE`).plain}`;
    },
  };
}

/** Signs after a date if its language has no words for this. */
function signOf({ isApproximate, isUncertain }: Side): string {
  return isApproximate || isUncertain ? ` (${isApproximate ? '~' : ''}${isUncertain ? '?' : ''})` : '';
}

/** The parts that two dates share and only one of them shows: "3 and 5 March 2025". */
type Omitted = 'YEAR' | 'MONTH' | 'YEAR_BEFORE' | 'MONTH_BEFORE';

function omittedBetween(start: Side, end: Side): 'YEAR' | 'MONTH' | undefined {
  const hasMonth = start.kind === 'DAY' || start.kind === 'MONTH';
  if (!hasMonth || start.time !== '' || end.time !== '' || start.year !== end.year) return undefined;
  return start.kind === 'DAY' && start.month === end.month ? 'MONTH' : 'YEAR';
}

type SayDay = (day: string, month: string, year: string, omitted: Omitted | undefined) => string;

const sayDayFirst: SayDay = (day, month, year, omitted) => {
  if (omitted === 'MONTH') return day;
  return omitted === 'YEAR' ? `${day} ${month}` : `${day} ${month} ${year}`;
};

const sayMonthFirst: SayDay = (day, month, year, omitted) => {
  if (omitted === 'MONTH_BEFORE') return `${day}, ${year}`;
  return omitted === 'YEAR' || omitted === 'MONTH' ? `${month} ${day}` : `${month} ${day}, ${year}`;
};

function wordsOf(
  { kind, year, month, day, season, time }: Side,
  language: DateLanguage,
  say: SayDay,
  isAfter: boolean,
  omitted: Omitted | undefined,
): string {
  const { months, monthsAfter = months } = language;
  switch (kind) {
    case 'CENTURY':
      return language.century(year / 100 + 1);
    case 'DECADE':
      return language.decade(year);
    case 'YEAR':
      return language.year(year, isAfter);
    case 'SEASON':
      return language.season(language.seasons[season] ?? '', year);
    case 'MONTH': {
      const name = (isAfter ? monthsAfter : months)[month] ?? '';
      return omitted === 'YEAR' ? name : `${name} ${language.yearOf(year)}`;
    }
    case 'DAY': {
      const words = say(language.day(day), monthsAfter[month] ?? '', language.yearOf(year), omitted);
      return `${isAfter ? language.articleOfDay : ''}${words}${time}`;
    }
  }
}

/** Writes with a language's form of a single date, and signs around it. */
function signWriter(name: (date: Side) => string): DateWriter {
  const write = (date: Side) => `${name(date)}${signOf(date)}`;
  return {
    write,
    since: (date) => `${write(date)} –`,
    until: (date) => `– ${write(date)}`,
    between: (start, end) => `${write(start)} – ${write(end)}`,
  };
}

/** Days, months and years from `Intl` if it has them in the language; everything else in the notation. */
function namerOf(locale: Intl.Locale): (date: Side) => string {
  const notation = ({ edtf }: Side) => edtf.replace(/[?~%]$/, '');
  if (Intl.DateTimeFormat.supportedLocalesOf([locale]).length === 0) return notation;
  const open = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', ...parts, calendar: 'gregory', timeZone: 'UTC' });
  const formats = { DAY: open({ month: 'long', day: 'numeric' }), MONTH: open({ month: 'long' }), YEAR: open({}) };
  // If it has a language but not its months, which is common in workerd, it numbers them: "2025 M06".
  const [month] = formats.MONTH.formatToParts(0).filter(({ type }) => type === 'month');
  if (month === undefined || /^M\d/.test(month.value)) return notation;
  return (date) => {
    const { kind, year } = date;
    // For years before our era it writes a different number.
    if (kind === 'SEASON' || kind === 'CENTURY' || kind === 'DECADE' || year === 0) return notation(date);
    const day = new Date(0).setUTCFullYear(year, kind === 'YEAR' ? 0 : date.month, kind === 'DAY' ? date.day : 1);
    return `${formats[kind].format(day)}${date.time}`;
  };
}
