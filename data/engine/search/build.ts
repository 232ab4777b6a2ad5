/** Builds the search index of a corpus, for the compiler. */
import { frequentStarts, storeBestHits } from './build-best.ts';
import { type ArticlesLayout, layOutArticles, layOutNames, type SearchableCorpus } from './build-layout.ts';
import { packCheckpoints } from './checkpoints.ts';
import { packDictionary, packReversed, type Term } from './dictionary.ts';
import { openWordRow } from './invert.ts';
import { packNames, packStatements, packStretches, type WordRange } from './layout.ts';
import {
  ARTICLES_A_CHECKPOINTS_PIECE,
  ARTICLES_A_STRETCHES_PIECE,
  checkpointsPiece,
  NAMES_A_PIECE,
  namesPiece,
  positionsPiece,
  reversedPiece,
  STATEMENTS_A_PIECE,
  statementsPiece,
  stretchesPiece,
  TOP_PIECE,
  termsPiece,
} from './pieces.ts';
import { reversed } from './spelling.ts';
import { packTop, type Top } from './top.ts';

/** The pieces of the search index by name; all names begin with `search/`. */
export function indexWords(corpus: SearchableCorpus): Map<string, Uint8Array> {
  const row = openWordRow();
  const articles = layOutArticles(corpus.articles, row);
  const names = layOutNames(corpus, articles.statements.length, row);
  const index = new Map<string, Uint8Array>();

  const spellings: string[] = [];
  const counts: number[] = [];
  const dictionary = packDictionary(noting(row.terms(), spellings, counts));
  const backwards = packReversed(spellings.map(reversed).sort());
  storeAll(index, dictionary.blocks, termsPiece);
  storeAll(index, dictionary.longLists, positionsPiece);
  storeAll(index, backwards.blocks, reversedPiece);
  storeAll(index, chunks(articles.statements, STATEMENTS_A_PIECE).map(packStatements), statementsPiece);
  storeAll(index, chunks(articles.checkpoints, ARTICLES_A_CHECKPOINTS_PIECE).map(packCheckpoints), checkpointsPiece);
  storeAll(index, packAllStretches(articles), stretchesPiece);

  const nameStarts: number[] = [];
  for (let from = 0; from < names.documents.length; from += NAMES_A_PIECE) {
    const to = Math.min(from + NAMES_A_PIECE, names.documents.length);
    const piece = { starts: names.starts.subarray(from, to + 1), documents: names.documents.subarray(from, to) };
    index.set(namesPiece(nameStarts.length), packNames(piece));
    nameStarts.push(names.starts[from] ?? 0);
  }

  const top: Top = {
    counts: names.counts,
    nameCount: names.documents.length,
    wordCount: row.wordCount(),
    averages: {
      article: average(articles.lengths),
      statement: average(articles.statements.map(lengthOf)),
      name: average(names.lengths),
    },
    firstTerms: dictionary.firstTerms,
    firstReversed: backwards.firstTerms,
    articleStarts: articles.starts,
    headlineLengths: articles.headlineLengths,
    nameStarts: Uint32Array.from([...nameStarts, row.position()]),
  };
  index.set(TOP_PIECE, packTop(top));
  storeBestHits(index, frequentStarts(spellings, counts));
  return index;
}

/** Passes the terms on, and records their spellings and how often they occur. */
function* noting(terms: Iterable<Term>, spellings: string[], counts: number[]): Generator<Term> {
  for (const term of terms) {
    spellings.push(term.spelling);
    counts.push(term.positions.length);
    yield term;
  }
}

function storeAll(index: Map<string, Uint8Array>, pieces: readonly Uint8Array[], nameOf: (number: number) => string) {
  for (const [number, piece] of pieces.entries()) index.set(nameOf(number), piece);
}

function packAllStretches({ stretches, statements }: ArticlesLayout): Uint8Array[] {
  const lengths = statements.map(lengthOf);
  return chunks(stretches, ARTICLES_A_STRETCHES_PIECE).map((articles) =>
    packStretches(articles.flat().map((stretch) => ({ ...stretch, statementLength: lengths[stretch.statement] ?? 0 }))),
  );
}

function lengthOf(ranges: readonly WordRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** The average over those that have words; 1 if none has, so that it can be a divisor. */
function average(lengths: readonly number[]): number {
  const counted = lengths.filter((length) => length > 0);
  return counted.length === 0 ? 1 : counted.reduce((sum, length) => sum + length, 0) / counted.length;
}
