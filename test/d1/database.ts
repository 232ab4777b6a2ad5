// A local D1 database in a folder of its own, and a look at what is asked of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binding, Database, Result, Statement } from '../../data/d1/database.ts';
import type { IndexedCorpus } from '../../data/engine/build.ts';
import { openDatabase } from '../../data/publish/open.ts';
import { type PublishOutcome, publish } from '../../data/publish/publish.ts';

/** Opens the database in a folder, with its tables, as `publish --local` does. */
export function openIn(folder: string) {
  return openDatabase({
    configPath: 'test/d1/wrangler.toml',
    environment: 'd1',
    name: null,
    remote: false,
    persistTo: folder,
  });
}

/** A new folder for a database; whoever makes it removes it. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-d1-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A new and empty database, for one test file. */
export async function openEmpty(): Promise<{ database: Binding; close: () => Promise<void> }> {
  const { folder, remove } = makeFolder();
  const { database, close } = await openIn(folder);
  return { database, close: () => close().then(remove) };
}

/** Takes every corpus and lock off a database, as it was before the first publish. */
export async function empty(database: Database): Promise<void> {
  const sql = [
    'delete from pointer',
    'delete from publication',
    'delete from chunk',
    'insert or ignore into lock (id) values (1)',
    'update lock set token = null',
  ];
  await database.batch(sql.map((one) => database.prepare(one)));
}

/** Publishes as the command does. */
export function publishTo(database: Database, corpus: IndexedCorpus, force = false): Promise<PublishOutcome> {
  return publish(database, corpus, { force });
}

/** What was asked of a database. */
export interface Log {
  statements: number;
  rowsRead: number;
  rowsWritten: number;
}

/** The same database, and a log of what is asked of it. A batch counts as its statements. */
export function logged(database: Binding): { readonly database: Binding; readonly log: Log } {
  const log: Log = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const note = ({ meta }: Result) => {
    log.statements += 1;
    log.rowsRead += meta.rows_read;
    log.rowsWritten += meta.rows_written;
  };
  return { database: wrap(database, { change: (_, values) => values, note }), log };
}

/** The same database, where statements are given other values than they are bound to. */
export function changedBy(database: Binding, change: (sql: string, values: unknown[]) => unknown[]): Binding {
  return wrap(database, { change, note: () => {} });
}

interface Tap {
  readonly change: (sql: string, values: unknown[]) => unknown[];
  readonly note: (result: Result) => void;
}

function wrap(database: Binding, { change, note }: Tap): Binding {
  const originals = new WeakMap<Statement, Statement>();

  const wrapStatement = (sql: string, statement: Statement): Statement => {
    const wrapped: Statement = {
      bind: (...values) => wrapStatement(sql, statement.bind(...change(sql, values))),
      async all() {
        const result = await statement.all();
        note(result);
        return result;
      },
    };
    originals.set(wrapped, statement);
    return wrapped;
  };
  const wrapDatabase = (inner: Database): Database => ({
    prepare: (sql) => wrapStatement(sql, inner.prepare(sql)),
    async batch(statements) {
      const results = await inner.batch(statements.map((statement) => originals.get(statement) ?? statement));
      results.forEach(note);
      return results;
    },
  });
  return { ...wrapDatabase(database), withSession: (constraint) => wrapDatabase(database.withSession(constraint)) };
}
