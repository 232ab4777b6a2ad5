/** Fills the side that nobody reads with a corpus, and reads it back. Only the command line does this. */
import { type Database, type Result, rowsOf, type Statement } from './database.ts';
import { emptySide, indexSide, type LongKind, type Side } from './side.ts';

/** A thing: its id, its slug, the next slug, and its record as JSON, or '' if the record is in `long`, kind `BODY`. */
export type EntityRow = readonly [id: number, slug: string, next: string | null, body: string, sum: number];
/** A part of something long, and the number of parts; for pieces of the index also the next name. */
export type LongRow = readonly [
  ...[id: number, kind: LongKind, name: string, part: number, parts: number],
  ...[next: string | null, body: string, sum: number],
];

export const TABLES = ['entity', 'long'] as const;
export type Table = (typeof TABLES)[number];

/** The number of rows, and the length of their bodies in bytes. */
export interface Measure {
  readonly rows: number;
  readonly bytes: number;
}
export type Measures = { readonly [T in Table]: Measure };

/** Rows that one statement writes: all rows of a table between two ids. */
export interface Chunk extends Measure {
  readonly table: Table;
  readonly firstId: number;
  readonly lastId: number;
  /** The list of rows as JSON. */
  readonly json: string;
}

/** Empties a side. From now until the switch, no reader takes its content for a corpus. */
export function startSide(database: Database, side: Side): Statement[] {
  // Migrations create this row; if it was lost since, nothing published would ever be read.
  const point = database.prepare('insert or ignore into live (id) values (1)');
  const vacate = database.prepare(
    `update live set edition_${side} = null where id = 1 and edition_${side} is not null`,
  );
  const forget = database.prepare('delete from side where name = ?').bind(side);
  return [point, vacate, forget, ...emptySide(side).map((sql) => database.prepare(sql))];
}

/** Writes a chunk. Writing it again changes nothing, so it may be resent if the answer was lost. */
export function insertChunk(database: Database, side: Side, { table, json }: Chunk): Statement {
  const values = COLUMNS[table].map((_, index) => `value ->> ${index}`);
  const sql = `insert into ${table}_${side} (${COLUMNS[table].join(', ')}) select ${values.join(', ')} from json_each(?)`;
  return database.prepare(`${sql} where true on conflict (id) do nothing`).bind(json);
}

/** Indexes a filled side. */
export function finishSide(database: Database, side: Side): Statement[] {
  return indexSide(side).map((sql) => database.prepare(sql));
}

/** Reads the stored rows of a chunk; `chunkJson` turns them into the chunk's JSON. */
export function selectChunk(
  database: Database,
  side: Side,
  { table, firstId, lastId }: Omit<Chunk, 'json'>,
): Statement {
  const sql = `select ${COLUMNS[table].join(', ')} from ${table}_${side} where id between ? and ? order by id`;
  return database.prepare(sql).bind(firstId, lastId);
}

export function chunkJson(table: Table, result: Result): string {
  const rows = rowsOf<Readonly<Record<string, string | number | null>>>(result);
  return JSON.stringify(rows.map((row) => COLUMNS[table].map((column) => row[column])));
}

/** Measures a table of a side: the one row of the result is a `Measure`. */
export function measureTable(database: Database, side: Side, table: Table): Statement {
  const sql = `select count(*) as rows, coalesce(sum(octet_length(body)), 0) as bytes from ${table}_${side}`;
  return database.prepare(sql);
}

const COLUMNS: { readonly [T in Table]: readonly string[] } = {
  entity: ['id', 'slug', 'next', 'body', 'sum'],
  long: ['id', 'kind', 'name', 'part', 'parts', 'next', 'body', 'sum'],
};
