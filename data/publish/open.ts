/** Opens a D1 database through wrangler: the local one of `wrangler dev` or the one at Cloudflare. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getPlatformProxy, unstable_readConfig as readConfig, unstable_splitSqlQuery as splitSql } from 'wrangler';
import { Refusal } from '../compile/refusal.ts';
import { isFolder } from '../compile/terminal.ts';
import type { Binding } from '../d1/database.ts';
import { applyMigrations } from '../d1/migrate.ts';
import { PATIENT, retry } from '../d1/retry.ts';

/** Which database to open. */
export interface DatabaseChoice {
  readonly configPath: string;
  /** The environment of wrangler.toml that has the database. */
  readonly environment: string;
  /** Its binding or its name; null if the environment has only one. */
  readonly name: string | null;
  readonly remote: boolean;
  /** The folder that `wrangler dev` keeps its local state in. */
  readonly persistTo: string;
}

export interface OpenDatabase {
  readonly database: Binding;
  close(): Promise<void>;
}

/**
 * Opens the database and brings its tables up to date. Wrangler connects to both kinds in the same way, so that what is
 * tried locally is what runs remotely. It gets a configuration with only the database: the project's own also has a
 * build and assets, and does not say where the database is.
 */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  const { config, entry } = findDatabase(choice);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-publish-'));
  try {
    const configPath = join(folder, 'wrangler.json');
    writeFileSync(configPath, JSON.stringify({ ...config, d1_databases: [{ ...entry, remote: choice.remote }] }));
    const proxy = await connect(configPath, choice);
    const database = proxy.env[entry.binding];
    if (database === undefined) throw new Error(`Wrangler opened no database for the binding "${entry.binding}".`);
    await retry(() => applyMigrations(database, readMigrations(), entry.migrations_table), PATIENT);
    return { database, close: () => proxy.dispose() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function connect(configPath: string, { persistTo, remote }: DatabaseChoice) {
  try {
    return await getPlatformProxy<Record<string, Binding>>({
      configPath,
      envFiles: [],
      // Wrangler's own subfolder, for the third version of its state.
      persist: { path: join(resolve(persistTo), 'v3') },
      remoteBindings: remote,
    });
  } catch (error) {
    throw new Refusal(`Wrangler cannot open the database. ${error instanceof Error ? error.message : error}`);
  }
}

function readEnvironment(configPath: string, environment: string) {
  try {
    return readConfig({ config: configPath, env: environment }, { hideWarnings: true });
  } catch (error) {
    throw new Refusal(`${configPath}: ${error instanceof Error ? error.message : error}`, 2);
  }
}

function findDatabase({ configPath, environment, name, remote, persistTo }: DatabaseChoice) {
  if (existsSync(persistTo) && !isFolder(persistTo)) throw new Refusal(`"${persistTo}" is not a folder.`, 2);
  if (!existsSync(configPath)) throw new Refusal(`There is no file "${configPath}".`, 2);
  const read = readEnvironment(configPath, environment);
  const known: readonly DatabaseEntry[] = read.d1_databases;
  const found = known.filter((one) => name === null || one.binding === name || one.database_name === name);
  const [entry] = found;
  if (entry === undefined || found.length > 1) {
    throw new Refusal(
      `${name === null ? 'No database is named' : `There is no database "${name}"`}, and [env.${environment}] of ${configPath} has ${known.map(({ binding }) => binding).join(', ') || 'none'}.`,
      2,
    );
  }
  if (remote && entry.database_id === undefined) {
    throw new Refusal(
      `The database "${entry.binding}" of ${configPath} has no database_id. "npx wrangler d1 create NAME" creates one and prints it.`,
      2,
    );
  }
  return {
    config: { name: read.name, compatibility_date: read.compatibility_date, account_id: read.account_id },
    entry,
  };
}

/** A database in wrangler.toml. */
interface DatabaseEntry {
  readonly binding: string;
  readonly database_name?: string;
  readonly database_id?: string;
  readonly migrations_table?: string;
}

/** The migrations of the database, in their order. */
export function readMigrations() {
  const folder = new URL('../d1/migrations/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({ name, statements: splitSql(readFileSync(new URL(name, folder), 'utf8')) }));
}
