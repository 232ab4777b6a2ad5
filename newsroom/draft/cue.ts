/** Cues: the words of a sentence that attribute speech to somebody, with the speaker and the addressee. */
import { addresseeOf, addresseeTo } from './addressee.ts';
import {
  beginsClause,
  isAdverb,
  isAuxiliary,
  isBe,
  isCapital,
  isConjunction,
  isDeterminer,
  isFiniteVerb,
  isGenitive,
  isInNoun,
  isModal,
  isNegation,
  isNoun,
  isPreposition,
  isPronoun,
  isRelative,
  isSubordinator,
  isTimeWord,
  isVerb,
} from './grammar.ts';
import { readNounCue } from './noun-cue.ts';
import { type Phrase, wordsIn } from './phrase.ts';
import { isQuoting, readQuotedCue } from './quoted-cue.ts';
import { isSpeechVerb, type SpeechVerb, speechVerb } from './speech-verb.ts';
import { beforeVerbs, leadingSubject, subjectAfter, subjectBefore } from './subject.ts';
import type { Token } from './token.ts';

/** A verb of saying, a noun of saying, or "according to", with its speaker; positions are those of the sentence's tokens. */
export interface Cue {
  /** Null for "according to" and for nouns. */
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
  /** The content, of a noun: "his claim that …"; null for any other cue. */
  readonly clause: Phrase | null;
}

/** The cues of a sentence, in its order; quoted words are not read. */
export function findCues(tokens: readonly Token[]): Cue[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word') return [];
    const cue = isAccording(tokens, index)
      ? readAccording(tokens, index)
      : (readVerb(tokens, index) ?? readNoun(tokens, index));
    return cue === null || isTeller(tokens[cue.subject.from]) || isFigure(tokens, cue.subject) ? [] : [cue];
  });
}

/** The writer, the reader, or nobody: "I said", "as you say", "there have been". */
function isTeller(token: Token | undefined): boolean {
  return /^(i|you|there|that|this|which|what)$/.test(token?.lower ?? '');
}

/** "14": a number that names nobody, unlike "14%" or "14 people". */
function isFigure(tokens: readonly Token[], { from, to }: Phrase): boolean {
  return tokens.slice(from, to).every(({ text }) => /^[\d.,]+$/.test(text));
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
    .every((token) => token.kind === 'mark' || isAdverb(token) || isConjunction(token) || isSubordinator(token));
  let to = from;
  while (to < tokens.length && !endsSource(tokens, to, from)) to++;
  if (isLeading) to = cutBeforeClause(tokens, from, to);
  if (to === from) return null;
  const subject = { from, to: isLeading ? skipApposition(tokens, to) : to };
  return {
    verb: null,
    words: { from: at, to: from },
    subject,
    whole: { from: at, to: subject.to },
    addressee: null,
    isInverted: true,
    isShared: false,
    clause: null,
  };
}

/** "his claim that the bridge is safe" */
function readNoun(tokens: readonly Token[], at: number): Cue | null {
  const noun = readNounCue(tokens, at);
  if (noun === null) return null;
  const { subject, words, clause } = noun;
  return {
    ...noun,
    verb: null,
    addressee: null,
    isInverted: false,
    isShared: false,
    whole: { from: Math.min(subject.from, words.from), to: clause.from },
  };
}

function endsSource(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || /^[,;:.()—–!?]$/.test(token.text) || token.kind === 'quotation')
    return token?.kind !== 'quotation' || wordsIn(token) > 4;
  return at > from && (isRelative(token) || /^(that|while|after|when|because)$/.test(token.lower));
}

