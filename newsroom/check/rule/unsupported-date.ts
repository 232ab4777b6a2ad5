/** `unsupported-date`: a date that its words do not support. */

import {
  DATE_PARTS,
  type DatePart,
  type FuzzyDate,
  type Path,
  quoted,
  type YamlSource,
} from '../../../data/compile/index.ts';
import { readNames } from '../calendar.ts';
import { isEnglish, lookAtEach, type Reading } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds dates whose year, month, day or weekday differs from their words, and dates with a year, month or day that the
 * words lack and `inferred` does not name.
 *
 * It reads months and weekdays in the language of the article, in any form. It reads numbers in words ("the
 * twenty-seventh") only in English; in other languages, words without a digit need not give a day. It ignores everything
 * but the year of intervals, seasons, decades and centuries; feasts, which imply their day; scripts without spaces; and
 * years in languages with other calendars (Arabic, Persian, Hebrew, Thai).
 */
export const unsupportedDate: Rule = {
  name: 'unsupported-date',
  about: 'a date that its words do not give and that is not marked as inferred',
  look: lookAtEach(lookAt),
};

interface Dated {
  readonly date: FuzzyDate | null;
  readonly yaml: YamlSource;
  readonly path: Path;
}

function lookAt(reading: Reading): Warning[] {
  return listDates(reading).flatMap(({ date, yaml, path }) => {
    if (date?.words == null) return [];
    const fault = findFault(date, date.words, reading);
    if (fault === null) return [];
    return [
      {
        at: yaml.at([...path, 'edtf']),
        says: `The date is ${date.edtf}, but ${fault.says}`,
        expected: 'the date that the words give, and "inferred" for each part that follows from something else.',
        fix: fault.fix,
      },
    ];
  });
}

function listDates({ authored, asserted, events, statements, facts }: Reading): Dated[] {
  const { yaml } = authored.annotation;
  return [
    { date: asserted.article.published, yaml: authored.text.yaml, path: ['published'] },
    ...events.map(({ read, path }) => ({ date: read.report.date, yaml, path: [...path, 'date'] })),
    ...statements.map(({ read, path }) => ({ date: read.quote.date, yaml, path: [...path, 'date'] })),
    ...facts.flatMap(({ read, path }) =>
      read.flatMap((fact): Dated[] => {
        if (fact.type === 'LifeDate') return [{ date: fact.date, yaml, path: [...path, fact.kind.toLowerCase()] }];
        if (fact.type !== 'Position') return [];
        return (['since', 'until'] as const).map((end) => ({
          date: fact[end],
          yaml,
          path: [...path, 'position', end],
        }));
      }),
    ),
  ];
}

interface Fault {
  readonly says: string;
  readonly fix: string;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const OTHER_YEARS = /^(ar|fa|he|th)(-|$)/;

function findFault(date: FuzzyDate, words: string, reading: Reading): Fault | null {
  const inferred = new Set(date.inferred.map(({ part }) => part));
  const year = OTHER_YEARS.test(reading.language) ? null : faultOfYear(date, words);
  if (year !== null || UNSPACED.test(words) || !/^\d{4}(-\d\d){0,2}([T?~%].*)?$/.test(date.edtf)) return year;
  return (
    faultOfMonth(date, words, reading, inferred) ??
    faultOfDay(date, words, inferred) ??
    faultOfWeekday(date, words, reading) ??
    faultOfMissing(date, words, reading, inferred)
  );
}

function correct(says: string): Fault {
  return { says, fix: 'Correct the date, or quote the words that give it.' };
}

function faultOfYear({ earliest, latest }: FuzzyDate, words: string): Fault | null {
  const years = Array.from(words.matchAll(/(?<![\d.,])(?:1[0-9]|20)\d\d(?![\d’']|[.,]\d)(?!s)/gu), ([year]) => year);
  const outside = years.find((year) => year < (earliest ?? '').slice(0, 4) || year > (latest ?? '9999').slice(0, 4));
  return outside === undefined ? null : correct(`its words ${quoted(words)} give the year ${outside}.`);
}

function faultOfMonth(
  { edtf }: FuzzyDate,
  words: string,
  { language }: Reading,
  inferred: ReadonlySet<DatePart>,
): Fault | null {
  const month = monthOf(edtf);
  const { months } = readNames(words, language);
  if (month === null || inferred.has('MONTH') || months.size === 0 || months.has(month)) return null;
  return correct(`its words ${quoted(words)} give another month.`);
}

function faultOfDay({ edtf }: FuzzyDate, words: string, inferred: ReadonlySet<DatePart>): Fault | null {
  const day = dayOf(edtf);
  const days = daysIn(words);
  if (day === null || inferred.has('DAY') || days.length === 0) return null;
  // "14 to 16 June" also gives the days in between.
  const isBetween = days.length > 1 && day >= Math.min(...days) && day <= Math.max(...days);
  return isBetween ? null : days.includes(day) ? null : correct(`its words ${quoted(words)} give another day.`);
}

function faultOfWeekday({ edtf }: FuzzyDate, words: string, { language }: Reading): Fault | null {
  const { weekdays } = readNames(words, language);
  if (dayOf(edtf) === null || weekdays.size === 0 || /\b(before|after)\b/i.test(words)) return null;
  const weekday = new Date(`${edtf.slice(0, 10)}T00:00:00Z`).getUTCDay();
  if (weekdays.has(weekday)) return null;
  return correct(`that is a ${WEEKDAYS[weekday] ?? ''}; its words are ${quoted(words)}.`);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function faultOfMissing(
  date: FuzzyDate,
  words: string,
  reading: Reading,
  inferred: ReadonlySet<DatePart>,
): Fault | null {
  if (FEAST.test(words)) return null;
  const has = {
    YEAR: /\d{4}|(?<!\d)['’]\d\d/.test(words) || hasNumericDate(words),
    MONTH: readNames(words, reading.language).months.size > 0 || hasNumericDate(words),
    DAY: daysIn(words).length > 0 || NUMBER.test(words),
  };
  const isGiven = (part: DatePart) => has[part] || inferred.has(part) || (!isEnglish(reading) && !/\d/.test(words));
  const lacking = DATE_PARTS.filter((part) => partOf(date.edtf, part) !== null && !isGiven(part));
  if (lacking.length === 0) return null;
  const names = lacking.map((part) => part.toLowerCase()).join(' and ');
  return {
    says: `its words ${quoted(words)} do not give the ${names}.`,
    fix: `Add the basis of the ${names} to "inferred", or write a less precise date.`,
  };
}

const FEAST = /\b(christmas|new year|halloween|valentine|all saints|independence day|epiphany|may day|boxing day)/i;
/** English numbers from one to thirty-one, in letters. */
const NUMBER =
  /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty)\b/i;

function hasNumericDate(words: string): boolean {
  return /\d{1,2}[./-]\d{1,2}([./-]\d{2,4})?/.test(words);
}

/** Numbers that can be a day of the month, without those of a time of day. */
function daysIn(words: string): number[] {
  const dates = words.replace(/\d{1,2}[:.]\d\d\s*([ap]\.?m)|\d{1,2}:\d\d|\d{1,2}\s*[ap]\.?m\b/gi, ' ');
  return Array.from(dates.matchAll(/(?<!\d)\d{1,2}(?!\d|\s*%)/g), ([number]) => Number(number)).filter(
    (number) => number >= 1 && number <= 31,
  );
}

function partOf(edtf: string, part: DatePart): number | null {
  if (part === 'YEAR') return Number(edtf.slice(0, 4));
  return part === 'MONTH' ? monthOf(edtf) : dayOf(edtf);
}

/** Null also for a season. */
function monthOf(edtf: string): number | null {
  const month = Number(/^\d{4}-(\d\d)/.exec(edtf)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

function dayOf(edtf: string): number | null {
  const day = /^\d{4}-\d\d-(\d\d)/.exec(edtf)?.[1];
  return day === undefined ? null : Number(day);
}
