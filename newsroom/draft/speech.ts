/** Speech: everything that a text attributes to somebody, with the cue and the words that name the speaker. */
import { findContent, innerOf } from './content.ts';
import { type Cue, findCues } from './cue.ts';
import { isRelative } from './grammar.ts';
import { type Phrase, rangeOf, speakersOf, wordsIn } from './phrase.ts';
import type { Range } from './sentence.ts';
import { LONGEST_SENTENCE, readSentences, type Sentence, type Token } from './token.ts';

/** Something said; `content` has several ranges if the cue is between them. */
export interface Speech {
  readonly content: readonly Range[];
  readonly cue: Range | null;
  /** The words that name the speaker here; several if they speak together. */
  readonly sources: readonly [Range, ...Range[]];
  readonly addressee: Range | null;
  readonly kind: 'DIRECT_QUOTE' | 'MIXED_QUOTE' | 'INDIRECT';
  readonly rule: string;
}

/** The speech of a text, in its order. */
export function findSpeech(text: string, sentences: readonly Sentence[] = readSentences(text)): Speech[] {
  return joinBroken(sentences, text);
}

interface Open {
  content: Range[];
  cue: Range | null;
  sources: Speech['sources'];
  addressee: Range | null;
  rule: string;
  /** The number of its last sentence, to recognize a sentence that follows directly. */
  sentence: number;
  /** Whether its last quotation continues in the next paragraph. */
  isOpen: boolean;
}

function joinBroken(sentences: readonly Sentence[], text: string): Speech[] {
  const all: Open[] = [];
  for (const [number, sentence] of sentences.entries()) {
    const last = all.at(-1);
    const found = readSentence(sentence, number);
    if (found.length > 0) {
      attachAround(found, sentences, number, all);
      all.push(...found.filter(({ content }) => content.length > 0));
      continue;
    }
    if (last !== undefined && followsAtOnce(sentences, number, last)) {
      last.content.push(...quotations(sentence).map(innerOf));
      last.sentence = number;
      last.isOpen = isUnclosed(sentence);
    } else if (isQuotationAlone(sentence)) {
      const uncued = readUncued(sentences, number, all);
      if (uncued !== null) all.push(uncued);
    }
  }
  return all.map(({ sentence: _, isOpen: __, ...open }) => ({
    ...open,
    content: inOrder(open.content),
    kind: kindOf(open.content, text),
  }));
}

/** The speech of one sentence; without content if the content is in another sentence. */
function readSentence({ tokens }: Sentence, number: number): Open[] {
  if (tokens.length > LONGEST_SENTENCE) return [];
  const cues = findCues(tokens);
  const found: Open[] = [];
  let start = 0;
  for (const [index, cue] of cues.entries()) {
    const place = rangeOf(tokens, cue.words);
    // "Smith said Jones said": the inner cue is part of the outer speech.
    if (found.some(({ content }) => content.some((range) => range.start <= place.start && place.start < range.end)))
      continue;
    const next = cues.slice(index + 1).find((later) => isBeside(tokens, cue, later));
    const content = findContent(tokens, cue, start, next?.whole.from ?? tokens.length);
    const last = content?.ranges.at(-1)?.end ?? 0;
    if (content !== null) start = Math.max(cue.whole.to, tokens.findLastIndex((token) => token.start < last) + 1);
    found.push({
      content: [...(content?.ranges ?? [])],
      cue: place,
      sources: sourcesOf(tokens, cue),
      addressee: cue.addressee === null ? null : rangeOf(tokens, cue.addressee),
      rule: content?.rule ?? 'quotation-beside-cue',
      sentence: number,
      isOpen: tokens.at(-1)?.quotation?.closed === false,
    });
  }
  return found;
}

/** "Although Lee noted that …, she said": whether the earlier cue is in a clause of its own before the main one. */
function isAside(tokens: readonly Token[], { whole }: Cue): boolean {
  return /^(although|though|while|whereas|as|after|when)$/.test(tokens[whole.from - 1]?.lower ?? '');
}

/** Whether the later cue is beside the earlier one, and not part of its content. */
function isBeside(tokens: readonly Token[], last: Cue, cue: Cue): boolean {
  if (cue.subject.from < last.whole.to) return cue.words.from >= last.whole.to;
  if (cue.whole.from < last.whole.to || cue.clause !== null) return false;
  if (cue.verb === null || last.verb === null) return true;
  const before = tokens[cue.whole.from - 1];
  if (cue.isInverted || before?.kind === 'quotation' || before?.text === ';') return true;
  if (
    before?.text === ',' &&
    (isAside(tokens, last) || isRelative(tokens[last.subject.to - 1]) || tokens[cue.whole.to]?.kind !== 'word')
  )
    return true;
  return /^(and|but|while|whereas|though|although|as|with)$/.test(before?.lower ?? '');
}

