/** Where a request gets the corpus: each reads one, from beginning to end. */
import type { Binding } from '../data/d1/database.ts';
import { CorpusMovedError, NoCorpusError } from '../data/d1/live.ts';
import { openD1 } from '../data/d1/source.ts';
import { openStore } from '../data/index/store.ts';
import type { Awaitable, Store } from '../data/store.ts';
import { publicError } from '../schema/errors.ts';

/** The store for one request. */
export type OpenStore = () => Awaitable<Store>;

/** The corpus of a D1 database, opened once for an isolate. */
export function openDatabase(database: Binding): OpenStore {
  const corpus = openD1(database);
  return async () => {
    try {
      return openStore(await corpus.openRequest());
    } catch (error) {
      throw error instanceof NoCorpusError ? noCorpus(error) : error;
    }
  };
}

/** Whether a request failed because its corpus was replaced meanwhile: run again, it reads the new one. */
export function hasMoved(error: unknown): boolean {
  return error instanceof CorpusMovedError;
}

function noCorpus(error: NoCorpusError) {
  console.error(JSON.stringify({ level: 'error', event: 'no corpus', message: error.message }));
  return publicError(
    'NO_CORPUS',
    'There is no corpus here yet. Try again later; the log says what its operator can do.',
  );
}
