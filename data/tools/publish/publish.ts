/** Publish: a corpus onto the side that nobody reads, read back, and only then shown to readers. */
import { createHash } from 'node:crypto';
import { type Database, rowsOf } from '../../d1/database.ts';
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
} from '../../d1/fill.ts';
import { PATIENT, retry } from '../../d1/retry.ts';
import { otherSide, type Side } from '../../d1/side.ts';
import { readSides, sealAndSwitch, switchTo, type WholeSide } from '../../d1/switch.ts';
import type { IndexedCorpus } from '../../index/build.ts';
import { Refusal } from '../refusal.ts';
import { chunksOf, editionOf, measure } from './rows.ts';
import { type PublishSession, type SessionOptions, withLock } from './session.ts';

/** What came of it: `SWITCHED_BACK` where the other side held the very corpus, `UNCHANGED` where it is read already. */
export interface Publication {
  readonly outcome: 'PUBLISHED' | 'SWITCHED_BACK' | 'UNCHANGED';
  readonly side: Side;
  readonly rowsWritten: number;
}

export interface PublishOptions extends SessionOptions {
  /** Told after each step, in chunks. */
  readonly onProgress: (step: 'FILL' | 'VERIFY', done: number, total: number) => void;
}

/**
 * Publishes a corpus. Readers read the old one until the last statement; where anything fails before, or the process is
 * killed, they go on reading it, and the next publish begins the other side anew.
 */
export function publish(database: Database, corpus: IndexedCorpus, options: PublishOptions): Promise<Publication> {
  return withLock(database, options, async (session) => {
    const edition = editionOf(corpus);
    const { live, sides } = await retry(() => readSides(database), PATIENT);
    const side = otherSide(live);
    if (live !== null && sides[live]?.edition === edition) return { outcome: 'UNCHANGED', side: live, rowsWritten: 0 };
    if (sides[side]?.edition === edition) {
      await switchBack(session, side, sides[side]);
      return { outcome: 'SWITCHED_BACK', side, rowsWritten: session.rowsWritten() };
    }
    const measures = measure(corpus);
    await fill(session, side, corpus, measures.chunks, options);
    await checkMeasures(session, side, measures);
    await session.run(sealAndSwitch(database, side, { edition, summary: corpus.summary, measures }));
    return { outcome: 'PUBLISHED', side, rowsWritten: session.rowsWritten() };
  });
}

/** Lets readers go back to the corpus that was published before. Refuses where the other side is not whole. */
export function rollBack(database: Database, options: SessionOptions): Promise<WholeSide> {
  return withLock(database, options, async (session) => {
    const { live, sides } = await retry(() => readSides(database), PATIENT);
    const side = otherSide(live);
    const before = sides[side];
    if (live === null || before === null) {
      throw new Refusal('There is no corpus to go back to: the other side is empty or was left half filled.');
    }
    await switchBack(session, side, before);
    return before;
  });
}

async function switchBack(session: PublishSession, side: Side, { measures }: WholeSide): Promise<void> {
  await checkMeasures(session, side, measures);
  await session.run([switchTo(session.database, side)]);
}

/** Writes all rows, and reads all of them back. */
async function fill(
  { database, run }: PublishSession,
  side: Side,
  corpus: IndexedCorpus,
  total: number,
  { onProgress }: PublishOptions,
): Promise<void> {
  await run(startSide(database, side));
  const filled: FilledChunk[] = [];
  for (const chunk of chunksOf(corpus)) {
    await run([insertChunk(database, side, chunk)]);
    const { json, ...place } = chunk;
    filled.push({ ...place, digest: digestOf(json) });
    onProgress('FILL', filled.length, total);
  }
  await run(finishSide(database, side));

  for (const [index, chunk] of filled.entries()) {
    const [stored] = await run([selectChunk(database, side, chunk)]);
    if (stored === undefined || digestOf(chunkJson(chunk.table, stored)) !== chunk.digest) {
      throw new Refusal(
        `The rows ${chunk.firstId} to ${chunk.lastId} of ${chunk.table}_${side} are not stored as they were sent. ${AGAIN}`,
      );
    }
    onProgress('VERIFY', index + 1, total);
  }
}

/** What is remembered of a chunk until it is read back. */
type FilledChunk = Omit<Chunk, 'json'> & { readonly digest: string };

const AGAIN = 'Readers read what they read before. Publish again.';

async function checkMeasures({ database, run }: PublishSession, side: Side, expected: Measures): Promise<void> {
  const results = await run(TABLES.map((table) => measureTable(database, side, table)));
  for (const [index, result] of results.entries()) {
    const table = TABLES[index] ?? 'entity';
    const [stored] = rowsOf<Measure>(result);
    if (stored?.rows === expected[table].rows && stored.bytes === expected[table].bytes) continue;
    throw new Refusal(
      `The table ${table}_${side} holds ${stored?.rows} rows of ${stored?.bytes} bytes, and should hold ${expected[table].rows} of ${expected[table].bytes}. ${AGAIN}`,
    );
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
