/** Contents: the words of a sentence that a cue attributes to somebody. */

import { contentStart, isAdjunct, isLoose } from './content-start.ts';
import type { Cue } from './cue.ts';
import {
  beginsClause,
  isAdverb,
  isConjunction,
  isFiniteVerb,
  isPreposition,
  isRelative,
  isSubordinator,
  isTimeWord,
  isVerb,
} from './grammar.ts';
import { isSpoken, type Phrase, rangeOf, wordsIn } from './phrase.ts';
import type { Range } from './sentence.ts';
import type { Token } from './token.ts';

/** The words that a cue attributes to somebody, and the rule that found them. */
export interface Content {
  readonly ranges: readonly Range[];
  readonly rule: string;
}

/**
 * The words that the cue of a sentence attributes to somebody, between `start`, where the previous cue ended, and `end`,
 * where the next one begins. Null if there are none: the content is then in another sentence.
 */
export function findContent(tokens: readonly Token[], cue: Cue, start: number, end: number): Content | null {
  if (cue.clause !== null) return { ranges: [rangeOf(tokens, trim(tokens, cue.clause))], rule: 'speaker-noun-that' };
  const left = trim(tokens, { from: cue.isShared ? cue.whole.from : start, to: cue.whole.from });
  const right = trim(tokens, { from: cue.whole.to, to: endOfClause(tokens, cue, end) });
  if (cue.verb === null) return readBoth(tokens, left, right);
  const [last, next] = [tokens[left.to - 1], tokens[left.to]];
  const isQuotation = last?.kind === 'quotation' && left.to > left.from;
  const isMore =
    cue.isInverted ||
    left.to - left.from === 1 ||
    beginsClause(tokens, left.from, left.to) ||
    !(beginsClause(tokens, right.from, right.to) || tokens[right.from]?.lower === 'that');
  if (isQuotation && isMore && (isSpoken(last) || next?.text === ',')) return afterSpoken(tokens, cue, left, right);
  return readClause(tokens, cue, left, right);
}

/** "Lee, who said it was safe, left", "(Lee said it was safe)": the content ends with the clause of the cue. */
function endOfClause(tokens: readonly Token[], { subject, whole }: Cue, end: number): number {
  const bracket = tokens.findIndex(({ text }, index) => index > whole.to && index < end && /^[()]$/.test(text));
  if (tokens[bracket]?.text === ')') return bracket;
  if (!isRelative(tokens[subject.to - 1]) && !isRelative(tokens[whole.from - 1])) return end;
  const close = tokens.findIndex(
    ({ text }, index) =>
      text === ',' && index > whole.to && index < end && (isVerb(tokens[index + 1]) || isAdverb(tokens[index + 1])),
  );
  return close === -1 ? end : close;
}

/** The words without the marks and conjunctions at their ends. */
function trim(tokens: readonly Token[], { from, to }: Phrase): Phrase {
  let [first, last] = [from, to];
  while (first < last && isLoose(tokens[first])) first++;
  while (
    last > first &&
    (isLoose(tokens[last - 1]) || /^(and|but|while|though|although|as|who)$/.test(tokens[last - 1]?.lower ?? ''))
  )
    last--;
  return { from: first, to: last };
}

function quotationsIn(tokens: readonly Token[], { from, to }: Phrase): Token[] {
  return tokens.slice(from, to).filter((token) => token.kind === 'quotation');
}

/** The words between the marks of a quotation. */
export function innerOf(token: Token): Range {
  return token.quotation?.inner ?? token;
}

/** "“…,” he said": and what goes on after it: "…, “…”", "after the vote, “…”". */
function afterSpoken(tokens: readonly Token[], cue: Cue, left: Phrase, right: Phrase): Content {
  const isAlone = tokens
    .slice(left.from, left.to)
    .every((token) => token.kind !== 'word' || /^(and|but|yes|no)$/.test(token.lower));
  const rule = cue.isInverted ? 'quotation-verb-speaker' : 'quotation-speaker-verb';
  const before = isAlone ? quotationsIn(tokens, left).map(innerOf) : [rangeOf(tokens, left)];
  const next = tokens.findIndex(
    (token, index) => index >= right.from && index < right.to && token.kind === 'quotation',
  );
  const goesOn =
    next !== -1 &&
    isSpoken(tokens[next] as Token) &&
    (next === right.from || isLoose(tokens[next - 1]) || tokens[next - 1]?.lower === 'and');
  const after = goesOn ? quotationsIn(tokens, { from: next, to: right.to }).filter(isSpoken).map(innerOf) : [];
  return { ranges: [...before, ...after], rule: isAlone ? rule : 'clause-before-cue' };
}