/** "According to the Interior Ministry over 345 pilgrims were killed": the comma is missing. */
function cutBeforeClause(tokens: readonly Token[], from: number, to: number): number {
  const name = tokens.findIndex((token, index) => index >= from && index < to && isCapital(token));
  if (name === -1) return to;
  const after = tokens.findIndex(
    (token, index) =>
      index > name && index < to && !isCapital(token) && !/^(of|for|and|in|&|-|'s|de|al|the|at)$/.test(token.lower),
  );
  return after === -1 || !beginsClause(tokens, after, to) ? to : after;
}

/** The position after a name or a title in apposition: ", Alireza Mehraban,". */
function skipApposition(tokens: readonly Token[], comma: number): number {
  if (tokens[comma]?.text !== ',') return comma;
  const next = tokens.findIndex((token, index) => index > comma && token.text === ',');
  if (next === -1 || next - comma > LONGEST_APPOSITION) return comma;
  const isOne = isRelative(tokens[comma + 1]) || !beginsClause(tokens, comma + 1, next);
  return isOne && beginsClause(tokens, next + 1, tokens.length) ? next : comma;
}

const LONGEST_APPOSITION = 13;

function readVerb(tokens: readonly Token[], at: number): Cue | null {
  const verb = speechVerb(tokens[at]?.text ?? '');
  if (verb === null || !isSaying(tokens, at, verb)) return null;
  if (/ing$/.test(tokens[at]?.lower ?? '') && !isBe(tokens[beforeAdverbs(tokens, at)]))
    return readParticiple(tokens, at, verb);
  return readInverted(tokens, at, verb) ?? readPlain(tokens, at, verb);
}

function beforeAdverbs(tokens: readonly Token[], at: number): number {
  let before = at - 1;
  while (isAdverb(tokens[before])) before--;
  return before;
}

/** Whether the word is a verb here, and tells what was really said: no passive, negation or possibility. */
function isSaying(tokens: readonly Token[], at: number, verb: SpeechVerb): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const before = tokens[beforeAdverbs(tokens, at)];
  if (token === undefined || (token.tag !== 'VERB' && !isMistagged(tokens, at, verb))) return false;
  const isParticiple = !/(s|ing)$/.test(token.lower) && token.lower !== verb.base;
  if (isQuoting(tokens, at)) return false;
  const isPassive = next?.lower === 'by' && !(tokens[at + 2]?.tag === 'NUM' || isTimeWord(tokens[at + 2]));
  if (isParticiple && (isBe(before) || isPassive)) return false;
  if (before?.lower === 'to') return isGoingTo(tokens, at);
  if (isDeterminer(before) || isPreposition(before)) return token.lower.endsWith('ing') && isPreposition(before);
  if (verb.base === 'point' && next?.lower !== 'out' && next?.lower !== 'to') return false;
  const group = tokens.slice(beforeVerbs(tokens, at) + 1, at);
  return !group.some((one) => isNegation(one) || isModal(one));
}

/** "went on to say", "continued to insist" */
function isGoingTo(tokens: readonly Token[], at: number): boolean {
  return /^(on|goes|went|going|continue[sd]?|quick)$/.test(tokens[beforeAdverbs(tokens, at) - 1]?.lower ?? '');
}

/** "Lee notes that …", "“…,” Lee claims.": the tagger takes some verbs after a name for nouns. */
function isMistagged(tokens: readonly Token[], at: number, verb: SpeechVerb): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.tag === 'ADJ') return /ed$/.test(token.lower) && isNoun(before) && next?.lower === 'that';
  if (
    token?.tag !== 'NOUN' ||
    isGenitive(before) ||
    (!verb.isNounToo && token.lower !== 'say' && token.lower !== 'points')
  )
    return false;
  const isAfter = before?.tag === 'PROPN' || isPronoun(before) || (token.lower === 'say' && isInNoun(before));
  if (isNoun(before) && /s$/.test(token.lower) && (isDeterminer(next) || isPronoun(next))) return true;
  if (isNoun(before) && /s$/.test(token.lower) && next?.lower === 'that' && subjectBefore(tokens, at)?.from === 0)
    return true;
  if (token.lower === verb.base && /s$|^(people|police)$/.test(before?.lower ?? '') && next?.lower === 'that')
    return true;
  if (!isAfter) return false;
  if (/^[,:]$/.test(next?.text ?? '') && tokens[at + 2]?.kind === 'quotation') return true;
  if (next === undefined || next.kind === 'mark')
    return tokens[(subjectBefore(tokens, at)?.from ?? 0) - 1]?.kind === 'quotation';
  return /^(that|out)$/.test(next.lower) || next.kind === 'quotation' || beginsClause(tokens, at + 1, tokens.length);
}

/** "…, saying that": the speaker is the subject of the sentence. */
function readParticiple(tokens: readonly Token[], at: number, verb: SpeechVerb): Cue | null {
  const before = tokens[beforeAdverbs(tokens, at)];
  const words = { from: at, to: at + 1 };
  if (tokens[at - 1]?.lower === 'as') return readQuoted(tokens, at, verb);
  // "with one poster writing", "people saying"
  if (isNoun(before) || before?.tag === 'PRON') {
    const subject = subjectBefore(tokens, at);
    if (subject === null) return null;
    const isObject = tokens[subject.from - 1]?.tag === 'VERB' && !isBe(tokens[subject.from - 1]);
    const leading = isObject ? leadingSubject(tokens, at) : subject;
    return leading === null ? null : cueOf(tokens, verb, words, leading, false);
  }
  if (
    before !== undefined &&
    before.kind !== 'quotation' &&
    !/^(,|and|but|or|while|before|after|by|in|upon|when|[-–—]+)$/.test(before.lower)
  )
    return null;
  const subject = leadingSubject(tokens, at);
  return subject === null ? null : cueOf(tokens, verb, words, subject, false);
}

