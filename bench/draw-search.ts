/** Searches drawn from the words of a corpus, so that they find about as much at each size. */
import type { ArticleText } from '../data/model.ts';
import type { Random } from '../test/generate/random.ts';
import type { Ask } from './ask.ts';
import { type Drawn, pickFitting } from './fitting.ts';
import type { Draws } from './questions.ts';
import { pairAt, readVocabulary, type Vocabulary } from './words.ts';

type Searches = Pick<Draws, 'rareWord' | 'prefix' | 'mistake' | 'frequentWord' | 'twoWords' | 'phrase'>;

/** The number of hits that fill a page, and the number that counts as few. */
const PAGE = 20;
const FEW = [2, 5] as const;

export function drawSearches(texts: readonly ArticleText[], random: Random, ask: Ask): Searches {
  const vocabulary = readVocabulary(texts);
  const { byFrequency, articles } = vocabulary;
  const sized = (query: string | null): Drawn | null =>
    query === null ? null : { variables: { query }, size: countHits(ask, query) };
  const longWords = byFrequency.filter((word) => word.length >= 7);
  const rareWords = longWords.filter((word) => (articles.get(word) ?? 0) <= 2);
  const frequent = byFrequency.slice(0, 20);
  const common = new Set(byFrequency.slice(0, 200));

  return {
    rareWord: pickFitting(() => sized(random.pick(rareWords)), ...FEW),
    prefix: pickFitting(() => sized(random.pick(longWords).slice(0, 4)), PAGE, Infinity),
    mistake: pickFitting(() => sized(misspell(random.pick(rareWords), vocabulary, random)), ...FEW),
    frequentWord: pickFitting(() => sized(random.pick(frequent)), PAGE, Infinity),
    twoWords: pickFitting(() => sized(drawTwo(random.pick(texts), common, random)), PAGE, Infinity),
    phrase: pickFitting(() => sized(drawPhrase(random.pick(texts), articles, random)), FEW[0], Infinity),
  };
}

function countHits(ask: Ask, query: string): number {
  const document = 'query Count($query: String!) { search(query: $query) { totalCount } }';
  return ask<{ search: { totalCount: number } }>(document, { query }).search.totalCount;
}

/** The word with one letter changed, so that no word begins with it; null if one does. */
function misspell(word: string, { hasStart }: Vocabulary, random: Random): string | null {
  const letters = [...word];
  letters[random.between(0, letters.length - 1)] = random.pick([...'aeiourstnlkm']);
  const changed = letters.join('');
  return changed === word || hasStart(changed) ? null : changed;
}

/** Two common words of one article, not necessarily adjacent. */
function drawTwo({ text }: ArticleText, common: ReadonlySet<string>, random: Random): string | null {
  const [one, other] = [pairAt(text, random.unit()), pairAt(text, random.unit())];
  const [a, b] = [one?.[0] ?? '', other?.[0] ?? ''];
  return a !== b && common.has(a) && common.has(b) ? `${a} ${b}` : null;
}

/** Two consecutive words, each of which is in several articles. */
function drawPhrase({ text }: ArticleText, articles: ReadonlyMap<string, number>, random: Random): string | null {
  const pair = pairAt(text, random.unit());
  return pair === null || pair.some((word) => (articles.get(word) ?? 0) < 3) ? null : `"${pair.join(' ')}"`;
}