function sourcesOf(tokens: readonly Token[], { subject }: Cue): Speech['sources'] {
  const [first, ...others] = speakersOf(tokens, subject);
  return [sourceOf(tokens, first), ...others.map((other) => sourceOf(tokens, other))];
}

/** The words without the ending of "Lee's claim". */
function sourceOf(tokens: readonly Token[], phrase: Phrase): Range {
  const { start, end } = rangeOf(tokens, phrase);
  const ending = /(?<=s)'$|'s$/.exec(tokens[phrase.to - 1]?.lower ?? '')?.[0] ?? '';
  return { start, end: end - ending.length };
}

/** Gives a cue without content the quotation right before it. A quotation after a colon is read later, as uncued. */
function attachAround(found: readonly Open[], sentences: readonly Sentence[], number: number, all: Open[]): void {
  for (const speech of found) {
    if (speech.content.length > 0) continue;
    const before = sentences[number - 1];
    const after = sentences[number + 1];
    const taken = all.some(({ content }) =>
      content.some((range) => before !== undefined && range.start >= before.start),
    );
    const isShort =
      (sentences[number]?.tokens.length ?? 0) < 14 || speech.sources[0].start === sentences[number]?.start;
    if (after !== undefined && sentences[number]?.tokens.at(-1)?.text === ':' && isQuotationAlone(after)) continue;
    if (
      before !== undefined &&
      !taken &&
      isShort &&
      isQuotationAlone(before) &&
      before.paragraph === sentences[number]?.paragraph
    ) {
      speech.content.push(...quotations(before).map(innerOf));
      speech.rule = 'quotation-before-cue';
    }
  }
}

function isQuotationAlone(sentence: Sentence): boolean {
  return quotations(sentence).length > 0 && sentence.tokens.every((token) => token.kind !== 'word');
}

function quotations({ tokens }: Sentence): Token[] {
  return tokens.filter((token) => token.kind === 'quotation');
}

function isUnclosed({ tokens }: Sentence): boolean {
  return tokens.at(-1)?.quotation?.closed === false;
}

/** "…," he said. "…": whether this quotation continues the one before. */
function followsAtOnce(sentences: readonly Sentence[], number: number, last: Open): boolean {
  const [before, sentence] = [sentences[number - 1], sentences[number]];
  if (before === undefined || sentence === undefined || last.sentence !== number - 1 || !isQuotationAlone(sentence))
    return false;
  if (before.paragraph !== sentence.paragraph) return last.isOpen;
  return quotations(before).length > 0;
}

/** A quotation without its own cue: its speaker comes from the sentence before, from its colon or its speech. */
function readUncued(sentences: readonly Sentence[], number: number, all: readonly Open[]): Open | null {
  const [before, sentence] = [sentences[number - 1], sentences[number]];
  if (sentence === undefined || before === undefined) return null;
  const words = quotations(sentence);
  if (words.reduce((sum, token) => sum + wordsIn(token), 0) < 5) return null;
  const colon = before.tokens.at(-1)?.text === ':' ? findCues(before.tokens).at(-1) : undefined;
  const last = all.at(-1);
  const sources: Speech['sources'] | null =
    colon !== undefined
      ? sourcesOf(before.tokens, colon)
      : last !== undefined && last.sentence === number - 1
        ? last.sources
        : null;
  if (sources === null) return null;
  return {
    content: words.map(innerOf),
    cue: colon === undefined ? null : rangeOf(before.tokens, colon.words),
    sources,
    addressee: null,
    rule: colon === undefined ? 'quotation-continues' : 'cue-with-colon',
    sentence: number,
    isOpen: isUnclosed(sentence),
  };
}

function inOrder(content: readonly Range[]): Range[] {
  return [...content].sort((a, b) => a.start - b.start);
}

/** Direct if all of it is in quotation marks, mixed if some of it is. */
function kindOf(content: readonly Range[], text: string): Speech['kind'] {
  const isQuoted = ({ start }: Range) => /[“"„«‘'「『»]\s*$/.test(text.slice(Math.max(0, start - 2), start));
  if (content.every(isQuoted)) return 'DIRECT_QUOTE';
  return content.some(
    (range) => isQuoted(range) || /[“"„«「『]|(^|\s)[‘']\p{L}/u.test(text.slice(range.start, range.end)),
  )
    ? 'MIXED_QUOTE'
    : 'INDIRECT';
}
