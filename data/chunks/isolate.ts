/** Isolate: what outlives a request. Only data, because Workers forbid awaiting another request's promise. */
import { BoundedCache } from '../bounded-cache.ts';
import { DECODED_GROWS } from '../source.ts';
import type { Manifest } from './manifest.ts';

/** How many bytes of chunks are kept: a third of an isolate's 128 MB, what is decoded of them included. */
const MOST_BYTES = 40_000_000;
/** The bytes of an entry besides its content. */
const ENTRY_BYTES = 500;
/** How many times larger a bucket may be with what is decoded of it: few of its pieces are ever asked for. */
const BUCKET_GROWS = 3;
/** How many times larger parsed records may be than their JSON. */
const RECORDS_GROW = 3;

/** An open chunk: records, each parsed when it is first asked for; pieces of the index by name, or one long piece. It may serve several editions. */
export type OpenChunk =
  | { readonly kind: 'RECORDS'; readonly at: (index: number) => unknown; readonly bytes: number }
  | { readonly kind: 'BUCKET'; readonly find: (name: string) => Uint8Array | null; readonly bytes: number }
  | { readonly kind: 'PIECE'; readonly piece: Uint8Array };

export interface Isolate {
  /** What was last found published, and when; null before the first time. */
  found: { readonly manifest: Manifest; readonly at: number } | null;
  readonly chunks: BoundedCache<string, OpenChunk>;
}

export function createIsolate(mostBytes = MOST_BYTES): Isolate {
  return { found: null, chunks: new BoundedCache(mostBytes, weigh, 1 / 3) };
}

function weigh(chunk: OpenChunk): number {
  switch (chunk.kind) {
    case 'RECORDS':
      return ENTRY_BYTES + RECORDS_GROW * chunk.bytes;
    case 'BUCKET':
      return ENTRY_BYTES + BUCKET_GROWS * chunk.bytes;
    case 'PIECE':
      return ENTRY_BYTES + (1 + DECODED_GROWS) * chunk.piece.byteLength;
  }
}
