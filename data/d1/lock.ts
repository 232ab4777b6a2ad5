/** Lock: allows one publish at a time. It is a row of the database, because publishers may run on different machines. */
import { type Database, firstRow, rowsOf, type Statement } from './database.ts';

/** A publisher counts as dead after this long without a sign of life: four times D1's limit for a batch (30 s). */
export const STALE_SECONDS = 120;

/** A publisher. Each publish has a token of its own. */
export interface Publisher {
  readonly token: string;
  readonly host: string;
  readonly process: number;
}

/** The publisher that holds the lock, when it took it, and its last sign of life, both in seconds ago. */
export interface Holder extends Publisher {
  readonly since: number;
  readonly beat: number;
}

/** Takes the lock if it is free, its holder is dead, or its holder is `over`; otherwise returns the holder. */
export async function takeLock(
  database: Database,
  { token, host, process }: Publisher,
  over: Holder | null,
): Promise<Holder | null> {
  const [, result] = await database.batch([
    // Somebody may have deleted the row to free a lock.
    database.prepare('insert or ignore into lock (id) values (1)'),
    database
      .prepare(
        `update lock set token = ?1, host = ?2, process = ?3, since = unixepoch(), beat = unixepoch()
         where id = 1 and (token is null or token in (?1, ?4) or beat < unixepoch() - ${STALE_SECONDS})
         returning id`,
      )
      .bind(token, host, process, over?.token ?? token),
  ]);
  const taken = result === undefined ? null : (rowsOf(result)[0] ?? null);
  return taken === null ? firstRow<Holder>(database.prepare(HOLDER)) : null;
}

const HOLDER = `
  select token, host, process, unixepoch() - since as since, unixepoch() - beat as beat
  from lock where token is not null`;

/**
 * The first statement of every batch that writes. It gives a sign of life, and fails the whole batch (`beat` may not be
 * null) if the publisher no longer holds the lock. So a publisher that was taken for dead and wakes up writes nothing.
 */
export function guardLock(database: Database, { token }: Publisher): Statement {
  return database.prepare('update lock set beat = iif(token is ?, unixepoch(), null) where id = 1').bind(token);
}

/** Whether the publisher still holds the lock. */
export async function holdsLock(database: Database, { token }: Publisher): Promise<boolean> {
  return (await firstRow(database.prepare('select id from lock where token = ?').bind(token))) !== null;
}

/** Releases the lock, if the publisher still holds it. */
export async function releaseLock(database: Database, { token }: Publisher): Promise<void> {
  await database.prepare('update lock set token = null where token = ?').bind(token).all();
}
