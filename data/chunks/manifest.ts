/**
 * Manifest: the list of a corpus's chunks, and where in them each thing and each piece of the index is. It is kept in
 * memory, so that everything that a question needs is read at once, and nothing is read for a slug that does not exist.
 */
import { ByteReader, ByteWriter } from '../bytes.ts';
import { hashesOf } from '../hash.ts';
import { type CorpusSummary, ENTITY_TYPES, type EntityType, type Slug } from '../model.ts';
import { partitionPoint } from '../page.ts';
import { INDEX_VERSION } from '../source.ts';
import { bucketOf } from './bucket.ts';
import { DIGEST_BYTES, printDigest } from './chunk.ts';
import { RUNS, type RunName } from './run.ts';

/** Raise it whenever chunks, or what the manifest says of them, change. */
const CHUNKS_VERSION = 3;

/**
 * Changes whenever the chunks of a corpus or the meaning of what is in them change. Corpora of several layouts live side
 * by side: a Worker reads the one of its own layout.
 */
export const LAYOUT = 1000 * CHUNKS_VERSION + INDEX_VERSION;

/** What a manifest is made from. Digests are whole, as raw bytes. */
export interface ManifestContent {
  readonly summary: CorpusSummary;
  /** For each run, in the order of `RUNS`: the digest of each chunk, and how many records it has. */
  readonly runs: readonly (readonly { readonly digest: Uint8Array; readonly count: number }[])[];
  /** For each type, in the order of `ENTITY_TYPES`: the slugs in the order of the numbers. */
  readonly slugs: readonly (readonly Slug[])[];
  readonly buckets: readonly Uint8Array[];
  readonly longPieces: readonly { readonly name: string; readonly digest: Uint8Array }[];
}

/**
 * Packs a manifest. It begins with the digests of all chunks, in every layout: so each release can tell which chunks
 * the others still need.
 */
export function packManifest({ summary, runs, slugs, buckets, longPieces }: ManifestContent): Uint8Array {
  const digests = [...runs.flat().map(({ digest }) => digest), ...buckets, ...longPieces.map(({ digest }) => digest)];
  const writer = new ByteWriter().varint(digests.length);
  for (const digest of digests) writer.raw(digest.subarray(0, DIGEST_BYTES));
  writer.text(JSON.stringify(summary));
  for (const chunks of runs) {
    writer.varint(chunks.length);
    for (const { count } of chunks) writer.varint(count);
  }
  for (const own of slugs) {
    writer.varint(own.length);
    for (const slug of own) writer.raw(uint32(hashesOf(slug)[0]));
  }
  writer.varint(buckets.length).varint(longPieces.length);
  for (const { name } of longPieces) {
    const [first, second] = hashesOf(name);
    writer.raw(uint32(first)).raw(uint32(second));
  }
  return writer.finish();
}

/** The digests of all chunks of a manifest, of any layout. */
export function digestsOf(manifest: Uint8Array): string[] {
  const reader = new ByteReader(manifest);
  return Array.from({ length: reader.varint() }, () => printDigest(reader.raw(DIGEST_BYTES)));
}

/** The chunks of a manifest of this layout, in order, by what they hold: a run, the buckets, or one long piece. */
export function chunkLists(manifest: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const { digestAt, runs, firstBucket, bucketCount, longPieces } = readManifest(manifest);
  const list = (first: number, length: number) => Array.from({ length }, (_, index) => digestAt(first + index));
  return new Map([
    ...[...runs].map(([run, { firstChunk, ends }]) => [run, list(firstChunk, ends.length)] as const),
    ['buckets', list(firstBucket, bucketCount)],
    ...[...longPieces].map(([name, chunk]) => [`piece ${name}`, list(chunk, 1)] as const),
  ]);
}

/** Where a record is: in that chunk, at that index. */
export interface RecordPlace {
  readonly digest: string;
  readonly index: number;
}

/** Where a piece is if there is one of its name: in that bucket, or that chunk as a whole. */
export interface PiecePlace {
  readonly digest: string;
  readonly isWhole: boolean;
}

/** A thing that may have a slug: two slugs may have the same hash. */
export interface Candidate extends RecordPlace {
  readonly type: EntityType;
  readonly number: number;
}

/** An open manifest. */
export interface Manifest {
  readonly edition: string;
  readonly summary: CorpusSummary;
  /** Throws if the run has no record of that number. */
  recordAt(run: RunName, number: number): RecordPlace;
  /** The things that may have this slug: usually one, or none. */
  withSlug(slug: Slug): readonly Candidate[];
  pieceAt(name: string): PiecePlace;
}

