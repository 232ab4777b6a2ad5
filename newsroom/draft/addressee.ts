/** Addressees: the phrase after a verb of saying that names the person addressed. */
import { AUXILIARIES, beginsNoun, CONJUNCTIONS, isCapital, isTimeWord, PREPOSITIONS } from './grammar.ts';
import type { SpeechVerb } from './speech-verb.ts';
import type { Phrase } from './subject.ts';
import type { Token } from './token.ts';

/** The addressee right after the verb: "told reporters", "said to the council"; null if there is none. */
export function addresseeOf(tokens: readonly Token[], at: number, verb: SpeechVerb): Phrase | null {
  if (!verb.takesAddressee) return addresseeTo(tokens, at);
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word' || first.lower === 'that' || PREPOSITIONS.has(first.lower))
    return null;
  if (/^(him|her|them|us|me|you|it)$/.test(first.lower)) return { from: at, to: at + 1 };
  return { from: at, to: endOfNoun(tokens, at) };
}

/** The addressee after "to": "said to reporters"; null if there is none. */
export function addresseeTo(tokens: readonly Token[], at: number): Phrase | null {
  if (tokens[at]?.lower !== 'to' || tokens[at + 1]?.kind !== 'word') return null;
  if (!beginsNoun(tokens[at + 1]) && !isAudience(tokens[at + 1])) return null;
  return { from: at + 1, to: endOfNoun(tokens, at + 1) };
}

/** Whether the noun is one for an audience: "Russian media", "state television". */
function isAudience(token: Token | undefined): boolean {
  return /^(reporters|journalists|media|lawmakers|supporters|police|members|television|radio|newspaper|newspapers|agency|news|officials|press|parliament|viewers|readers|fans|investors|staff|students)$/.test(
    token?.lower ?? '',
  );
}

/** The position after a short noun phrase: a name, or a determiner with its noun. */
function endOfNoun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  const isName = isCapital(tokens[from]);
  while (to < tokens.length && to - from < 9) {
    const token = tokens[to];
    if (token?.kind !== 'word' || /^(that|it|he|she|they|there|we|i)$/.test(token.lower) || isTimeWord(token)) break;
    if (isCapital(tokens[to - 1]) && isAudience(token)) return to + 1;
    const isOf = token.lower === 'of' || (token.lower === 'and' && isCapital(tokens[to + 1]) === isName);
    if (!isOf && (PREPOSITIONS.has(token.lower) || CONJUNCTIONS.has(token.lower) || AUXILIARIES.has(token.lower)))
      break;
    const isLinked = /^(of|and|the)$/.test(tokens[to - 1]?.lower ?? '');
    if (!isLinked && /^(the|a|an)$/.test(token.lower)) break;
    if (!isOf && isName !== isCapital(token) && !isLinked && !/^(the|a|an)$/.test(tokens[from]?.lower ?? '')) break;
    to++;
  }
  return to;
}
