/** Lays out a corpus in the row of positions: its articles in order, then its names; and records what lies where. */

import type { Word } from '../../fold.ts';
import { ENTITY_TYPES, type EntityType, type Span } from '../../model.ts';
import { type Checkpoint, checkpointsOf } from './checkpoints.ts';
import type { WordRow } from './invert.ts';
import type { WordRange } from './layout.ts';
import { spelledWords } from './other-spelling.ts';
import { indexFrom } from './positions.ts';

export interface SearchableArticle {
  readonly text: string;
  /** The first is the headline. */
  readonly paragraphs: readonly Span[];
  /** The places of the statements that it reports. A statement may be listed several times. */
  readonly statements: readonly {
    readonly number: number;
    readonly spans: readonly { readonly utf16Start: number; readonly utf16End: number }[];
  }[];
}

/** A name of a thing, or one of several. */
export interface SearchableName {
  readonly type: EntityType;
  readonly number: number;
  readonly name: string;
}

export interface SearchableCorpus {
  /** In the order of their numbers. */
  readonly articles: readonly SearchableArticle[];
  /** Those of everything but articles and statements, in any order. */
  readonly names: readonly SearchableName[];
}

export interface ArticlesLayout {
  /** The first position of each article, and of what comes after the last. */
  readonly starts: Uint32Array;
  readonly lengths: readonly number[];
  readonly headlineLengths: Uint32Array;
  readonly checkpoints: readonly (readonly Checkpoint[])[];
  /** By article, ordered by start. */
  readonly stretches: readonly (readonly (WordRange & { readonly statement: number })[])[];
  /** By number of the statement, ordered by position. */
  readonly statements: readonly (readonly WordRange[])[];
}

export function layOutArticles(articles: readonly SearchableArticle[], row: WordRow): ArticlesLayout {
  const starts: number[] = [];
  const lengths: number[] = [];
  const headlineLengths: number[] = [];
  const checkpoints: Checkpoint[][] = [];
  const stretches: (WordRange & { statement: number })[][] = [];
  const statements: WordRange[][] = [];
  for (const article of articles) {
    const found = spelledWords(article.text);
    const start = row.position();
    starts.push(start);
    lengths.push(found.length);
    headlineLengths.push(countWithin(found, article.paragraphs[0]?.utf16End ?? 0));
    checkpoints.push(checkpointsOf(article.text, found));
    const inArticle = stretchesOf(article, found, start);
    stretches.push(inArticle);
    for (const { number } of article.statements) fillUp(statements, number);
    for (const stretch of inArticle) statements[stretch.statement]?.push({ start: stretch.start, end: stretch.end });
    for (const { folded, also } of found) row.add(folded, also);
    row.skip();
  }
  return {
    starts: Uint32Array.from([...starts, row.position()]),
    lengths,
    headlineLengths: Uint32Array.from(headlineLengths),
    checkpoints,
    stretches,
    statements,
  };
}

/** The number of words that end at or before the place. */
function countWithin(found: readonly Word[], utf16End: number): number {
  const next = found.findIndex((word) => word.utf16End > utf16End);
  return next === -1 ? found.length : next;
}

function fillUp(statements: WordRange[][], number: number): void {
  while (statements.length <= number) statements.push([]);
}

function stretchesOf({ statements }: SearchableArticle, found: readonly Word[], start: number) {
  const wordStarts = new Uint32Array(found.length);
  const wordEnds = new Uint32Array(found.length);
  for (const [index, { utf16Start, utf16End }] of found.entries()) {
    wordStarts[index] = utf16Start;
    wordEnds[index] = utf16End;
  }
  const rangesByStatement = new Map<number, WordRange[]>();
  for (const { number, spans } of statements) {
    const ranges = rangesByStatement.get(number) ?? [];
    rangesByStatement.set(number, ranges);
    for (const { utf16Start, utf16End } of spans) {
      // The words that lie wholly in the span.
      const from = indexFrom(wordStarts, utf16Start, 0);
      const to = indexFrom(wordEnds, utf16End + 1, 0);
      if (from < to) ranges.push({ start: start + from, end: start + to });
    }
  }
  return [...rangesByStatement]
    .flatMap(([statement, ranges]) => mergeRanges(ranges).map((range) => ({ ...range, statement })))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.statement - b.statement);
}

/** The same positions in ranges that neither overlap nor touch, so that each counts once. */
function mergeRanges(ranges: readonly WordRange[]): WordRange[] {
  const merged: WordRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < range.start) merged.push(range);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return merged;
}

export interface NamesLayout {
  /** The number of things of each type, in the order of `ENTITY_TYPES`. */
  readonly counts: readonly number[];
  /** The first position of each name, and of what comes after the last. */
  readonly starts: Uint32Array;
  readonly lengths: readonly number[];
  /** The document that each names, in rising order. */
  readonly documents: Uint32Array;
}

export function layOutNames({ articles, names }: SearchableCorpus, statementCount: number, row: WordRow): NamesLayout {
  const counts = ENTITY_TYPES.map((type) => {
    if (type === 'Article') return articles.length;
    if (type === 'Statement') return statementCount;
    return names.reduce((count, name) => (name.type === type ? Math.max(count, name.number + 1) : count), 0);
  });
  const firstDocuments = counts.map((_, index) => counts.slice(0, index).reduce((sum, count) => sum + count, 0));
  const placed = names
    .map(({ type, number, name }) => ({
      document: (firstDocuments[ENTITY_TYPES.indexOf(type)] ?? 0) + number,
      found: spelledWords(name),
    }))
    .sort((a, b) => a.document - b.document);
  const starts: number[] = [];
  for (const { found } of placed) {
    starts.push(row.position());
    for (const { folded, also } of found) row.add(folded, also);
    row.skip();
  }
  return {
    counts,
    starts: Uint32Array.from([...starts, row.position()]),
    lengths: placed.map(({ found }) => found.length),
    documents: Uint32Array.from(placed, ({ document }) => document),
  };
}
