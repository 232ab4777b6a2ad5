/** Opens the corpus for a request. Each request reads one corpus, from beginning to end. */
import type { GraphQLError } from 'graphql';
import { CorpusDamagedError, CorpusMovedError, NoCorpusError, StoreUnavailableError } from '../data/chunks/failure.ts';
import { type CorpusWatch, openD1 } from '../data/d1/corpus.ts';
import type { Binding } from '../data/d1/database.ts';
import { openStore } from '../data/engine/store.ts';
import type { Awaitable, Store } from '../data/store.ts';
import { codeOf, type ErrorCodeName, publicError } from '../schema/errors.ts';

/**
 * Opens the store for one request.
 *
 * @param maxAgeMilliseconds how old the knowledge of what is published may be; with 0 the store must answer.
 */
export type OpenStore = (maxAgeMilliseconds?: number) => Awaitable<Store>;

/** The corpus of a D1 database, opened once per isolate. `keptBytes`: see `openCorpus`. */
export function openDatabase(database: Binding, keptBytes?: number): OpenStore {
  const corpus = openD1(database, LOGGED, keptBytes);
  return async (maxAgeMilliseconds) => {
    try {
      return openStore(await corpus.openRequest(maxAgeMilliseconds));
    } catch (error) {
      throw corpusError(error) ?? error;
    }
  };
}

/**
 * The public error for a corpus that cannot be read; null for any other error. If the corpus was replaced in the
 * meantime, running the request again reads the new one. Outages and damage are logged once, elsewhere.
 */
export function corpusError(error: unknown): GraphQLError | null {
  if (error instanceof NoCorpusError) return noCorpus(error);
  if (error instanceof CorpusMovedError) {
    return publicError('CORPUS_MOVED', 'The corpus was replaced while it was read. Send the request again.');
  }
  if (error instanceof CorpusDamagedError) {
    return publicError(
      'CORPUS_DAMAGED',
      'The stored corpus is damaged, so nothing is answered from it. Its operator must repair it.',
    );
  }
  if (!(error instanceof StoreUnavailableError)) return null;
  return publicError('STORE_UNAVAILABLE', 'The database does not answer. Try again in a few seconds.');
}

/** Whether the error means that a part of the corpus could not be read. The rest must not pass for the whole. */
export function isUnread(error: GraphQLError): boolean {
  const code = codeOf(error);
  return code !== null && UNREAD.includes(code);
}

const UNREAD: readonly ErrorCodeName[] = ['NO_CORPUS', 'CORPUS_MOVED', 'CORPUS_DAMAGED', 'STORE_UNAVAILABLE'];

const LOGGED: CorpusWatch = {
  onOutage({ message }) {
    console.error(JSON.stringify({ level: 'error', event: 'database unavailable', message }));
  },
  onRecovery() {
    console.log(JSON.stringify({ level: 'info', event: 'database back' }));
  },
  onDamage({ message }) {
    console.error(JSON.stringify({ level: 'error', event: 'corpus damaged', message }));
  },
};

function noCorpus(error: NoCorpusError) {
  console.error(JSON.stringify({ level: 'error', event: 'no corpus', message: error.message }));
  return publicError(
    'NO_CORPUS',
    'There is no corpus here yet. Try again later; the log says what its operator can do.',
  );
}
