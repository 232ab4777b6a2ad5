/** Subjects: the phrase before or after a verb of saying that names the speaker. */
import {
  AUXILIARIES,
  beginsNoun,
  CONJUNCTIONS,
  isAdverb,
  isCapital,
  isFiniteVerb,
  isPast,
  isPronoun,
  isTimeWord,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
} from './grammar.ts';
import type { Token } from './token.ts';

/** Tokens of a sentence, from the first up to, but not including, `to`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** "Smith later said", "the minister, who is 45, said", "the minister in Paris has said": the phrase before the verb. */
export function subjectBefore(tokens: readonly Token[], verb: number): Phrase | null {
  let last = verb - 1;
  while (isAdverb(tokens[last]) || (tokens[last] !== undefined && AUXILIARIES.has(tokens[last]?.lower ?? ''))) last--;
  const token = tokens[last];
  if (token === undefined || token.kind === 'quotation') return null;
  if (isPronoun(token)) return { from: last, to: last + 1 };
  if (RELATIVES.has(token.lower)) return antecedent(tokens, last);
  if (token.text === ',' || token.text === ')') return beforeApposition(tokens, last);
  if (CONJUNCTIONS.has(token.lower)) return leadingSubject(tokens, last);
  if (token.kind !== 'word') return null;
  return phraseEndingAt(tokens, last);
}

/** "said Smith", "said a spokesman for the ministry on Monday": the phrase after the verb. */
export function subjectAfter(tokens: readonly Token[], verb: number): Phrase | null {
  const from = verb + 1;
  if (!beginsNoun(tokens[from]) && !isTitleWord(tokens[from]) && !isBareTitle(tokens, from)) return null;
  if (isTimeWord(tokens[from])) return null;
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST && continuesName(tokens, to)) to++;
  return { from, to };
}

/** "said lead author Hanneke Visscher": a title without an article, up to the name. */
function isBareTitle(tokens: readonly Token[], from: number): boolean {
  const name = tokens.findIndex((token, index) => index > from && isCapital(token));
  if (name === -1 || name - from > 4) return false;
  return tokens
    .slice(from, name)
    .every(
      (token) =>
        /^\p{Ll}[\p{L}-]+$/u.test(token.text) &&
        !PREPOSITIONS.has(token.lower) &&
        !isFiniteVerb(token) &&
        !isAdverb(token) &&
        !CONJUNCTIONS.has(token.lower) &&
        !SUBORDINATORS.has(token.lower),
    );
}

const LONGEST = 16;

function isTitleWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(spokes\w+|officials?|police|residents?|witness(es)?|sources?|prosecutors?|analysts?|experts?|researchers?|scientists?|lawyers?|activists?|investigators?|authorities)$/.test(
      token.lower,
    )
  );
}

function continuesName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return token?.text === '&' || token?.text === '-';
  if (isTimeWord(token)) return false;
  if (PREPOSITIONS.has(token.lower)) {
    return (
      /^(of|for|at|from|with|to|in)$/.test(token.lower) &&
      beginsNoun(tokens[at + 1]) &&
      !isTimeWord(tokens[at + 1]) &&
      !(/^(in|at|to)$/.test(token.lower) && !isCapital(tokens[at + 1]))
    );
  }
  if (CONJUNCTIONS.has(token.lower)) return token.lower === 'and' && isCapital(tokens[at + 1]);
  return (
    !SUBORDINATORS.has(token.lower) &&
    !RELATIVES.has(token.lower) &&
    !isFiniteVerb(token) &&
    !isAdverb(token) &&
    !/^\p{Ll}+ing$/u.test(token.text)
  );
}

/** The phrase that ends with the token, from the last boundary before it. */
function phraseEndingAt(tokens: readonly Token[], last: number): Phrase | null {
  let from = last;
  while (from > 0 && !isBoundary(tokens, from - 1, last)) from--;
  if (from > 0 && RELATIVES.has(tokens[from - 1]?.lower ?? '') && last - from > 0) {
    return antecedent(tokens, from - 1);
  }
  from = skipAdverbial(tokens, from, last);
  const phrase = withApposition(tokens, { from, to: last + 1 });
  return isTimeWord(tokens[last]) && last > from && !isCapital(tokens[from]) ? { from, to: last } : phrase;
}

