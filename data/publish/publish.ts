/** Publishes a corpus to the side that nobody reads, reads it back, and only then switches readers to it. */

import { Refusal } from '../compile/refusal.ts';
import { type Database, rowsOf } from '../d1/database.ts';
import {
  type Chunk,
  chunkJson,
  finishSide,
  insertChunk,
  type Measure,
  type Measures,
  measureTable,
  selectChunk,
  startSide,
  TABLES,
} from '../d1/fill.ts';
import { PATIENT, retry } from '../d1/retry.ts';
import { otherSide, type Side } from '../d1/side.ts';
import { readSides, sealAndSwitch, switchTo, type WholeSide } from '../d1/switch.ts';
import type { IndexedCorpus } from '../engine/build.ts';
import { chunksOf, editionOf, measure } from './rows.ts';
import { type PublishSession, type SessionOptions, withLock } from './session.ts';

/** The result: `SWITCHED_BACK` if the other side held this corpus, `UNCHANGED` if readers already read it. */
export interface Publication {
  readonly outcome: 'PUBLISHED' | 'SWITCHED_BACK' | 'UNCHANGED';
  readonly side: Side;
  readonly rowsWritten: number;
}

export interface PublishOptions extends SessionOptions {
  /** Called after each chunk of a step. */
  readonly onProgress: (step: 'FILL' | 'VERIFY', done: number, total: number) => void;
}

/**
 * Publishes a corpus. Readers read the old one until the last statement. If anything fails before, or the process is
 * killed, they go on reading it, and the next publish starts the other side over.
 */
export function publish(database: Database, corpus: IndexedCorpus, options: PublishOptions): Promise<Publication> {
  return withLock(database, options, async (session) => {
    const edition = editionOf(corpus);
    const { live, sides } = await retry(() => readSides(database), PATIENT);
    const side = otherSide(live);
    const measures = measure(corpus);
    const comparison = { side, corpus, chunks: measures.chunks, onProgress: options.onProgress };
    const read: Read = (statements) => retry(() => database.batch([...statements]), PATIENT);
    const compare = async (one: Side) =>
      sides[one]?.edition === edition &&
      (await findMismatch(database, read, one, measures)) === null &&
      (await findSpoilt(database, read, { ...comparison, side: one })) === null;
    // A side that is damaged or cannot be read does not hold the corpus: publishing fixes both.
    const holds = (one: Side) => compare(one).catch(() => false);
    if (live !== null && (await holds(live))) return { outcome: 'UNCHANGED', side: live, rowsWritten: 0 };
    if (await holds(side)) {
      await switchBack(session, side, measures);
      return { outcome: 'SWITCHED_BACK', side, rowsWritten: session.rowsWritten() };
    }
    await fill(session, comparison);
    await checkMeasures(session, side, measures);
    await session.run(sealAndSwitch(database, side, { edition, summary: corpus.summary, measures }));
    return { outcome: 'PUBLISHED', side, rowsWritten: session.rowsWritten() };
  });
}

/** Switches readers back to the corpus that was published before. Refuses if the other side is not complete. */
export function rollBack(database: Database, options: SessionOptions): Promise<WholeSide> {
  return withLock(database, options, async (session) => {
    const { live, sides } = await retry(() => readSides(database), PATIENT);
    const side = otherSide(live);
    const before = sides[side];
    if (live === null || before === null) {
      throw new Refusal('There is no corpus to go back to: the other side is empty or half filled.');
    }
    await switchBack(session, side, before.measures);
    return before;
  });
}

async function switchBack(session: PublishSession, side: Side, measures: Measures): Promise<void> {
  await checkMeasures(session, side, measures);
  await session.run([switchTo(session.database, side)]);
}

/** A side, and the corpus that belongs there. */
interface Comparison extends Pick<PublishOptions, 'onProgress'> {
  readonly side: Side;
  readonly corpus: IndexedCorpus;
  /** The number of chunks of the corpus. */
  readonly chunks: number;
}

/** Writes all rows, and reads all of them back. */
async function fill({ database, run }: PublishSession, comparison: Comparison): Promise<void> {
  const { side, corpus, chunks, onProgress } = comparison;
  await run(startSide(database, side));
  let done = 0;
  for (const chunk of chunksOf(corpus)) {
    await run([insertChunk(database, side, chunk)]);
    onProgress('FILL', ++done, chunks);
  }
  await run(finishSide(database, side));

  const spoilt = await findSpoilt(database, run, comparison);
  if (spoilt === null) return;
  const { table, firstId, lastId } = spoilt;
  throw new Refusal(`The rows ${firstId} to ${lastId} of ${table}_${side} are not stored as they were sent. ${AGAIN}`);
}

/** The first chunk that is not stored on the side as it was sent; null if all are. */
async function findSpoilt(
  database: Database,
  read: Read,
  { side, corpus, chunks, onProgress }: Comparison,
): Promise<Chunk | null> {
  let done = 0;
  for (const chunk of chunksOf(corpus)) {
    const [stored] = await read([selectChunk(database, side, chunk)]);
    if (stored === undefined || chunkJson(chunk.table, stored) !== chunk.json) return chunk;
    onProgress('VERIFY', ++done, chunks);
  }
  return null;
}

const AGAIN = 'Readers read the same corpus as before. Publish again.';

async function checkMeasures({ database, run }: PublishSession, side: Side, expected: Measures): Promise<void> {
  const mismatch = await findMismatch(database, run, side, expected);
  if (mismatch !== null) throw new Refusal(`${mismatch} ${AGAIN}`);
}

/** Compares how much a side holds with what it should hold; null if they are equal. */
async function findMismatch(database: Database, read: Read, side: Side, expected: Measures): Promise<string | null> {
  const results = await read(TABLES.map((table) => measureTable(database, side, table)));
  for (const [index, result] of results.entries()) {
    const table = TABLES[index] ?? 'entity';
    const { rows, bytes } = expected[table];
    const [stored] = rowsOf<Measure>(result);
    if (stored?.rows === rows && stored.bytes === bytes) continue;
    return `The table ${table}_${side} holds ${stored?.rows} rows of ${stored?.bytes} bytes, and should hold ${rows} of ${bytes}.`;
  }
  return null;
}

/** Runs statements that only read, with or without the lock. */
type Read = PublishSession['run'];
