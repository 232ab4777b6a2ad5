/**
 * Buckets: the pieces of the index, by the hash of their names. Most pieces have a few bytes, so a chunk holds many. A
 * long piece has a chunk of its own.
 */
import { ByteReader, ByteWriter } from '../bytes.ts';
import { hashesOf } from '../hash.ts';

/** Longer pieces have a chunk of their own. */
export const LONGEST_IN_BUCKET = 8_000;
/** The most that a bucket holds on average, in bytes. Their number is a power of two, so that it rarely changes. */
const BUCKET_BYTES = 16_000;

export function bucketCountFor(bytes: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(bytes / BUCKET_BYTES)));
}

export function bucketOf(name: string, bucketCount: number): number {
  return hashesOf(name)[1] % bucketCount;
}

/** Packs pieces, ordered by name. */
export function packBucket(pieces: readonly (readonly [name: string, piece: Uint8Array])[]): Uint8Array {
  const writer = new ByteWriter().varint(pieces.length);
  for (const [name, piece] of pieces) writer.text(name).varint(piece.length).raw(piece);
  return writer.finish();
}

/**
 * Finds pieces of a bucket: null if it has none of that name. Asked again soon, it returns the same array, so that what
 * is decoded of a piece can be remembered by it.
 */
export function openBucket(bytes: Uint8Array): (name: string) => Uint8Array | null {
  const found = new Map<string, Uint8Array>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const piece = findPiece(bytes, ENCODER.encode(name));
    if (found.size === MOST_FOUND) found.clear();
    if (piece !== null) found.set(name, piece);
    return piece;
  };
}

/** How many pieces are remembered: what is decoded of them is kept as long, and is not weighed. */
const MOST_FOUND = 64;

/** Looks at the names one after another: quicker than decoding all of them for the few that are asked for. */
function findPiece(bytes: Uint8Array, name: Uint8Array): Uint8Array | null {
  const reader = new ByteReader(bytes);
  for (let left = reader.varint(); left > 0; left--) {
    const own = reader.raw(reader.varint());
    const piece = reader.raw(reader.varint());
    if (own.length === name.length && own.every((byte, index) => byte === name[index])) return piece;
  }
  return null;
}

const ENCODER = new TextEncoder();
