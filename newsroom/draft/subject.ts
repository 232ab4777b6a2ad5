/** Subjects: the phrases before or after a verb of saying that name the speakers. */
import {
  isAdverb,
  isAuxiliary,
  isCapital,
  isConjunction,
  isDeterminer,
  isFiniteVerb,
  isGenitive,
  isInNoun,
  isNegation,
  isNoun,
  isParticiple,
  isPreposition,
  isPronoun,
  isRelative,
  isSubordinator,
  isTimeWord,
  isVerb,
} from './grammar.ts';
import { endOfPhrase, isDay, isInside, isSpoken, type Phrase, partsOf } from './phrase.ts';
import { isSpeechVerb } from './speech-verb.ts';
import type { Token } from './token.ts';

/** The subject of the verb, or of the verb before it that shares its subject: "Lee met reporters and said". */
export function subjectBefore(tokens: readonly Token[], verb: number): Phrase | null {
  const last = beforeVerbs(tokens, verb);
  return isConjunction(tokens[last]) ? sharedSubject(tokens, last) : ownSubject(tokens, last);
}

/** The position before the verb, its auxiliaries and its adverbs: "Lee has long | said". */
export function beforeVerbs(tokens: readonly Token[], verb: number): number {
  let last = verb - 1;
  while (isAdverb(tokens[last]) || isAuxiliary(tokens[last])) last--;
  return last;
}

/** "the minister in Paris", "the minister, who is 45,": the subject that ends at `last`. */
function ownSubject(tokens: readonly Token[], last: number): Phrase | null {
  const token = tokens[last];
  if (token === undefined) return null;
  if (isPronoun(token)) return { from: last, to: last + 1 };
  if (isRelative(token) || (token.lower === 'that' && isNoun(tokens[last - 1]))) return antecedent(tokens, last);
  if (token.kind === 'mark' || (token.kind === 'quotation' && /,[^\p{L}]*$/u.test(token.text)))
    return beforeInsertion(tokens, last);
  // "voters polled said"
  const end = token.tag === 'VERB' && /ed$/.test(token.lower) ? last - 1 : last;
  return token.kind === 'word' && isWhole(tokens, end) ? phraseEndingAt(tokens, end) : null;
}

/** Whether a phrase may end here: "Lee", "some", "the unemployed", "Lee himself", "Lee on Monday". */
function isWhole(tokens: readonly Token[], last: number): boolean {
  const token = tokens[last];
  return isInNoun(token) || token?.tag === 'PRON' || isTimeWord(token);
}

/** The subject of an earlier verb: that of a verb of saying, or else of the nearest one. */
function sharedSubject(tokens: readonly Token[], before: number): Phrase | null {
  const verbs = verbsBefore(tokens, before);
  const said = verbs.filter((at) => isSpeechVerb(tokens[at]?.text ?? ''));
  return mainSubject(tokens, [...said, ...verbs.toReversed()]);
}

/** The subject of the first of these verbs that is in a main clause. */
function mainSubject(tokens: readonly Token[], verbs: readonly number[]): Phrase | null {
  for (const at of verbs) {
    const subject = ownSubject(tokens, beforeVerbs(tokens, at));
    if (subject !== null && !isRelative(tokens[subject.to - 1]) && !isSubordinator(tokens[subject.from - 1]))
      return subject;
  }
  return null;
}

/** The subject of the sentence, for "…, saying that". */
export function leadingSubject(tokens: readonly Token[], before: number): Phrase | null {
  const subject = mainSubject(tokens, verbsBefore(tokens, before));
  if (subject !== null) return subject;
  // "Lee called it “a folly, and worse,” saying that": the verb is before the quotation.
  const start = clauseStart(tokens, before);
  return start === before && start > 0 ? leadingSubject(tokens, start - 1) : null;
}

function verbsBefore(tokens: readonly Token[], before: number): number[] {
  const start = clauseStart(tokens, before);
  return tokens
    .slice(start, before)
    .flatMap((_, index) => (isFiniteVerb(tokens, start + index) ? [start + index] : []));
}

