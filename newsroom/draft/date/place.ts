/** Where a text names dates, before they are resolved. */
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
  /** The numbers of its first word and of the one behind it. */
  readonly first: number;
  readonly behind: number;
  /** The number of its sentence. */
  readonly sentence: number;
  /** The year, where the words give one that others may share: no birth's. */
  readonly sharedYear: number | null;
}

/** The dates in words, in the order of the text, none over another. */
export function findPlaces(words: readonly Word[]): Place[] {
  const order = figureOrderOf(words);
  const places: Place[] = [];
  let sentence = 0;
  let behind = 0;
  for (const [at, word] of words.entries()) {
    if (word.opens) sentence++;
    if (at < behind || !BEGINS.test(word.text)) continue;
    const read = readDateOrSpan(words, at, order);
    if (read === null) continue;
    const { from, to, length } = read;
    behind = at + length;
    const end = words[behind - 1]?.end ?? word.end;
    const rule = to === null ? from.rule : `${to.rule}-span`;
    const sharedYear = isBirth(words, at) ? null : yearOf(from);
    places.push({ start: word.start, end, from, to, rule, first: at, behind, sentence, sharedYear });
  }
  return places;
}

/** No date begins with a mark, but for “’90s”. */
const BEGINS = /^[\p{L}\d'’‘]/u;

function yearOf({ reading }: Read): number | null {
  return reading.kind === 'calendar' ? reading.year : null;
}

function isBirth(words: readonly Word[], at: number): boolean {
  return [1, 2].some((back) => lowerAt(words, at - back) === 'born');
}
