/** Noun cues: nouns of saying with the speaker and a clause: "his claim that the bridge is safe", "a warning from Lee that". */
import {
  beginsClause,
  isAdverb,
  isDeterminer,
  isGenitive,
  isModal,
  isNegation,
  isPreposition,
  isTimeWord,
  isVerb,
} from './grammar.ts';
import { endOfPhrase, type Phrase } from './phrase.ts';
import { beforeVerbs, subjectBefore } from './subject.ts';
import type { Token } from './token.ts';

/** A noun of saying; positions are those of the sentence's tokens. */
export interface NounCue {
  readonly words: Phrase;
  readonly subject: Phrase;
  readonly clause: Phrase;
}

/** The noun at this position with its speaker and its clause; null if it lacks one of them. */
export function readNounCue(tokens: readonly Token[], at: number): NounCue | null {
  const token = tokens[at];
  if (token?.tag !== 'NOUN' || !NOUN.test(token.lower)) return null;
  const source = ownerBefore(tokens, at) ?? sourceAfter(tokens, at) ?? subjectOfVerb(tokens, at);
  if (source === null) return null;
  let that = Math.max(at + 1, source.subject.to);
  while (isTimeWord(tokens[that]) || /^(last|this)$/.test(tokens[that]?.lower ?? '')) that++;
  if (tokens[that]?.lower !== 'that' || isVerb(tokens[that + 1])) return null;
  const to = endOfClause(tokens, source.first, that + 1);
  return to === null ? null : { words: source.words, subject: source.subject, clause: { from: that + 1, to } };
}

const NOUN =
  /^(claim|allegation|accusation|assertion|contention|insistence|argument|warning|announcement|promise|pledge|assurance|suggestion|admission|complaint|prediction|statement|remark|comment|conclusion|revelation|declaration)s?$/;

interface Source {
  readonly subject: Phrase;
  readonly words: Phrase;
  /** Where the phrase of the noun, or its verb, begins. */
  readonly first: number;
}

/** "his claim", "the mayor's repeated claim" */
function ownerBefore(tokens: readonly Token[], at: number): Source | null {
  let owner = at - 1;
  while (isModifier(tokens[owner])) owner--;
  const words = { from: at, to: at + 1 };
  if (/^(his|her|their|its)$/.test(tokens[owner]?.lower ?? ''))
    return { subject: { from: owner, to: owner + 1 }, words, first: owner };
  if (!isGenitive(tokens[owner])) return null;
  const subject = subjectBefore(tokens, owner + 1);
  return subject === null ? null : { subject, words, first: subject.from };
}

/** "repeated", "latest" */
function isModifier(token: Token | undefined): boolean {
  return !isGenitive(token) && (token?.tag === 'ADJ' || (token?.tag === 'VERB' && token.lower.endsWith('ed')));
}

/** "a warning from the mayor", "claims last week by Lee" */
function sourceAfter(tokens: readonly Token[], at: number): Source | null {
  let preposition = at + 1;
  while (isTimeWord(tokens[preposition]) || /^(last|on)$/.test(tokens[preposition]?.lower ?? '')) preposition++;
  if (!/^(by|from)$/.test(tokens[preposition]?.lower ?? '')) return null;
  const subject = { from: preposition + 1, to: endOfPhrase(tokens, preposition + 1, /^(of|for|at|in)$/) };
  if (subject.to === subject.from || isTimeWord(tokens[subject.from])) return null;
  let first = at;
  while (tokens[first - 1]?.tag === 'ADJ' || isDeterminer(tokens[first - 1])) first--;
  return isNegation(tokens[first]) ? null : { subject, words: { from: at, to: subject.from }, first };
}

/** "Lee issued a warning", "the council made the promise" */
function subjectOfVerb(tokens: readonly Token[], at: number): Source | null {
  let verb = at - 1;
  while (tokens[verb]?.tag === 'ADJ' || isDeterminer(tokens[verb])) verb--;
  if (!VERB.test(tokens[verb]?.lower ?? '') || tokens.slice(verb, at).some(isNegation)) return null;
  const before = beforeVerbs(tokens, verb);
  if (tokens.slice(before + 1, verb).some((one) => isNegation(one) || isModal(one)) || tokens[before]?.lower === 'to')
    return null;
  const subject = subjectBefore(tokens, verb);
  return subject === null ? null : { subject, words: { from: verb, to: at + 1 }, first: verb };
}

const VERB = /^(makes|made|issues|issued|repeats|repeated|releases|released|gives|gave|offers|offered)$/;

/**
 * The end of the clause: "Despite Lee's claim that it was safe, …". Null if the phrase is the subject of its sentence, of which
 * nothing shows where the clause ends: "Lee's claim that it was safe drew laughter".
 */
function endOfClause(tokens: readonly Token[], first: number, from: number): number | null {
  const isEnd = ({ text }: Token, at: number) =>
    /^([.;:!?()]|[–—―]|--+)$/.test(text) || (text === ',' && isMainClause(tokens, at + 1));
  const end = tokens.findIndex((token, at) => at > from && isEnd(token, at));
  const to = end === -1 ? tokens.length : end;
  const isLed = tokens.slice(0, first).some((one) => isVerb(one) || isPreposition(one));
  if (!beginsClause(tokens, from, to) || (!isLed && !isVerb(tokens[first]))) return null;
  return isPreposition(tokens[0]) && tokens[end]?.text !== ',' && !tokens.slice(0, first).some(isVerb) ? null : to;
}

/** Whether what follows a comma goes on about something else: ", Moe left", ", adding", ", but". */
function isMainClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (isAdverb(token)) return isMainClause(tokens, at + 1);
  return (
    /ing$|^(but|and|while|although|though|a|an|which|who)$/.test(token?.lower ?? '') ||
    beginsClause(tokens, at, tokens.length)
  );
}
