/** Addressees: the phrase after a verb of saying that names the person addressed. */
import { isInNoun, isNoun, isTimeWord, isVerb } from './grammar.ts';
import { endOfPhrase, type Phrase } from './phrase.ts';
import type { SpeechVerb } from './speech-verb.ts';
import type { Token } from './token.ts';

/** The addressee right after the verb: "told reporters", "said to the council"; null if there is none. */
export function addresseeOf(tokens: readonly Token[], at: number, verb: SpeechVerb): Phrase | null {
  return verb.takesAddressee ? phraseAt(tokens, at) : addresseeTo(tokens, at);
}

/** The addressee after "to": "said to reporters"; null if there is none. */
export function addresseeTo(tokens: readonly Token[], at: number): Phrase | null {
  return tokens[at]?.lower === 'to' ? phraseAt(tokens, at + 1) : null;
}

function phraseAt(tokens: readonly Token[], from: number): Phrase | null {
  const first = tokens[from];
  if (/^(him|her|them|us|me|you|it)$/.test(first?.lower ?? '') && !isNoun(tokens[from + 1]))
    // "warn it could fall"
    return isVerb(tokens[from + 1]) ? null : { from, to: from + 1 };
  if (!isInNoun(first) || isTimeWord(first)) return null;
  const to = endOfPhrase(tokens, from, /^of$/);
  return to > from ? { from, to } : null;
}
