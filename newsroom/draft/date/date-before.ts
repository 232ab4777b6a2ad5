/** Dates that refer to an earlier one: "the same day", "the next month", "the year before". */
import { type Read, type Unit, unitOf } from './reading.ts';
import { lowerAt, type Word } from './word.ts';

/** "the same day", "that year", "the next day", "the following month", "the year before", "the previous week". */
export function readFromDateBefore(words: readonly Word[], at: number): Read | null {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const word = lowerAt(words, at + article);
  const unit = unitOf(lowerAt(words, at + article + 1));
  const known = unit === 'day' || unit === 'month' || unit === 'year';
  if (known && article === 0 && word === 'that') {
    return /^(?:when|in|on|at|of|during|from|by|later|earlier)$/.test(lowerAt(words, at - 1)) ||
      words[at]?.opens === true
      ? fromDateBefore(unit, 0, 2)
      : null;
  }
  if (known && (article === 1 || word === 'same' || word === 'following')) {
    const count = STEPS.get(word);
    if (count !== undefined) return fromDateBefore(unit, count, article + 2);
  }
  return article === 1 ? readTheDayBefore(words, at) : null;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['same', 0],
  ['following', 1],
  ['next', 1],
  ['previous', -1],
  ['preceding', -1],
]);

function readTheDayBefore(words: readonly Word[], at: number): Read | null {
  const unit = unitOf(lowerAt(words, at + 1));
  const side = lowerAt(words, at + 2);
  if ((unit !== 'day' && unit !== 'month' && unit !== 'year') || !/^(?:before|after)$/.test(side)) return null;
  if (/^[\p{L}\d“"]/u.test(lowerAt(words, at + 3)) && !/^(?:when|by)$/.test(lowerAt(words, at + 3))) return null;
  return fromDateBefore(unit, side === 'before' ? -1 : 1, 3);
}

/** A date `count` units after the one named before; before it if negative. */
export function fromDateBefore(unit: Unit, count: number, length: number): Read {
  return { reading: { kind: 'from-date-before', unit, count }, length, rule: 'from-date-before' };
}
