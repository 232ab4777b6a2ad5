/** Scores documents: finds which documents have a word or phrase of the query, and how good each is. */

import type { EntityType } from '../../model.ts';
import { once, type Question, together } from '../../source.ts';
import { type Stretches, unpackStretches } from './layout.ts';
import type { Match, QueryMatches } from './matches.ts';
import { scoreNamed } from './named-scores.ts';
import {
  addFrequency,
  addScore,
  addUp,
  joinScores,
  NO_SCORES,
  type Paper,
  paperFor,
  type Scores,
  takeFrequencies,
  takeScores,
} from './paper.ts';
import { openParts } from './parts.ts';
import { ARTICLES_A_STRETCHES_PIECE, stretchesPiece } from './pieces.ts';
import { indexFrom, sectionsOf } from './positions.ts';
import { narrow } from './ranges.ts';
import { HEADLINE_WEIGHT, rarity, relevance } from './score.ts';
import { firstDocument, type Top, thingOf } from './top.ts';

/** Up to this many things it is quicker to look where they are, if the other words are this many times more frequent. */
const FEW_THINGS = 200;
const MUCH_MORE_FREQUENT = 16;

/** The scores of the documents of these types that the matches find. */
export function* scoreMatches(top: Top, matches: QueryMatches, types: readonly EntityType[]): Question<Scores> {
  const [texts = NO_SCORES, things = NO_SCORES] = yield* together([
    scoreTexts(top, matches.wanted, types),
    scoreNamed(top, matches, types),
  ]);
  return joinScores(texts, things);
}

/** The articles and statements that have all the matches, with the sums of their scores for each. */
function* scoreTexts(top: Top, matches: readonly Match[], types: readonly EntityType[]): Question<Scores> {
  const [rarest, ...others] = matches.toSorted((a, b) => a.count - b.count);
  if (rarest === undefined || rarest.count === 0) return NO_SCORES;
  const mostFrequent = others.at(-1)?.count ?? 0;
  if (mostFrequent < MUCH_MORE_FREQUENT * rarest.count) return yield* scoreAll(top, [rarest, ...others], types);

  const few = yield* scoreAll(top, [rarest], types);
  const things = few.documents.length > FEW_THINGS ? null : Array.from(few.documents, (it) => thingOf(top, it));
  const rest = yield* scoreAll(top, things === null ? others : yield* narrow(top, others, things), types);
  return addUp(few, rest, paperFor(top));
}

function* scoreAll(top: Top, matches: readonly Match[], types: readonly EntityType[]): Question<Scores> {
  const layout = yield* openLayout(top, matches, types);
  const paper = paperFor(top);
  const [first, ...others] = matches.map((match) => scoreMatch(layout, match, paper));
  return others.reduce((sum, more) => addUp(sum, more, paper), first ?? NO_SCORES);
}

/** The texts at the positions of the matches, as far as they are of the wanted types. */
interface Layout {
  readonly top: Top;
  readonly hasArticles: boolean;
  /** By number of the piece; missing if no match lies in it. */
  readonly stretches: ReadonlyMap<number, Stretches>;
  readonly stretchStarts: Uint32Array;
}

const readStretches = once(unpackStretches);

function* openLayout(top: Top, matches: readonly Match[], types: readonly EntityType[]): Question<Layout> {
  const stretchStarts = everyNth(top.articleStarts, ARTICLES_A_STRETCHES_PIECE);
  const inStatements = types.includes('Statement') ? matches : [];
  const stretches = yield* openParts(inStatements, stretchStarts, stretchesPiece, readStretches);
  return { top, hasArticles: types.includes('Article'), stretches, stretchStarts };
}

/** Every nth of the numbers, and the last. */
function everyNth(numbers: Uint32Array, step: number): Uint32Array {
  const last = numbers.length - 1;
  return new Uint32Array(Math.ceil(last / step) + 1).map((_, index) => numbers[Math.min(last, index * step)] ?? 0);
}

function scoreMatch(layout: Layout, match: Match, paper: Paper): Scores {
  const weight = rarity(match.count, layout.top.wordCount);
  if (layout.hasArticles) scoreArticles(layout.top, match, weight, paper);
  if (layout.stretches.size > 0) scoreStatements(layout, match, weight, paper);
  return takeScores(paper);
}

function scoreArticles(top: Top, match: Match, weight: number, paper: Paper): void {
  for (const { positions, quality } of match.occurrences) tallyArticles(top, positions, quality, paper);
  takeFrequencies(paper, (article, frequency, length) => {
    // Articles are the first documents.
    addScore(paper, article, weight * relevance(frequency, length, top.averages.article));
  });
}

function tallyArticles(
  { articleStarts, headlineLengths }: Top,
  positions: Uint32Array,
  quality: number,
  paper: Paper,
): void {
  const count = indexFrom(positions, articleStarts[articleStarts.length - 1] ?? 0, 0);
  let article = 0;
  let start = 0;
  let end = 0;
  let headlineEnd = 0;
  for (let index = 0; index < count; index++) {
    const position = positions[index] ?? 0;
    if (position >= end) {
      article = indexFrom(articleStarts, position + 1, article) - 1;
      start = articleStarts[article] ?? 0;
      end = articleStarts[article + 1] ?? 0;
      headlineEnd = start + (headlineLengths[article] ?? 0);
    }
    addFrequency(paper, article, position < headlineEnd ? quality * HEADLINE_WEIGHT : quality, end - start - 1);
  }
}

function scoreStatements({ top, ...layout }: Layout, match: Match, weight: number, paper: Paper): void {
  for (const { positions, quality, length } of match.occurrences) {
    for (const { part, from, to } of sectionsOf(positions, layout.stretchStarts)) {
      const stretches = layout.stretches.get(part);
      if (stretches !== undefined) tallyStretches(stretches, positions.subarray(from, to), quality, length, paper);
    }
  }
  const first = firstDocument(top, 'Statement');
  takeFrequencies(paper, (statement, frequency, length) => {
    addScore(paper, first + statement, weight * relevance(frequency, length, top.averages.statement));
  });
}

function tallyStretches(
  { starts, ends, reaches, statements, statementLengths }: Stretches,
  positions: Uint32Array,
  quality: number,
  length: number,
  paper: Paper,
): void {
  let next = 0;
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] ?? 0;
    if ((starts[next] ?? Infinity) <= position) next = indexFrom(starts, position + 1, next + 1);
    // Goes back through all that begin before, as long as one of them reaches this far.
    for (let index = next - 1; index >= 0 && (reaches[index] ?? 0) > position; index--) {
      if ((ends[index] ?? 0) < position + length) continue;
      addFrequency(paper, statements[index] ?? 0, quality, statementLengths[index] ?? 0);
    }
  }
}
