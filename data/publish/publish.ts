/** Publishes a corpus to a D1 database: writes the chunks that are not there yet, and only then sends readers to them. */
import { Refusal } from '../compile/refusal.ts';
import type { Database } from '../d1/database.ts';
import { PATIENT, retry } from '../d1/retry.ts';
import type { IndexedCorpus } from '../engine/build.ts';
import { findBases } from './bases.ts';
import { type PackedCorpus, packCorpus } from './pack.ts';
import { type PublishSession, type SessionOptions, withLock } from './session.ts';
import {
  type Batch,
  batchesOf,
  type Digests,
  deleteChunks,
  forgetPublications,
  insertBatch,
  type PackedChunk,
  type Publication,
  packChunk,
  pointBack,
  readContents,
  readDigests,
  readManifest,
  readManifests,
  readPointer,
  sealAndPoint,
} from './stored.ts';

export interface PublishOutcome {
  /** `UNCHANGED` if readers already read this corpus and nothing of it had to be written. */
  readonly outcome: 'PUBLISHED' | 'REPAIRED' | 'UNCHANGED';
  /** The number of chunks of the corpus, and of those that were written. */
  readonly chunks: number;
  readonly written: number;
  readonly rowsWritten: number;
}

/** What a publish is going to write. */
export interface Announcement {
  readonly rows: number;
  readonly bytes: number;
}

export interface PublishOptions extends SessionOptions {
  /** Reads every chunk that is stored already and replaces those that are not what they should be. */
  readonly verify?: boolean;
  /** Called before anything is written; if it throws, nothing is. */
  readonly onAnnounce?: (announcement: Announcement) => Promise<void> | void;
  /** Called after each batch of a step. */
  readonly onProgress?: (step: 'FILL' | 'VERIFY', done: number, total: number) => void;
}

/**
 * Publishes a corpus. Readers read the old one until the last statement. If anything fails before, or the process is
 * killed, they go on reading it, and the next publish goes on with what is already written.
 */
export function publish(database: Database, corpus: IndexedCorpus, options: PublishOptions): Promise<PublishOutcome> {
  return withLock(database, options, async (session) => {
    const { all, broken } = await retry(() => readDigests(database), PATIENT);
    const spoilt = new Set(options.verify === true ? await findSpoilt(database, [...all.keys()], options) : []);
    for (const [digest, base] of all) {
      if (broken.has(digest) || (base !== null && spoilt.has(base))) spoilt.add(digest);
    }
    const stored = new Map([...all].filter(([digest]) => !spoilt.has(digest)));
    const packed = packCorpus(corpus, (digest) => stored.has(digest));
    const { currentId, current } = await retry(() => readPointer(database), PATIENT);
    const isCurrent = current?.edition === packed.edition && current.manifest === JSON.stringify(packed.manifestParts);
    const result = { chunks: packed.digests.size, written: packed.missing.length };
    if (isCurrent && packed.missing.length === 0) return { outcome: 'UNCHANGED', ...result, rowsWritten: 0 };

    const batches = [...batchesOf(await packMissing(database, packed, current, stored))];
    await options.onAnnounce?.({
      rows: batches.reduce((sum, { rows }) => sum + rows, 0) + ROWS_A_BATCH * batches.length + OTHER_ROWS,
      bytes: batches.reduce((sum, { json }) => sum + json.length, 0),
    });
    await deleteAll(session, [...spoilt]);
    await fill(session, batches, options);
    if (!isCurrent) await session.run(sealAndPoint(database, packed, corpus.summary.version, currentId));
    // Readers already read the new corpus: what is left over is removed by the next publish otherwise.
    await sweep(session).catch(() => {});
    return { outcome: isCurrent ? 'REPAIRED' : 'PUBLISHED', ...result, rowsWritten: session.rowsWritten() };
  });
}

/** Packs what is missing, as far as it pays as differences from what readers read now. */
async function packMissing(
  database: Database,
  { manifest, missing }: PackedCorpus,
  current: Publication | null,
  stored: Digests,
): Promise<readonly PackedChunk[]> {
  const before = current === null ? null : await retry(() => readManifest(database, current), PATIENT);
  const likely = before === null ? new Map<string, string>() : findBases(before.bytes, manifest);
  // A base is stored whole, so that reading a chunk takes at most two rows.
  const baseOf = (digest: string) => {
    const old = likely.get(digest);
    return old === undefined || !stored.has(old) ? null : (stored.get(old) ?? old);
  };
  const packed: PackedChunk[] = [];
  for (let from = 0; from < missing.length; from += READ_AT_ONCE) {
    const some = missing.slice(from, from + READ_AT_ONCE);
    const wanted = [...new Set(some.flatMap(({ digest }) => baseOf(digest) ?? []))];
    const contents = await retry(() => readContents(database, wanted), PATIENT);
    for (const chunk of some) {
      const base = baseOf(chunk.digest);
      const content = base === null ? undefined : contents.get(base);
      packed.push(packChunk(chunk, base === null || content === undefined ? null : { digest: base, content }));
    }
  }
  return packed;
}

