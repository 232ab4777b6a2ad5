/** Tokens for events: with the name or the date that each is part of, and some tags put right. */
import type { FoundName } from './name/find.ts';
import type { Mention } from './referent.ts';
import type { Range } from './sentence.ts';
import { overlaps } from './sheet.ts';
import type { Speakers } from './speaker.ts';
import type { Sentence, Token } from './token.ts';

export interface Word extends Token {
  readonly name: FoundName | null;
  readonly isDate: boolean;
}

/** The mentions by "he" and "she" in a sentence, if they clearly mean somebody named. */
export function pronounsIn({ tokens }: Sentence, { speakerOf }: Speakers): Mention[] {
  return tokens.flatMap(({ start, end, lower }) => {
    const [referent] = lower === 'he' || lower === 'she' ? speakerOf({ start, end }).referents : [];
    return referent !== undefined && 'name' in referent ? [{ start, end, name: referent.name }] : [];
  });
}

/** The tokens of the sentence, given the names and dates in it. */
export function readWords({ tokens }: Sentence, names: readonly Mention[], dates: readonly Range[]): Word[] {
  return tokens.map((token, at) => {
    const name = names.find((one) => overlaps(one, token))?.name ?? null;
    const isDate = dates.some((date) => overlaps(date, token));
    return { ...token, name, isDate, tag: name === null ? tagOf(tokens, at) : 'PROPN' };
  });
}

function tagOf(tokens: readonly Token[], at: number): Token['tag'] {
  const [other, before, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (token === undefined) return 'X';
  // The full stop of "Mr." is part of the name after it.
  if (token.text === '.' && TITLE.test(before?.text ?? '')) return 'PROPN';
  // "by masked men"
  if (
    token.tag === 'VERB' &&
    /ed$/.test(token.lower) &&
    /^(?:ADP|DET)$/.test(before?.tag ?? '') &&
    tokens[at + 1]?.tag === 'NOUN'
  )
    return 'ADJ';
  const isNoun =
    token.tag === 'VERB' &&
    !/(?:ed|ing)$/.test(token.lower) &&
    (before?.tag === 'DET' || (other?.tag === 'DET' && /^(?:ADJ|ADV)$/.test(before?.tag ?? '')));
  return isNoun ? 'NOUN' : token.tag;
}

const TITLE = /^(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Sgt|Capt|Col|St)$/;
