/**
 * Scores of hits: BM25 (Robertson and Zaragoza, 2009), the usual measure of full-text search, in the units of this
 * index. A word counts more the rarer it is, the more often the document has it, and the shorter the document is.
 */

/** How soon repeating a word stops counting, and how much the length of a text counts against it. */
const SATURATION = 1.2;
const LENGTH_INFLUENCE = 0.75;

/** The weight of an occurrence: of the word itself, of a word that begins with it, of one a mistake away. */
export const QUALITIES = { EXACT: 1, PREFIX: 0.5, MISTAKE: 0.25 } as const;

/** The weight of a word in a headline or a name, relative to one in a text. */
export const HEADLINE_WEIGHT = 3;
export const NAME_WEIGHT = 3;

/** The weight of a word that occurs at `occurrences` of the `wordCount` positions of the corpus. */
export function rarity(occurrences: number, wordCount: number): number {
  return Math.log(1 + (wordCount - occurrences + 0.5) / (occurrences + 0.5));
}

/** The relevance of a word that occurs `frequency` times in a text of `length` words. */
export function relevance(frequency: number, length: number, averageLength: number): number {
  const lengthPenalty = 1 - LENGTH_INFLUENCE + (LENGTH_INFLUENCE * length) / averageLength;
  return (frequency * (SATURATION + 1)) / (frequency + SATURATION * lengthPenalty);
}

/** How short and how frequent a word is that only links others. */
const LINKING_LETTERS = 3;
const LINKING_SHARE = 1 / 200;
const LINKING_COUNT = 20;

/** Whether a word is like "the" and "and", in whatever language: short, and more frequent than names and topics are. */
export function isLinking(word: string, occurrences: number, wordCount: number): boolean {
  return (
    [...word].length <= LINKING_LETTERS && occurrences >= LINKING_COUNT && occurrences >= LINKING_SHARE * wordCount
  );
}

/** Scores are kept in thousandths: cursors contain them, and they must be the same when read again. */
export function toThousandths(score: number): number {
  return Math.round(score * 1000);
}
