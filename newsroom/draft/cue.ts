/** Cues: the words of a sentence that attribute speech to somebody, with the speaker and the addressee. */
import { addresseeOf, addresseeTo } from './addressee.ts';
import {
  AUXILIARIES,
  BE,
  beginsNoun,
  CONJUNCTIONS,
  isAdverb,
  isCapital,
  isPronoun,
  isTimeWord,
  looksLikeClause,
  NEGATIONS,
  POSSESSIVES,
  PREPOSITIONS,
} from './grammar.ts';
import { isSpeechVerb, type SpeechVerb, speechVerb } from './speech-verb.ts';
import { leadingSubject, type Phrase, subjectAfter, subjectBefore, wordsIn } from './subject.ts';
import type { Token } from './token.ts';

/** A verb of saying, or "according to", with its speaker; positions are those of the sentence's tokens. */
export interface Cue {
  /** Null for "according to". */
  readonly verb: SpeechVerb | null;
  /** The words of the cue itself. */
  readonly words: Phrase;
  readonly subject: Phrase;
  /** Everything that is not the content: subject, verb, addressee. */
  readonly whole: Phrase;
  readonly addressee: Phrase | null;
  readonly isInverted: boolean;
  /** Whether it shares its subject with an earlier verb: "met reporters and said". */
  readonly isShared: boolean;
}

/** The cues of a sentence, in its order; quoted words are not read. */
export function findCues(tokens: readonly Token[]): Cue[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word') return [];
    const cue = isAccording(tokens, index) ? readAccording(tokens, index) : readVerb(tokens, index);
    return cue === null ? [] : [cue];
  });
}

function isAccording(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower === 'according') return tokens[at + 1]?.lower === 'to';
  return tokens[at]?.lower === 'as' && tokens[at + 2]?.lower === 'by' && isSpeechVerb(tokens[at + 1]?.lower ?? '');
}

/** "According to the coach, Alireza Mehraban, …", "…, according to a letter seen by the paper." */
function readAccording(tokens: readonly Token[], at: number): Cue | null {
  const from = tokens[at + 2]?.lower === 'by' ? at + 3 : at + 2;
  const isLeading = tokens
    .slice(0, at)
    .every((token) => token.kind === 'mark' || isAdverb(token) || CONJUNCTIONS.has(token.lower));
  let to = from;
  while (to < tokens.length && !endsSource(tokens, to, from)) to++;
  if (isLeading) to = cutBeforeClause(tokens, from, to);
  if (to === from) return null;
  const apposition = isLeading ? skipApposition(tokens, to) : to;
  const subject = { from, to: apposition };
  return {
    verb: null,
    words: { from: at, to: from },
    subject,
    whole: { from: at, to: apposition },
    addressee: null,
    isInverted: true,
    isShared: false,
  };
}

function endsSource(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || /^[,;:.()—–!?]$/.test(token.text) || token.kind === 'quotation')
    return token?.kind !== 'quotation' || wordsIn(token) > 4;
  return at > from && /^(which|who|that|while|whose|after|when|because)$/.test(token.lower);
}