/** "said Lee", "said a spokesman for the ministry on Monday": the phrase after the verb. */
export function subjectAfter(tokens: readonly Token[], verb: number): Phrase | null {
  const from = verb + 1;
  if (isPronoun(tokens[from])) return { from, to: from + 1 };
  if (isPreposition(tokens[from])) return null;
  const to = endOfPhrase(tokens, from, /^(of|for|at|from|with|in|on)$/);
  return to > from && !isTimeWord(tokens[from]) ? { from, to } : null;
}

/** The noun phrase that ends with the token, with what is joined to it: "people familiar with the plan". */
function phraseEndingAt(tokens: readonly Token[], last: number): Phrase | null {
  let from = last;
  while (from > 0 && goesOnBefore(tokens, from)) from--;
  const before = tokens[from - 1];
  if (
    isNegation(tokens[from]) ||
    tokens.slice(from, last + 1).every(isTimeWord) ||
    /^(the|an?|his|her|its|their)$/.test(tokens[last]?.lower ?? '')
  )
    return null;
  // "the minister who visited the town", "a woman wearing a hat", "plans to close the mill"
  if (isVerb(before) && from > 1) {
    const start = relativeBefore(tokens, from - 1);
    if (start !== null) return phraseBefore(tokens, start);
  }
  if (isPreposition(before) || isTimeWord(tokens[from])) {
    const start = afterAdverbial(tokens, from, last);
    if (start === from && isPreposition(before) && isParticiple(tokens, from - 2))
      return phraseBefore(tokens, from - 2);
    from = start;
  }
  return withTitle(tokens, withoutTime(tokens, { from: startOfList(tokens, from, last), to: last + 1 }));
}

/** "Ann Lee, Max Moe and Eve Roe said": the start of the first of several names. */
function startOfList(tokens: readonly Token[], from: number, last: number): number {
  let start = from;
  const isList = tokens.slice(from, last).some(isConjunction);
  while (isList && tokens[start - 1]?.text === ',' && isCapital(tokens[start]) && isCapital(tokens[start - 2])) {
    let before = start - 2;
    while (before > 0 && isCapital(tokens[before - 1])) before--;
    if (before > 0 && tokens[before - 1]?.kind === 'word') break;
    start = before;
  }
  return start;
}

/** "another friend, Ann Lee said": the title, which begins the sentence or follows a quotation, names her too. */
function withTitle(tokens: readonly Token[], phrase: Phrase): Phrase {
  if (tokens[phrase.from - 1]?.text !== ',' || !isCapital(tokens[phrase.from]) || !isNoun(tokens[phrase.from - 2]))
    return phrase;
  let from = phrase.from - 2;
  while (from > 0 && goesOnBefore(tokens, from)) from--;
  const before = tokens[from - 1];
  // Not "The bridge, Lee said, is safe."
  const isInserted = tokens[phrase.to + 1]?.text === ',' && tokens[phrase.to + 2]?.kind !== 'quotation';
  const isTitle =
    !isInserted && !isTimeWord(tokens[phrase.from - 2]) && !isPreposition(before) && !isVerb(tokens[from]);
  return isTitle &&
    (before === undefined ||
      before.kind === 'quotation' ||
      (before.text === ',' && (isPreposition(tokens[0]) || /ing$/.test(tokens[0]?.lower ?? ''))))
    ? { from, to: phrase.to }
    : phrase;
}

function phraseBefore(tokens: readonly Token[], at: number): Phrase | null {
  const last = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  return isNoun(tokens[last]) || tokens[last]?.tag === 'PRON' ? phraseEndingAt(tokens, last) : null;
}

