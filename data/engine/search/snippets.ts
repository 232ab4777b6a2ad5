/** Snippets: the places in the articles that show why something was found. */

import { wordPlaces } from '../../fold.ts';
import type { ArticleText, Evidence, Slug, Span } from '../../model.ts';
import { presentPieces, type Question, texts } from '../../source.ts';
import { quote } from '../../text.ts';
import { type Checkpoint, checkpointsOfArticle, countCodePointsBetween, WORDS_A_CHECKPOINT } from './checkpoints.ts';
import type { FoundHits } from './find.ts';
import type { Range } from './layout.ts';
import { type Match, matchQuery } from './matches.ts';
import { ARTICLES_A_CHECKPOINTS_PIECE, checkpointsPiece } from './pieces.ts';
import { indexFrom } from './positions.ts';
import { rangesOf } from './ranges.ts';
import type { Hit } from './rank.ts';
import { openTop, type Top } from './top.ts';

/** More places than this say nothing new to a reader. */
export const MOST_SNIPPETS = 3;

/**
 * For each of the hits at most three places, best first: the words and whole phrases that were asked for, each once
 * before one is shown again. None for events and named things, of which only the name was found.
 */
export function* cutSnippets(
  found: FoundHits,
  hits: readonly Hit[],
  articleSlugOf: (article: number) => Slug,
): Question<readonly (readonly Evidence[])[]> {
  const top = yield* openTop();
  const shown = hits.filter(({ type }) => type === 'Article' || type === 'Statement');
  if (shown.length === 0) return hits.map(() => []);
  const matches = found.matches ?? (yield* matchQuery(top, found.query, found.meter)) ?? [];
  const ranges = yield* rangesOf(top, shown);
  const places = ranges.map((ofHit) => choosePlaces(matches, ofHit));
  const evidence = yield* evidenceAt(top, places.flat(), articleSlugOf);
  return hits.map((hit) => {
    const chosen = places[shown.indexOf(hit)] ?? [];
    return chosen.flatMap((place) => evidence.get(place) ?? []);
  });
}

/** A place to be shown. */
interface Place extends Range {
  readonly quality: number;
}

function choosePlaces(matches: readonly Match[], ranges: readonly Range[]): Place[] {
  const candidates = matches.map((match) => bestPlaces(match, ranges));
  const chosen: Place[] = [];
  // The best place of each match, then the second best of each.
  for (let turn = 0; turn < MOST_SNIPPETS; turn++) {
    for (const places of candidates) {
      const place = places[turn];
      if (place === undefined || chosen.length === MOST_SNIPPETS) continue;
      if (!chosen.some(({ start, end }) => start === place.start && end === place.end)) chosen.push(place);
    }
  }
  return chosen;
}

/** The first places of the best quality. */
function bestPlaces({ occurrences }: Match, ranges: readonly Range[]): Place[] {
  const places: Place[] = [];
  for (const { positions, quality, length } of occurrences) {
    for (const range of ranges) {
      let index = indexFrom(positions, range.start, 0);
      // Of one sort the first few are enough.
      for (let taken = 0; taken < MOST_SNIPPETS; taken++, index++) {
        const start = positions[index];
        if (start === undefined || start + length > range.end) break;
        places.push({ start, end: start + length, quality });
      }
    }
  }
  return places.sort((a, b) => b.quality - a.quality || a.start - b.start).slice(0, MOST_SNIPPETS);
}

function* evidenceAt(
  top: Top,
  places: readonly Place[],
  articleSlugOf: (article: number) => Slug,
): Question<ReadonlyMap<Place, Evidence>> {
  const articleOf = ({ start }: Place) => indexFrom(top.articleStarts, start + 1, 0) - 1;
  const articles = [...new Set(places.map(articleOf))];
  const pieceOf = (article: number) => checkpointsPiece(Math.floor(article / ARTICLES_A_CHECKPOINTS_PIECE));
  const pieces = yield* presentPieces(articles.map(pieceOf));
  const found = articles.length === 0 ? [] : yield* texts(articles.map(articleSlugOf));
  const open = new Map(
    articles.map((article, index) => [
      article,
      {
        text: found[index],
        checkpoints: checkpointsOfArticle(pieces[index] ?? new Uint8Array(0), article % ARTICLES_A_CHECKPOINTS_PIECE),
      },
    ]),
  );
  return new Map(
    places.flatMap((place): [Place, Evidence][] => {
      const article = articleOf(place);
      const { text, checkpoints = [] } = open.get(article) ?? {};
      const first = place.start - (top.articleStarts[article] ?? 0);
      if (text === undefined) return [];
      const span = spanOfWords(text.text, checkpoints, first, first + place.end - place.start);
      return [[place, toEvidence(text, span)]];
    }),
  );
}

/** Where the words of a text from number `first` up to number `end` stand in it. */
function spanOfWords(text: string, checkpoints: readonly Checkpoint[], first: number, end: number): Span {
  const before = checkpoints[Math.floor(first / WORDS_A_CHECKPOINT)] ?? { utf16: 0, codePoints: 0 };
  // One word more than needed, so that the last is not cut from the character that it shares with the next.
  const behind = checkpoints[Math.floor((end + 1) / WORDS_A_CHECKPOINT) + 1]?.utf16 ?? text.length;
  const near = wordPlaces(text.slice(before.utf16, behind));
  const skipped = first % WORDS_A_CHECKPOINT;
  const utf16Start = before.utf16 + (near[skipped]?.utf16Start ?? 0);
  const utf16End = before.utf16 + (near[skipped + end - first - 1]?.utf16End ?? 0);
  const start = before.codePoints + countCodePointsBetween(text, before.utf16, utf16Start);
  return { start, end: start + countCodePointsBetween(text, utf16Start, utf16End), utf16Start, utf16End };
}

function toEvidence({ article, text, paragraphs }: ArticleText, span: Span): Evidence {
  const behind = paragraphs.findIndex(({ utf16Start }) => utf16Start > span.utf16Start);
  const paragraph = Math.max(0, (behind === -1 ? paragraphs.length : behind) - 1);
  return { type: 'Evidence', article, ...span, paragraph, ...quote(text, span) };
}
