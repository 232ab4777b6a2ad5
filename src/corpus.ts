/** Where the corpus is read: in D1 where a database is bound, else in the bundle. */
import bundle from '#corpus';
import { openBundledSource } from '../data/bundled/source.ts';
import type { Binding } from '../data/d1/database.ts';
import { CorpusMovedError, NoCorpusError } from '../data/d1/live.ts';
import { openD1 } from '../data/d1/source.ts';
import { openStore } from '../data/index/store.ts';
import type { Awaitable, Store } from '../data/store.ts';
import { publicError } from '../schema/errors.ts';

/** The store for one request: every request reads one corpus from beginning to end. */
export type OpenStore = () => Awaitable<Store>;

/** Opens the corpus once for an isolate. */
export function openCorpus(database: Binding | undefined): OpenStore {
  if (database === undefined) {
    const store = openStore(openBundledSource(new Uint8Array(bundle)));
    return () => store;
  }
  const corpus = openD1(database);
  return async () => {
    try {
      return openStore(await corpus.openRequest());
    } catch (error) {
      throw error instanceof NoCorpusError ? noCorpus() : error;
    }
  };
}

/** Whether a request failed because its corpus was replaced meanwhile: run again, it reads the new one. */
export function hasMoved(error: unknown): boolean {
  return error instanceof CorpusMovedError;
}

function noCorpus() {
  return publicError(
    'NO_CORPUS',
    'The database holds no corpus yet. Whoever operates this endpoint publishes one: npm run data -- publish',
  );
}
