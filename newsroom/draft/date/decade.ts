/** Decades and centuries: "the 1990s", "the ’90s", "the sixties", "the mid-1990s", "the 20th century". */
import { readCount, readOrdinal } from './number.ts';
import type { Read } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';

/** The decade or century that begins at a place; null if there is none. */
export function readDecadeOrCentury(words: readonly Word[], at: number): Read | null {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const part = article === 1 ? lengthOfPart(words, at + 1) : 0;
  const first = at + article + part;
  return readDecade(words, at, first, article + part) ?? readCentury(words, first, article + part);
}

/** "early", "mid-", "late", "early to mid-". */
export function lengthOfPart(words: readonly Word[], at: number): number {
  const first = lengthOfOnePart(words, at);
  if (first === 0 || !/^(?:to|and)$/.test(lowerAt(words, at + first))) return first;
  const second = lengthOfOnePart(words, at + first + 1);
  return second === 0 ? first : first + 1 + second;
}

function lengthOfOnePart(words: readonly Word[], at: number): number {
  if (!/^(?:early|mid|late|later|middle|earlier)$/.test(lowerAt(words, at))) return 0;
  return /^[-‑–]$/.test(lowerAt(words, at + 1)) ? 2 : 1;
}

function readDecade(words: readonly Word[], at: number, first: number, before: number): Read | null {
  const full = /^(\d{3})0s$/.exec(lowerAt(words, first))?.[1];
  if (full !== undefined && Number(full) >= 100 && Number(full) < 220) return decade(full, before + 1);
  const apostrophe = /^['’‘]$/.test(textAt(words, first)) ? 1 : 0;
  const short = /^(\d)0s$/.exec(lowerAt(words, first + apostrophe))?.[1];
  // "in his 40s" is an age.
  if (short !== undefined && (apostrophe === 1 || before > 0 || isAfterDecade(words, at))) {
    return /^(?:his|her|their|my|our)$/.test(lowerAt(words, at - 1))
      ? null
      : decade(`${Number(short) < 3 ? 20 : 19}${short}`, before + apostrophe + 1);
  }
  const spelled = DECADES.indexOf(lowerAt(words, first));
  return spelled > 0 && before > 0 ? decade(`19${spelled}`, before + 1) : null;
}

/** "the 1960s and 70s". */
function isAfterDecade(words: readonly Word[], at: number): boolean {
  return /^(?:and|or|to)$/.test(lowerAt(words, at - 1)) && /^\d{1,3}0s$/.test(lowerAt(words, at - 2));
}

const DECADES = ['', '', 'twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

function decade(digits: string, length: number): Read {
  return { reading: { kind: 'complete', edtf: `${digits}X` }, length, rule: 'decade' };
}

function readCentury(words: readonly Word[], first: number, before: number): Read | null {
  const tens = readCount(words, first);
  const compound = tens !== null && tens.value >= 20 && tens.value % 10 === 0 && lowerAt(words, first + 1) === '-';
  const ordinal = compound ? readOrdinal(lowerAt(words, first + 2)) : readOrdinal(lowerAt(words, first));
  const length = compound ? 3 : 1;
  if (ordinal === null || (tens === null && compound)) return null;
  const number = compound ? (tens?.value ?? 0) + ordinal : ordinal;
  const dash = /^[-‑]$/.test(lowerAt(words, first + length)) ? 1 : 0;
  if (lowerAt(words, first + length + dash) !== 'century' || number < 1 || number > 22) return null;
  const edtf = `${String(number - 1).padStart(2, '0')}XX`;
  return { reading: { kind: 'complete', edtf }, length: before + length + dash + 1, rule: 'century' };
}
