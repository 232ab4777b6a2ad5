/** Live: which side is read, and what is on it. */
import type { CorpusSummary } from '../model.ts';
import { firstRow } from './database.ts';
import { type Reads, StoreUnavailableError } from './outage.ts';
import { LAYOUT, type Side } from './side.ts';

/** A published corpus, as an isolate remembers it. */
export interface Edition {
  readonly side: Side;
  /** The digest of everything that was published: two editions with one are the same, byte for byte. */
  readonly digest: string;
  readonly summary: CorpusSummary;
}

/** There is nothing to read. */
export class NoCorpusError extends Error {
  override name = 'NoCorpusError';
}

/** The corpus that a request was reading is being replaced. What it has read so far is right; run it again. */
export class CorpusMovedError extends Error {
  override name = 'CorpusMovedError';

  constructor() {
    super('The corpus was replaced while it was read. Ask again.');
  }
}

/**
 * Reads what is published. Throws a NoCorpusError where nothing is, or where it was published for other code, and a
 * StoreUnavailableError where the database does not answer.
 */
export async function readLive(database: Reads): Promise<Edition> {
  const row = await readLiveRow(database);
  if (row === null) {
    throw new NoCorpusError('The database holds no corpus. Publish one: npm run data -- publish.');
  }
  if (row.layout !== LAYOUT) {
    throw new NoCorpusError(
      `The database holds a corpus in layout ${row.layout}, and this release reads layout ${LAYOUT}. Publish it again: npm run data -- publish.`,
    );
  }
  return { side: row.side, digest: row.digest, summary: JSON.parse(row.summary) };
}

interface LiveRow {
  readonly side: Side;
  readonly digest: string;
  readonly layout: number;
  readonly summary: string;
}

async function readLiveRow(database: Reads): Promise<LiveRow | null> {
  try {
    return await firstRow<LiveRow>(database.prepare(LIVE));
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    // D1's errors carry no code, so the reason is asked for: a database that nothing was published to has no tables.
    const table = await firstRow(database.prepare(`select name from sqlite_master where name = 'live'`));
    if (table !== null) throw error;
    return null;
  }
}

const LIVE = `
  select side.name as side, side.edition as digest, side.layout, side.summary
  from live join side on side.name = live.side
  where live.id = 1 and side.edition = iif(live.side = 'a', live.edition_a, live.edition_b)`;
