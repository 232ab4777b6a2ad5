/** Holidays: "Christmas Day", "Labor Day", "Easter Monday", "before Thanksgiving", "Christmas Eve 2016". */
import { addDays, type Day, lastDayOf, weekdayOf, weekdayOfDay } from './calendar.ts';
import { monthAt } from './month.ts';
import { readOrdinal } from './number.ts';
import { type Read, SIDES } from './reading.ts';
import { lowerAt, possessiveAt, textAt, type Word } from './word.ts';
import { yearAt } from './year.ts';

/** The holiday that begins at a place, with its year if that follows; null if there is none. */
export function readHoliday(words: readonly Word[], at: number): Read | null {
  if (lowerAt(words, at) === 'the') return readNthWeekday(words, at);
  const side = SIDES.get(lowerAt(words, at)) ?? null;
  const lead = side === null ? 0 : 1;
  const name = readName(words, at + lead);
  if (name === null) return null;
  const comma = textAt(words, at + lead + name.length) === ',' ? 1 : 0;
  const year = yearAt(words, at + lead + name.length + comma);
  if (name.isShort && side === null && year === null && !isTime(words, at, name.length)) return null;
  const length = lead + name.length + (year === null ? 0 : comma + 1);
  return { reading: { kind: 'holiday', dayIn: name.dayIn, year, side }, length, rule: 'holiday' };
}

/** "the first Monday of March", "the last Friday in August 2016". */
function readNthWeekday(words: readonly Word[], at: number): Read | null {
  const number = lowerAt(words, at + 1) === 'last' ? 5 : readOrdinal(lowerAt(words, at + 1));
  const weekday = weekdayOf(textAt(words, at + 2));
  if (number === null || number > 5 || weekday === null) return null;
  const month = /^(?:in|of)$/.test(lowerAt(words, at + 3)) ? monthAt(words, at + 4) : null;
  if (month === null) return null;
  const year = yearAt(words, at + 4 + month.length);
  const dayIn = (inYear: number) => {
    const start = number === 5 ? lastDayOf({ year: inYear, month: month.month }).day - 6 : 7 * number - 6;
    return from(month.month, start, weekday)(inYear);
  };
  const length = 4 + month.length + (year === null ? 0 : 1);
  return { reading: { kind: 'holiday', dayIn, year, side: null }, length, rule: 'nth-weekday' };
}

function readName(words: readonly Word[], at: number) {
  if (!FIRST.has(textAt(words, at))) return null;
  const short = SHORT.get(textAt(words, at));
  let [name, length] = ['', 0];
  while (length < LONGEST && /^\p{Lu}/u.test(textAt(words, at + length))) {
    name += ` ${textAt(words, at + length)}`;
    length += 1 + possessiveAt(words, at + length + 1);
    if (/^['’]$/.test(textAt(words, at + length))) length++;
    const dayIn = HOLIDAYS.get(name.trim());
    if (dayIn !== undefined) return { dayIn, length, isShort: false };
  }
  return short === undefined ? null : { dayIn: short, length: 1, isShort: true };
}

/** "before Christmas", but not "a Christmas card" and not "before Christmas dinner". */
function isTime(words: readonly Word[], at: number, length: number): boolean {
  const after = words[at + length];
  const goesOn = after !== undefined && !after.opens && /^\p{L}|^-$/u.test(after.text) && !GOES_ON.test(after.lower);
  return /^(?:by|before|after|since|until|till|on)$/.test(lowerAt(words, at - 1)) && !goesOn;
}

const GOES_ON = /^(?:and|or|but|in|at|on|for|to|when|while|if|as|with|by|was|were|is|will|would|he|she|it|they|the|a)$/;

/** In words and marks: "New Year’s Day" has five. */
const LONGEST = 6;

type DayIn = (year: number) => Day;

function on(month: number, day: number): DayIn {
  return (year) => ({ year, month, day });
}

/** The first such weekday on or after a day: Thanksgiving is the first Thursday on or after November 22. */
function from(month: number, day: number, weekday: number): DayIn {
  return (year) => {
    const start = { year, month, day };
    return addDays(start, (weekday - weekdayOfDay(start) + 7) % 7);
  };
}

function fromEaster(days: number): DayIn {
  return (year) => addDays(easterIn(year), days);
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876. */
function easterIn(year: number): Day {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const shift = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + shift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * late + 114;
  return { year, month: Math.floor(days / 31), day: (days % 31) + 1 };
}

/** Only holidays that fall on the same day in every country that has them: no Independence Day, no Labour Day. */
const HOLIDAYS: ReadonlyMap<string, DayIn> = new Map([
  ['New Year Day', on(1, 1)],
  ['Valentine Day', on(2, 14)],
  ['May Day', on(5, 1)],
  ['Bastille Day', on(7, 14)],
  ['Veterans Day', on(11, 11)],
  ['Christmas Eve', on(12, 24)],
  ['Christmas Day', on(12, 25)],
  ['Boxing Day', on(12, 26)],
  ['New Year Eve', on(12, 31)],
  ['Martin Luther King Day', from(1, 15, 1)],
  ['Presidents Day', from(2, 15, 1)],
  ['Memorial Day', from(5, 25, 1)],
  ['Labor Day', from(9, 1, 1)],
  ['Columbus Day', from(10, 8, 1)],
  ['Thanksgiving Day', from(11, 22, 4)],
  ['Ash Wednesday', fromEaster(-46)],
  ['Palm Sunday', fromEaster(-7)],
  ['Good Friday', fromEaster(-2)],
  ['Easter Sunday', fromEaster(0)],
  ['Easter Monday', fromEaster(1)],
]);

const SHORT: ReadonlyMap<string, DayIn> = new Map([
  ['Easter', fromEaster(0)],
  ['Halloween', on(10, 31)],
  ['Thanksgiving', from(11, 22, 4)],
  ['Christmas', on(12, 25)],
]);

/** The first words of all these names. */
const FIRST: ReadonlySet<string> = new Set(
  [...HOLIDAYS.keys(), ...SHORT.keys()].flatMap((name) => name.split(' ')[0] ?? []),
);
