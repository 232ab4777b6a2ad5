/** Articles from which passages are cut: finds the words at some positions, and their places in the text. */

import { wordPlaces } from '../../fold.ts';
import type { ArticleText, Evidence, Slug, Span, Utf16Span } from '../../model.ts';
import { partitionPoint } from '../../page.ts';
import { presentPieces, type Question, texts } from '../../source.ts';
import { quote } from '../../text.ts';
import { type Checkpoint, checkpointsOfArticle, countCodePointsBetween, WORDS_A_CHECKPOINT } from './checkpoints.ts';
import type { WordRange } from './layout.ts';
import { ARTICLES_A_CHECKPOINTS_PIECE, checkpointsPiece } from './pieces.ts';
import type { Top } from './top.ts';

/** An article from which passages are cut. */
export interface OpenArticle {
  readonly text: ArticleText;
  readonly checkpoints: readonly Checkpoint[];
  /** The position of its first word. */
  readonly start: number;
}

export function* openArticles(
  top: Top,
  numbers: readonly number[],
  slugOf: (article: number) => Slug,
): Question<ReadonlyMap<number, OpenArticle>> {
  const articles = [...new Set(numbers)];
  if (articles.length === 0) return new Map();
  const pieceOf = (article: number) => checkpointsPiece(Math.floor(article / ARTICLES_A_CHECKPOINTS_PIECE));
  const pieces = yield* presentPieces(articles.map(pieceOf));
  const found = yield* texts(articles.map(slugOf));
  return new Map(
    found.map((text, index): [number, OpenArticle] => {
      const article = articles[index] ?? 0;
      const piece = pieces[index] ?? new Uint8Array(0);
      const checkpoints = checkpointsOfArticle(piece, article % ARTICLES_A_CHECKPOINTS_PIECE);
      return [article, { text, checkpoints, start: top.articleStarts[article] ?? 0 }];
    }),
  );
}

/** Consecutive words of an article, and the position of the first. */
export interface WordRun {
  readonly position: number;
  readonly words: readonly Utf16Span[];
}

/** The words that lie wholly in a part of the article. */
export function wordsWithin(article: OpenArticle, extent: Utf16Span): WordRun {
  const { position, words } = wordsAround(article, extent);
  const from = partitionPoint(words, ({ utf16Start }) => utf16Start < extent.utf16Start);
  const to = partitionPoint(words, ({ utf16End }) => utf16End <= extent.utf16End);
  return { position: position + from, words: words.slice(from, to) };
}

/** The words of a part of the article and a few around it. */
export function wordsAround({ text: { text }, checkpoints, start }: OpenArticle, extent: Utf16Span): WordRun {
  const from = Math.max(0, partitionPoint(checkpoints, ({ utf16 }) => utf16 <= extent.utf16Start) - 1);
  // A few words more than needed, so that the last is not separated from the character that it shares with the next.
  const to = partitionPoint(checkpoints, ({ utf16 }) => utf16 <= extent.utf16End) + 1;
  return {
    position: start + from * WORDS_A_CHECKPOINT,
    words: wordPlaces(text, checkpoints[from]?.utf16, checkpoints[to]?.utf16),
  };
}

/** The place in the text of the words at some positions of the article. */
export function extentOfWords(article: OpenArticle, { start, end }: WordRange): Utf16Span {
  const checkpointBefore = (position: number) =>
    article.checkpoints[Math.floor((position - article.start) / WORDS_A_CHECKPOINT)]?.utf16 ?? 0;
  const near = { utf16Start: checkpointBefore(start), utf16End: checkpointBefore(end - 1) };
  const { position, words } = wordsAround(article, near);
  return { utf16Start: words[start - position]?.utf16Start ?? 0, utf16End: words[end - 1 - position]?.utf16End ?? 0 };
}

/** A part of the article as evidence. */
export function toEvidence(
  { text: { of, text }, checkpoints }: OpenArticle,
  paragraph: number,
  extent: Utf16Span,
): Evidence {
  const before = checkpoints[partitionPoint(checkpoints, ({ utf16 }) => utf16 <= extent.utf16Start) - 1];
  const span = spanIn(text, extent, before);
  return { type: 'Evidence', source: of, ...span, paragraph, ...quote(text, span) };
}

/** A place in both units, counted from an earlier place that is known in both. */
export function spanIn(text: string, { utf16Start, utf16End }: Utf16Span, before = { utf16: 0, codePoints: 0 }): Span {
  const start = before.codePoints + countCodePointsBetween(text, before.utf16, utf16Start);
  return { start, end: start + countCodePointsBetween(text, utf16Start, utf16End), utf16Start, utf16End };
}
