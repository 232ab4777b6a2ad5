/**
 * Noun cues: nouns of saying with their speaker and a clause: "his claim that the bridge is safe", "a warning from Lee that".
 * They are read only where they are an object, nothing in the sentence before them is doubtful, and the end of the clause is
 * plain: what is taken up by somebody else is easily put into the wrong mouth.
 */
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
  isModal,
  isNegation,
  isPreposition,
  isRelative,
  isSubordinator,
  isTimeWord,
  isVerb,
} from './grammar.ts';
import { endOfPhrase, type Phrase } from './phrase.ts';
import { beforeVerbs, subjectBefore } from './subject.ts';
import type { Token } from './token.ts';

/** Who is behind a noun of saying, and the words that say so; positions are those of the sentence's tokens. */
interface Source {
  readonly words: Phrase;
  readonly subject: Phrase;
}

interface NounCue extends Source {
  readonly clause: Phrase;
}

/** The noun at this position with its speaker and its clause; null if it lacks one of them, or if it is in doubt. */
export function readNounCue(tokens: readonly Token[], at: number): NounCue | null {
  if (!isNounOfSaying(tokens[at]) || !isAsserted(tokens, at)) return null;
  const source = ownerBefore(tokens, at) ?? sourceAfter(tokens, at) ?? subjectOfVerb(tokens, at);
  if (source === null || !isSomebody(tokens, source.subject)) return null;
  const that = afterTime(tokens, Math.max(at + 1, source.subject.to));
  if (tokens[that]?.lower !== 'that') return null;
  const to = endOfThatClause(tokens, that + 1);
  return to === null ? null : { ...source, clause: { from: that + 1, to } };
}

export function isNounOfSaying(token: Token | undefined): boolean {
  return token?.tag === 'NOUN' && NOUN.test(token.lower);
}

const NOUN =
  /^(claim|allegation|accusation|assertion|contention|insistence|argument|warning|announcement|promise|pledge|assurance|suggestion|admission|complaint|prediction|statement|remark|comment|conclusion|revelation|declaration)s?$/;

/** Whether nothing before the noun denies, asks, supposes or wants it. */
function isAsserted(tokens: readonly Token[], at: number): boolean {
  const isDoubt = (token: Token) => isNegation(token) || isModal(token) || DOUBT.test(token.lower);
  return tokens.at(-1)?.text !== '?' && !tokens.slice(0, at).some(isDoubt);
}

const DOUBT =
  /^(if|unless|until|whether|why|when|once|without|hardly|rarely|barely|scarcely|almost|nearly|zero|false|untrue|fake|ready|get|getting|await\w*|want\w*|seek\w*|sought|demand\w*|expect\w*|hop(e|es|ed|ing)|need\w*|fail\w*|imagin\w*|pretend\w*|invent\w*|call\w*|ask\w*|urg\w*|appeal\w*|plead\w*)$/;

