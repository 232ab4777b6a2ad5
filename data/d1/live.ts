/** Live: the side that readers read, and what is on it. */
import type { CorpusSummary } from '../model.ts';
import { CorpusDamagedError } from './damage.ts';
import { firstRow } from './database.ts';
import { type Reads, StoreUnavailableError } from './outage.ts';
import { LAYOUT, type Side } from './side.ts';
import { type KnownOfSide, sumOfSide } from './sum.ts';

/** A published corpus, as an isolate remembers it. */
export interface Edition {
  readonly side: Side;
  /** The digest of everything published: two editions with the same digest are equal, byte for byte. */
  readonly digest: string;
  readonly summary: CorpusSummary;
}

/** There is no corpus to read. */
export class NoCorpusError extends Error {
  override name = 'NoCorpusError';
}

/** The corpus that a request was reading is being replaced. What it has read so far is correct; run it again. */
export class CorpusMovedError extends Error {
  override name = 'CorpusMovedError';

  constructor() {
    super('The corpus was replaced while it was read. Ask again.');
  }
}

/**
 * Reads what is published. Throws a NoCorpusError if nothing is, or if it was published for other code; a
 * CorpusDamagedError if the pointer does not point at a corpus; and a StoreUnavailableError if the database does not
 * answer.
 */
export async function readLive(database: Reads): Promise<Edition> {
  const row = await readLiveRow(database);
  if (row === null || row.live === null) {
    throw new NoCorpusError('The database holds no corpus. Publish one: npm run data -- publish.');
  }
  const { name, edition, layout } = row;
  if (name === null || edition === null || edition !== row.pointed) {
    throw new CorpusDamagedError('side', row.live, 'it is lost, or is not of the edition that is read');
  }
  if (layout !== LAYOUT) {
    throw new NoCorpusError(
      `The database holds a corpus in layout ${layout}, and this release reads layout ${LAYOUT}. Publish it again: npm run data -- publish.`,
    );
  }
  if (sumOfSide({ ...row, name, edition, layout }) !== row.sum) {
    throw new CorpusDamagedError('side', row.live, 'its content does not match its sum');
  }
  return { side: row.live, digest: edition, summary: JSON.parse(row.summary) };
}

/** The pointer, and what is known about the side that it points at; null if nothing is. */
interface LiveRow extends Pick<KnownOfSide, 'version' | 'summary'> {
  readonly live: Side | null;
  readonly pointed: string | null;
  readonly name: Side | null;
  readonly edition: string | null;
  readonly layout: number | null;
  readonly sum: number | null;
}

/** Null if there are no tables. */
async function readLiveRow(database: Reads): Promise<LiveRow | null> {
  try {
    const row = await firstRow<LiveRow>(database.prepare(LIVE));
    if (row === null) throw new CorpusDamagedError('live', '1', 'it is lost');
    return row;
  } catch (error) {
    if (error instanceof StoreUnavailableError || error instanceof CorpusDamagedError) throw error;
    // D1's errors have no code, so a query finds out the reason: a database without a publish has no tables.
    const table = await firstRow(database.prepare(`select name from sqlite_master where name = 'live'`));
    if (table !== null) throw error;
    return null;
  }
}

/** Selects all of `side`, since a database that an older release published to lacks newer columns. */
const LIVE = `
  select live.side as live, iif(live.side = 'a', live.edition_a, live.edition_b) as pointed, side.*
  from live left join side on side.name = live.side
  where live.id = 1`;