export function openManifest(edition: string, bytes: Uint8Array): Manifest {
  const { summary, digestAt, runs, slugs, firstBucket, bucketCount, longPieces } = readManifest(bytes);
  let table: SlugTable | null = null;
  const recordAt = (run: RunName, number: number): RecordPlace => {
    const { firstChunk = 0, ends = [] } = runs.get(run) ?? {};
    const chunk = partitionPoint(ends, (end) => end <= number);
    if (chunk === ends.length) throw new Error(`The corpus has no record ${number} in its run "${run}".`);
    return { digest: digestAt(firstChunk + chunk), index: number - (chunk === 0 ? 0 : (ends[chunk - 1] ?? 0)) };
  };
  return {
    edition,
    summary,
    recordAt,
    withSlug(slug) {
      table ??= new SlugTable(slugs);
      return table.find(slug).map(({ type, number }) => ({ type, number, ...recordAt(type, number) }));
    },
    pieceAt(name) {
      const whole = longPieces.get(hashesOf(name).join(' '));
      if (whole !== undefined) return { digest: digestAt(whole), isWhole: true };
      return { digest: digestAt(firstBucket + bucketOf(name, bucketCount)), isWhole: false };
    },
  };
}

function readManifest(bytes: Uint8Array) {
  const reader = new ByteReader(bytes);
  const digests = reader.raw(DIGEST_BYTES * reader.varint());
  const digestAt = (chunk: number) => printDigest(digests.subarray(DIGEST_BYTES * chunk, DIGEST_BYTES * (chunk + 1)));
  const summary: CorpusSummary = JSON.parse(reader.text());
  let chunks = 0;
  const runs = new Map<RunName, { readonly firstChunk: number; readonly ends: readonly number[] }>();
  for (const run of RUNS) {
    let end = 0;
    const ends = Array.from({ length: reader.varint() }, () => {
      end += reader.varint();
      return end;
    });
    runs.set(run, { firstChunk: chunks, ends });
    chunks += ends.length;
  }
  const slugs = ENTITY_TYPES.map((type): HashedSlugs => ({ type, hashes: reader.raw(4 * reader.varint()) }));
  const firstBucket = chunks;
  const bucketCount = reader.varint();
  const longPieces = new Map(
    Array.from({ length: reader.varint() }, (_, index) => {
      const name = `${readUint32(reader.raw(4), 0)} ${readUint32(reader.raw(4), 0)}`;
      return [name, firstBucket + bucketCount + index] as const;
    }),
  );
  return { summary, digestAt, runs, slugs, firstBucket, bucketCount, longPieces };
}

interface HashedSlugs {
  readonly type: EntityType;
  /** Four bytes for each thing, in the order of the numbers. */
  readonly hashes: Uint8Array;
}

/** Finds things by the hashes of their slugs. Made when first needed: 3 ms for 150,000 things. */
class SlugTable {
  readonly #slugs: readonly HashedSlugs[];
  /** An open hash table of things, counted from 1 through all types. */
  readonly #slots: Uint32Array;

  constructor(slugs: readonly HashedSlugs[]) {
    this.#slugs = slugs;
    const count = slugs.reduce((sum, { hashes }) => sum + hashes.length / 4, 0);
    this.#slots = new Uint32Array(2 * count + 1);
    let thing = 0;
    for (const { hashes } of slugs) {
      for (let at = 0; at < hashes.length; at += 4) {
        let slot = readUint32(hashes, at) % this.#slots.length;
        while (this.#slots[slot] !== 0) slot = (slot + 1) % this.#slots.length;
        this.#slots[slot] = ++thing;
      }
    }
  }

  find(slug: Slug): readonly { readonly type: EntityType; readonly number: number }[] {
    const [hash] = hashesOf(slug);
    const found: { type: EntityType; number: number }[] = [];
    for (let slot = hash % this.#slots.length; ; slot = (slot + 1) % this.#slots.length) {
      const thing = this.#slots[slot] ?? 0;
      if (thing === 0) return found;
      const { type, number, hashes } = this.#thingAt(thing - 1);
      if (readUint32(hashes, 4 * number) === hash) found.push({ type, number });
    }
  }

  #thingAt(thing: number): HashedSlugs & { readonly number: number } {
    let number = thing;
    for (const own of this.#slugs) {
      if (number < own.hashes.length / 4) return { ...own, number };
      number -= own.hashes.length / 4;
    }
    throw new Error(`The manifest has no thing ${thing}.`);
  }
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function readUint32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
