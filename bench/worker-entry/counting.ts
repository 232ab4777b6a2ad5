/**
 * The real Worker over D1, which reports in headers how many statements a request ran and how many rows they read. It
 * counts per isolate, so the numbers are only right if requests are sent one after the other.
 */
import type { Binding, Database, Result, Statement } from '../../data/d1/database.ts';
import { readDatabase } from '../../src/environment.ts';
import worker from '../../src/worker-d1.ts';

const count = { statements: 0, rowsRead: 0 };

export default {
  async fetch(request, environment, execution) {
    const database = readDatabase(environment);
    if (database === undefined) throw new Error('No database is bound.');
    Object.assign(count, { statements: 0, rowsRead: 0 });
    const answer = await worker.fetch(request, { ...environment, DATABASE: counted(database) } as Env, execution);
    const counting = new Response(answer.body, answer);
    counting.headers.set('X-D1-Statements', `${count.statements}`);
    counting.headers.set('X-D1-Rows-Read', `${count.rowsRead}`);
    return counting;
  },
} satisfies ExportedHandler<Env>;

function counted(binding: Binding): Binding {
  return { ...countedDatabase(binding), withSession: (constraint) => countedDatabase(binding.withSession(constraint)) };
}

function countedDatabase(database: Database): Database {
  const originals = new WeakMap<Statement, Statement>();
  const wrap = (statement: Statement): Statement => {
    const wrapped: Statement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: async () => note(await statement.all()),
    };
    originals.set(wrapped, statement);
    return wrapped;
  };
  return {
    prepare: (sql) => wrap(database.prepare(sql)),
    batch: async (statements) =>
      (await database.batch(statements.map((statement) => originals.get(statement) ?? statement))).map(note),
  };
}

function note(result: Result): Result {
  count.statements += 1;
  count.rowsRead += result.meta.rows_read;
  return result;
}
