/** Isolate: state that outlives a request. Only data, because Workers forbid awaiting another request's promise. */
import { BoundedCache } from '../bounded-cache.ts';
import { DECODED_GROWS } from '../source.ts';
import type { Edition } from './live.ts';
import type { PiecesRow } from './memory.ts';
import { findLast, reaches } from './reach.ts';

/** How many bytes of index pieces are kept: a fifth of an isolate's 128 MB, since requests need memory too. */
const MOST_BYTES = 24_000_000;

export interface Isolate {
  /** The edition that the next request reads; null if the request must look it up. */
  readonly edition: Edition | null;
  setEdition(edition: Edition): void;
  /** Makes the next request look up what is published, if it would have read this edition. */
  leave(edition: Edition): void;
  /** A piece of that edition's index; null if there is none of that name; undefined if no kept row answers for it. */
  pieceOf(edition: Edition, name: string): Uint8Array | null | undefined;
  /** Keeps a row of pieces if the next request could use it. Rows of an edition never change. */
  keepPieces(edition: Edition, row: PiecesRow): void;
}

export function createIsolate(mostBytes = MOST_BYTES): Isolate {
  let current: Edition | null = null;
  let rows = openRows(mostBytes);
  return {
    get edition() {
      return current;
    },
    setEdition(edition) {
      if (current?.digest === edition.digest) return;
      rows = openRows(mostBytes);
      current = edition;
    },
    leave(edition) {
      if (current?.digest === edition.digest) current = null;
    },
    pieceOf(edition, name) {
      return edition.digest === current?.digest ? rows.pieceOf(name) : undefined;
    },
    keepPieces(edition, row) {
      if (edition.digest === current?.digest) rows.keep(row);
    },
  };
}

/**
 * Rows are kept whole, not piece by piece: so nothing is kept for names that the index does not have, and callers may
 * ask for any number of these. The row that answers for such a name shows that it does not exist.
 */
function openRows(mostBytes: number) {
  const kept = new BoundedCache<string, PiecesRow>(mostBytes, bytesOf, 1 / 3);
  /** The names of all rows ever kept, in order: there are only as many rows as were published. */
  const names: string[] = [];
  return {
    pieceOf(name: string): Uint8Array | null | undefined {
      const under = names[findLast(names, name)];
      const row = under === undefined ? undefined : kept.find(under);
      return row !== undefined && reaches(row, name) ? (row.pieces.get(name) ?? null) : undefined;
    },
    keep(row: PiecesRow): void {
      kept.keep(row.name, row);
      const place = findLast(names, row.name);
      if (names[place] !== row.name) names.splice(place + 1, 0, row.name);
    },
  };
}

/** The bytes that V8 needs for a piece besides its name and content: 310 in its heap and up to 260 outside. */
const OVERHEAD_BYTES = 500;

function bytesOf({ name, next, pieces }: PiecesRow): number {
  let bytes = OVERHEAD_BYTES + 2 * (name.length + (next?.length ?? 0));
  for (const [pieceName, piece] of pieces)
    bytes += OVERHEAD_BYTES + 2 * pieceName.length + (1 + DECODED_GROWS) * piece.byteLength;
  return bytes;
}