/** Where the relative clause begins that the verb belongs to: at its pronoun, participle or "to"; null if it is in none. */
function relativeBefore(tokens: readonly Token[], verb: number): number | null {
  const first = beforeVerbs(tokens, verb);
  if (tokens[first]?.lower === 'to' && isNoun(tokens[first - 1])) return first;
  if (/ing$/.test(tokens[verb]?.lower ?? '') && isNoun(tokens[verb - 1])) return verb;
  for (let at = verb; at > 0 && tokens[at]?.kind === 'word'; at--) {
    if (isRelative(tokens[at]) || (tokens[at]?.lower === 'that' && isNoun(tokens[at - 1]))) return at;
  }
  return null;
}

/** Whether the token before this one is part of the same phrase. */
function goesOnBefore(tokens: readonly Token[], at: number): boolean {
  const [further, before, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return false;
  if (before.kind === 'quotation') return !isSpoken(before) && (isInNoun(further) || isVerb(further) === false);
  if (before.kind === 'mark')
    return isInside(tokens, at - 1) || (isConjunction(token) && before.text === ',' && joinsSubjects(tokens, at));
  if (isPreposition(before)) return joinsBefore(tokens, at - 1);
  if (isConjunction(before)) return before.lower === 'and' && joinsSubjects(tokens, at - 1);
  if (isPreposition(token)) return isNoun(before) || before.tag === 'ADJ' || QUANTITY.test(before.lower);
  if (isConjunction(token)) return isNoun(before);
  if (isDeterminer(token) || isPronoun(token)) return isDeterminer(before) && before.lower !== token.lower;
  if (isTimeWord(before) && !isTimeWord(token) && !isGenitive(before)) return false;
  if (before.tag === 'VERB' && /(ed|ing)$/.test(before.lower)) return isDeterminer(further) || further?.tag === 'ADJ';
  if (isAdverb(before)) return isDeterminer(further) || further?.tag === 'NUM';
  return isInNoun(before);
}

/** Whether the preposition joins its phrase to the one before it, which it does unless it begins the clause. */
function joinsBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    (isNoun(before) && !isTimeWord(before)) ||
    (before?.tag === 'ADJ' && isNoun(tokens[at - 2])) ||
    QUANTITY.test(before?.lower ?? '')
  );
}

const QUANTITY = /^(some|many|most|one|all|both|none|those|several|few)$/;

/** "Lee and Moe said"; not "The mayor visited the mill and Moe said". */
function joinsSubjects(tokens: readonly Token[], conjunction: number): boolean {
  let from = conjunction - 1;
  if (tokens[from]?.text === ',') from--;
  if ((!isNoun(tokens[from]) && !isPronoun(tokens[from])) || isDay(tokens, from)) return false;
  while (from > 0 && !isConjunction(tokens[from - 1]) && goesOnBefore(tokens, from)) from--;
  const before = tokens[from - 1];
  return !isVerb(before) && !(isPreposition(before) && !joinsBefore(tokens, from - 1));
}

/** "In a statement Lee", "On Monday the mayor", "Last week Lee": the start of the subject after words of time or place. */
function afterAdverbial(tokens: readonly Token[], from: number, last: number): number {
  for (let at = last; at > from; at--) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (isNoun(before) && isCapital(token) && (!isCapital(before) || isTimeWord(before))) return at;
  }
  return from;
}

/** "Lee on Monday", "Lee Monday": the phrase without the time at its end. */
function withoutTime(tokens: readonly Token[], { from, to }: Phrase): Phrase {
  let end = to;
  while (end > from + 1 && isTimeWord(tokens[end - 1])) end--;
  if (end < to && end > from + 1 && /^(on|in|last|this|late|early)$/.test(tokens[end - 1]?.lower ?? '')) end--;
  return { from, to: end };
}

/** "Lee, who": the phrase that a relative pronoun belongs to, and the pronoun. */
function antecedent(tokens: readonly Token[], relative: number): Phrase | null {
  const last = tokens[relative - 1]?.text === ',' ? relative - 2 : relative - 1;
  if (!isNoun(tokens[last])) return tokens[last]?.tag === 'PRON' ? { from: last, to: relative + 1 } : null;
  const nearest = isCapital(tokens[last]) ? nameEndingAt(tokens, last) : phraseEndingAt(tokens, last);
  const isInserted = nearest !== null && isDeterminer(tokens[nearest.from]) && tokens[nearest.from - 1]?.text === ',';
  const phrase = isInserted ? beforeInsertion(tokens, relative - 1) : nearest;
  return phrase === null ? null : { from: phrase.from, to: relative + 1 };
}

