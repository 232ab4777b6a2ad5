/** Ranges: the positions that things cover, and the matches that lie in them. */

import type { EntityType } from '../../model.ts';
import type { Question } from '../../source.ts';
import { rangesOfStatement, type WordRange } from './layout.ts';
import type { Match } from './matches.ts';
import { piecesByName, STATEMENTS_A_PIECE, statementsPiece } from './pieces.ts';
import { indexFrom } from './positions.ts';
import type { Top } from './top.ts';

export interface Thing {
  readonly type: EntityType;
  readonly number: number;
}

/** The positions that each article and statement among the things covers, in the order asked; none for others. */
export function* rangesOf(
  { articleStarts }: Top,
  things: readonly Thing[],
): Question<readonly (readonly WordRange[])[]> {
  const pieceOf = (statement: number) => statementsPiece(Math.floor(statement / STATEMENTS_A_PIECE));
  const pieces = yield* piecesByName(
    things.flatMap(({ type, number }) => (type === 'Statement' ? [pieceOf(number)] : [])),
  );
  return things.map(({ type, number }) => {
    if (type === 'Article') return [{ start: articleStarts[number] ?? 0, end: articleStarts[number + 1] ?? 0 }];
    const piece = type === 'Statement' ? pieces.get(pieceOf(number)) : undefined;
    return piece === undefined ? [] : rangesOfStatement(piece, number % STATEMENTS_A_PIECE);
  });
}

/**
 * The matches that lie in these articles and statements. So the few things that have a rare word need not be looked for
 * at all the places of a frequent one.
 */
export function* narrow(top: Top, matches: readonly Match[], things: readonly Thing[]): Question<readonly Match[]> {
  const ranges = (yield* rangesOf(top, things)).flat().sort((a, b) => a.start - b.start);
  return matches.map((match) => ({
    // With its count, since its weight depends on how rare it is in the whole corpus.
    ...match,
    occurrences: match.occurrences.map((sort) => ({ ...sort, positions: keepWithin(sort.positions, ranges) })),
  }));
}

/** The positions in the ranges, which are ordered by start and may overlap. */
function keepWithin(positions: Uint32Array, ranges: readonly WordRange[]): Uint32Array {
  const kept: Uint32Array[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    const from = indexFrom(positions, start, at);
    at = indexFrom(positions, end, from);
    if (from < at) kept.push(positions.subarray(from, at));
  }
  const joined = new Uint32Array(kept.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of kept) {
    joined.set(part, filled);
    filled += part.length;
  }
  return joined;
}
