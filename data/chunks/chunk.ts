/**
 * Chunk: a part of a corpus that never changes. It is named by the digest of its content, so that equal parts of two
 * corpora are stored once, and whoever reads one can check it. It is stored deflated, whole or as its difference from
 * another chunk.
 */
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
  const content = await readContent(stored).catch(() => null);
  if (content === null || (await digestOf(content)) !== digest) {
    throw new CorpusDamagedError(`chunk ${digest}`, 'its content does not match its digest');
  }
  return content;
}

async function readContent({ body, base }: StoredChunk): Promise<Uint8Array> {
  if (base === null) return inflate(body);
  const [whole, delta] = await Promise.all([inflate(base), inflate(body)]);
  return applyDelta(whole, delta);
}

async function inflate(body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([body as Uint8Array<ArrayBuffer>]).stream();
  const inflated = stream.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
