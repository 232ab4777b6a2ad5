/** Years: "1956", "2014-15", and numbers that only look like one: "2000 people". */
import type { Read } from './reading.ts';
import { lowerAt, textAt, type Word } from './word.ts';

/** "1956", "2014-15". */
export function readYear(words: readonly Word[], at: number): Read | null {
  const year = yearAt(words, at);
  if (year === null) return null;
  // Before the check of a year by itself, which a slash after it would not pass.
  const span = isAttached(words, at) ? null : spanOfYears(words, at, year);
  if (span !== null) return span;
  if (!isYear(words, at, year)) return null;
  return {
    reading: { kind: 'calendar', year, month: null, day: null, side: null, yearsFromPublication: null },
    length: 1,
    rule: 'year',
  };
}

/** The four-digit number at a place, if it can be a year at all. */
export function yearAt(words: readonly Word[], at: number): number | null {
  const text = textAt(words, at);
  const year = /^[12]\d{3}$/.test(text) ? Number(text) : null;
  return year !== null && year >= 1000 && year <= 2199 ? year : null;
}

/** "2014-15", "2014/15": years that follow each other, as of a season or a school year. */
function spanOfYears(words: readonly Word[], at: number, year: number): Read | null {
  const [mark, second] = [words[at + 1], words[at + 2]];
  if (mark === undefined || !/^[-–/‑]$/.test(mark.text) || !mark.joined || second?.joined !== true) return null;
  const goesOn = words[at + 3]?.joined === true && /^[-/]$/.test(textAt(words, at + 3));
  if (!/^\d\d$/.test(second.text) || goesOn) return null;
  const end = Math.floor(year / 100) * 100 + Number(second.text);
  const last = end < year ? end + 100 : end;
  if (last === year || last - year > 40 || (mark.text === '/' && last - year > 1)) return null;
  return { reading: { kind: 'complete', edtf: `${year}/${last}` }, length: 3, rule: 'years-in-short' };
}

function isYear(words: readonly Word[], at: number, year: number): boolean {
  const before = lowerAt(words, at - 1);
  if (isPartOfNumber(words, at) || OF_A_CLOCK.test(lowerAt(words, at + 1))) return false;
  if (MEASURED.test(before) && !isRange(words, at)) return false;
  // "In 2016 people voted", but "in 2000 homes": a round number is a count.
  if (isCounted(words, at)) return /^(?:in|since|the)$/.test(before) && year > 1900 && year % 100 !== 0;
  if (year >= 1900 && year <= 2069) return true;
  // Other numbers are years only if their surroundings say so, unlike those in "of 1709 schoolchildren".
  return before === '(' || (CUE.test(before) && !/^\p{Ll}{4}/u.test(textAt(words, at + 1)));
}

/** Whether the number is attached to something else: "A-2000", "/2015/", "$2000", "2010m". */
function isPartOfNumber(words: readonly Word[], at: number): boolean {
  const after = words[at + 1];
  return (after?.joined === true && /^[\p{L}\d%°$€£/]/u.test(after.text)) || isAttached(words, at);
}

function isAttached(words: readonly Word[], at: number): boolean {
  const before = textAt(words, at - 1);
  if (words[at]?.joined !== true) return false;
  if (/^[-–]$/.test(before) && words[at - 1]?.joined === true) {
    return !/^(?:\d{4}|early|mid|late|pre|post)$/.test(lowerAt(words, at - 2));
  }
  return !/^[([\-–—“"‘'’]$/.test(before);
}

function isRange(words: readonly Word[], at: number): boolean {
  return /^(?:to|[-–—])$/.test(lowerAt(words, at + 1)) && yearAt(words, at + 2) !== null;
}

const OF_A_CLOCK = /^(?:hours|hrs|gmt|utc|local|est|edt|bst|cet)$/;
/** Words after which a number measures something. */
const MEASURED =
  /^(?:\$|€|£|¥|#|no|nos|flight|room|page|resolution|section|article|number|unit|gate|channel|rs|usd|eur|gbp|at|asteroid|iso|boeing|airbus|model|route|highway|windows|about|approximately|over|nearly|almost|than|some|only|another|up|least|most|exactly|every)$/;

/** Whether the number counts something and so is not a year: "2000 people", "a 2000-strong crowd", "2000 years old". */
function isCounted(words: readonly Word[], at: number): boolean {
  const after = lowerAt(words, at + 1);
  if (after === '-' && words[at + 1]?.joined === true && words[at + 2]?.joined === true) {
    return (
      /^\p{L}/u.test(lowerAt(words, at + 2)) &&
      !/^(?:era|style|present|born|built|model|vintage|mid|early|late)$/.test(lowerAt(words, at + 2))
    );
  }
  return (
    COUNTED.test(after) ||
    (/^(?:year|day|mile|member|page)$/.test(after) && /^(?:old|-|long)$/.test(lowerAt(words, at + 2)))
  );
}

const COUNTED =
  /^(?:people|persons|met(?:re|er)s?|feet|foot|ft|miles|km|kilomet(?:re|er)s?|kilos?|kilograms?|m|kg|lbs?|men|women|children|girls|boys|workers|troops|soldiers|officers|police|fighters|militants|rebels|migrants|refugees|families|years|days|weeks|months|minutes|hours|seconds|tons?|tonnes?|dollars|euros|pounds|rupees|yuan|yen|residents|pilgrims|students|pupils|teachers|protesters|demonstrators|supporters|fans|members|delegates|employees|staff|jobs|cases|deaths|victims|casualties|copies|seats|votes|homes|houses|buildings|visitors|tourists|passengers|customers|square|acres?|hectares?|mph|rpm|mah|calories|degrees|points|others|more|or|times|percent|per|%|volts?|watts?|mw|kw|pieces|pages|words|units|votes|ballots|signatures|schools|companies|firms|vehicles|cars|guests|volunteers|doctors|nurses|patients|prisoners|inmates|detainees|civilians|villagers|athletes|runners)$/;

const CUE =
  /^(?:in|since|until|till|by|from|to|between|and|before|after|during|of|circa|c|ca|early|late|mid|around|year|born|the|as)$/;