/** "Lee was quoted as saying" */
function readQuoted(tokens: readonly Token[], at: number, verb: SpeechVerb): Cue | null {
  const quoted = readQuotedCue(tokens, at);
  return quoted === null || !isReal(tokens, quoted.subject, at)
    ? null
    : cueOf(tokens, verb, quoted.words, quoted.subject, false);
}

/** "…," said Smith; "…, says Putin's envoy". */
function readInverted(tokens: readonly Token[], at: number, verb: SpeechVerb): Cue | null {
  const before = tokens[at - 1];
  const isAfterSpoken = before?.kind === 'quotation' || (before?.text === ',' && tokens[at - 2]?.kind === 'quotation');
  const subject = subjectAfter(tokens, at);
  const rest = tokens[subject?.to ?? at];
  if (subject === null || (isPronoun(tokens[subject.from]) && isVerb(rest))) return null;
  const isAfterClause =
    tokens.slice(0, at).some((_, index) => isFiniteVerb(tokens, index)) || isVerb(tokens[subject.to + 1]);
  if (!isAfterSpoken && at > 0 && !(before?.text === ',' && isAfterClause && INVERTED.test(verb.base))) return null;
  if (at === 0 && !/^[:,]$/.test(rest?.text ?? '')) return null;
  // "The mayor, Ann Lee, said prices rose."
  if (!isAfterSpoken && at > 0 && !endsHere(rest)) return null;
  return cueOf(tokens, verb, { from: at, to: at + 1 }, subject, true);
}

/** Verbs that come before their subject without a quotation: "The bridge is safe, says Lee." */
const INVERTED = /^(say|add|explain|write|argue|note)$/;

function endsHere(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === 'mark' ||
    isTimeWord(token) ||
    isRelative(token) ||
    (isPreposition(token) && token.tag !== 'PART')
  );
}

function readPlain(tokens: readonly Token[], at: number, verb: SpeechVerb): Cue | null {
  const going = tokens[beforeAdverbs(tokens, at)]?.lower === 'to' ? beforeAdverbs(tokens, at) - 1 : at;
  const first = tokens[going]?.lower === 'on' ? going - 1 : going;
  const subject = subjectBefore(tokens, first);
  if (subject === null || !isReal(tokens, subject, at)) return null;
  let from = first;
  const to = verb.base === 'point' ? at + 2 : at + 1;
  while (from > subject.to && isAuxiliary(tokens[from - 1])) from--;
  return cueOf(tokens, verb, { from, to }, subject, false);
}

/** Whether the words before the subject do not ask, suppose or take up what is said: "if Lee says", "which Lee says". */
function isReal(tokens: readonly Token[], { from }: Phrase, at: number): boolean {
  const before = tokens[from - 1];
  // "which Lee says is safe", but not "which Lee noted"
  if (isRelative(before) && !isFiniteVerb(tokens, at + 1)) return isPreposition(tokens[from - 2]);
  if (before?.lower === 'what') return isFiniteVerb(tokens, at + 1) || isPronoun(tokens[at + 1]);
  if (/^(if|whether|unless|than|why|how)$/.test(before?.lower ?? '')) return false;
  return !isAuxiliary(before) || isNoun(tokens[from - 2]);
}

function cueOf(tokens: readonly Token[], verb: SpeechVerb, words: Phrase, subject: Phrase, isInverted: boolean): Cue {
  const after = isInverted ? subject.to : words.to;
  const addressee = isInverted ? addresseeTo(tokens, after) : addresseeOf(tokens, after, verb);
  const isIng = tokens[words.from]?.lower.endsWith('ing') === true;
  const isShared =
    !isInverted && (isConjunction(tokens[beforeVerbs(tokens, words.from)]) || (isIng && subject.to < words.from));
  return {
    verb,
    words: { from: words.from, to: isInverted || addressee === null ? words.to : addressee.to },
    subject,
    whole: {
      // A shared subject is elsewhere in the sentence.
      from: isInverted || isShared ? words.from : Math.min(subject.from, words.from),
      to: addressee === null ? after : addressee.to,
    },
    addressee,
    isInverted,
    isShared,
    clause: null,
  };
}