/** "According to the Interior Ministry over 345 pilgrims were killed": the comma is missing. */
function cutBeforeClause(tokens: readonly Token[], from: number, to: number): number {
  const name = tokens.findIndex((token, index) => index >= from && index < to && isCapital(token));
  if (name === -1) return to;
  const after = tokens.findIndex(
    (token, index) =>
      index > name &&
      index < to &&
      !isCapital(token) &&
      !/^(of|for|and|in|&|-|'s|de|al)$/.test(token.lower) &&
      !(/^(the|at|to)$/.test(token.lower) && /^(of|for|in|to)$/.test(tokens[index - 1]?.lower ?? '')),
  );
  if (after === -1 || !looksLikeClause(tokens.slice(after, to))) return to;
  return after;
}

/** The position after a name or a title in apposition: ", Alireza Mehraban,". */
function skipApposition(tokens: readonly Token[], comma: number): number {
  if (tokens[comma]?.text !== ',') return comma;
  const next = tokens.findIndex((token, index) => index > comma && token.text === ',');
  const between = tokens.slice(comma + 1, next === -1 ? comma + 1 : next);
  if (between.length === 0 || between.length > LONGEST_APPOSITION || next + 2 >= tokens.length) return comma;
  const isName =
    isCapital(between[0]) &&
    isCapital(between.at(-1)) &&
    between.every((token) => isCapital(token) || /^(of|the|and|for|de|al|van|von)$/.test(token.lower));
  const isTitle =
    /^(the|a|an|former|who|head|chief|director|president|professor|spokes\w+|minister|chair\w*|founder)$/.test(
      between[0]?.lower ?? '',
    ) && !between.some((token) => AUXILIARIES.has(token.lower));
  return isName || (isTitle && beginsNoun(tokens[next + 1])) ? next : comma;
}

const LONGEST_APPOSITION = 12;

function readVerb(tokens: readonly Token[], at: number): Cue | null {
  const verb = speechVerb(tokens[at]?.text ?? '');
  if (verb === null || isOtherUse(tokens, at, verb)) return null;
  if (/ing$/i.test(tokens[at]?.text ?? '') && !BE.has(previous(tokens, at)?.lower ?? ''))
    return readParticiple(tokens, at, verb);
  return readInverted(tokens, at, verb) ?? readPlain(tokens, at, verb);
}

/** "…, saying that", "and added": the speaker is the subject of the sentence. */
function readParticiple(tokens: readonly Token[], at: number, verb: SpeechVerb): Cue | null {
  const isJoined =
    /^(,|and|but|or|while|before|after|by)$/.test(tokens[at - 1]?.lower ?? '') || tokens[at - 1]?.kind === 'quotation';
  if (!isJoined && absoluteSubject(tokens, at) === null) return null;
  const subject = absoluteSubject(tokens, at) ?? leadingSubject(tokens, at);
  return subject === null || at === 0 ? null : cueOf(tokens, verb, { from: at, to: at + 1 }, subject, false);
}

/** "with one poster writing" */
function absoluteSubject(tokens: readonly Token[], at: number): Phrase | null {
  const opening = tokens.findLastIndex(
    (token, index) => index < at && (token.lower === 'with' || token.kind !== 'word'),
  );
  if (PREPOSITIONS.has(tokens[at - 1]?.lower ?? '')) return null;
  return tokens[opening]?.lower === 'with' && at - opening <= 6 && at - opening > 1
    ? { from: opening + 1, to: at }
    : null;
}

/** "…," said Smith; "…, says Putin's envoy". */
function readInverted(tokens: readonly Token[], at: number, verb: SpeechVerb): Cue | null {
  const before = tokens[at - 1];
  const isAfterQuotation = before?.kind === 'quotation' || (isComma(before) && tokens[at - 2]?.kind === 'quotation');
  if (!isAfterQuotation && ((!isComma(before) && at > 0) || verb.takesAddressee)) return null;
  const subject = subjectAfter(tokens, at);
  if (subject === null) return null;
  const rest = tokens[subject.to];
  const endsSentence = rest === undefined || /^[.!?]$/.test(rest.text);
  if (
    !isAfterQuotation &&
    at > 0 &&
    !isComma(rest) &&
    !endsSentence &&
    !(endsHere(rest) && subjectBefore(tokens, at) === null)
  )
    return null;
  if (at === 0 && !(rest?.text === ':' || isComma(rest))) return null;
  return cueOf(tokens, verb, { from: at, to: at + 1 }, subject, true);
}

function endsHere(token: Token | undefined): boolean {
  return token === undefined || /^[,.:;]$/.test(token.text) || isTimeWord(token) || PREPOSITIONS.has(token.lower);
}

function readPlain(tokens: readonly Token[], at: number, verb: SpeechVerb): Cue | null {
  const subject = subjectBefore(tokens, at);
  if (subject === null || subject.to <= subject.from) return null;
  let from = at;
  const to = verb.base === 'point' ? at + 2 : at + 1;
  while (from > subject.to && AUXILIARIES.has(tokens[from - 1]?.lower ?? '')) from--;
  return cueOf(tokens, verb, { from, to }, subject, false);
}

function cueOf(tokens: readonly Token[], verb: SpeechVerb, words: Phrase, subject: Phrase, isInverted: boolean): Cue {
  const after = isInverted ? subject.to : words.to;
  const addressee = isInverted ? addresseeTo(tokens, after) : addresseeOf(tokens, after, verb);
  const joint = previous(tokens, words.from);
  const isShared =
    !isInverted &&
    (CONJUNCTIONS.has(joint?.lower ?? '') ||
      (tokens[words.from]?.lower.endsWith('ing') === true && subject.to < words.from));
  const whole = {
    // A shared subject is elsewhere in the sentence.
    from: isInverted || isShared ? words.from : Math.min(subject.from, words.from),
    to: addressee === null ? after : addressee.to,
  };
  return {
    verb,
    words: { from: words.from, to: isInverted || addressee === null ? words.to : addressee.to },
    subject,
    whole,
    addressee,
    isInverted,
    isShared,
  };
}

function isComma(token: Token | undefined): boolean {
  return token?.text === ',';
}

function previous(tokens: readonly Token[], at: number): Token | undefined {
  let index = at - 1;
  while (isAdverb(tokens[index])) index--;
  return tokens[index];
}

/** Whether the word is a noun or a passive here, or is negated. */
function isOtherUse(tokens: readonly Token[], at: number, verb: SpeechVerb): boolean {
  const token = tokens[at];
  const before = previous(tokens, at);
  const next = tokens[at + 1];
  if (token === undefined || (at > 0 && /^\p{Lu}/u.test(token.text) && !isTitleCase(tokens))) return true;
  const isParticiple = /(ed|id|old|en|te)$/.test(token.lower);
  if (before !== undefined && isParticiple && BE.has(before.lower)) return true;
  if (isParticiple && next?.lower === 'by') return true;
  if (tokens.slice(Math.max(0, at - 3), at).some((one) => NEGATIONS.has(one.lower) && one.kind === 'word')) return true;
  if (before?.lower === 'to' && !/^(on|goes|went|going|continued?s?)$/.test(tokens[at - 2]?.lower ?? '')) return true;
  if (
    before !== undefined &&
    (/^(the|a|an|no|any|this|that|these|those|such)$/.test(before.lower) ||
      POSSESSIVES.has(before.lower) ||
      /['’]s$/.test(before.text) ||
      PREPOSITIONS.has(before.lower))
  ) {
    if (!token.lower.endsWith('ing')) return true;
  }
  if (verb.base === 'point') return next?.lower !== 'out';
  return verb.isNounToo && isNoun(tokens, at, verb);
}

/** Whether it is a headline with a capital on each word. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return words.length > 0 && words.filter(isCapital).length / words.length > 0.8;
}

function isNoun(tokens: readonly Token[], at: number, verb: SpeechVerb): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || /(ed|ing|ote)$/.test(token.lower)) return false;
  if (
    next === undefined ||
    /^(of|from|by|about|on|in|for|and|or|was|were|is|are|has|had|have|said|says)$/.test(next.lower) ||
    (next.kind === 'mark' && !/^[,:]$/.test(next.text))
  )
    return true;
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (token.lower === verb.base)
    return (
      !(isPronoun(before) || /^(who|\p{L}{3,}s|police|people|officials?)$/u.test(before.lower)) ||
      !(isPronoun(next) || beginsNoun(next) || next.kind === 'quotation' || next.lower === 'that')
    );
  const phrase = subjectBefore(tokens, at);
  if (phrase !== null && PREPOSITIONS.has(tokens[phrase.from - 1]?.lower ?? '')) return true;
  return !(
    isCapital(before) ||
    isPronoun(before) ||
    beginsNoun(next) ||
    next.lower === 'that' ||
    next.kind === 'quotation'
  );
}
