/** Session: a publisher that holds the lock, and how it writes while it does. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Refusal } from '../compile/refusal.ts';
import type { Database, Result, Statement } from '../d1/database.ts';
import { guardLock, type Holder, holdsLock, type Publisher, releaseLock, STALE_SECONDS, takeLock } from '../d1/lock.ts';
import { BRIEF, PATIENT, retry } from '../d1/retry.ts';

export interface PublishSession {
  readonly database: Database;
  /** Runs the statements, all or none of them, and only while the lock is ours. */
  run(statements: readonly Statement[]): Promise<readonly Result[]>;
  /** How many rows that has written so far, as D1 counts them. */
  rowsWritten(): number;
}

export interface SessionOptions {
  /** Takes the lock from a publisher that seems to be alive. */
  readonly force: boolean;
}

/**
 * Does work while nobody else publishes, and gives the lock back whatever comes of it. Refuses where another publisher
 * is alive.
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
    // A lock that cannot be given back ends by itself; what came of the work is what counts.
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

/** Whether it ran on this machine and does not any more. Elsewhere only its silence says so. */
function isGone(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  try {
    // Signal 0 sends nothing and asks whether there is such a process.
    return !process.kill(holder.process, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function explainHolder({ host, process: pid, since, beat }: Holder): string {
  return [
    `Another publish is under way: process ${pid} on ${host}, for ${since} s, with a sign of life ${beat} s ago.`,
    `Wait for it. If it has died, its lock ends ${STALE_SECONDS} s after its last sign of life; --force takes it now.`,
  ].join('\n');
}

/** Tries again what the network or a lock of the file stopped, unless another publisher did. */
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
      throw new Refusal('Another publish has taken over. This one stopped, and changed nothing that is read.');
    },
  );
}
