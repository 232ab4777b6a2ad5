/** Loads what is wanted into what a request remembers. */
import { ask, type FoundRow, type Wanted } from './ask.ts';
import type { Load } from './batch.ts';
import { CorpusDamagedError } from './damage.ts';
import type { Isolate } from './isolate.ts';
import { CorpusMovedError, type Edition } from './live.ts';
import { type Memory, remember, wantedNext } from './memory.ts';
import { type Reads, StoreUnavailableError } from './outage.ts';
import { sumOfRow } from './sum.ts';

/**
 * Loads into memory with one statement, or two if a record is too long for its row or a slug names nothing. Once the
 * corpus has moved or proves damaged, or the database does not answer, every load fails at once: a request cannot go on
 * without a part of its answer, and should not wait again for each part.
 *
 * @param onDamage called once, with the first damage.
 */
export function openLoad(
  session: Reads,
  edition: Edition,
  memory: Memory,
  isolate: Isolate,
  onDamage: (error: CorpusDamagedError) => void,
): Load<Wanted> {
  let ended: CorpusMovedError | CorpusDamagedError | StoreUnavailableError | null = null;

  async function find(wanted: readonly Wanted[]): Promise<readonly FoundRow[]> {
    if (ended !== null) throw ended;
    const { rows, superseded } = await ask(session, edition, wanted);
    if (superseded) isolate.leave(edition);
    checkSums(edition, rows);
    return rows;
  }

  async function load(wanted: readonly Wanted[]): Promise<void> {
    const rows = await find(wanted);
    const next = wantedNext(wanted, rows);
    const all = next.length === 0 ? rows : [...rows, ...(await find(next))];
    for (const row of remember(memory, edition.side, wanted, all)) isolate.keepPieces(edition, row);
  }

  return async (wanted) => {
    try {
      await load(wanted);
    } catch (error) {
      if (error instanceof CorpusMovedError) isolate.leave(edition);
      if (error instanceof CorpusDamagedError && ended === null) onDamage(error);
      if (isLast(error)) ended ??= error;
      throw ended ?? error;
    }
  };
}

function isLast(error: unknown): error is CorpusMovedError | CorpusDamagedError | StoreUnavailableError {
  return [CorpusMovedError, CorpusDamagedError, StoreUnavailableError].some((kind) => error instanceof kind);
}

function checkSums({ side, digest }: Edition, rows: readonly FoundRow[]): void {
  for (const row of rows) {
    if (sumOfRow(digest, row) === row.sum) continue;
    const table = row.kind === 'ENTITY' ? `entity_${side}` : `long_${side}, ${row.kind}`;
    throw new CorpusDamagedError(table, row.name, 'its content does not match its sum');
  }
}
