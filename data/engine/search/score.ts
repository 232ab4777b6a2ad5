/**
 * How good a hit is: BM25 (Robertson and Zaragoza, 2009), the usual measure of full-text search, in the units of this
 * index. A word counts more the rarer it is, the more often the document has it, and the shorter the document is.
 */

/** How quickly more of the same word stops to count, and how much a long text is held against it. */
const SATURATION = 1.2;
const LENGTH_INFLUENCE = 0.75;

/** What one occurrence counts: of the very word, of a word that begins with it, of one that is nearly it. */
export const QUALITIES = { EXACT: 1, PREFIX: 0.5, MISTAKE: 0.25 } as const;

/** How many times more a word in a headline or a name counts than one in a text. */
export const HEADLINE_WEIGHT = 3;
export const NAME_WEIGHT = 3;

/** What a word counts that stands at `occurrences` of the `wordCount` positions of the corpus. */
export function rarity(occurrences: number, wordCount: number): number {
  return Math.log(1 + (wordCount - occurrences + 0.5) / (occurrences + 0.5));
}

/** What a text of `length` words has of a word that it has `frequency` times. */
export function relevance(frequency: number, length: number, averageLength: number): number {
  const lengthPenalty = 1 - LENGTH_INFLUENCE + (LENGTH_INFLUENCE * length) / averageLength;
  return (frequency * (SATURATION + 1)) / (frequency + SATURATION * lengthPenalty);
}

/** Scores are kept in thousandths: they are written into cursors, and have to be the same when read again. */
export function toThousandths(score: number): number {
  return Math.round(score * 1000);
}