/** "According to X, …" and "…, according to X, …": the words on both sides. */
function readBoth(tokens: readonly Token[], left: Phrase, right: Phrase): Content | null {
  // After the content, words without a verb only describe the source.
  const goesOn =
    (!beginsClause(tokens, left.from, left.to) && !isRelative(tokens[right.from])) ||
    isVerb(tokens[right.from]) ||
    isConjunction(tokens[right.from]);
  const sides = goesOn ? [left, right] : [left];
  const ranges = sides.filter(({ from, to }) => to - from > 1).map((side) => contentRange(tokens, side));
  return ranges.length === 0 ? null : { ranges, rule: 'according-to' };
}

/** The words of a stretch; if it is only a quotation, without its marks. */
function contentRange(tokens: readonly Token[], stretch: Phrase): Range {
  const [only] = tokens.slice(stretch.from, stretch.to);
  return stretch.to - stretch.from === 1 && only?.kind === 'quotation' ? innerOf(only) : rangeOf(tokens, stretch);
}

function readClause(tokens: readonly Token[], cue: Cue, left: Phrase, right: Phrase): Content | null {
  const { verb } = cue;
  if (verb === null) return null;
  if (isAround(tokens, cue, left, right)) {
    return { ranges: [left, right].map((side) => contentRange(tokens, side)), rule: 'clause-around-cue' };
  }
  const relative = tokens[cue.whole.from - 1];
  if (relative !== undefined && isTaken(tokens, cue)) {
    return { ranges: [relative, rangeOf(tokens, right)], rule: 'relative-around-cue' };
  }
  const start = cue.isInverted && left.to > left.from ? null : contentStart(tokens, cue, right);
  if (start !== null) {
    const stretch = { from: start.at, to: start.end };
    if (isQuotationOnly(tokens, stretch)) {
      return { ranges: quotationsIn(tokens, stretch).map(innerOf), rule: 'speaker-verb-quotation' };
    }
    return { ranges: [rangeOf(tokens, stretch)], rule: start.rule };
  }
  const isParted = isLoose(tokens[cue.whole.from - 1]) || tokens[cue.whole.from - 1]?.kind === 'quotation';
  if (left.to - left.from < 3 || !isParted || !(verb.takesClause || verb.takesAddressee)) return null;
  // "After the vote, Lee announced the result", "Lee, who thinks of it"
  if (isRelative(tokens[cue.subject.to - 1]) || !endsHere(tokens[cue.whole.to])) return null;
  if (
    !beginsClause(tokens, left.from, left.to) &&
    (left.to - left.from < 4 || (isAdjunct(tokens, left) && !hasMain(tokens, left)))
  )
    return null;
  return { ranges: [contentRange(tokens, left)], rule: 'clause-before-cue' };
}

/** "which Lee says is safe", "what she said was fear": whether the word before the cue is the subject of what is said. */
function isTaken(tokens: readonly Token[], { whole }: Cue): boolean {
  const before = tokens[whole.from - 1];
  return (isRelative(before) || /^(what|that)$/.test(before?.lower ?? '')) && isFiniteVerb(tokens, whole.to);
}

/** "If it rains, they stay": whether a clause follows the words of time, place or manner. */
function hasMain(tokens: readonly Token[], { from, to }: Phrase): boolean {
  return tokens.slice(from, to).some(({ text }, index) => text === ',' && beginsClause(tokens, from + index + 1, to));
}

/** Whether the cue ends before this token, without an object. */
function endsHere(token: Token | undefined): boolean {
  return (
    token?.kind !== 'word' ||
    isTimeWord(token) ||
    /^(last|this|next)$/.test(token.lower) ||
    isPreposition(token) ||
    isAdverb(token) ||
    isSubordinator(token) ||
    /ing$/.test(token.lower)
  );
}

/** "The bridge, she said, is safe": whether the cue is between two commas, inside the content. */
function isAround(tokens: readonly Token[], cue: Cue, left: Phrase, right: Phrase): boolean {
  const isParted = tokens[cue.whole.from - 1]?.text === ',' && tokens[cue.whole.to]?.text === ',';
  if (
    !isParted ||
    left.to === left.from ||
    right.to - right.from < 2 ||
    (isAdverb(tokens[left.to - 1]) && left.to - left.from === 1)
  )
    return false;
  const first = tokens[right.from];
  if (first === undefined || first.lower === 'that') return false;
  if (first.kind === 'quotation') return !beginsClause(tokens, left.from, left.to) && isSpoken(first);
  // "The bridge is safe, said Moe, the mayor"
  if (cue.isInverted && beginsClause(tokens, left.from, left.to) && !isVerb(first) && !isConjunction(first))
    return false;
  if (!isAdjunct(tokens, right)) return true;
  return isPreposition(first) && beginsClause(tokens, left.from, right.to) && !beginsClause(tokens, left.from, left.to);
}

/** Whether only the quotation was said, and the rest of the sentence describes it. */
function isQuotationOnly(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const [first, second] = tokens.slice(from, to);
  if (first?.kind !== 'quotation') return false;
  return second === undefined || second.kind !== 'word' || wordsIn(first) > 6;
}
