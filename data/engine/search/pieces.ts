/** The pieces of the search index: their names, and the size of each. */
import { answer, presentPieces, type Question, type Source } from '../../source.ts';
import { UNMETERED } from '../../store.ts';

export const TOP_PIECE = 'search/top';

/** Terms in order, with their shorter lists of positions. */
export const termsPiece = (block: number) => `search/terms/${block}`;
/** Terms spelled backwards, ordered by that spelling, without positions. */
export const reversedPiece = (block: number) => `search/reversed/${block}`;
/** A part of one long list of positions. */
export const positionsPiece = (number: number) => `search/positions/${number}`;
/** The parts of some neighbouring articles that are statements. */
export const stretchesPiece = (chunk: number) => `search/stretches/${chunk}`;
/** The things that some neighbouring names name. */
export const namesPiece = (chunk: number) => `search/names/${chunk}`;
/** The places of some statements. */
export const statementsPiece = (chunk: number) => `search/statements/${chunk}`;
/** The places of every nth word of some articles in their texts. */
export const checkpointsPiece = (chunk: number) => `search/checkpoints/${chunk}`;
/** The best hits of a frequent word, found when compiling. */
export const bestPiece = (word: string) => `search/best/${word}`;

export const ARTICLES_A_STRETCHES_PIECE = 64;
export const NAMES_A_PIECE = 2048;
export const STATEMENTS_A_PIECE = 1024;
export const ARTICLES_A_CHECKPOINTS_PIECE = 16;

/** Pieces by name, each fetched once however often it is named. Every one must exist. */
export function* piecesByName(names: Iterable<string>): Question<ReadonlyMap<string, Uint8Array>> {
  const distinct = [...new Set(names)];
  const found = distinct.length === 0 ? [] : yield* presentPieces(distinct);
  return new Map(found.map((piece, index) => [distinct[index] ?? '', piece]));
}

/** The answer to a question that needs only pieces, from pieces in memory. */
export function answerFromPieces<T>(question: Question<T>, index: ReadonlyMap<string, Uint8Array>): T {
  const atHand: Pick<Source, 'pieces'> = { pieces: (names) => names.map((name) => index.get(name) ?? null) };
  return answer(question, atHand as Source, UNMETERED) as T;
}
