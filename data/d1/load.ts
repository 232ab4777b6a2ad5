/** Load: from what is wanted to what a request remembers. */
import { ask, type FoundRow, type Wanted } from './ask.ts';
import type { Load } from './batch.ts';
import type { Isolate } from './isolate.ts';
import { CorpusMovedError, type Edition } from './live.ts';
import { type Memory, remember, wantedBodies } from './memory.ts';
import { type Reads, StoreUnavailableError } from './outage.ts';

/**
 * Loads into memory, with one statement, or two where the record of a thing is too long for its row. Once the corpus
 * has moved or the database does not answer, every load fails at once: a request cannot go on with a part of its answer
 * missing, and does not wait again for each part.
 */
export function openLoad(session: Reads, edition: Edition, memory: Memory, isolate: Isolate): Load<Wanted> {
  let ended: CorpusMovedError | StoreUnavailableError | null = null;

  async function find(wanted: readonly Wanted[]): Promise<readonly FoundRow[]> {
    if (ended !== null) throw ended;
    try {
      const { rows, superseded } = await ask(session, edition, wanted);
      if (superseded) isolate.leave(edition);
      return rows;
    } catch (error) {
      if (error instanceof CorpusMovedError) isolate.leave(edition);
      if (error instanceof CorpusMovedError || error instanceof StoreUnavailableError) ended = error;
      throw error;
    }
  }

  return async (wanted) => {
    const rows = await find(wanted);
    const bodies = wantedBodies(rows);
    const pieces = remember(memory, wanted, bodies.length === 0 ? rows : [...rows, ...(await find(bodies))]);
    for (const [name, piece] of pieces) isolate.keepPiece(edition, name, piece);
  };
}
