/** Parts: the pieces of a layout in which any of some matches lie. */

import type { Question } from '../../source.ts';
import type { Match } from './matches.ts';
import { piecesByName } from './pieces.ts';
import { sectionsOf } from './positions.ts';

/** The decoded parts by number; missing if no match lies in it. `starts` has where each begins, and the end of the last. */
export function* openParts<T>(
  matches: readonly Match[],
  starts: Uint32Array,
  nameOf: (part: number) => string,
  decode: (piece: Uint8Array) => T,
): Question<ReadonlyMap<number, T>> {
  const parts = touchedParts(matches, starts);
  const pieces = yield* piecesByName(parts.map(nameOf));
  return new Map(parts.map((part) => [part, decode(pieces.get(nameOf(part)) ?? new Uint8Array(0))]));
}

function touchedParts(matches: readonly Match[], starts: Uint32Array): number[] {
  const parts = new Set<number>();
  for (const { occurrences } of matches) {
    for (const { positions } of occurrences) for (const { part } of sectionsOf(positions, starts)) parts.add(part);
  }
  return [...parts];
}
