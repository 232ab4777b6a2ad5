/** Invented words: each rank has one, and hardly two ranks of a language have the same. */
import type { Random } from './random.ts';

/** What the words of a language are made of: onset and nucleus make a syllable, and a coda ends the word. */
export interface WordStock {
  readonly onsets: readonly string[];
  readonly nuclei: readonly string[];
  /** Ends of a word; one of them may be empty. */
  readonly codas: readonly string[];
}

/** The words of a language, the most frequent first: real small words, then invented ones. */
export interface Vocabulary extends WordStock {
  readonly frequent: readonly string[];
  /** How many words there are. */
  readonly size: number;
}

/** A word of the vocabulary, by Zipf's law: the first one twice as often as the second. */
export function drawWord(vocabulary: Vocabulary, random: Random): string {
  const rank = random.rank(random.chance(SMALL_WORDS) ? vocabulary.frequent.length : vocabulary.size);
  return vocabulary.frequent[rank] ?? inventWord(rank - vocabulary.frequent.length, vocabulary);
}

/** Small words beyond what the law gives them, since they hold sentences together. */
const SMALL_WORDS = 0.08;

/** The invented word of a number: the small numbers have short words, and neighbours are not alike. */
export function inventWord(number: number, { onsets, nuclei, codas }: WordStock): string {
  const syllables = onsets.length * nuclei.length;
  let size = syllables * codas.length;
  let left = number;
  let count = 1;
  for (; left >= size; count++) {
    left -= size;
    size *= syllables;
  }
  let rest = (left * STRIDE + count) % size;
  let word = '';
  for (; count > 0; count--) {
    word += (onsets[rest % onsets.length] ?? '') + (nuclei[Math.floor(rest / onsets.length) % nuclei.length] ?? '');
    rest = Math.floor(rest / syllables);
  }
  return word + (codas[rest] ?? '');
}

/** A prime that divides no count of words, so that each number still has its own place. */
const STRIDE = 1_000_003;
