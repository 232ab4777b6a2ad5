/** Finds the best hits of frequent words when compiling. */

import { ENTITY_TYPES } from '../../model.ts';
import { UNMETERED } from '../../store.ts';
import { BEST_COUNT, FREQUENT_FROM, packBestHits } from './best.ts';
import { rankAll } from './find.ts';
import { answerFromPieces, bestPiece } from './pieces.ts';
import { lowest } from './rank.ts';
import { documentCount, openTop, type Top, thingOf } from './top.ts';

/** The words and beginnings of words that occur at more than `FREQUENT_FROM` positions. */
export function frequentStarts(spellings: readonly string[], counts: readonly number[]): string[] {
  const frequent: string[] = [];
  let open = spellings.map((_, index) => index);
  // A beginning that is not frequent does not become frequent with more letters.
  for (let length = 1; open.length > 0; length++) {
    const sums = new Map<string, number>();
    const startOf = (index: number) => (spellings[index] ?? '').slice(0, length);
    open = open.filter((index) => (spellings[index]?.length ?? 0) >= length);
    for (const index of open) sums.set(startOf(index), (sums.get(startOf(index)) ?? 0) + (counts[index] ?? 0));
    open = open.filter((index) => (sums.get(startOf(index)) ?? 0) > FREQUENT_FROM);
    for (const [start, sum] of sums) if (sum > FREQUENT_FROM && start.isWellFormed()) frequent.push(start);
  }
  return frequent;
}

/** Adds the best hits of these words to an index that is otherwise complete. */
export function storeBestHits(index: Map<string, Uint8Array>, frequent: readonly string[]): void {
  if (frequent.length === 0) return;
  const top = answerFromPieces(openTop(), index);
  for (const word of frequent) {
    const query = { words: [word], phrases: [], endings: [], omittedWords: 0 };
    const { ranks } = answerFromPieces(
      rankAll(top, { query, types: ENTITY_TYPES, allowed: {}, meter: UNMETERED }),
      index,
    );
    index.set(bestPiece(word), packBestHits({ totals: totalsByType(top, ranks), ranks: lowest(ranks, BEST_COUNT) }));
  }
}

function totalsByType(top: Top, ranks: Float64Array): number[] {
  const totals = ENTITY_TYPES.map(() => 0);
  const count = documentCount(top);
  for (const rank of ranks) {
    const index = ENTITY_TYPES.indexOf(thingOf(top, rank % count).type);
    totals[index] = (totals[index] ?? 0) + 1;
  }
  return totals;
}
