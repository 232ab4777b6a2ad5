/** Words of a corpus by frequency, for searches. */

import { words } from '../data/fold.ts';
import type { ArticleText } from '../data/model.ts';

export interface Vocabulary {
  /** Words of four letters or more by how many articles have them, the most frequent first. */
  readonly byFrequency: readonly string[];
  /** All words, the most frequent first. */
  readonly all: readonly string[];
  /** In how many articles each word occurs. */
  readonly articles: ReadonlyMap<string, number>;
  /** Whether any folded word begins like this. */
  readonly hasStart: (start: string) => boolean;
}

/** Reads every text once. */
export function readVocabulary(texts: readonly Pick<ArticleText, 'text'>[]): Vocabulary {
  const articles = new Map<string, number>();
  for (const { text } of texts) {
    for (const word of new Set(words(text).map(({ folded }) => folded))) {
      articles.set(word, (articles.get(word) ?? 0) + 1);
    }
  }
  const sorted = [...articles.keys()].sort();
  const common = [...articles].filter(([word]) => SPELLED.test(word));
  return {
    all: [...articles].sort(([, a], [, b]) => b - a).map(([word]) => word),
    byFrequency: common.sort(([, a], [, b]) => b - a).map(([word]) => word),
    articles,
    hasStart(start) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? '') < start) low = middle + 1;
        else high = middle;
      }
      return sorted[low]?.startsWith(start) ?? false;
    },
  };
}

/** Words of alphabetic scripts: in scripts without spaces, segmentation would decide the frequency. */
const SPELLED = /^[\p{L}--\p{Script=Han}]{4,}$/v;

/** Two consecutive words of an article at this part of its text, folded; null if there are none. */
export function pairAt(text: string, part: number): readonly [string, string] | null {
  const found = words(text);
  const at = Math.floor(part * found.length);
  const [first, second] = [found[at], found[at + 1]];
  if (first === undefined || second === undefined || !SPELLED.test(first.folded + second.folded)) return null;
  return [first.folded, second.folded];
}