function isBoundary(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.kind === 'quotation') return isSpoken(token);
  if (token.kind === 'mark') return !/^[-&/.]$/.test(token.text);
  if (token.lower === 'and' || token.lower === 'or') return !joinsNouns(tokens, at);
  if (at < last && SUBORDINATORS.has(token.lower) && !/^(as|than|before|after|since)$/.test(token.lower)) return true;
  return (
    RELATIVES.has(token.lower) ||
    isFiniteVerb(token) ||
    isPronoun(token) ||
    /^(but|as|saying|adding)$/.test(token.lower)
  );
}

/** "Smith and Jones said"; not "The mayor visited the mill and Smith said". */
function joinsNouns(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind !== 'word') return false;
  return !tokens
    .slice(0, at)
    .some((token) => isFiniteVerb(token) || isPast(token) || /^\p{Ll}{3,}ed$/u.test(token.text));
}

/** "On Monday the mayor", "In a statement Smith": skips words of time and place before the speaker. */
function skipAdverbial(tokens: readonly Token[], start: number, last: number): number {
  let from = start;
  while (from < last && (isAdverb(tokens[from]) || CONJUNCTIONS.has(tokens[from]?.lower ?? ''))) from++;
  const first = tokens[from];
  if (first === undefined) return start;
  const isTime = /^(last|this|next|earlier|later)$/.test(first.lower) && isTimeWord(tokens[from + 1]);
  if (!PREPOSITIONS.has(first.lower) && !isTime) return from;
  for (let at = last; at > from + 1; at--) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    const restarts =
      before !== undefined && !PREPOSITIONS.has(before.lower) && !isArticle(before) && before.lower !== 'and';
    if (restarts && beginsNoun(token) && (!isCapital(token) || !isCapital(before) || isTimeWord(before))) return at;
  }
  return isTime ? Math.min(from + 2, last) : from;
}

