/** Quarters and halves of a year. */
import { readOrdinal } from './number.ts';
import type { Read } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';
import { yearAt } from './year.ts';

/** "the first quarter of 2016", "Q1 2016", "the first half of 2016"; "the third quarter" is the most recent one. */
export function readQuarter(words: readonly Word[], at: number): Read | null {
  // "Q1" is two words, since a number begins a word.
  const short = /^[1-4]$/.exec(textAt(words, at) === 'Q' ? textAt(words, at + 1) : '')?.[0];
  if (short !== undefined) return ofYear(words, at, 2, Number(short), 4);
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const ordinal = lowerAt(words, at + article) === 'last' ? null : readOrdinal(lowerAt(words, at + article));
  const unit = lowerAt(words, at + article + 1);
  if (ordinal === null) return null;
  if (unit === 'quarter' && ordinal <= 4) return ofYear(words, at, article + 2, ordinal, 4);
  return unit === 'half' && ordinal <= 2 ? ofYear(words, at, article + 2, ordinal, 2) : null;
}

function ofYear(words: readonly Word[], at: number, length: number, number: number, parts: 2 | 4): Read | null {
  const of = lowerAt(words, at + length) === 'of' ? 1 : 0;
  const year = yearAt(words, at + length + of);
  if (year === null)
    return parts === 4 && of === 0 ? { reading: { kind: 'quarter', number }, length, rule: 'quarter' } : null;
  const months = 12 / parts;
  const [from, to] = [(number - 1) * months + 1, number * months].map((month) => String(month).padStart(2, '0'));
  return {
    reading: { kind: 'complete', edtf: `${year}-${from}/${year}-${to}` },
    length: length + of + 1,
    rule: parts === 4 ? 'quarter' : 'half-year',
  };
}
