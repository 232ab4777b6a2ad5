/** CSV (RFC 4180): a table for each type of record. */
import { guardFormulas, quoteCell, unguardFormulas } from '../../data/compile/index.ts';
import type { ExportRecord } from './record.ts';

/** The tables by file name: `Person.csv`. */
export function printCsv(records: readonly ExportRecord[]): Map<string, string> {
  const tables = Map.groupBy(records, ({ type }) => type);
  return new Map([...tables].map(([type, rows]) => [`${type}.csv`, printTable(rows.map(cellsOf))]));
}

/** The records of one table; the name of its file is their type. */
export function readCsv(type: string, text: string, fail: (says: string) => never): unknown[] {
  const [header = [], ...rows] = readRows(text, fail);
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      fail(`Row ${index + 2} has ${row.length} cells; the header has ${header.length}.`);
    }
    const record: Fields = { type };
    for (const [column, cell] of row.entries()) {
      if (cell !== '') put(record, header[column] ?? '', readCell(header[column] ?? '', cell, fail));
    }
    return record;
  });
}

interface Fields {
  [field: string]: unknown;
}

/** The cells of a record: the column of a nested field is like `date.edtf`, a list is JSON, null has no cell. */
function cellsOf(record: object): Map<string, string> {
  const cells = new Map<string, string>();
  gatherCells(record, '', cells);
  return cells;
}

function gatherCells(fields: object, above: string, cells: Map<string, string>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || (above === '' && name === 'type')) continue;
    if (typeof value === 'object' && !Array.isArray(value)) gatherCells(value, `${above}${name}.`, cells);
    else cells.set(above + name, typeof value === 'number' ? String(value) : guardFormulas(textOf(value)));
  }
}

function printTable(rows: readonly ReadonlyMap<string, string>[]): string {
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return lines.map((line) => `${line.map(quoteCell).join(',')}\r\n`).join('');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function readCell(column: string, cell: string, fail: (says: string) => never): unknown {
  const text = unguardFormulas(cell);
  if (!IS_JSON.has(column.slice(column.lastIndexOf('.') + 1))) return text;
  try {
    return JSON.parse(text);
  } catch {
    return fail(`A cell of "${column}" is not JSON: ${cell.slice(0, 40)}`);
  }
}

/** The fields that are not text. */
const IS_JSON = new Set(
  'otherNames sameAs bylines inferred about relations evidence places participants figures content speakers addressees start end number introduces approximate splitInto firstRevision lastRevision'.split(
    ' ',
  ),
);

function put(record: Fields, column: string, value: unknown): void {
  const path = column.split('.');
  const last = path.pop() ?? '';
  let at = record;
  for (const name of path) {
    const inner = at[name];
    const next: Fields = isFields(inner) ? inner : {};
    at[name] = next;
    at = next;
  }
  at[last] = value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function readRows(text: string, fail: (says: string) => never): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length || row.length > 0) {
    const at = CELL.lastIndex;
    const found = CELL.exec(text);
    if (found === null) return fail(`There is no cell at character ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    const [, inQuotes, plain = '', end] = found;
    row.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
