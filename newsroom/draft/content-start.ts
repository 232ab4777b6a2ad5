/** Starts: where the words that a cue attributes to somebody begin, after the verb of saying. */
import type { Cue } from './cue.ts';
import {
  beginsClause,
  isAdverb,
  isAuxiliary,
  isGenitive,
  isInNoun,
  isNoun,
  isPreposition,
  isPronoun,
  isRelative,
  isTimeWord,
  isVerb,
} from './grammar.ts';
import { isNounOfSaying } from './noun-cue.ts';
import { endOfPhrase, isSpoken, type Phrase } from './phrase.ts';
import type { Token } from './token.ts';

/** Where content begins and ends, and the rule that found it. */
export interface Start {
  readonly at: number;
  readonly end: number;
  readonly rule: string;
}

/** The content after the cue, in these words; null if there is none. */
export function contentStart(tokens: readonly Token[], cue: Cue, right: Phrase): Start | null {
  for (let at = afterParticiple(tokens, right); at < Math.min(right.to, right.from + FURTHEST); at++) {
    const token = tokens[at];
    if (token === undefined || (at > right.from && isPronoun(token))) break;
    if (token.kind === 'quotation' && isOpening(tokens, at, cue, right))
      return { at, end: right.to, rule: 'speaker-verb-quotation' };
    if (token.lower === 'that' && isThat(tokens, at, right))
      return { at: at + 1, end: right.to, rule: 'speaker-verb-that' };
    if (/^(how|why|whether|what|where)$/.test(token.lower) && at <= right.from + 1)
      return { at, end: right.to, rule: 'speaker-verb-question' };
    if (isVerb(token)) break;
  }
  return bareClause(tokens, cue, right) ?? withoutClause(tokens, cue, right) ?? afterColon(tokens, right);
}

const FURTHEST = 16;

/** "said on Tuesday that …"; not "announced the places that would …", "said that day". */
function isThat(tokens: readonly Token[], at: number, right: Phrase): boolean {
  const next = tokens[at + 1];
  if (next === undefined || isTimeWord(next) || at + 1 >= right.to || isAuxiliary(next)) return false;
  if (isOfNoun(tokens, right.from, at)) return false;
  return (
    at === right.from ||
    tokens[at - 1]?.text === ',' ||
    afterAdverbials(tokens, right) === at ||
    !isInNoun(tokens[right.from]) ||
    isTimeWord(tokens[right.from])
  );
}

/** "laughed at Lee's claim that …", "warned against the suggestion that …": what somebody else said; not "in a statement that". */
function isOfNoun(tokens: readonly Token[], from: number, that: number): boolean {
  let at = tokens.findLastIndex((token, index) => index >= from && index < that && isNounOfSaying(token));
  while (at > 0 && isInNoun(tokens[at])) at--;
  return at > 0 && isPreposition(tokens[at]) && tokens[at]?.lower !== 'in';
}

/** Whether the quotation begins the content, and is no title or name: 'wrote "The Quay"'. */
function isOpening(tokens: readonly Token[], at: number, { verb }: Cue, right: Phrase): boolean {
  const token = tokens[at];
  if (/^[,:]$/.test(tokens[at - 1]?.text ?? '')) return true;
  // "writing in a post “…”", but not "on the paper's “Morning Show”"
  const isAfterNoun = afterAdverbials(tokens, right) === at && isNoun(tokens[at - 1]) && !isGenitive(tokens[at - 1]);
  if (tokens[at - 1]?.lower === 'that' && isOfNoun(tokens, right.from, at - 1)) return false;
  const isNext = at === right.from || isTimeWord(tokens[at - 1]) || isAfterNoun;
  return isNext && token !== undefined && (isSpoken(token) || verb?.base === 'say');
}

/** "announced the closure of all bridges", "described the bridge as unsafe", "denied taking money", "called the plan “a folly”" */
function withoutClause(tokens: readonly Token[], { verb }: Cue, right: Phrase): Start | null {
  const [first, base] = [tokens[right.from], verb?.base ?? ''];
  const isAs = base === 'describe' && tokens.slice(right.from, right.to).some(({ lower }) => lower === 'as');
  if ((TAKES_OBJECT.test(base) || isAs) && isInNoun(first) && right.to - right.from > 1)
    return { at: right.from, end: right.to, rule: isAs ? 'speaker-describes' : 'speaker-announces' };
  if (base === 'deny' && /ing$/.test(first?.lower ?? ''))
    return { at: right.from, end: right.to, rule: 'speaker-denies' };
  const quoted = tokens.findIndex(
    (token, index) => index > right.from && index < right.to && token.kind === 'quotation',
  );
  if (quoted === -1 || !NAMING.test(base)) return null;
  const isObject = isPronoun(first) || isInNoun(first) || first?.tag === 'PRON';
  return isObject && !tokens.slice(right.from, quoted).some(isVerb)
    ? { at: right.from, end: quoted + 1, rule: 'speaker-calls' }
    : null;
}

