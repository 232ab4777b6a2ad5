/** Outage: how a reader gets through failures of a database, and gives up in time if it cannot. */
import { StoreUnavailableError } from '../chunks/failure.ts';
import type { Database, Result, Statement } from './database.ts';
import { BRIEF, retry } from './retry.ts';

/** The part of a database that readers use. */
export type Reads = Pick<Database, 'prepare'>;

/** Is notified of each outage once, however many requests fail in it. */
export interface OutageWatch {
  onOutage(error: StoreUnavailableError): void;
  /** Called with the first answer after a second without a failure. */
  onRecovery(): void;
}

/** How long to try one read. */
interface Patience {
  readonly pauses: readonly number[];
  /** For all tries together: a database may hang for a minute before it fails, and the caller does not wait that long. */
  readonly limitMilliseconds: number;
}

const USUAL: Patience = { pauses: BRIEF, limitMilliseconds: 5000 };

/** During an outage, so that it holds up few requests: one try, which is enough once the database is back. */
const SHORT: Patience = { pauses: [], limitMilliseconds: 2000 };

/** During an outage one read a second gets the usual patience, which notices a database that is back but slow. */
const SHORT_MILLISECONDS = 1000;

/** The end of an outage is reported after this long without a failure, since the database may fail again. */
const QUIET_MILLISECONDS = 1000;

/**
 * Opened once for an isolate. Returns a function that wraps the session of each request: its reads are retried, end in
 * time, and throw a StoreUnavailableError if the database does not answer. A wrong statement keeps its own error.
 * During an outage each read still asks the database, and the first answer ends it.
 */
export function openReads(watch: OutageWatch): (session: Database) => Reads {
  /** When a read last began with the usual patience after a failure; null while the database answers. */
  let lastUsual: number | null = null;
  /** When a read last failed in the reported outage; null outside an outage. */
  let lastFailure: number | null = null;

  function choosePatience(): Patience {
    if (lastUsual === null) return USUAL;
    if (Date.now() - lastUsual < SHORT_MILLISECONDS) return SHORT;
    lastUsual = Date.now();
    return USUAL;
  }

  function noteAnswer(): void {
    lastUsual = null;
    if (lastFailure === null || Date.now() - lastFailure < QUIET_MILLISECONDS) return;
    lastFailure = null;
    watch.onRecovery();
  }

  function noteFailure(error: StoreUnavailableError): void {
    lastUsual ??= Date.now();
    const isReported = lastFailure !== null;
    lastFailure = Date.now();
    if (!isReported) watch.onOutage(error);
  }

  async function read(statement: Statement): Promise<Result> {
    try {
      const result = await tryFor(() => statement.all(), choosePatience());
      noteAnswer();
      return result;
    } catch (error) {
      if (isWrongStatement(error)) throw error;
      const unavailable = new StoreUnavailableError(error);
      noteFailure(unavailable);
      throw unavailable;
    }
  }

  function wrap(statement: Statement): Statement {
    return { bind: (...values) => wrap(statement.bind(...values)), all: () => read(statement) };
  }

  return (session) => ({ prepare: (sql) => wrap(session.prepare(sql)) });
}

/** Tries until there is an answer, or the pauses or the time run out. */
async function tryFor<T>(work: () => Promise<T>, { pauses, limitMilliseconds }: Patience): Promise<T> {
  let isOver = false;
  const checkWorth = (error: unknown) =>
    isOver || isWrongStatement(error) ? Promise.reject(error) : Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${limitMilliseconds} ms`)), limitMilliseconds);
  });
  try {
    return await Promise.race([retry(work, pauses, checkWorth), limit]);
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}

/**
 * Whether SQLite refused the statement, which is our fault and would happen again. D1's errors have no code: SQLite's
 * result code ends the message, as in `D1_ERROR: no such column: x: SQLITE_ERROR`. Any other message, including one
 * without a result code (`D1_ERROR: Network connection lost.`), means that the database could not answer.
 */
function isWrongStatement(error: unknown): boolean {
  return /\bSQLITE_(?:ERROR|TOOBIG|MISMATCH|RANGE)\b/.test(wordsOf(error));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