/** Somebody, and no time or thing: not "by the end of the week", "by noon", "the man who". */
function isSomebody(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const words = tokens.slice(from, to);
  const isNobody = (token: Token) =>
    isTimeWord({ ...token, lower: token.lower.replace(/'s?$/, '') }) || NOBODY.test(token.lower);
  return !words.some((token) => isNobody(token) || isRelative(token) || token.lower === 'that');
}

const NOBODY = /^(\d.*|end|way|noon|midnight|dawn|spring|summer|autumn|winter|christmas|easter|war|law|no)('s)?$/;

/** "his claim", "the mayor's repeated claim" */
function ownerBefore(tokens: readonly Token[], at: number): Source | null {
  let owner = at - 1;
  while (isModifier(tokens[owner])) owner--;
  const from = startOfOwner(tokens, owner);
  if (from === null || !isObject(tokens, from)) return null;
  return { subject: { from, to: owner + 1 }, words: { from: at, to: at + 1 } };
}

/** "repeated", "latest" */
function isModifier(token: Token | undefined): boolean {
  return !isGenitive(token) && (token?.tag === 'ADJ' || (token?.tag === 'VERB' && token.lower.endsWith('ed')));
}

/** Where "his", "Ann Lee's", "the mayor's" or "residents'" begins. */
function startOfOwner(tokens: readonly Token[], owner: number): number | null {
  if (/^(his|her|their|its)$/.test(tokens[owner]?.lower ?? '')) return owner;
  if (!isGenitive(tokens[owner])) return null;
  let from = owner;
  const isName = isCapital(tokens[owner]);
  const goesOn = (token: Token | undefined) =>
    isName ? token?.tag === 'PROPN' && !isTimeWord(token) : /^(NOUN|ADJ)$/.test(token?.tag ?? '');
  while (goesOn(tokens[from - 1]) && !isGenitive(tokens[from - 1])) from--;
  if (isDeterminer(tokens[from - 1])) return from - 1;
  return isName || (from === owner && tokens[owner]?.lower.endsWith("s'")) ? from : null;
}

/** Whether the phrase that begins here is the object of a verb or of a preposition, and nothing is said of it afterwards. */
function isObject(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (isPreposition(before)) return before?.lower !== 'of';
  return (
    isVerb(before) &&
    !/^(call|find|found|consider|deem|brand|label|dub|describe|take|took|think|thought)/.test(before?.lower ?? '')
  );
}

/** "a warning from the mayor", "claims last week by Lee" */
function sourceAfter(tokens: readonly Token[], at: number): Source | null {
  const preposition = afterTime(tokens, at + 1);
  if (!/^(by|from)$/.test(tokens[preposition]?.lower ?? '')) return null;
  const subject = { from: preposition + 1, to: endOfPhrase(tokens, preposition + 1, /^(of|for|at|in)$/) };
  if (subject.to === subject.from) return null;
  let first = at;
  while (tokens[first - 1]?.tag === 'ADJ' || isDeterminer(tokens[first - 1])) first--;
  return isObject(tokens, first) ? { subject, words: { from: at, to: subject.from } } : null;
}

/** "Lee issued a warning", "the council made the promise" */
function subjectOfVerb(tokens: readonly Token[], at: number): Source | null {
  let verb = at - 1;
  while (tokens[verb]?.tag === 'ADJ' || isDeterminer(tokens[verb])) verb--;
  if (!/^(makes|made|issues|issued|gives|gave)$/.test(tokens[verb]?.lower ?? '')) return null;
  if (tokens.slice(beforeVerbs(tokens, verb) + 1, verb).some(isBe)) return null;
  const subject = subjectBefore(tokens, verb);
  return subject === null ? null : { subject, words: { from: verb, to: at + 1 } };
}

/** The position after "last week", "on Monday". */
function afterTime(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isTimeWord(tokens[at]) || (/^(last|this|on)$/.test(tokens[at]?.lower ?? '') && isTimeWord(tokens[at + 1])))
    at++;
  return at;
}

/** The end of the clause: at a mark, or at a second clause. Null if the clause lacks something, or goes on without a sign. */
function endOfThatClause(tokens: readonly Token[], from: number): number | null {
  if (isSubordinator(tokens[from])) return null;
  const mark = tokens.findIndex(
    ({ kind, text }, at) => at > from && kind === 'mark' && /^([,.;:!?()…-]|[–—―]|--+)$/.test(text),
  );
  const last = mark === -1 ? tokens.length : mark;
  const verbs = tokens.slice(from, last).flatMap((_, at) => (isMainVerb(tokens, from + at) ? [from + at] : []));
  const [first, second] = verbs;
  if (first === undefined) return null;
  const next = tokens.findIndex((token, at) => at > first && at < last && isNext(token, tokens[at + 1]));
  if (second !== undefined && (next === -1 || next > second)) return null;
  const to = next === -1 ? last : next;
  return beginsClause(tokens, from, to) && !lacksObject(tokens, first, to) ? to : null;
}

/** A finite verb that is no auxiliary of the one after it. */
function isMainVerb(tokens: readonly Token[], at: number): boolean {
  const isGroup = isAuxiliary(tokens[at]) || isModal(tokens[at]);
  let after = at + 1;
  while (isAdverb(tokens[after]) || isNegation(tokens[after]) || isAuxiliary(tokens[after])) after++;
  return isFiniteVerb(tokens, at) && !(isGroup && tokens[after]?.tag === 'VERB');
}

/** "and", "while", "as a": what follows may be no part of what was said. */
function isNext(token: Token, after: Token | undefined): boolean {
  if (token.lower === 'as') return isDeterminer(after);
  return isConjunction(token) || /^(while|although|though|whereas|which|who)$/.test(token.lower);
}

/** "a promise that he later broke", "a remark that many found sexist": the clause describes the noun. */
function lacksObject(tokens: readonly Token[], verb: number, to: number): boolean {
  if (/^(call|found|find|consider|describe|dismiss|label)/.test(tokens[verb]?.lower ?? '')) return true;
  const group = tokens.slice(beforeVerbs(tokens, verb) + 1, verb + 1);
  if (tokens[verb]?.tag !== 'VERB' || group.some((token) => isModal(token) || isBe(token))) return false;
  const next = tokens.slice(verb + 1, to).find((token) => !isAdverb(token) && !/^(last|this)$/.test(token.lower));
  return next === undefined || isTimeWord(next) || isPreposition(next);
}
