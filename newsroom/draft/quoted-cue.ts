/** Quoted speakers: "Lee was quoted by the Gazette as saying", "the Gazette quoted Lee as saying". */
import { isBe, isModal, isNegation } from './grammar.ts';
import { endOfPhrase, type Phrase } from './phrase.ts';
import { isSpeechVerb } from './speech-verb.ts';
import { beforeVerbs, subjectBefore } from './subject.ts';
import type { Token } from './token.ts';

/** Who is quoted by "as saying"; positions are those of the sentence's tokens. */
interface QuotedCue {
  readonly words: Phrase;
  readonly subject: Phrase;
}

/** Who says what follows "as" and the verb at this position; null if nobody is quoted. */
export function readQuotedCue(tokens: readonly Token[], at: number): QuotedCue | null {
  const quoted = tokens.findLastIndex(({ lower }, index) => index < at && index > at - FURTHEST && QUOTED.test(lower));
  if (quoted <= 0 || tokens[at - 1]?.lower !== 'as') return null;
  const first = beforeVerbs(tokens, quoted) + 1;
  const group = tokens.slice(first, quoted);
  if (group.some((one) => isNegation(one) || isModal(one))) return null;
  if (group.some(isBe)) {
    const subject = subjectBefore(tokens, quoted);
    return subject === null ? null : { subject, words: { from: first, to: at + 1 } };
  }
  const subject = { from: quoted + 1, to: endOfPhrase(tokens, quoted + 1, /^(of|for)$/) };
  return subject.to === at - 1 && subject.to > subject.from ? { subject, words: { from: at - 1, to: at + 1 } } : null;
}

/** Whether the verb only passes on what somebody else says: "Reuters reported Lee as saying". */
export function isQuoting(tokens: readonly Token[], at: number): boolean {
  if (!QUOTED.test(tokens[at]?.lower ?? '')) return false;
  const as = tokens.findIndex(({ lower }, index) => index > at && index < at + FURTHEST && lower === 'as');
  const saying = tokens[as + 1];
  return as !== -1 && saying !== undefined && saying.lower.endsWith('ing') && isSpeechVerb(saying.text);
}

const QUOTED = /^(quote[sd]?|cite[sd]?|report(s|ed)?)$/;
const FURTHEST = 8;
