/** Grammar: what the words of a sentence are, by their tags and by closed classes of English words. */
import type { Token } from './token.ts';

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Forms of "be": a participle after one is passive or progressive. */
const BE = listed("is are was were be been being am isn't aren't wasn't weren't");
/** Verbs after which something is possible or wanted, and has not been said. */
const MODALS = listed(
  "will won't would could can may might must shall should wouldn't couldn't can't cannot shouldn't mustn't",
);
const NEGATIONS = listed(
  "not never neither nor no nobody none few little didn't don't doesn't hasn't haven't hadn't won't isn't aren't wasn't weren't",
);
const PRONOUN = /^(he|she|they|it|we|i|you)('(s|d|ll|re|ve|m))?$/;
const POSSESSIVES = listed('his her its their our my your whose');
const DETERMINERS = listed('the a an this these those some any no every each another both all');
const RELATIVES = listed('who whom which whose');
const TIME_WORDS = listed(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later recently now then afterwards afterward meanwhile overnight ago week month year morning afternoon evening night weekend day days weeks months years hours hour january february march april june july august september october november december',
);

export function isBe(token: Token | undefined): boolean {
  return token !== undefined && BE.has(token.lower);
}

export function isModal(token: Token | undefined): boolean {
  return token !== undefined && MODALS.has(token.lower);
}

export function isNegation(token: Token | undefined): boolean {
  return token?.kind === 'word' && NEGATIONS.has(token.lower);
}

export function isTimeWord(token: Token | undefined): boolean {
  return token !== undefined && (TIME_WORDS.has(token.lower) || token.text === 'May');
}

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^[\p{Lu}\d@]/u.test(token.text);
}

/** A pronoun that is a whole subject: "he", "they". */
export function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && PRONOUN.test(token.lower);
}

export function isRelative(token: Token | undefined): boolean {
  return token !== undefined && RELATIVES.has(token.lower) && token.text !== 'WHO';
}

/** "the", "his": the first word of a phrase, which ends what is before it. */
export function isDeterminer(token: Token | undefined): boolean {
  return token !== undefined && (DETERMINERS.has(token.lower) || POSSESSIVES.has(token.lower));
}

/** "Lee's", "residents'": the owner of what follows. */
export function isGenitive(token: Token | undefined): boolean {
  return token?.kind === 'word' && /'s?$/.test(token.lower);
}

/** Whether it may be the last word of a noun phrase. */
export function isNoun(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(NOUN|PROPN|NUM|SYM|X)$/.test(token.tag);
}

/** Whether it may be a word of a noun phrase before its last. */
export function isInNoun(token: Token | undefined): boolean {
  return isNoun(token) || token?.tag === 'ADJ' || isDeterminer(token);
}

export function isVerb(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.tag === 'VERB' || token.tag === 'AUX');
}

export function isAuxiliary(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.tag === 'AUX' || /^(has|have|had|having|do|does|did)$/.test(token.lower));
}

export function isPreposition(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || /^(although|though|while|if|because|unless|whether)$/.test(token.lower)) return false;
  return token.tag === 'ADP' || token.lower === 'to';
}

export function isConjunction(token: Token | undefined): boolean {
  return token !== undefined && /^(and|or|but|nor|yet)$/.test(token.lower);
}

/** "that", "while", "how": a word that begins another clause. */
export function isSubordinator(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    (isRelative(token) ||
      /^(that|because|while|although|though|when|if|after|before|since|as|where|whether|unless|until|than|whereas|once|why|how|what)$/.test(
        token.lower,
      ))
  );
}

export function isAdverb(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.tag === 'ADV' || token.lower === 'not') && !isSubordinator(token);
}

/** Whether it is the finite verb of a clause, and no infinitive or participle. */
export function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isVerb(token) || token === undefined || /ing$/.test(token.lower)) return false;
  let before = at - 1;
  while (isAdverb(tokens[before])) before--;
  return tokens[before]?.lower !== 'to';
}

/** "a group led by Lee", "a letter seen in May": whether the verb describes the noun before it. */
export function isParticiple(tokens: readonly Token[], at: number): boolean {
  const [before, verb] = [tokens[isAdverb(tokens[at - 1]) ? at - 2 : at - 1], tokens[at]];
  if (verb?.tag !== 'VERB' || /(ing|s)$/.test(verb.lower) || isSubordinator(tokens[at + 1])) return false;
  return isNoun(before) && !isTimeWord(before);
}

/** Whether a clause with a subject and a verb of its own begins at `from`. */
export function beginsClause(tokens: readonly Token[], from: number, to: number): boolean {
  if (isPronoun(tokens[from]) || tokens[from]?.lower === 'there') return to - from > 1;
  if (isRelative(tokens[from]) || isFiniteVerb(tokens, from)) return false;
  for (let at = from; at < Math.min(to, from + LONGEST_SUBJECT); at++) {
    const token = tokens[at];
    if (token === undefined || (at > from && isSubordinator(token) && token.tag !== 'ADP')) return false;
    // "said the plan “will not work”"
    if (at > from && token.kind === 'quotation' && isNoun(tokens[at - 1]) && /^\P{L}*\p{Ll}[^ ]* /u.test(token.text))
      return true;
    if (at > from && isFiniteVerb(tokens, at))
      return tokens.slice(from, at).some((one) => isInNoun(one) || one.tag === 'PRON');
  }
  return false;
}

const LONGEST_SUBJECT = 16;
