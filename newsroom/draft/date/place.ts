/** The places of dates in a text, before the dates are resolved. */
import type { Range } from '../sentence.ts';
import { figureOrderOf } from './figures.ts';
import type { Read } from './reading.ts';
import { readDateOrSpan } from './span.ts';
import { lowerAt, type Word } from './word.ts';

/** A date in words: one reading, or the two ends of a span. */
export interface Place extends Range {
  readonly from: Read;
  readonly to: Read | null;
  readonly rule: string;
  /** The numbers of its first word and of the word after it. */
  readonly first: number;
  readonly after: number;
  /** The number of its sentence. */
  readonly sentence: number;
  /** The year, if the words give one that other dates may share, unlike a year of birth. */
  readonly sharedYear: number | null;
}

/** The dates in words, in the order of the text, without overlaps. */
export function findPlaces(words: readonly Word[]): Place[] {
  const order = figureOrderOf(words);
  const places: Place[] = [];
  let sentence = 0;
  let after = 0;
  for (const [at, word] of words.entries()) {
    if (word.opens) sentence++;
    if (at < after || !BEGINS.test(word.text)) continue;
    const read = readDateOrSpan(words, at, order);
    if (read === null) continue;
    const { from, to, length } = read;
    after = at + length;
    const end = words[after - 1]?.end ?? word.end;
    const rule = to === null ? from.rule : `${to.rule}-span`;
    const sharedYear = isBirth(words, at) ? null : yearOf(from);
    places.push({ start: word.start, end, from, to, rule, first: at, after, sentence, sharedYear });
  }
  return places;
}

/** The start of a date: no date begins with a mark, except “’90s”. */
const BEGINS = /^[\p{L}\d'’‘]/u;

function yearOf({ reading }: Read): number | null {
  return reading.kind === 'calendar' ? reading.year : null;
}

function isBirth(words: readonly Word[], at: number): boolean {
  return [1, 2].some((back) => lowerAt(words, at - back) === 'born');
}
