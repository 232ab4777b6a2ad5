/** Contents: the words of a sentence that a cue attributes to somebody. */
import type { Cue } from './cue.ts';
import { AUXILIARIES, beginsNoun, isAdverb, isPronoun, isTimeWord, looksLikeClause, PREPOSITIONS } from './grammar.ts';
import type { Range } from './sentence.ts';
import { wordsIn } from './subject.ts';
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
  const left = leftOf(tokens, cue, start);
  const right = rightOf(tokens, cue, end);
  const [before, after] = [quotationsIn(tokens, left), quotationsIn(tokens, right)];
  // "…," he said, "…"
  if (isQuotationAlone(tokens, left) && cue.verb !== null) {
    const rest = after.length > 0 && startsWithQuotation(tokens, right) ? after : [];
    return {
      ranges: [...before, ...rest].map(innerOf),
      rule: cue.isInverted ? 'quotation-verb-speaker' : 'quotation-speaker-verb',
    };
  }
  return cue.verb === null ? readBoth(tokens, left, right) : readClause(tokens, cue, left, right);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The words before the cue, without the marks at their ends. */
function leftOf(tokens: readonly Token[], cue: Cue, start: number): Stretch {
  return trim(tokens, { from: cue.isShared ? cue.whole.from : start, to: cue.whole.from });
}

function rightOf(tokens: readonly Token[], cue: Cue, end: number): Stretch {
  return trim(tokens, { from: cue.whole.to, to: end });
}

function trim(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  let [first, last] = [from, to];
  while (first < last && isLoose(tokens[first])) first++;
  while (last > first && (isLoose(tokens[last - 1]) || /^(and|but|while)$/.test(tokens[last - 1]?.lower ?? ''))) last--;
  return { from: first, to: last };
}

function isLoose(token: Token | undefined): boolean {
  return token?.kind === 'mark' && /^[,.;:—–!?-]+$/.test(token.text);
}

function quotationsIn(tokens: readonly Token[], { from, to }: Stretch): Token[] {
  return tokens.slice(from, to).filter((token) => token.kind === 'quotation');
}

function innerOf(token: Token): Range {
  return token.quotation?.inner ?? token;
}

function isQuotationAlone(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const inside = tokens.slice(from, to);
  return (
    inside.some((token) => token.kind === 'quotation') &&
    inside.every((token) => token.kind !== 'word' || /^(and|but|yes|no)$/.test(token.lower))
  );
}

function startsWithQuotation(tokens: readonly Token[], { from }: Stretch): boolean {
  return (
    tokens[from]?.kind === 'quotation' ||
    (/^(adding|and)$/.test(tokens[from]?.lower ?? '') && tokens[from + 1]?.kind !== 'word')
  );
}

function rangeOf(tokens: readonly Token[], { from, to }: Stretch): Range | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined || to <= from ? null : { start: first.start, end: last.end };
}

/** "According to X, …" and "…, according to X, …": the words on both sides. */
function readBoth(tokens: readonly Token[], left: Stretch, right: Stretch): Content | null {
  const sides = [left, withoutParticiple(tokens, right, left)].filter(({ from, to }) => to - from > 1);
  const ranges = sides.flatMap((side) => contentRange(tokens, side) ?? []);
  return ranges.length === 0 ? null : { ranges, rule: 'according-to' };
}

/** Without ", which said" and ", who": after the content, such words only describe the source. */
function withoutParticiple(tokens: readonly Token[], right: Stretch, left: Stretch): Stretch {
  const isMore =
    left.to - left.from > 3 &&
    /^(which|who|citing|quoting|released|published|\p{L}+ing)$/u.test(tokens[right.from]?.lower ?? '');
  return isMore ? { from: right.to, to: right.to } : right;
}

