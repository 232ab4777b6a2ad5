/** Dates that refer to an earlier one: "the same day", "the next month", "the year before", "the following Tuesday", "that June". */
import { readBareMonth } from './month.ts';
import { type NamedReading, type Read, type Reading, type Side, type Unit, unitOf } from './reading.ts';
import { readBareSeason } from './season.ts';
import { readWeekday } from './weekday.ts';
import { lowerAt, type Word } from './word.ts';

/** "the same day", "that year", "the next day", "the following month", "the year before". */
export function readFromDateBefore(words: readonly Word[], at: number): Read | null {
  const step = readStep(words, at);
  const unit = step === null ? null : unitOf(lowerAt(words, at + step.length));
  if (step !== null && (unit === 'day' || unit === 'month' || unit === 'year')) {
    return fromDateBefore(unit, step.side, step.length + 1);
  }
  return lowerAt(words, at) === 'the' ? readTheDayBefore(words, at) : null;
}

/** "the following Tuesday", "the previous June", "that summer". */
export function readByDateBefore(words: readonly Word[], at: number): Read | null {
  const step = readStep(words, at);
  // "Following Tuesday’s vote" is after it.
  if (step === null || (step.length === 1 && step.side !== 0)) return null;
  const place = at + step.length;
  const found = readWeekday(words, place) ?? readBareMonth(words, place) ?? readBareSeason(words, place);
  const named = found?.reading;
  if (found === null || named === undefined || !isNamed(named)) return null;
  // "That Tuesday" may be any.
  if (named.kind === 'weekday' && (step.side === 0 || named.side !== null || named.week !== null)) return null;
  const reading = byDateBefore({ ...named, side: step.side });
  return { reading, length: step.length + found.length, rule: 'from-date-before' };
}

function isNamed(reading: Reading): reading is NamedReading {
  return reading.kind === 'weekday' || reading.kind === 'season' || reading.kind === 'calendar';
}

/** The name, to be read as if the article had been published on the date before. */
export function byDateBefore(named: NamedReading): Reading {
  const unit = named.kind === 'weekday' ? 'day' : named.side === 0 ? 'year' : 'month';
  return { kind: 'by-date-before', named, unit, isPast: named.side === -1 };
}

/** "the following", "same", "that". */
function readStep(words: readonly Word[], at: number) {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const word = lowerAt(words, at + article);
  const side = STEPS.get(word);
  const isAlone = word === 'that' ? isTime(words, at) : word === 'same' || word === 'following';
  return side === undefined || (article === 0 && !isAlone) ? null : { side, length: article + 1 };
}

/** "in that year", "That year", but not "he said that year after year". */
function isTime(words: readonly Word[], at: number): boolean {
  return (
    /^(?:when|in|on|at|of|during|from|by|later|earlier)$/.test(lowerAt(words, at - 1)) || words[at]?.opens === true
  );
}

const STEPS: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['that', 0],
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
