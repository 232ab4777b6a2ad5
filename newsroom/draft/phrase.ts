/** Phrases: the noun phrases of a sentence. */
import {
  isCapital,
  isConjunction,
  isDeterminer,
  isInNoun,
  isNoun,
  isPreposition,
  isPronoun,
  isTimeWord,
} from './grammar.ts';
import type { Range } from './sentence.ts';
import type { Token } from './token.ts';

/** Tokens of a sentence, from the first up to, but not including, `to`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** The words of a phrase, as a range of the text. */
export function rangeOf(tokens: readonly Token[], { from, to }: Phrase): Range {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** The end of the noun phrase that begins at `from`, with the phrases that these prepositions join to it. */
export function endOfPhrase(tokens: readonly Token[], from: number, joining: RegExp): number {
  let to = from;
  for (let at = from; at < tokens.length && at - from < LONGEST; at++) {
    const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (token === undefined) break;
    const isLinked = at > from && (isPreposition(before) || isConjunction(before));
    if (isDeterminer(token) && at > from && !isLinked && !isDeterminer(before)) break;
    if (isNoun(token)) {
      if (isTimeWord(token) && at > from && !isDeterminer(before)) break;
      to = at + 1;
    } else if (isPreposition(token) || isConjunction(token)) {
      if (to !== at || !joining.test(token.lower === 'and' ? 'of' : token.lower)) break;
      if (!isInNoun(next) || isTimeWord(next)) break;
    } else if (token.kind === 'quotation') {
      if (isSpoken(token) || to === from) break;
    } else if (!isInNoun(token) && !isInside(tokens, at) && !(token.tag === 'VERB' && to === from && isInNoun(next)))
      break;
  }
  return to;
}

const LONGEST = 24;

/** "B-52", "Reed & Sons": a mark without spaces, or "&", between two words. */
export function isInside(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== 'mark' || before?.kind !== 'word' || next?.kind !== 'word') return false;
  return token.text === '&' || (/^[-–/.']$/.test(token.text) && before.end === token.start && token.end === next.start);
}

/** The speakers of a subject: "Ann Lee and the mayor" are two, "the Food and Drug Administration" is one. */
export function speakersOf(tokens: readonly Token[], { from, to }: Phrase): readonly [Phrase, ...Phrase[]] {
  const parts: Phrase[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && tokens[at]?.text !== ',' && tokens[at]?.lower !== 'and') continue;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  const [first, ...others] = parts;
  const isJoint =
    tokens.slice(from, to).some(({ lower }) => lower === 'and') && parts.every((part) => isSpeaker(tokens, part));
  const isName = isDeterminer(tokens[from]) && others.some((part) => !isDeterminer(tokens[part.from]));
  return first === undefined || !isJoint || isName ? [{ from, to }] : [first, ...others];
}

function isSpeaker(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const words = tokens.slice(from, to);
  return (
    isDeterminer(words[0]) ||
    words.every((token) => isCapital(token) || isPronoun(token) || /^(of|de|la|van|von|al)$/.test(token.lower))
  );
}

/** "On May 14, and a teacher said": whether the number is the day of a date. */
export function isDay(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return /^\d/.test(tokens[at]?.text ?? '') && (isTimeWord(before) || isPreposition(before));
}

/** Whether the token is spoken words, and not a quoted title or word that is part of its sentence. */
export function isSpoken(token: Token): boolean {
  return token.kind === 'quotation' && (wordsIn(token) > 3 || /[,.!?…][^\p{L}\p{N},.!?…]*$/u.test(token.text));
}

export function wordsIn(token: Token): number {
  return token.text.split(/\s+/).length;
}

/** The parts of a stretch between its commas. */
export function partsOf(tokens: readonly Token[], start: number, end: number): Phrase[] {
  const segments: Phrase[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && tokens[at]?.text !== ',') continue;
    if (at > from) segments.push({ from, to: at });
    from = at + 1;
  }
  return segments;
}