/** At most: the rows of the lock, the publication and the pointer outside of batches. */
const OTHER_ROWS = 12;
/** Each batch also writes the lock. */
const ROWS_A_BATCH = 2;

/** Sends readers back to the corpus that they read before. Refuses if there is none, or it is not whole any more. */
export function rollBack(
  database: Database,
  options: Pick<PublishOptions, 'force' | 'verify' | 'onProgress'>,
): Promise<Publication> {
  return withLock(database, options, async (session) => {
    const { currentId, previous } = await retry(() => readPointer(database), PATIENT);
    if (previous === null) throw new Refusal('There is no corpus to go back to: only one was published.');
    const manifest = await retry(() => readManifest(database, previous), PATIENT);
    const { all, broken } = await retry(() => readDigests(database), PATIENT);
    const isLost = (digest: string) => !all.has(digest) || broken.has(digest);
    const isSpoilt =
      manifest === null ||
      manifest.digests.some(isLost) ||
      (options.verify === true && (await findSpoilt(database, manifest.digests, options)).length > 0);
    if (isSpoilt) {
      throw new Refusal(`The corpus of ${previous.published} is not whole any more. Publish it again instead.`);
    }
    await session.run(pointBack(database, currentId));
    return previous;
  });
}

/** Writes chunks, and reads each of them back. */
async function fill({ database, run }: PublishSession, batches: readonly Batch[], options: PublishOptions) {
  for (const [index, batch] of batches.entries()) {
    await run([insertBatch(database, batch)]);
    options.onProgress?.('FILL', index + 1, batches.length);
  }
  const written = [...new Set(batches.flatMap(({ digests }) => digests))];
  const spoilt = await findSpoilt(database, written, options);
  if (spoilt.length === 0) return;
  await run([deleteChunks(database, spoilt)]);
  throw new Refusal(
    `The chunks ${spoilt.join(', ')} are not stored as they were sent. Readers read the same corpus as before. Publish again.`,
  );
}

/** How many chunks are read at once. */
const READ_AT_ONCE = 200;

/** Of these chunks, those that are not stored, or not as they should be. */
async function findSpoilt(
  database: Database,
  digests: readonly string[],
  { onProgress }: Pick<PublishOptions, 'onProgress'>,
): Promise<readonly string[]> {
  const spoilt: string[] = [];
  for (let from = 0; from < digests.length; from += READ_AT_ONCE) {
    const wanted = digests.slice(from, from + READ_AT_ONCE);
    const contents = await retry(() => readContents(database, wanted), PATIENT);
    spoilt.push(...wanted.filter((digest) => !contents.has(digest)));
    onProgress?.('VERIFY', Math.min(from + READ_AT_ONCE, digests.length), digests.length);
  }
  return spoilt;
}

/** Removes what no publication needs any more. Removes nothing if it cannot be told what they need. */
async function sweep(session: PublishSession): Promise<void> {
  const { database } = session;
  await session.run([forgetPublications(database)]);
  const manifests = await retry(() => readManifests(database), PATIENT);
  if (manifests.includes(null)) return;
  const { all: stored } = await retry(() => readDigests(database), PATIENT);
  const needed = new Set(manifests.flatMap((manifest) => manifest?.digests ?? []));
  for (const digest of [...needed]) needed.add(stored.get(digest) ?? digest);
  // Differences before their bases: if this stops in between, none is left without its base.
  const unneeded = [...stored].filter(([digest]) => !needed.has(digest));
  const ordered = [...unneeded.filter(([, base]) => base !== null), ...unneeded.filter(([, base]) => base === null)];
  await deleteAll(
    session,
    ordered.map(([digest]) => digest),
  );
}

async function deleteAll({ database, run }: PublishSession, digests: readonly string[]): Promise<void> {
  for (let from = 0; from < digests.length; from += DELETED_AT_ONCE) {
    await run([deleteChunks(database, digests.slice(from, from + DELETED_AT_ONCE))]);
  }
}

const DELETED_AT_ONCE = 2000;