/** The words of a stretch; if it is only a quotation, without its marks. */
function contentRange(tokens: readonly Token[], stretch: Stretch): Range | null {
  const [only] = tokens.slice(stretch.from, stretch.to);
  if (stretch.to - stretch.from === 1 && only?.kind === 'quotation') return innerOf(only);
  return rangeOf(tokens, stretch);
}

function readClause(tokens: readonly Token[], cue: Cue, left: Stretch, right: Stretch): Content | null {
  const { verb } = cue;
  if (verb === null) return null;
  if (isAround(tokens, cue, left, right)) {
    return { ranges: [left, right].flatMap((side) => contentRange(tokens, side) ?? []), rule: 'clause-around-cue' };
  }
  const start = contentStart(tokens, cue, right);
  if (start !== null) {
    const [first] = tokens.slice(start.at, right.to);
    if (first === undefined) return null;
    if (first.kind === 'quotation' && isQuotationOnly(tokens, start.at, right.to)) {
      return {
        ranges: quotationsIn(tokens, { from: start.at, to: right.to }).map(innerOf),
        rule: 'speaker-verb-quotation',
      };
    }
    const range = rangeOf(tokens, { from: start.at, to: right.to });
    return range === null ? null : { ranges: [range], rule: start.rule };
  }
  if (left.to - left.from < 3 || !isLoose(tokens[cue.whole.from - 1])) return null;
  if (
    !verb.takesClause &&
    !verb.takesAddressee &&
    !tokens.slice(left.from, left.to).some((token) => token.kind === 'quotation')
  )
    return null;
  const words = tokens.slice(left.from, left.to);
  if (!looksLikeClause(words) && (words.length < 4 || isAdjunct(tokens, left))) return null;
  const range = contentRange(tokens, left);
  return range === null ? null : { ranges: [range], rule: 'clause-before-cue' };
}

/** "The bridge, she said, is safe": whether the cue is between two commas, inside the content. */
function isAround(tokens: readonly Token[], cue: Cue, left: Stretch, right: Stretch): boolean {
  const isParted = tokens[cue.whole.from - 1]?.text === ',' && tokens[cue.whole.to]?.text === ',';
  if (
    !isParted ||
    left.to === left.from ||
    right.to - right.from < 2 ||
    (isAdverb(tokens[left.to - 1]) && left.to - left.from === 1)
  )
    return false;
  const first = tokens[right.from];
  if (first === undefined || first.kind === 'quotation' || first.lower === 'that') return false;
  return (
    !isAdjunct(tokens, right) ||
    (/^(as|in|on|at|to|of|for|with|from|by)$/.test(first.lower) &&
      looksLikeClause(tokens.slice(left.from, right.to)) &&
      !looksLikeClause(tokens.slice(left.from, left.to)))
  );
}

/** Whether only the quotation was said, and the rest of the sentence describes it. */
function isQuotationOnly(tokens: readonly Token[], from: number, to: number): boolean {
  const [first, second] = tokens.slice(from, to);
  if (first === undefined) return false;
  return second === undefined || second.kind !== 'word' || wordsIn(first) > 6;
}

interface Start {
  readonly at: number;
  readonly rule: string;
}

function contentStart(tokens: readonly Token[], cue: Cue, right: Stretch): Start | null {
  for (let at = right.from; at < Math.min(right.to, right.from + FURTHEST); at++) {
    const token = tokens[at];
    if (token === undefined || (at > right.from && isPronoun(token))) break;
    if (token.kind === 'quotation' && isOpening(tokens, at, right.from)) return { at, rule: 'speaker-verb-quotation' };
    if (token.lower === 'that' && beginsClause(tokens, at, right)) return { at: at + 1, rule: 'speaker-verb-that' };
    if (
      /^(how|why|whether|what|where)$/.test(token.lower) &&
      at <= right.from + 1 &&
      (cue.verb?.takesClause || ASKING.has(cue.verb?.base ?? ''))
    )
      return { at, rule: 'speaker-verb-question' };
    if (AUXILIARIES.has(token.lower)) break;
  }
  return bareClause(tokens, cue, right) ?? announced(tokens, cue, right);
}

