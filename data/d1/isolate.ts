/** Isolate: what lives longer than a request. Only data: Workers forbid a request to await another one's promise. */
import type { Edition } from './live.ts';

/** How many bytes of index pieces are kept: a fifth of an isolate's 128 MB, which the requests under way need too. */
const MOST_BYTES = 24_000_000;

export interface Isolate {
  /** The edition that the next request reads; null where it has to find out. */
  readonly edition: Edition | null;
  setEdition(edition: Edition): void;
  /** Lets the next request find out what is published, if it would have read this edition. */
  leave(edition: Edition): void;
  /** A piece of that edition's index; null where it has none of that name; undefined where none is kept. */
  pieceOf(edition: Edition, name: string): Uint8Array | null | undefined;
  /** Keeps a piece if the next request could want it. Pieces of an edition never change. */
  keepPiece(edition: Edition, name: string, piece: Uint8Array | null): void;
}

export function createIsolate(mostBytes = MOST_BYTES): Isolate {
  let current: Edition | null = null;
  /** Of the current edition, in the order of their last use: a Map keeps the order in which its keys were set. */
  const pieces = new Map<string, Uint8Array | null>();
  let bytes = 0;

  function drop(name: string): void {
    const piece = pieces.get(name);
    if (piece === undefined) return;
    bytes -= sizeOf(piece);
    pieces.delete(name);
  }

  function dropOldest(): void {
    // A Map steps over what was deleted from it to find its first key: so it is not asked for that in vain.
    if (bytes <= mostBytes) return;
    for (const name of pieces.keys()) {
      if (bytes <= mostBytes) return;
      drop(name);
    }
  }

  return {
    get edition() {
      return current;
    },
    setEdition(edition) {
      if (current?.digest === edition.digest) return;
      for (const name of pieces.keys()) drop(name);
      current = edition;
    },
    leave(edition) {
      if (current?.digest === edition.digest) current = null;
    },
    pieceOf(edition, name) {
      const piece = edition.digest === current?.digest ? pieces.get(name) : undefined;
      if (piece === undefined) return undefined;
      pieces.delete(name);
      pieces.set(name, piece);
      return piece;
    },
    keepPiece(edition, name, piece) {
      if (edition.digest !== current?.digest) return;
      drop(name);
      pieces.set(name, piece);
      bytes += sizeOf(piece);
      dropOldest();
    },
  };
}

/** With something for the name: a caller may ask for any number of pieces that do not exist. */
function sizeOf(piece: Uint8Array | null): number {
  return (piece?.byteLength ?? 0) + 200;
}
