/** Session: a publisher that holds the lock, and its writes. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Refusal } from '../compile/refusal.ts';
import type { Database, Result, Statement } from '../d1/database.ts';
import { guardLock, type Holder, holdsLock, type Publisher, releaseLock, STALE_SECONDS, takeLock } from '../d1/lock.ts';
import { BRIEF, PATIENT, retry } from '../d1/retry.ts';

export interface PublishSession {
  readonly database: Database;
  /** Runs the statements, all or none of them, and only while this publisher holds the lock. */
  run(statements: readonly Statement[]): Promise<readonly Result[]>;
  /** The rows written so far, as D1 counts them. */
  rowsWritten(): number;
}

export interface SessionOptions {
  /** Takes the lock from a publisher that seems to be alive. */
  readonly force: boolean;
}

/**
 * Does work while nobody else publishes, and releases the lock even if the work fails. Refuses if another publisher is
 * alive.
 */
export async function withLock<T>(
  database: Database,
  { force }: SessionOptions,
  work: (session: PublishSession) => Promise<T>,
): Promise<T> {
  const publisher = { token: randomUUID(), host: hostname(), process: process.pid };
  await acquire(database, publisher, force);
  let rowsWritten = 0;
  try {
    return await work({
      database,
      run: async (statements) => {
        const results = await runGuarded(database, publisher, statements);
        rowsWritten += results.reduce((sum, { meta }) => sum + meta.rows_written, 0);
        return results.slice(1);
      },
      rowsWritten: () => rowsWritten,
    });
  } finally {
    // A lock that cannot be released expires; only the result of the work matters.
    await retry(() => releaseLock(database, publisher), BRIEF).catch(() => {});
  }
}

async function acquire(database: Database, publisher: Publisher, force: boolean): Promise<void> {
  const take = (over: Holder | null) => retry(() => takeLock(database, publisher, over), PATIENT);
  const holder = await take(null);
  if (holder === null) return;
  const still = force || isGone(holder) ? await take(holder) : holder;
  if (still !== null) throw new Refusal(explainHolder(still));
}

/** Whether it ran on this machine and has ended. On other machines, only its silence shows that. */
function isGone(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  try {
    // Signal 0 sends nothing and only checks that the process exists.
    return !process.kill(holder.process, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function explainHolder({ host, process: pid, since, beat }: Holder): string {
  return [
    `Another publish is running: process ${pid} on ${host}, for ${since} s, with its last sign of life ${beat} s ago.`,
    `Wait for it. If it has died, its lock expires ${STALE_SECONDS} s after its last sign of life; --force takes it now.`,
  ].join('\n');
}

/** Retries after a failure of the network or a lock of the file, but not after another publisher has taken over. */
function runGuarded(
  database: Database,
  publisher: Publisher,
  statements: readonly Statement[],
): Promise<readonly Result[]> {
  return retry(
    () => database.batch([guardLock(database, publisher), ...statements]),
    PATIENT,
    async () => {
      if (await retry(() => holdsLock(database, publisher), PATIENT)) return;
      throw new Refusal('Another publish has taken over. This one stopped, and changed nothing that readers see.');
    },
  );
}
