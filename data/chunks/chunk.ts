/**
 * Chunk: a part of a corpus that never changes. It is named by the digest of its content, so that equal parts of two
 * corpora are stored once, and whoever reads one can check it. It is stored deflated, whole or as its difference from
 * another chunk.
 */
import { inflateRawSync } from 'node:zlib';
import { applyDelta } from './delta.ts';
import { CorpusDamagedError } from './failure.ts';

/** The first 96 bits of SHA-256: of a million chunks two have the same digest once in 10^17. */
export const DIGEST_BYTES = 12;

/** Prints a digest, or the beginning of a longer one: 16 characters of base64url. */
export function printDigest(digest: Uint8Array): string {
  const characters = String.fromCharCode(...digest.subarray(0, DIGEST_BYTES));
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_');
}

export async function digestOf(content: Uint8Array): Promise<string> {
  return printDigest(new Uint8Array(await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>)));
}

export interface StoredChunk {
  readonly body: Uint8Array;
  /** The body of the chunk from which it is a difference, which is stored whole; null if it is whole itself. */
  readonly base: Uint8Array | null;
}

/** The content of a stored chunk. Throws a CorpusDamagedError if it is not what its digest names. */
export async function openChunk(digest: string, stored: StoredChunk): Promise<Uint8Array> {
  const content = tryReading(stored);
  if (content !== null && (await digestOf(content)) === digest) return content;
  throw new CorpusDamagedError(`chunk ${digest}`, 'its content does not match its digest');
}

/** Null if it is not deflated, or no difference from its base. */
function tryReading(stored: StoredChunk): Uint8Array | null {
  try {
    return readContent(stored);
  } catch {
    return null;
  }
}

function readContent({ body, base }: StoredChunk): Uint8Array {
  return base === null ? inflate(body) : applyDelta(inflate(base), inflate(body));
}

/** `DecompressionStream` would take ten times as long for a chunk: 170 µs of CPU in workerd. */
function inflate(body: Uint8Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = inflateRawSync(body);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
