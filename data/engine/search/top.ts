/** The top piece of the search index: what every search needs, including where to find the rest. */

import { ByteReader, ByteWriter } from '../../bytes.ts';
import { ENTITY_TYPES, type EntityType } from '../../model.ts';
import { INDEX_VERSION, once, presentPiece, type Question } from '../../source.ts';
import { TOP_PIECE } from './pieces.ts';
import { packSpellings, unpackSpellings } from './spelling.ts';

export interface Top {
  /** The number of things of each type, in the order of `ENTITY_TYPES`. */
  readonly counts: readonly number[];
  /** The number of names of all things but articles and statements. */
  readonly nameCount: number;
  /** The number of words of all texts and names. */
  readonly wordCount: number;
  /** The average number of words of an article, a statement and a name. */
  readonly averages: { readonly article: number; readonly statement: number; readonly name: number };
  /** The first term of each block of the dictionary, and of each block of terms spelled backwards. */
  readonly firstTerms: readonly string[];
  readonly firstReversed: readonly string[];
  /** The first position of each article, and of what comes after the last. */
  readonly articleStarts: Uint32Array;
  /** The number of words in the headline of each article. */
  readonly headlineLengths: Uint32Array;
  /** The first position of each piece of names, and of what comes after the last. */
  readonly nameStarts: Uint32Array;
}

/** Averages are kept in thousandths, so that the same corpus gives the same scores wherever it is read. */
const AVERAGE_SCALE = 1000;

export function packTop(top: Top): Uint8Array {
  const writer = new ByteWriter().varint(INDEX_VERSION);
  for (const count of top.counts) writer.varint(count);
  writer.varint(top.nameCount).varint(top.wordCount);
  for (const average of [top.averages.article, top.averages.statement, top.averages.name]) {
    writer.varint(Math.round(average * AVERAGE_SCALE));
  }
  packSpellings(writer, top.firstTerms);
  packSpellings(writer, top.firstReversed);
  writer.list(top.articleStarts);
  for (const length of top.headlineLengths) writer.varint(length);
  writer.list(top.nameStarts);
  return writer.finish();
}

/** Refuses an index of another version than this code reads. */
export function unpackTop(piece: Uint8Array): Top {
  const reader = new ByteReader(piece);
  const version = reader.varint();
  if (version !== INDEX_VERSION) {
    throw new Error(
      `The search index has format ${version}, and this program reads format ${INDEX_VERSION}. Compile the corpus again.`,
    );
  }
  const counts = ENTITY_TYPES.map(() => reader.varint());
  const nameCount = reader.varint();
  const wordCount = reader.varint();
  const average = () => reader.varint() / AVERAGE_SCALE;
  const averages = { article: average(), statement: average(), name: average() };
  const firstTerms = unpackSpellings(reader);
  const firstReversed = unpackSpellings(reader);
  const articleStarts = reader.list();
  const headlineLengths = new Uint32Array(counts[ENTITY_TYPES.indexOf('Article')] ?? 0).map(() => reader.varint());
  const nameStarts = reader.list();
  return {
    counts,
    nameCount,
    wordCount,
    averages,
    firstTerms,
    firstReversed,
    articleStarts,
    headlineLengths,
    nameStarts,
  };
}

const readTop = once(unpackTop);

export function* openTop(): Question<Top> {
  return readTop(yield* presentPiece(TOP_PIECE));
}

/**
 * A document: a thing that a search can find, whatever its type. Documents of all types are numbered in the order of
 * `ENTITY_TYPES`; of two equally good hits, the one with the smaller number comes first.
 */
export function firstDocument({ counts }: Top, type: EntityType): number {
  let first = 0;
  for (const count of counts.slice(0, ENTITY_TYPES.indexOf(type))) first += count;
  return first;
}

export function documentCount({ counts }: Top): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The type and number of a document's thing. */
export function thingOf({ counts }: Top, document: number): { readonly type: EntityType; readonly number: number } {
  let number = document;
  for (const [index, type] of ENTITY_TYPES.entries()) {
    const count = counts[index] ?? 0;
    if (number < count) return { type, number };
    number -= count;
  }
  throw new Error(`The search index has no document ${document}.`);
}