/** Verbs whose object alone says what was said. */
const TAKES_OBJECT = /^(announce|acknowledge|confirm|critici[sz]e|denounce|suggest|tweet)$/;

/** Verbs that give their object a name. With the quotation right after them, it is the name of something: "called “Gold”". */
const NAMING = /^(call|describe|brand|term|label|dub|dismiss)$/;

/** "reported, citing the police, that": the position after words between commas. */
function afterParticiple(tokens: readonly Token[], right: Phrase): number {
  const isInserted = tokens[right.from - 1]?.text === ',' && /ing$/.test(tokens[right.from]?.lower ?? '');
  const comma = isInserted
    ? tokens.findIndex(({ text }, index) => text === ',' && index > right.from && index < right.to)
    : -1;
  return comma === -1 ? right.from : comma + 1;
}

/** "Lee replied with a phrase that was not new: “…”" */
function afterColon(tokens: readonly Token[], right: Phrase): Start | null {
  const at = tokens.findIndex(
    (token, index) => index > right.from && index < right.to && isSpoken(token) && tokens[index - 1]?.text === ':',
  );
  return at === -1 ? null : { at, end: right.to, rule: 'speaker-verb-quotation' };
}

/** "She said the bridge was safe": a clause without "that". */
function bareClause(tokens: readonly Token[], cue: Cue, right: Phrase): Start | null {
  const { verb } = cue;
  if (verb === null || (!verb.takesClause && cue.addressee === null)) return null;
  const at = afterAdverbials(tokens, right);
  if (tokens[at]?.lower === 'that' && isOfNoun(tokens, right.from, at)) return null;
  // The content follows the colon.
  const isShort = right.to - at < 3 && !tokens.slice(at, right.to).some((token) => token.kind === 'quotation');
  if (tokens.at(-1)?.text === ':' || isShort) return null;
  if (
    tokens[at - 1]?.text === ',' &&
    ((at - 1 > cue.whole.to && tokens[cue.whole.from - 1]?.lower !== 'as') ||
      isAdjunct(tokens, { from: at, to: right.to }))
  )
    return null;
  // "adds to the fear that has grown"
  if (
    tokens[at]?.lower === 'that' &&
    isVerb(tokens[at + 1]) &&
    (at > right.from || verb.base === 'state' || (cue.addressee !== null && !verb.takesAddressee))
  )
    return null;
  const isSupposed = /^(although|though|if|while|even|unless|once)$/.test(tokens[at]?.lower ?? '');
  // The tagger takes some verbs for nouns: "Lee said each year yields a profit".
  const isSaid = verb.base === 'say' && isInNoun(tokens[at]) && right.to - at > 4;
  return isSupposed || isSaid || beginsClause(tokens, at, right.to)
    ? { at, end: right.to, rule: 'speaker-verb-clause' }
    : null;
}

/** Skips "on Tuesday", "yesterday", "in a statement" between the verb and the content. */
function afterAdverbials(tokens: readonly Token[], right: Phrase): number {
  let at = right.from;
  while (at < right.to) {
    const token = tokens[at];
    if (isAdverb(token) || isTimeWord(token) || isLoose(token)) at++;
    else if (/^(last|this|next)$/.test(token?.lower ?? '') && isNoun(tokens[at + 1])) at += 2;
    else if (
      isPreposition(token) &&
      token?.lower !== 'about' &&
      endOfPhrase(tokens, at + 1, /^(of|with|on|in|at|to|from|by)$/) > at + 1
    )
      at = endOfPhrase(tokens, at + 1, /^(of|with|on|in|at|to|from|by)$/);
    else return at;
  }
  return at;
}

/** Whether it is a mark at the end of a part of a sentence. */
export function isLoose(token: Token | undefined): boolean {
  return token?.kind === 'mark' && /^[,.;:—–―!?-]+$/.test(token.text);
}

/** Whether the words only give a time, a place or a manner. */
export function isAdjunct(tokens: readonly Token[], { from }: Phrase): boolean {
  const first = tokens[from];
  if (first === undefined) return true;
  return (
    isPreposition(first) ||
    isTimeWord(first) ||
    isRelative(first) ||
    /^(when|while|as|after|before|because|and)$/.test(first.lower) ||
    (/ing$/.test(first.text) && first.tag === 'VERB')
  );
}
