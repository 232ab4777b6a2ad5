/** Packs an indexed corpus into chunks. The same corpus always gives the same chunks. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { bucketCountFor, bucketOf, LONGEST_IN_BUCKET, packBucket } from '../chunks/bucket.ts';
import { printDigest } from '../chunks/chunk.ts';
import { digestsOf, type ManifestContent, packManifest } from '../chunks/manifest.ts';
import { cutRun, RUNS, type RunName } from '../chunks/run.ts';
import { printText } from '../chunks/text.ts';
import type { IndexedCorpus } from '../engine/build.ts';
import { ENTITY_TYPES, NAMED_TYPES } from '../model.ts';

/** A chunk that is not stored yet, deflated: a whole corpus would be too much for memory otherwise. */
export interface NewChunk {
  readonly digest: string;
  readonly body: Buffer;
}

/** A corpus in chunks. */
export interface PackedCorpus {
  /** The digest of the manifest. */
  readonly edition: string;
  readonly manifest: Uint8Array;
  /** The digests of the chunks that hold the manifest, in order. */
  readonly manifestParts: readonly string[];
  /** The digests of all chunks, those of the manifest among them. */
  readonly digests: ReadonlySet<string>;
  readonly missing: readonly NewChunk[];
}

/** The most content in one chunk of the manifest. It hardly gets smaller by deflating. */
const MANIFEST_BYTES = 1_000_000;

/** @param isStored whether a chunk need not be packed, because its place has it already. */
export function packCorpus(corpus: IndexedCorpus, isStored: (digest: string) => boolean): PackedCorpus {
  const missing = new Map<string, NewChunk>();
  const add = (content: Uint8Array): Buffer => {
    const whole = createHash('sha256').update(content).digest();
    const digest = printDigest(whole);
    if (!isStored(digest) && !missing.has(digest)) missing.set(digest, { digest, body: deflateRawSync(content) });
    return whole;
  };
  const manifest = packManifest({
    summary: corpus.summary,
    runs: RUNS.map((run) => {
      const chunks: { digest: Buffer; count: number }[] = [];
      for (const { lines, count } of chunksOf(run, corpus)) chunks.push({ digest: add(Buffer.from(lines)), count });
      return chunks;
    }),
    slugs: ENTITY_TYPES.map((type) => corpus.entities[type].map(({ slug }) => slug)),
    ...packPieces(corpus.pieces, add),
  });
  const parts = Array.from({ length: Math.ceil(manifest.length / MANIFEST_BYTES) }, (_, index) =>
    printDigest(add(manifest.subarray(index * MANIFEST_BYTES, (index + 1) * MANIFEST_BYTES))),
  );
  return {
    edition: printDigest(createHash('sha256').update(manifest).digest()),
    manifest,
    manifestParts: parts,
    digests: new Set([...digestsOf(manifest), ...parts]),
    missing: [...missing.values()],
  };
}

function chunksOf(run: RunName, { entities, texts, dossiers }: IndexedCorpus) {
  if (run === 'TEXT') return cutRun(texts, ({ of }) => of, printText);
  const named = NAMED_TYPES.find((type) => run === `DOSSIER ${type}`);
  if (named !== undefined) {
    const bySlug = new Map(dossiers.map((dossier) => [dossier.of, dossier]));
    const own = entities[named].flatMap(({ slug }) => bySlug.get(slug) ?? []);
    return cutRun(own, ({ of }) => of, JSON.stringify);
  }
  const type = ENTITY_TYPES.find((one) => one === run) ?? 'Article';
  return cutRun<{ readonly slug: string }>(entities[type], ({ slug }) => slug, JSON.stringify);
}

function packPieces(
  pieces: IndexedCorpus['pieces'],
  add: (content: Uint8Array) => Buffer,
): Pick<ManifestContent, 'buckets' | 'longPieces'> {
  const sorted = [...pieces].sort(([a], [b]) => (a < b ? -1 : 1));
  const isLong = ([, piece]: readonly [string, Uint8Array]) => piece.length > LONGEST_IN_BUCKET;
  const short = sorted.filter((entry) => !isLong(entry));
  const bucketCount = bucketCountFor(short.reduce((sum, [name, piece]) => sum + name.length + piece.length, 0));
  const buckets = Array.from({ length: bucketCount }, (): (readonly [string, Uint8Array])[] => []);
  for (const entry of short) buckets[bucketOf(entry[0], bucketCount)]?.push(entry);
  return {
    buckets: buckets.map((bucket) => add(packBucket(bucket))),
    longPieces: sorted.filter(isLong).map(([name, piece]) => ({ name, digest: add(piece) })),
  };
}
