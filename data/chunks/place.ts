/** Place: where chunks are kept, as one request reads them. */
import type { StoredChunk } from './chunk.ts';

export interface Place {
  /**
   * What is published for this layout; null if it still is the edition that the caller knows. Throws a NoCorpusError if
   * nothing is.
   */
  readPublished(layout: number, known: string | null): Promise<Published | null>;
  /** The chunks with these digests. Those that are lost are missing. */
  readChunks(digests: readonly string[]): Promise<ReadonlyMap<string, StoredChunk>>;
}

/** A published corpus: its manifest may be in several chunks, because a database limits the length of a row. */
export interface Published {
  /** The digest of the manifest: two editions with the same digest are equal, byte for byte. */
  readonly edition: string;
  readonly parts: readonly { readonly digest: string; readonly body: Uint8Array | null }[];
}
