/** Dates around the publication: "yesterday", "last week", "this weekend", "the end of the year". */
import { type Read, SIDES, type Unit, unitOf } from './reading.ts';
import { lowerAt, possessiveAt, textAt, type Word } from './word.ts';

/** "yesterday", "today", "tonight", "last night", "this morning". */
export function readNearDay(words: readonly Word[], at: number): Read | null {
  const [first, second] = [lowerAt(words, at), lowerAt(words, at + 1)];
  if (first === 'the' && second === 'day') return readDayButOne(words, at);
  if (first === 'this' && PARTS_OF_DAY.test(second)) return fromPublication('day', 0, 2, 'near-day');
  if (first === 'last' && /^(?:night|evening)$/.test(second)) return fromPublication('day', -1, 2, 'near-day');
  const days = NEAR_DAYS.get(first);
  return days === undefined || isNowadays(words, at) || isTitle(words, at)
    ? null
    : fromPublication('day', days, 1, 'near-day');
}

/** "as strong today as it was". */
function isNowadays(words: readonly Word[], at: number): boolean {
  return lowerAt(words, at) === 'today' && lowerAt(words, at + 1) === 'as';
}

/** "USA Today": whether it has a capital letter inside a sentence and after a name. */
function isTitle(words: readonly Word[], at: number): boolean {
  return words[at]?.opens === false && [at, at - 1].every((place) => /^\p{Lu}/u.test(textAt(words, place)));
}

/** "the day before yesterday", "the day after tomorrow". */
function readDayButOne(words: readonly Word[], at: number): Read | null {
  const rest = `${lowerAt(words, at + 2)} ${lowerAt(words, at + 3)}`;
  if (rest === 'before yesterday') return fromPublication('day', -2, 4, 'near-day');
  return rest === 'after tomorrow' ? fromPublication('day', 2, 4, 'near-day') : null;
}

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);
const PARTS_OF_DAY = /^(?:morning|afternoon|evening)$/;

function fromPublication(unit: Unit, count: number, length: number, rule: string): Read {
  return { reading: { kind: 'from-publication', unit, count }, length, rule };
}

/** "last week", "this past week", "next year", "this weekend", "the weekend". */
export function readSidedUnit(words: readonly Word[], at: number): Read | null {
  const first = lowerAt(words, at);
  if (first === 'the' || first === 'over') return readTheWeekend(words, at);
  const side = SIDES.get(first);
  if (side === undefined || first === 'past' || first === 'coming') return null;
  const more = first === 'this' ? SIDES.get(lowerAt(words, at + 1)) : undefined;
  const place = more === undefined ? at + 1 : at + 2;
  const unit = unitOf(lowerAt(words, place));
  if (unit === null || unit === 'day') return null;
  if (lowerAt(words, place).endsWith('s') && !isLostApostrophe(first, words, place)) return null;
  // "the last week of June" and "the next day" count from something else.
  const isOfElse = /^(?:the|his|her|its|their)$/.test(lowerAt(words, at - 1));
  if (isOfElse || lowerAt(words, place + 1) === 'of') return null;
  return fromPublication(unit, more ?? side, place - at + 1, `${RULES[(more ?? side) + 1]}-${unit}`);
}

/** "last year", "of this year", "of the current year": the year after a month or season, in years from the publication. */
export function readYearOf(words: readonly Word[], at: number) {
  const of = lowerAt(words, at) === 'of' ? 1 : 0;
  if (
    /^the current year /.test(
      [1, 2, 3]
        .map((next) => lowerAt(words, at + of + next - 1))
        .join(' ')
        .concat(' '),
    )
  ) {
    return { count: 0, length: of + 3 };
  }
  const year = readSidedUnit(words, at + of);
  if (year?.reading.kind !== 'from-publication' || year.reading.unit !== 'year') return null;
  return { count: year.reading.count, length: of + year.length };
}

/** "this years festival": whether the word is a possessive without its apostrophe, and not a plural. */
function isLostApostrophe(first: string, words: readonly Word[], place: number): boolean {
  return first === 'this' && /^\p{L}/u.test(lowerAt(words, place + 1));
}

const RULES = ['last', 'this', 'next'];

function readTheWeekend(words: readonly Word[], at: number): Read | null {
  if (lowerAt(words, at) !== 'the' || lowerAt(words, at + 1) !== 'weekend') return null;
  if (/^(?:of|before|after|edition)$/.test(lowerAt(words, at + 2))) return null;
  if (!/^(?:over|at|during|throughout|on|for|of|through)$/.test(lowerAt(words, at - 1))) return null;
  return fromPublication('weekend', 0, 2, 'this-weekend');
}

/** "the end of the year", "year end", "the end of next month". */
export function readEndOf(words: readonly Word[], at: number): Read | null {
  if (lowerAt(words, at) === 'year') {
    const dash = lowerAt(words, at + 1) === '-' ? 1 : possessiveAt(words, at + 1);
    const isCued = /^(?:by|at|before|until|the)$/.test(lowerAt(words, at - 1));
    return lowerAt(words, at + 1 + dash) === 'end' && isCued ? endOf('year', 0, 2 + dash) : null;
  }
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  if (lowerAt(words, at + article) !== 'end' || lowerAt(words, at + article + 1) !== 'of') return null;
  const which = lowerAt(words, at + article + 2);
  const unit = unitOf(lowerAt(words, at + article + 3));
  const side = which === 'the' ? 0 : SIDES.get(which);
  if (side === undefined || (unit !== 'year' && unit !== 'month')) return null;
  return endOf(unit, side, article + 4);
}

function endOf(unit: 'month' | 'year', count: number, length: number): Read {
  return { reading: { kind: 'end-of', unit, count }, length, rule: `end-of-${unit}` };
}
