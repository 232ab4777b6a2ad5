/** The places of dates in a text, before the dates are resolved. */
import type { Range } from '../sentence.ts';
import { figureOrderOf } from './figures.ts';
import { type Item, readList } from './list.ts';
import { isBeforeChrist, isNameOfEvent } from './no-date.ts';
import { isNumber } from './number.ts';
import { lowerAt, type Word } from './word.ts';

/** A date in words: one reading, or the two ends of a span. */
export interface Place extends Range, Item {
  readonly rule: string;
  /** The number of the word after it. */
  readonly after: number;
  /** The words of the list of dates that it belongs to: they share a verb. */
  readonly list: { readonly first: number; readonly after: number };
  /** The number of its sentence. */
  readonly sentence: number;
  /** The year, if the words give one that other dates may share, unlike a year of birth. */
  readonly sharedYear: number | null;
  /** Whether it is the name of an event of an unknown year: "the September 11 attacks". */
  readonly isName: boolean;
}

/** The dates in words, in the order of the text, without overlaps. */
export function findPlaces(words: readonly Word[]): Place[] {
  const order = figureOrderOf(words);
  const places: Place[] = [];
  let sentence = 0;
  let next = 0;
  for (const [at, word] of words.entries()) {
    if (word.opens) sentence++;
    if (at < next || !canBegin(word)) continue;
    const items = readList(words, at, order);
    const last = items.at(-1);
    if (last === undefined) continue;
    next = last.first + last.length;
    if (isBeforeChrist(words, next)) continue;
    const list = { first: at, after: next };
    const isName = isNameOfEvent(words, at, next);
    for (const item of items) places.push(placeOf(words, item, { list, sentence, isName }));
  }
  return places;
}

/**
 * Whether a date can begin with the word: a name, a number, a mark only in “’90s”, or one of these. The list saves the
 * readers three words of four.
 */
function canBegin({ text, lower }: Word): boolean {
  return /^[\p{Lu}\d'’‘]/u.test(text) || OPENERS.has(lower) || isNumber(lower);
}

const OPENERS: ReadonlySet<string> = new Set([
  ...['the', 'that', 'this', 'last', 'past', 'next', 'coming', 'current', 'same', 'following', 'previous', 'preceding'],
  ...['from', 'between', 'early', 'mid', 'middle', 'late', 'earlier', 'later', 'about', 'around', 'circa', 'ca', 'c'],
  ...['roughly', 'nearly', 'almost', 'some', 'approximately', 'just', 'little', 'fiscal', 'year', 'end'],
  ...['yesterday', 'today', 'tonight', 'tomorrow', 'spring', 'summer', 'autumn', 'fall', 'winter'],
]);

function placeOf(words: readonly Word[], item: Item, around: Pick<Place, 'list' | 'sentence' | 'isName'>): Place {
  const { first, from, to, length } = item;
  const after = first + length;
  return {
    ...item,
    ...around,
    ...rangeOf(words, item),
    after,
    rule: to === null ? from.rule : `${to.rule}-span`,
    sharedYear: from.reading.kind === 'calendar' && !isBirth(words, first) ? from.reading.year : null,
  };
}

/** Where the words of a date stand in the text. */
export function rangeOf(words: readonly Word[], { first, length }: Pick<Item, 'first' | 'length'>): Range {
  return { start: words[first]?.start ?? 0, end: words[first + length - 1]?.end ?? 0 };
}

function isBirth(words: readonly Word[], at: number): boolean {
  return [1, 2].some((back) => lowerAt(words, at - back) === 'born');
}
