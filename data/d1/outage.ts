/** Outage: how a reader gets through the failures of a database, and gives up in time where it cannot. */
import type { Database, Result, Statement } from './database.ts';
import { BRIEF, retry } from './retry.ts';

/** The database does not answer: it is away, overloaded, or hangs. The cause is what it said last. Ask again later. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError';

  constructor(cause: unknown) {
    super(`The database does not answer: ${wordsOf(cause)}`, { cause });
  }
}

/** The part of a database that readers use. */
export type Reads = Pick<Database, 'prepare'>;

/** Who is told of outages, each once, however many requests fail in it. */
export interface OutageWatch {
  onOutage(error: StoreUnavailableError): void;
  /** Called with the first answer after a second without a failure. */
  onRecovery(): void;
}

/** How long one read is tried for. */
interface Patience {
  readonly pauses: readonly number[];
  /** Of all tries together: a database may hang for a minute before it says so, and the caller does not wait so long. */
  readonly limitMilliseconds: number;
}

const USUAL: Patience = { pauses: BRIEF, limitMilliseconds: 5000 };

/** In an outage, so that it holds no more requests than it has to: one try, which is enough for a database that is back. */
const SHORT: Patience = { pauses: [], limitMilliseconds: 2000 };

/** In an outage one read a second gets the usual patience: a database that is back, but slow, is found out by that. */
const SHORT_MILLISECONDS = 1000;

/** The end of an outage is told after so long without a failure, as a database that comes back may go again. */
const QUIET_MILLISECONDS = 1000;

/**
 * Opened once for an isolate, it gives each request the reads of its session: they are tried again, they end in time,
 * and what the database does not answer is a StoreUnavailableError. A statement that is wrong stays its own error. An
 * outage is only remembered, never waited for: each read asks the database, and the first that is answered ends it.
 */
export function openReads(watch: OutageWatch): (session: Database) => Reads {
  /** When a read last began with the usual patience, once one has failed; null while the database answers. */
  let lastUsual: number | null = null;
  /** When a read last failed in the outage that was told; null outside. */
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
    const isTold = lastFailure !== null;
    lastFailure = Date.now();
    if (!isTold) watch.onOutage(error);
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

/** Tries until there is an answer, the pauses are over or the time is. */
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
 * Whether SQLite refused the statement, which is a fault of ours and would be refused again. D1's errors carry no code:
 * the result code of SQLite ends the message, as in `D1_ERROR: no such column: x: SQLITE_ERROR`. Anything else, also
 * without one (`D1_ERROR: Network connection lost.`), says that the database could not answer.
 */
function isWrongStatement(error: unknown): boolean {
  return /\bSQLITE_(?:ERROR|TOOBIG|MISMATCH|RANGE)\b/.test(wordsOf(error));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
