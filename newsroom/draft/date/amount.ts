/** Amounts of time that lead to a date: "seventeen years ago", "two years later", "the past 30 days". */
import { fromDateBefore } from './date-before.ts';
import { readCount } from './number.ts';
import { type Read, SIDES, type Unit, unitOf } from './reading.ts';
import { lowerAt, type Word } from './word.ts';

/** "seventeen years ago", "two years later", "three days before". */
export function readAgo(words: readonly Word[], at: number): Read | null {
  const amount = inYears(readAmount(words, at));
  if (amount === null) return null;
  const word = lowerAt(words, at + amount.length);
  const { unit, count } = amount;
  if (/^from now |^hence /.test(`${word} ${lowerAt(words, at + amount.length + 1)} `)) {
    return { ...ago(unit, count, amount.length + (word === 'from' ? 2 : 1), `in-${unit}s`), ...approximately(amount) };
  }
  if (word === 'ago') {
    return { ...ago(unit, -count, amount.length + 1, `${unit}s-ago`), ...approximately(amount) };
  }
  // "three days before the vote" counts from the vote, which has no date here.
  const after = lowerAt(words, at + amount.length + 1);
  const goesOn = /^[\p{L}\d“"]/u.test(after);
  if (/^(?:later|afterwards?)$/.test(word) && (!goesOn || SUBJECT.test(after))) {
    return { ...fromDateBefore(unit, count, amount.length + 1), ...approximately(amount) };
  }
  if (word !== 'earlier' && word !== 'before' && word !== 'previously') return null;
  // "from 305 million a year earlier" compares with a time that the figures give.
  if (goesOn || COMPARED.test(lowerAt(words, at - 1))) return null;
  return { ...fromDateBefore(unit, -count, amount.length + 1), ...approximately(amount) };
}

const COMPARED = /^(?:\d.*|%|percent|cents?|points?|\p{L}+illion|thousand|than|with|from|to|versus)$/u;
const SUBJECT = /^(?:he|she|it|they|the|on|in|at|that)$/;

/** A decade in an amount is about ten years: "a decade ago" is not the decade before this one. */
function inYears(amount: Amount | null): Amount | null {
  const years = amount?.unit === 'decade' ? 10 : amount?.unit === 'century' ? 100 : null;
  return amount === null || years === null
    ? amount
    : { ...amount, unit: 'year', count: amount.count * years, approximate: true };
}

function approximately({ approximate }: Amount) {
  return approximate ? ({ approximate: true } as const) : {};
}

function ago(unit: Unit, count: number, length: number, rule: string): Read {
  return { reading: { kind: 'from-publication', unit, count }, length, rule };
}

/** "the past 30 days", "the last two years", "the next three months", "the past year". */
export function readStretch(words: readonly Word[], at: number): Read | null {
  const article = lowerAt(words, at) === 'the' ? 1 : 0;
  const word = lowerAt(words, at + article);
  const side = word === 'recent' ? undefined : SIDES.get(word);
  if (side === undefined || side === 0) return null;
  const place = at + article + 1;
  const amount = readAmount(words, place);
  if (amount !== null && !/^(?:a|an)$/.test(lowerAt(words, place))) {
    // "the last two years of the war" are not the past two years.
    if (/^(?:of|to)$/.test(lowerAt(words, place + amount.length))) return null;
    return stretch(amount.unit, amount.count * side, article + 1 + amount.length);
  }
  const unit = unitOf(lowerAt(words, place));
  if (article === 0 || unit === null || unit === 'day' || unit === 'weekend' || unit === 'quarter') return null;
  // "the next year" is the one after a year in the text, but "over the next year" begins now.
  const isFromNow = word === 'next' && /^(?:over|within|in|during|throughout|for)$/.test(lowerAt(words, at - 1));
  if (!(isFromNow || /^(?:past|coming|last)$/.test(word)) || /^(?:of|to)$/.test(lowerAt(words, place + 1))) return null;
  return lowerAt(words, place).endsWith('s') ? null : stretch(unit, side, 3);
}

function stretch(unit: Unit, count: number, length: number): Read {
  return { reading: { kind: 'stretch', unit, count }, length, rule: count < 0 ? 'past-stretch' : 'coming-stretch' };
}

interface Amount {
  readonly unit: Unit;
  readonly count: number;
  readonly length: number;
  readonly approximate: boolean;
}

/** "three years", "nearly a decade", "about two weeks", "24 hours". */
function readAmount(words: readonly Word[], at: number): Amount | null {
  const about = lengthOfAbout(words, at);
  const count = readCount(words, at + about);
  // "half a century ago", "two and a half years ago".
  if (lowerAt(words, at - 1) === 'half') return null;
  if (count === null || (words[at]?.joined === true && /^[\p{L}\d$€£.-]/u.test(lowerAt(words, at - 1)))) return null;
  // "[Ten] years ago": a number that an editor put into a quotation.
  const bracket = lowerAt(words, at + about + count.length) === ']' ? 1 : 0;
  const place = at + about + count.length + bracket;
  const length = place - at + 1;
  const isHours = /^hours?$/.test(lowerAt(words, place)) && lowerAt(words, place + 1) === 'ago' && count.value >= 24;
  if (isHours) return { unit: 'day', count: Math.floor(count.value / 24), length, approximate: false };
  const isFortnight = /^fortnights?$/.test(lowerAt(words, place));
  if (isFortnight) return { unit: 'week', count: 2 * count.value, length, approximate: about > 0 };
  const unit = unitOf(lowerAt(words, place));
  if (unit === null || unit === 'weekend' || unit === 'quarter') return null;
  return { unit, count: count.value, length, approximate: about > 0 };
}

function lengthOfAbout(words: readonly Word[], at: number): number {
  const word = lowerAt(words, at);
  if (/^(?:about|around|roughly|nearly|almost|some|approximately)$/.test(word)) return 1;
  return /^(?:just|little)$/.test(word) && /^(?:over|under)$/.test(lowerAt(words, at + 1)) ? 2 : 0;
}