const FURTHEST = 16;
const ASKING = new Set(['ask', 'tell', 'describe']);

/** "said on Tuesday that …"; not "announced the places that would …", "said that day". */
function beginsClause(tokens: readonly Token[], at: number, right: Stretch): boolean {
  const next = tokens[at + 1];
  if (next === undefined || isTimeWord(next) || at + 1 >= right.to || AUXILIARIES.has(next.lower)) return false;
  return at === right.from || !beginsNoun(tokens[right.from]) || isTimeWord(tokens[right.from]);
}

/** Whether the quotation begins the content: it comes first, after a colon or a comma, or is long. */
function isOpening(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  return at === from || /^[,:]$/.test(tokens[at - 1]?.text ?? '') || (token !== undefined && wordsIn(token) > 5);
}

/** "The ministry announced the cancellation of all events": the thing announced is the content. */
function announced(tokens: readonly Token[], cue: Cue, right: Stretch): Start | null {
  const isOfThings = cue.verb?.base === 'announce' && beginsNoun(tokens[right.from]) && right.to - right.from > 3;
  return isOfThings ? { at: right.from, rule: 'speaker-announces' } : null;
}

/** "She said the bridge was safe": a clause without "that". */
function bareClause(tokens: readonly Token[], cue: Cue, right: Stretch): Start | null {
  const { verb } = cue;
  if (verb === null || (!verb.takesClause && cue.addressee === null)) return null;
  const at = skipTime(tokens, right);
  const rest = tokens.slice(at, right.to);
  // The content follows the colon.
  if (tokens.at(-1)?.text === ':') return null;
  if (rest.length < 3 || (tokens[at - 1]?.text === ',' && isAdjunct(tokens, { from: at, to: right.to }))) return null;
  const [first] = rest;
  if (first === undefined) return null;
  if (!isFree(verb.base) && !looksLikeClause(rest)) return null;
  if (isAdjunct(tokens, { from: at, to: right.to }) && !looksLikeClause(rest)) return null;
  return { at, rule: 'speaker-verb-clause' };
}

function isFree(base: string): boolean {
  return /^(say|claim|state|insist|admit|warn|argue|allege|assert|contend)$/.test(base);
}

/** Skips "on Tuesday", "yesterday", "in a statement" between the verb and the content. */
function skipTime(tokens: readonly Token[], right: Stretch): number {
  let at = right.from;
  if (/^(on|late|early|last)$/.test(tokens[at]?.lower ?? '') && isTimeWord(tokens[at + 1])) at += 2;
  else if (isTimeWord(tokens[at]) || isAdverb(tokens[at])) at++;
  else if (
    /^(in|at|on|during)$/.test(tokens[at]?.lower ?? '') &&
    /^(a|an|the|his|her|their|its)$/.test(tokens[at + 1]?.lower ?? '')
  ) {
    const found = tokens.findIndex(
      (token, index) =>
        index > at + 1 &&
        index < at + 7 &&
        /^(statement|conference|interview|briefing|report|speech|letter|post|tweet|email|release|news|media|message|telegram|hearing|meeting)$/.test(
          token.lower,
        ),
    );
    if (found === -1) return at;
    at = found + 1;
  }
  while (at < right.to && (isLoose(tokens[at]) || (isTimeWord(tokens[at]) && tokens[at - 1]?.text !== ','))) at++;
  return at;
}

/** Whether the words only give a time, a place or a manner. */
function isAdjunct(tokens: readonly Token[], { from }: Stretch): boolean {
  const first = tokens[from];
  if (first === undefined) return true;
  return (
    PREPOSITIONS.has(first.lower) ||
    isTimeWord(first) ||
    /^(when|while|as|after|before|because|who|which|and)$/.test(first.lower) ||
    /^\p{Ll}+ing$/u.test(first.text)
  );
}
