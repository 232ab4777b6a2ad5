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

export function unpackBucket(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = new ByteReader(bytes);
  return new Map(Array.from({ length: reader.varint() }, () => [reader.text(), reader.raw(reader.varint())]));
}
