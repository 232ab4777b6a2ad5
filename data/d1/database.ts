/**
 * Database: the part of Cloudflare's D1 binding that is used here. Declared here, because the command line uses the
 * same database from Node, which does not have the Workers' types.
 */
export interface Database {
  prepare(sql: string): Statement;
  /** Runs the statements as one transaction: all of them, or none if one fails. */
  batch(statements: Statement[]): Promise<Result[]>;
}

/** The binding itself: it opens sessions, in which each read is at least as new as the one before. */
export interface Binding extends Database {
  withSession(constraint: 'first-unconstrained' | 'first-primary'): Database;
}

export interface Statement {
  bind(...values: unknown[]): Statement;
  all(): Promise<Result>;
}

export interface Result {
  readonly results: unknown[];
  readonly meta: { readonly rows_read: number; readonly rows_written: number };
}

/** The rows of a result. The caller knows their shape from its own SQL. */
export function rowsOf<Row>(result: Result): readonly Row[] {
  return result.results as readonly Row[];
}

/** The first row that a statement finds; null if it finds none. */
export async function firstRow<Row>(statement: Statement): Promise<Row | null> {
  return rowsOf<Row>(await statement.all())[0] ?? null;
}
