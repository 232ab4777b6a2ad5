/** Lock: one publish at a time. A row of the database, because publishers may run on different machines. */
import { type Database, firstRow, type Statement } from './database.ts';

/** Without a sign of life for so long a publisher is taken for dead: four times what D1 allows a batch (30 s). */
export const STALE_SECONDS = 120;

/** Who publishes. The token is made for one publish and no other. */
export interface Publisher {
  readonly token: string;
  readonly host: string;
  readonly process: number;
}

/** The publisher that has the lock, since when, and when it last gave a sign of life: both in seconds ago. */
export interface Holder extends Publisher {
  readonly since: number;
  readonly beat: number;
}

/** Takes the lock, if it is free, its holder is dead, or its holder is `over`; answers with the holder otherwise. */
export async function takeLock(
  database: Database,
  { token, host, process }: Publisher,
  over: Holder | null,
): Promise<Holder | null> {
  const taken = await firstRow(
    database
      .prepare(
        `update lock set token = ?1, host = ?2, process = ?3, since = unixepoch(), beat = unixepoch()
         where id = 1 and (token is null or token in (?1, ?4) or beat < unixepoch() - ${STALE_SECONDS})
         returning id`,
      )
      .bind(token, host, process, over?.token ?? token),
  );
  return taken === null ? firstRow<Holder>(database.prepare(HOLDER)) : null;
}

const HOLDER = `
  select token, host, process, unixepoch() - since as since, unixepoch() - beat as beat
  from lock where token is not null`;

/**
 * The first statement of every batch that writes: a sign of life, and a failure of the whole batch (`beat` may not be
 * null) where the lock is not ours any more. So a publisher that was taken for dead and wakes up writes nothing.
 */
export function guardLock(database: Database, { token }: Publisher): Statement {
  return database.prepare('update lock set beat = iif(token is ?, unixepoch(), null) where id = 1').bind(token);
}

/** Whether the lock is still ours. */
export async function holdsLock(database: Database, { token }: Publisher): Promise<boolean> {
  return (await firstRow(database.prepare('select id from lock where token = ?').bind(token))) !== null;
}

/** Gives the lock back, if it is still ours. */
export async function releaseLock(database: Database, { token }: Publisher): Promise<void> {
  await database.prepare('update lock set token = null where token = ?').bind(token).all();
}
