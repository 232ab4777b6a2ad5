/** Words: a text as the words, numbers and marks that the rules of dates read one by one. */
import type { Range } from '../sentence.ts';

export interface Word extends Range {
  /** As written. */
  readonly text: string;
  readonly lower: string;
  /** Whether it follows the previous word directly, without a space. */
  readonly joined: boolean;
  /** Whether it is the first of a sentence, a heading or a line. */
  readonly opens: boolean;
}

/**
 * The words of a text. A word ends at an apostrophe; a number includes its points, commas and colons and the letters
 * attached to it: "year", "’", "s"; "15:11"; "1,200"; "1990s"; "27th".
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { index, 0: found } of text.matchAll(WORD)) {
    const end = words.at(-1)?.end ?? 0;
    words.push({
      start: index,
      end: index + found.length,
      text: found,
      lower: found.toLowerCase(),
      joined: words.length > 0 && end === index,
      opens: opens(words, found, text.slice(end, Math.min(index, end + LONGEST_GAP))),
    });
  }
  return words;
}

const WORD = /\d+(?:[.,:]\d+)*\p{L}*|\p{L}[\p{L}\p{M}]*|[^\s]/gu;
/** A line break further from the word than this is not a writer's. */
const LONGEST_GAP = 200;

function opens(before: readonly Word[], found: string, gap: string): boolean {
  const mark = before.at(-1);
  if (mark === undefined || gap.includes('\n')) return true;
  if (gap === '' || !/^[.!?”"’)]$/.test(mark.text) || /^\p{Ll}/u.test(found)) return false;
  const stop = /^[.!?]$/.test(mark.text) ? before.length - 1 : before.length - 2;
  if (!/^[.!?]$/.test(before[stop]?.text ?? '')) return false;
  return !ABBREVIATION.test(before[stop - 1]?.text ?? '');
}

const ABBREVIATION =
  /^(?:\p{L}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|ca)$/u;

/** The word at a place in lower case; empty if there is none. */
export function lowerAt(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? '';
}

/** The word at a place as written; empty if there is none. */
export function textAt(words: readonly Word[], at: number): string {
  return words[at]?.text ?? '';
}

/** The number of words that an apostrophe and its "s" take at a place: "year’s" is "year" and two more. */
export function possessiveAt(words: readonly Word[], at: number): number {
  return /^['’]$/.test(textAt(words, at)) && words[at]?.joined === true && lowerAt(words, at + 1) === 's' ? 2 : 0;
}
