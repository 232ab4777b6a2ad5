/** Speech: everything that a text gives to somebody as said, with the words that say so and the words that name who. */
import { findContent } from './content.ts';
import { type Cue, findCues } from './cue.ts';
import type { Range } from './sentence.ts';
import { type Phrase, wordsIn } from './subject.ts';
import { readSentences, type Sentence, type Token } from './token.ts';

/** Something said; `content` has several stretches where the cue stands between them. */
export interface Speech {
  readonly content: readonly Range[];
  readonly cue: Range | null;
  /** The words that name who says it, at this place. */
  readonly source: Range;
  readonly addressee: Range | null;
  readonly kind: 'DIRECT_QUOTE' | 'MIXED_QUOTE' | 'INDIRECT';
  readonly rule: string;
}

/** The speech of a text, in its order. */
export function findSpeech(text: string): Speech[] {
  return joinBroken(readSentences(text), text);
}

interface Open {
  content: Range[];
  cue: Range | null;
  source: Range;
  addressee: Range | null;
  rule: string;
  /** Number of the sentence that it ended with, to see what follows it at once. */
  sentence: number;
  /** Its last quotation goes on in the next paragraph. */
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
      last.content.push(...quotations(sentence).map((token) => token.quotation?.inner ?? token));
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

const LONGEST_SENTENCE = 1000;

/** The speech of one sentence; without content where the cue's stands elsewhere. */
function readSentence({ tokens }: Sentence, number: number): Open[] {
  // No sentence of news is that long: it is a list, or no text.
  if (tokens.length > LONGEST_SENTENCE) return [];
  const cues = dropNested(tokens, findCues(tokens));
  return cues.map((cue, index) => {
    const next = cues[index + 1];
    const end = next === undefined ? tokens.length : next.whole.from;
    const content = findContent(tokens, cue, previousEnd(cues, index), end);
    return {
      content: [...(content?.ranges ?? [])],
      cue: rangeOf(tokens, cue.words),
      source: rangeOf(tokens, cue.subject),
      addressee: cue.addressee === null ? null : rangeOf(tokens, cue.addressee),
      rule: content?.rule ?? 'quotation-beside-cue',
      sentence: number,
      isOpen: tokens.at(-1)?.quotation?.closed === false,
    };
  });
}

function previousEnd(cues: readonly Cue[], index: number): number {
  return cues[index - 1]?.whole.to ?? 0;
}

/** "Smith said Jones said": the inner one belongs to what the outer one says. */
function dropNested(tokens: readonly Token[], cues: readonly Cue[]): Cue[] {
  const kept: Cue[] = [];
  for (const cue of cues) {
    const last = kept.at(-1);
    if (/^(i|you)$/.test(tokens[cue.subject.from]?.lower ?? '') || tokens[cue.subject.from]?.lower === 'that') continue;
    if (last === undefined || isCoordinate(tokens, last, cue)) kept.push(cue);
  }
  return kept;
}

/** Whether the later cue stands beside the earlier one, and not in what that one lets somebody say. */
function isCoordinate(tokens: readonly Token[], last: Cue, cue: Cue): boolean {
  if (cue.subject.from < last.whole.to) return cue.words.from >= last.whole.to;
  if (cue.whole.from < last.whole.to) return false;
  if (cue.verb === null || last.verb === null) return true;
  const before = tokens[cue.whole.from - 1];
  if (cue.isInverted || before?.kind === 'quotation' || before?.text === ';') return true;
  if (before?.text === ',' && tokens[cue.whole.to]?.kind !== 'word') return true;
  return /^(and|but|while|whereas|as|with)$/.test(before?.lower ?? '');
}

function rangeOf(tokens: readonly Token[], { from, to }: Phrase): Range {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** A cue without content takes the quotation right before it; one behind a colon is read as uncued, with this cue. */
function attachAround(found: readonly Open[], sentences: readonly Sentence[], number: number, all: Open[]): void {
  for (const speech of found) {
    if (speech.content.length > 0) continue;
    const before = sentences[number - 1];
    const behind = sentences[number + 1];
    const taken = all.some(({ content }) =>
      content.some((range) => before !== undefined && range.start >= before.start),
    );
    const isShort = (sentences[number]?.tokens.length ?? 0) < 14;
    if (behind !== undefined && sentences[number]?.tokens.at(-1)?.text === ':' && isQuotationAlone(behind)) continue;
    if (
      before !== undefined &&
      !taken &&
      isShort &&
      isQuotationAlone(before) &&
      before.paragraph === sentences[number]?.paragraph
    ) {
      speech.content.push(...quotations(before).map((token) => token.quotation?.inner ?? token));
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

/** "…," he said. "…": the second quotation goes on with the first. */
function followsAtOnce(sentences: readonly Sentence[], number: number, last: Open): boolean {
  const [before, sentence] = [sentences[number - 1], sentences[number]];
  if (before === undefined || sentence === undefined || last.sentence !== number - 1 || !isQuotationAlone(sentence))
    return false;
  if (before.paragraph !== sentence.paragraph) return last.isOpen;
  return quotations(before).length > 0;
}

/** A quotation with no cue of its own: its speaker is whoever the sentence before speaks of or lets speak. */
function readUncued(sentences: readonly Sentence[], number: number, all: readonly Open[]): Open | null {
  const [before, sentence] = [sentences[number - 1], sentences[number]];
  if (sentence === undefined || before === undefined) return null;
  const words = quotations(sentence);
  if (words.reduce((sum, token) => sum + wordsIn(token), 0) < 5) return null;
  const colon = before.tokens.at(-1)?.text === ':' ? findCues(before.tokens).at(-1) : undefined;
  const last = all.at(-1);
  const source =
    colon !== undefined
      ? rangeOf(before.tokens, colon.subject)
      : last !== undefined && last.sentence === number - 1
        ? last.source
        : null;
  if (source === null) return null;
  return {
    content: words.map((token) => token.quotation?.inner ?? token),
    cue: colon === undefined ? null : rangeOf(before.tokens, colon.words),
    source,
    addressee: null,
    rule: colon === undefined ? 'quotation-continues' : 'cue-with-colon',
    sentence: number,
    isOpen: isUnclosed(sentence),
  };
}

function inOrder(content: readonly Range[]): Range[] {
  return [...content].sort((a, b) => a.start - b.start);
}

/** Direct where all of it stands between quotation marks, mixed where some of it does. */
function kindOf(content: readonly Range[], text: string): Speech['kind'] {
  const isQuoted = ({ start }: Range) => /[“"„«‘'「『»]\s*$/.test(text.slice(Math.max(0, start - 2), start));
  if (content.every(isQuoted)) return 'DIRECT_QUOTE';
  return content.some(
    (range) => isQuoted(range) || /[“"„«「『]|(^|\s)[‘']\p{L}/u.test(text.slice(range.start, range.end)),
  )
    ? 'MIXED_QUOTE'
    : 'INDIRECT';
}
