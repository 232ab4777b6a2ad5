/** Migrates a database: brings its tables up to date and records that in wrangler's own table. */
import { type Database, rowsOf } from './database.ts';

/** A file of `migrations/`: its name and its statements. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** Wrangler's name for the table of migrations, unless `migrations_table` gives another. */
const WRANGLERS_TABLE = 'd1_migrations';

/**
 * Applies the migrations that are missing, each whole or not at all, and returns their names. `wrangler d1 migrations
 * apply` reads and writes the same table, so it does not matter which of the two runs first.
 */
export async function applyMigrations(
  database: Database,
  migrations: readonly Migration[],
  table = WRANGLERS_TABLE,
): Promise<readonly string[]> {
  await database
    .prepare(
      `create table if not exists "${table}" (id integer primary key autoincrement, name text unique,
         applied_at timestamp default current_timestamp not null)`,
    )
    .all();
  const applied = await namesApplied(database, table);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const { name, statements } of missing) {
    const record = database.prepare(`insert into "${table}" (name) values (?)`).bind(name);
    try {
      await database.batch([...statements.map((sql) => database.prepare(sql)), record]);
    } catch (error) {
      // If two publishers start together and the other one was first, this batch was undone.
      if (!(await namesApplied(database, table)).has(name)) throw error;
    }
  }
  return missing.map(({ name }) => name);
}

async function namesApplied(database: Database, table: string): Promise<ReadonlySet<string>> {
  const result = await database.prepare(`select name from "${table}"`).all();
  return new Set(rowsOf<{ readonly name: string }>(result).map(({ name }) => name));
}
