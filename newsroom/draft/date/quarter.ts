/** Quarters, halves and other months of a year: "the first quarter of 2016", "Q3", "H1 2016", "the first nine months of last year". */
import { readCount, readOrdinal } from './number.ts';
import type { Read } from './reading.ts';
import { readSidedUnit } from './relative.ts';
import { lowerAt, textAt, type Word } from './word.ts';
import { yearAt } from './year.ts';

/** The part of a year that begins at a place; without its year only a quarter, which is the most recent one. */
export function readPartOfYear(words: readonly Word[], at: number): Read | null {
  const part = readLetter(words, at) ?? readOrdinalPart(words, at) ?? readMonths(words, at);
  if (part === null) return null;
  const { firstMonth, months } = part;
  const rule = months === 3 ? 'quarter' : months === 6 ? 'half-year' : 'months-of-year';
  const of = lowerAt(words, at + part.length) === 'of' ? 1 : 0;
  const year = yearAt(words, at + part.length + of);
  if (year !== null) {
    const [from, to] = [firstMonth, firstMonth + months - 1].map((month) => String(month).padStart(2, '0'));
    const edtf = from === to ? `${year}-${from}` : `${year}-${from}/${year}-${to}`;
    return { reading: { kind: 'complete', edtf }, length: part.length + of + 1, rule };
  }
  const sided =
    readSidedUnit(words, at + part.length + of) ?? (of === 1 ? readTheYear(words, at + part.length + 1) : null);
  const isOfYear = sided?.reading.kind === 'from-publication' && sided.reading.unit === 'year';
  if (!isOfYear && (of === 1 || rule !== 'quarter')) return null;
  const yearsFromPublication = isOfYear ? sided.reading.count : null;
  const length = part.length + (isOfYear ? of + sided.length : 0);
  return { reading: { kind: 'part-of-year', firstMonth, months, yearsFromPublication }, length, rule };
}

function readTheYear(words: readonly Word[], at: number): Read | null {
  if (lowerAt(words, at) !== 'the' || lowerAt(words, at + 1) !== 'year') return null;
  return { reading: { kind: 'from-publication', unit: 'year', count: 0 }, length: 2, rule: 'this-year' };
}

function part(number: number, parts: number, length: number) {
  return { firstMonth: ((number - 1) * 12) / parts + 1, months: 12 / parts, length };
}

const LETTERS: ReadonlyMap<string, number> = new Map([
  ['Q', 4],
  ['H', 2],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['quarter', 4],
  ['half', 2],
]);

/** "Q1", "H2": two words, since a number begins a word. */
function readLetter(words: readonly Word[], at: number) {
  const parts = LETTERS.get(textAt(words, at));
  if (parts === undefined || words[at + 1]?.joined !== true) return null;
  const number = Number(textAt(words, at + 1));
  return number >= 1 && number <= parts ? part(number, parts, 2) : null;
}

function readOrdinalPart(words: readonly Word[], at: number) {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const number = readOrdinal(lowerAt(words, at + article));
  if (number === null) return null;
  const dash = lowerAt(words, at + article + 1) === '-' ? 1 : 0;
  const parts = UNITS.get(lowerAt(words, at + article + dash + 1));
  return parts !== undefined && number >= 1 && number <= parts ? part(number, parts, article + dash + 2) : null;
}

/** "the first nine months", "the last two months". */
function readMonths(words: readonly Word[], at: number) {
  const which = lowerAt(words, at + 1);
  if (lowerAt(words, at) !== 'the' || !/^(?:first|last|final)$/.test(which)) return null;
  const count = readCount(words, at + 2);
  if (count === null) return null;
  if (lowerAt(words, at + 2 + count.length) !== 'months' || count.value < 2 || count.value > 11) return null;
  const firstMonth = which === 'first' ? 1 : 13 - count.value;
  return { firstMonth, months: count.value, length: 3 + count.length };
}