/** The name alone: not "voted for Max Moe". */
function nameEndingAt(tokens: readonly Token[], last: number): Phrase {
  let from = last;
  while (goesOnBefore(tokens, from) && !isPreposition(tokens[from - 1]) && !isConjunction(tokens[from - 1])) from--;
  return { from, to: last + 1 };
}

/** "Lee, the mayor, said", "Lee (the mayor) said", "Lee - the mayor - said": the phrase before what is inserted. */
function beforeInsertion(tokens: readonly Token[], close: number): Phrase | null {
  const mark = tokens[close]?.kind === 'quotation' ? ',' : (tokens[close]?.text ?? '');
  if (mark !== ',') {
    if (!/^([)]|[-–—―]+)$/.test(mark)) return null;
    const open = tokens.findLastIndex((token, index) => index < close && token.text === (mark === ')' ? '(' : mark));
    return open > 0 && isNoun(tokens[open - 1]) ? phraseEndingAt(tokens, open - 1) : null;
  }
  const segments = partsOf(tokens, clauseStart(tokens, close), close);
  for (const [index, segment] of segments.entries()) {
    if (segment.to - segment.from === 1 && isRelative(tokens[segment.from])) return antecedent(tokens, segment.from);
    const subject = subjectIn(tokens, segment, index === segments.length - 1);
    if (subject !== null)
      return { from: subject.from, to: nameAfter(tokens, subject, segments[index + 1]) ?? subject.to };
  }
  return null;
}

/** The subject that a part of a sentence between commas is, without words of time before it; null if it is a clause. */
function subjectIn(tokens: readonly Token[], { from, to }: Phrase, isLast: boolean): Phrase | null {
  let start = from;
  const isBefore = (token: Token | undefined) =>
    isAdverb(token) || isConjunction(token) || (isSubordinator(token) && !isPreposition(token));
  while (start < to && isBefore(tokens[start])) start++;
  const relative = tokens.findIndex((token, index) => index > start && index < to && isRelative(token));
  const end = relative === -1 ? to : relative;
  if (start >= end || !isNoun(tokens[end - 1])) return null;
  if (tokens.slice(start, end).some((token) => isVerb(token) && !/(ed|ing)$/.test(token.lower))) return null;
  if (/ing$/.test(tokens[start]?.lower ?? '') && tokens[start]?.tag === 'VERB') return null;
  const isPlaced = isPreposition(tokens[start]) || isTimeWord(tokens[start]) || isTimeWord(tokens[start + 1]);
  const first = isPlaced ? afterAdverbial(tokens, start, end - 1) : start;
  if (first === start && isPlaced)
    return isLast && isCapital(tokens[end - 1]) && !isPreposition(tokens[start]) ? { from: first, to: end } : null;
  return { from: first, to: end };
}

/** "the head of the council, Ann Lee,": the end of the name that follows a title; null if there is none. */
function nameAfter(tokens: readonly Token[], title: Phrase, next: Phrase | undefined): number | null {
  if (next === undefined || (isCapital(tokens[title.to - 1]) && isCapital(tokens[title.from]))) return null;
  const words = tokens.slice(next.from, next.to);
  return words.length <= 4 && words.every((token) => isCapital(token)) ? next.to : null;
}

/** Where the clause begins that these words are in: after a semicolon, a colon, a dash or spoken words. */
function clauseStart(tokens: readonly Token[], before: number): number {
  let depth = 0;
  for (let at = before - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === ')') depth++;
    else if (token.text === '(' && depth > 0) depth--;
    else if (depth === 0 && (/^([;:(]|[–—―]|--+)$/.test(token.text) || isSpoken(token))) return at + 1;
  }
  return 0;
}
