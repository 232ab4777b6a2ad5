/** Where a request gets the corpus: each reads one, from beginning to end. */
import type { GraphQLError } from 'graphql';
import { CorpusDamagedError } from '../data/d1/damage.ts';
import type { Binding } from '../data/d1/database.ts';
import { CorpusMovedError, NoCorpusError } from '../data/d1/live.ts';
import { StoreUnavailableError } from '../data/d1/outage.ts';
import { type CorpusWatch, openD1 } from '../data/d1/source.ts';
import { openStore } from '../data/engine/store.ts';
import type { Awaitable, Store } from '../data/store.ts';
import { codeOf, type ErrorCodeName, publicError } from '../schema/errors.ts';

/** The store for one request. */
export type OpenStore = () => Awaitable<Store>;

/** The corpus of a D1 database, opened once for an isolate. */
export function openDatabase(database: Binding): OpenStore {
  const corpus = openD1(database, LOGGED);
  return async () => {
    try {
      return openStore(await corpus.openRequest());
    } catch (error) {
      throw corpusError(error) ?? error;
    }
  };
}

/**
 * What a caller is told where the corpus cannot be read; null for any other error. Of a corpus that was replaced
 * meanwhile the new one is read when the request is run again. Outages and damages are logged once, not here.
 */
export function corpusError(error: unknown): GraphQLError | null {
  if (error instanceof NoCorpusError) return noCorpus(error);
  if (error instanceof CorpusMovedError) {
    return publicError('CORPUS_MOVED', 'The corpus was replaced while it was read. Send the request again.');
  }
  if (error instanceof CorpusDamagedError) {
    return publicError(
      'CORPUS_DAMAGED',
      'The stored corpus is not whole, so nothing is answered from it. Its operator has to publish it again.',
    );
  }
  if (!(error instanceof StoreUnavailableError)) return null;
  return publicError('STORE_UNAVAILABLE', 'The database does not answer. Try again in a few seconds.');
}

/** Whether the error says that a part of the corpus could not be read: the rest would be taken for the whole. */
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
