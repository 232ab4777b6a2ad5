/** Tokens: a sentence as its words, marks and quotations; each quotation is one token. */
import { findQuotations, type Quotation } from '../../data/compile/index.ts';
import { DEEPEST_DATELINE, lengthOfOpening } from './opening.ts';
import { findParagraphs, findSentences, type Range } from './sentence.ts';
import { type Tag, tagWords } from './tag.ts';

export interface Token extends Range {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'mark' | 'quotation';
  readonly quotation: Quotation | null;
  /** The part of speech as a statistical tagger reads it, which is wrong for one word in twenty. */
  readonly tag: Tag;
}

/** A sentence; it does not end inside a quotation. */
export interface Sentence extends Range {
  readonly tokens: readonly Token[];
  /** The number of its paragraph, from 0; the headline is paragraph 0. */
  readonly paragraph: number;
}

/** The sentences of a text, in its order. */
export function readSentences(text: string): Sentence[] {
  const quotations = findQuotations(text);
  let next = 0;
  return findParagraphs(text).flatMap((paragraph, number) => {
    const first = next;
    while ((quotations[next]?.outer.start ?? Number.POSITIVE_INFINITY) < paragraph.end) next++;
    const own = quotations.slice(first, next);
    return joinAcross(own, sentencesOf(text, paragraph, number)).map((range) => ({
      ...range,
      paragraph: number,
      tokens: tagged(readTokens(text, range, own)),
    }));
  });
}

/** "BAKU, Nov. 3 (Reuters) —" is a sentence of its own: it is not part of what somebody said. */
function sentencesOf(text: string, paragraph: Range, number: number): Range[] {
  const sentences = findSentences(text, paragraph);
  const [first, ...others] = sentences;
  if (first === undefined || number === 0 || number > DEEPEST_DATELINE) return sentences;
  const start = first.start + lengthOfOpening(text.slice(first.start, first.end));
  return start === first.start || start >= first.end
    ? sentences
    : [{ start: first.start, end: start }, { start, end: first.end }, ...others];
}

/** Joins sentences whose boundary is inside a quotation. */
function joinAcross(quotations: readonly Quotation[], sentences: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = [];
  let quotation = 0;
  for (const { start, end } of sentences) {
    while ((quotations[quotation]?.outer.end ?? Number.POSITIVE_INFINITY) <= start) quotation++;
    const last = joined.at(-1);
    const isInside = (quotations[quotation]?.outer.start ?? Number.POSITIVE_INFINITY) < start;
    if (isInside && last !== undefined) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

type Untagged = Omit<Token, 'tag'>;

/** A longer sentence is a list or not prose. It is not tagged, and nothing is said in it. */
export const LONGEST_SENTENCE = 1000;

function tagged(tokens: readonly Untagged[]): Token[] {
  const words = tokens.map(({ kind, text }) => (kind === 'quotation' ? '"' : text));
  const tags = tokens.length > LONGEST_SENTENCE ? [] : tagWords(words);
  const isHeadline = isTitleCase(tokens);
  let before: Tag = 'X';
  return tokens.map((token, index) => {
    const tag = token.kind === 'quotation' ? 'X' : (tags[index] ?? 'X');
    // "Mr. Prior", "Ann Little": a surname that is another word, too.
    const isSurname = before === 'PROPN' && /^(ADJ|ADV|ADP|NOUN|SCONJ|INTJ)$/.test(tag);
    // The tagger takes some names for verbs: "Josh", "Mark".
    const isVerb =
      (tag === 'VERB' || (tag === 'AUX' && index > 0)) &&
      (tokens[index - 1]?.kind === 'word' ||
        (!/(ed|ing)$/.test(token.text) && (isCapital(tokens[index + 1]) || isAfterComma(tokens[index - 1]))));
    before = (isSurname || isVerb) && !isHeadline && isCapital(token) ? 'PROPN' : tag;
    return { ...token, tag: before };
  });
}

function isAfterComma(before: Untagged | undefined): boolean {
  return before !== undefined && /,[”"’']*$/.test(before.text);
}

/** Whether it is a headline with a capital on each word. */
function isTitleCase(tokens: readonly Untagged[]): boolean {
  const words = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return words.filter(isCapital).length > words.length * 0.8;
}

function isCapital(token: Untagged | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

function readTokens(text: string, { start, end }: Range, quotations: readonly Quotation[]): Untagged[] {
  const tokens: Untagged[] = [];
  let at = start;
  for (const quotation of quotations) {
    if (quotation.outer.start < start || quotation.outer.start >= end) continue;
    for (const word of readWords(text, at, quotation.outer.start)) tokens.push(word);
    tokens.push(tokenOf(text, quotation.outer, 'quotation', quotation));
    at = quotation.outer.end;
  }
  // Not spread into one call: a text of one sentence can have more words than a call can have arguments.
  for (const word of readWords(text, at, end)) tokens.push(word);
  return tokens;
}

/** Words with the apostrophes, hyphens and full stops inside them; everything else is a mark. */
const WORD =
  /(?:\p{Lu}\.){2,}|\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Capt|Cmdr|Adm|Maj|Sgt|Sen|Sens|Rep|Reps|Gov|Pres|Rev|Fr|Sr|Jr|St|\p{Lu})\.(?=\s|,)|[\p{L}\p{N}\p{M}#@$€£]+(?:[’'.,\-–&@/]?[\p{L}\p{N}\p{M}]+)*(?:%|[’']?s?)|--+|\S/gu;

function readWords(text: string, start: number, end: number): Untagged[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ index, 0: word }) => {
    const range = { start: start + index, end: start + index + word.length };
    return tokenOf(text, range, /[\p{L}\p{N}]/u.test(word) ? 'word' : 'mark', null);
  });
}

function tokenOf(text: string, { start, end }: Range, kind: Token['kind'], quotation: Quotation | null): Untagged {
  const words = text.slice(start, end);
  return { start, end, text: words, lower: words.toLowerCase().replaceAll('’', "'"), kind, quotation };
}