function isArticle(token: Token): boolean {
  return /^(the|a|an)$/.test(token.lower) || /['’]s$/.test(token.text);
}

/** "Malaysia's Prime Minister, Najib Razak said": both halves name him. */
function withApposition(tokens: readonly Token[], phrase: Phrase): Phrase {
  if (tokens[phrase.from - 1]?.text !== ',' || !isCapital(tokens[phrase.from])) return phrase;
  let from = phrase.from - 1;
  while (from > 0 && tokens[from - 1]?.kind === 'word' && !isBoundary(tokens, from - 1, phrase.from)) from--;
  const before = tokens.slice(from, phrase.from - 1);
  const isTitle =
    before.length > 0 &&
    before.length <= 10 &&
    beginsNoun(before[0]) &&
    !isTimeWord(before.at(-1)) &&
    !before.some((token) => PREPOSITIONS.has(token.lower) && !/^(of|for|to|at|in)$/.test(token.lower)) &&
    !/^(in|on|at)$/.test(before[0]?.lower ?? '');
  const startsSentence = from === 0 || tokens[from - 1]?.kind === 'quotation' || tokens[from - 1]?.text === ',';
  return isTitle && startsSentence ? { from, to: phrase.to } : phrase;
}

/** The phrase that a "who" belongs to. */
function antecedent(tokens: readonly Token[], relative: number): Phrase | null {
  const last = tokens[relative - 1]?.text === ',' ? relative - 2 : relative - 1;
  return tokens[last]?.kind === 'word' ? phraseEndingAt(tokens, last) : null;
}

/** "Jeff Rathke, the State Department spokesperson, said": the phrase before the apposition. */
function beforeApposition(tokens: readonly Token[], comma: number): Phrase | null {
  if (tokens[comma]?.text === ')') {
    const open = tokens.findLastIndex((token, index) => index < comma && token.text === '(');
    return open > 0 ? phraseEndingAt(tokens, open - 1) : null;
  }
  const start = clauseStart(tokens, comma);
  const segments = segmentsOf(tokens, start, comma);
  const first = segments.find((segment) => !isAdverbial(tokens, segment) && !isClause(tokens, segment));
  if (first === undefined) return null;
  // "…, and the mayor, Ann Lee, said"
  const from = skipAdverbial(tokens, first.from, first.to - 1);
  const relative = tokens.findIndex((token, index) => index > from && index < first.to && RELATIVES.has(token.lower));
  if (relative !== -1) return { from, to: relative };
  return { from, to: nameAfter(tokens, first, segments) ?? first.to };
}

/** "the head of the council, Ann Lee,": the end of the name that follows a title; null if there is none. */
function nameAfter(tokens: readonly Token[], first: Phrase, segments: readonly Phrase[]): number | null {
  const next = segments[segments.indexOf(first) + 1];
  if (next === undefined || (isCapital(tokens[first.to - 1]) && isCapital(tokens[first.from]))) return null;
  const words = tokens.slice(next.from, next.to);
  return words.length <= 4 && words.every((token) => isCapital(token)) ? next.to : null;
}

/** Whether the segment has its own verb, outside a relative clause. */
function isClause(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const verb = tokens.findIndex(
    (token, index) => index > from && index < to && (isFiniteVerb(token) || RELATIVES.has(token.lower)),
  );
  return verb !== -1 && !RELATIVES.has(tokens[verb]?.lower ?? '');
}

function clauseStart(tokens: readonly Token[], before: number): number {
  return (
    tokens.findLastIndex(
      (token, index) =>
        index < before && (/^[;:—–]$/.test(token.text) || (token.kind === 'quotation' && isSpoken(token))),
    ) + 1
  );
}

function segmentsOf(tokens: readonly Token[], start: number, end: number): Phrase[] {
  const segments: Phrase[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && tokens[at]?.text !== ',') continue;
    if (at > from) segments.push({ from, to: at });
    from = at + 1;
  }
  return segments;
}

function isAdverbial(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const first = tokens[from];
  if (first === undefined) return true;
  if (to - from === 1 && (isAdverb(first) || CONJUNCTIONS.has(first.lower))) return true;
  return (
    PREPOSITIONS.has(first.lower) ||
    SUBORDINATORS.has(first.lower) ||
    isTimeWord(first) ||
    /^\p{L}+ing$/u.test(first.text) ||
    (/^(last|this|next|earlier|later|according)$/.test(first.lower) && to - from <= 4)
  );
}

/** The subject of the sentence, for a verb that shares it: "Baird met reporters and said". */
export function leadingSubject(tokens: readonly Token[], before: number): Phrase | null {
  const start = clauseStart(tokens, before);
  const first = segmentsOf(tokens, start, before).find((segment) => !isAdverbial(tokens, segment));
  if (first === undefined) return null;
  let from = first.from;
  while (from < first.to && (isAdverb(tokens[from]) || CONJUNCTIONS.has(tokens[from]?.lower ?? ''))) from++;
  if (isPronoun(tokens[from])) return { from, to: from + 1 };
  if (!beginsNoun(tokens[from]) && !isTitleWord(tokens[from])) return null;
  let to = from + 1;
  while (to < first.to && to - from < LONGEST && continuesSubject(tokens, to, from)) to++;
  return { from, to };
}

function continuesSubject(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || !continuesName(tokens, at)) return false;
  return !(/^\p{Ll}{2,}(ed|s|ew|id|ok|ent|ave)$/u.test(token.text) && isCapital(tokens[at - 1]) && at > from);
}

/** Whether the token is spoken words, and not a quoted title or word that is part of its sentence. */
export function isSpoken(token: Token): boolean {
  return token.kind === 'quotation' && (wordsIn(token) > 3 || /[,.!?…]$/.test(token.text.slice(0, -1).trimEnd()));
}

export function wordsIn(token: Token): number {
  return token.text.split(/\s+/).length;
}
