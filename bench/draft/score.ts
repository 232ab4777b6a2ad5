/** Scores the proposals of `draft` against the marks of people. */
import type { Range } from '../../newsroom/draft/sentence.ts';
import type { MarkedText, Span } from './gold.ts';

/** What was proposed. */
export interface ProposedSpeech {
  readonly content: readonly Range[];
  readonly source: readonly Range[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
}

export interface Tally {
  readonly gold: number;
  readonly proposed: number;
  /** How many of the marked ones were found. */
  readonly right: number;
  /** How many of the proposed ones are right. */
  readonly rightProposed: number;
}

/** Precision, recall and their harmonic mean; NaN for a division by zero. */
export function scoreProposals({ gold, proposed, right, rightProposed }: Tally) {
  const [precision, recall] = [rightProposed / proposed, right / gold];
  return { precision, recall, f: (2 * precision * recall) / (precision + recall) };
}

export interface SpeechScore {
  readonly direct: Tally;
  readonly indirect: Tally;
  readonly all: Tally;
  /** An overlap of more than 0.3 is enough, with any speaker. */
  readonly found: Tally;
  /** How many of those found (token F1 of 0.5) have the right speaker. */
  readonly speaker: Tally;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

/** The indexes of the words that the spans touch. */
function wordsOf(text: string, spans: readonly Span[]): Set<number> {
  const touched = new Set<number>();
  let number = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (spans.some(([start, end]) => index < end && index + word.length > start)) touched.add(number);
    number++;
  }
  return touched;
}

function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/** A marked quote and a proposal, by their indexes. */
export interface Pair {
  readonly gold: number;
  readonly proposal: number;
  readonly f: number;
  readonly overlap: number;
  readonly isRightSpeaker: boolean;
}

const toSpan = ({ start, end }: Range): Span => [start, end];

/** Each marked quote with the proposal that fits it best; no proposal is used twice. */
export function pair({ text, quotes }: MarkedText, proposals: readonly ProposedSpeech[]): Pair[] {
  const gold = quotes.map(({ content, source }) => ({
    content: wordsOf(text, content),
    source: wordsOf(text, source),
  }));
  const proposed = proposals.map(({ content, source }) => ({
    content: wordsOf(text, content.map(toSpan)),
    source: wordsOf(text, source.map(toSpan)),
  }));
  const pairs = gold.flatMap((one, goldIndex) =>
    proposed.map((other, proposal): Pair => {
      const both = shared(one.content, other.content);
      return {
        gold: goldIndex,
        proposal,
        f: (2 * both) / (one.content.size + other.content.size || 1),
        overlap: both / Math.max(1, Math.min(one.content.size, other.content.size)),
        isRightSpeaker: shared(one.source, other.source) > 0,
      };
    }),
  );
  const used = { gold: new Set<number>(), proposal: new Set<number>() };
  return pairs
    .sort((a, b) => b.f - a.f)
    .filter(({ f, gold: one, proposal }) => {
      if (f === 0 || used.gold.has(one) || used.proposal.has(proposal)) return false;
      used.gold.add(one);
      used.proposal.add(proposal);
      return true;
    });
}

/** Whether the words proposed are those of the quote, as a whole. */
export function isFound({ f }: Pair): boolean {
  return f >= 0.5;
}

/** Scores the proposals for one text. Marked quotes that are not speech count neither way. */
export function scoreSpeech(marked: MarkedText, proposals: readonly ProposedSpeech[]): SpeechScore {
  const pairs = pair(marked, proposals);
  const { quotes } = marked;
  const wanted = (index: number) => quotes[index]?.speechCue === true;
  const beside = new Set(pairs.filter((one) => one.overlap > 0.3 && !wanted(one.gold)).map(({ proposal }) => proposal));
  const tally = (kind: (of: 'direct' | 'mixed' | 'indirect') => boolean, right: (pair: Pair) => boolean): Tally => {
    const rightPairs = pairs.filter(
      (one) => wanted(one.gold) && right(one) && kind(quotes[one.gold]?.kind ?? 'indirect'),
    );
    const gold = quotes.filter((quote) => quote.speechCue && kind(quote.kind)).length;
    // A proposal counts towards the kind of the quote that it found, otherwise towards its own.
    const partner = new Map(rightPairs.map((one) => [one.proposal, one]));
    const proposed = proposals.filter(
      (proposal, index) =>
        !beside.has(index) &&
        (partner.has(index) ||
          (kind(proposal.kind) && !pairs.some((one) => one.proposal === index && right(one) && wanted(one.gold)))),
    ).length;
    return { gold, proposed, right: rightPairs.length, rightProposed: rightPairs.length };
  };
  const all = () => true;
  const triple = (one: Pair) => isFound(one) && one.isRightSpeaker;
  const foundPairs = pairs.filter((one) => isFound(one) && wanted(one.gold));
  const rightSpeakers = foundPairs.filter((one) => one.isRightSpeaker).length;
  return {
    direct: tally((kind) => kind === 'direct', triple),
    indirect: tally((kind) => kind === 'indirect', triple),
    all: tally(all, triple),
    found: tally(all, ({ overlap }) => overlap > 0.3),
    speaker: {
      gold: foundPairs.length,
      proposed: foundPairs.length,
      right: rightSpeakers,
      rightProposed: rightSpeakers,
    },
  };
}

/** A span of a text, and its value. */
export interface Mark {
  readonly span: Span;
  readonly value: string;
}

/** Scores marks with a value. A proposal is right if it touches a mark and has its value. */
export function scoreMarks(
  gold: readonly Mark[],
  proposed: readonly Mark[],
  isSame: (gold: string, proposed: string) => boolean = (one, other) => one === other,
): Tally {
  const touches = (one: Mark, other: Mark) => one.span[0] < other.span[1] && one.span[1] > other.span[0];
  const fits = (one: Mark, other: Mark) => touches(one, other) && isSame(one.value, other.value);
  return {
    gold: gold.length,
    proposed: proposed.length,
    right: gold.filter((one) => proposed.some((other) => fits(one, other))).length,
    rightProposed: proposed.filter((one) => gold.some((other) => fits(one, other))).length,
  };
}
