/** Numbers as they occur in news: "3", "27th", "seventeen", "twenty-five", "a". */
import { lowerAt, type Word } from './word.ts';

export interface Counted {
  readonly value: number;
  /** The number of its words. */
  readonly length: number;
}

/** The number at a place, up to 999; "a" and "an" are one. Null if there is none. */
export function readCount(words: readonly Word[], at: number): Counted | null {
  const word = lowerAt(words, at);
  if (/^\d{1,3}$/.test(word)) return { value: Number(word), length: 1 };
  const value = NUMBERS.get(word);
  if (value === undefined) return null;
  if (value < 20) return { value, length: 1 };
  const next = lowerAt(words, at + 1);
  const after = next === '-' || next === '‑' ? at + 2 : at + 1;
  const units = NUMBERS.get(lowerAt(words, after)) ?? 0;
  const goesOn = units > 0 && units < 10 && !/^an?$/.test(lowerAt(words, after));
  return goesOn ? { value: value + units, length: after - at + 1 } : { value, length: 1 };
}

/** "27th", "first", "20th": its number; null for anything else. */
export function readOrdinal(word: string): number | null {
  const written = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1];
  return written === undefined ? (ORDINALS.get(word) ?? null) : Number(written);
}

/** Whether a word is a number or an ordinal, or begins one: "seventeen", "twenty", "third", "a". */
export function isNumber(word: string): boolean {
  return NUMBERS.has(word) || ORDINALS.has(word);
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...numbered(['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'], 0, 1),
  ...numbered(['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'], 10, 1),
  ...numbered(['eighteen', 'nineteen'], 18, 1),
  ...numbered(['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'], 20, 10),
  ...numbered(['a'], 1, 1),
  ...numbered(['an'], 1, 1),
]);

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...numbered(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'], 1, 1),
  ...numbered(['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth'], 11, 1),
  ...numbered(['seventeenth', 'eighteenth', 'nineteenth', 'twentieth'], 17, 1),
]);

function numbered(words: readonly string[], first: number, step: number): [string, number][] {
  return words.map((word, at) => [word, first + step * at]);
}
