/** Writes the list that an operation answers with as comma-separated values: RFC 4180. */
import { type GraphQLSchema, getNullableType, isListType } from 'graphql';
import { guardFormulas, quoteCell } from '../../data/csv.ts';
import type { Operation } from './operation.ts';
import { type SelectedField, selectedFields } from './selection.ts';

/** The list in the answer of an operation, and the columns of its table. Both are the same for any data. */
export interface AnswerList {
  /** The names in the answer from `data` to the list: `statements`, `nodes`. */
  readonly path: readonly string[];
  readonly columns: readonly Column[];
}

interface Column {
  /** The path to the value, joined by dots: `speakers.agent.name`. */
  readonly name: string;
  readonly path: readonly string[];
}

/**
 * The list that an operation answers with: its only root field if that is a list, or the `nodes` of that field if they
 * are selected. Null if its answer is something else. Each scalar selected is a column, in document order.
 */
export function listIn(schema: GraphQLSchema, operation: Operation): AnswerList | null {
  const [root, ...others] = selectedFields(schema, operation);
  if (!root || others.length > 0) return null;
  if (isList(root)) return { path: [root.name], columns: columnsOf(root) };
  const nodes = root.fields.find((field) => field.name === 'nodes' && isList(field));
  return nodes ? { path: [root.name, nodes.name], columns: columnsOf(nodes) } : null;
}

/**
 * A header, then a row for each item of the list; only the header if the list is empty. Null is an empty cell. The
 * values of a list inside an item are joined by `; ` in one cell, in order. A null or an empty list leaves its place
 * empty, so the columns of one such list stay aligned. Only the JSON has the exact structure.
 */
export function toCsv({ path, columns }: AnswerList, data: unknown): string {
  const rows = rowsAt(data, path).map((row) => columns.map((column) => cellOf(valuesAt(row, column.path))));
  return [columns.map(({ name }) => name), ...rows].map(lineOf).join('');
}

function isList({ type }: SelectedField): boolean {
  return isListType(getNullableType(type));
}

function columnsOf(list: SelectedField): Column[] {
  // A list of scalars is one column.
  return list.fields.length === 0
    ? [{ name: list.name, path: [] }]
    : list.fields.flatMap((field) => columnsIn(field, []));
}

function columnsIn({ name, fields }: SelectedField, above: readonly string[]): Column[] {
  const path = [...above, name];
  return fields.length === 0 ? [{ name: path.join('.'), path }] : fields.flatMap((field) => columnsIn(field, path));
}

function rowsAt(data: unknown, path: readonly string[]): readonly unknown[] {
  const list = path.reduce(valueIn, data);
  return Array.isArray(list) ? list : [];
}

/** All values at the end of a path, through the lists along it. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [null] : value.flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  return name === undefined ? [value] : valuesAt(valueIn(value, name), rest);
}

/** Null if there is no such value: not every object has the fields of a type condition. */
function valueIn(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null)?.[name] ?? null;
}

/**
 * The texts are other people's words, so none may become a formula. Each value of a list is guarded, because a reader
 * that splits at semicolons puts it in its own cell. A number stays as it is, unless it begins a list.
 */
function cellOf(values: readonly unknown[]): string {
  const isPlain = (value: unknown, at: number) => typeof value === 'number' && (at > 0 || values.length === 1);
  return values.map((value, at) => (isPlain(value, at) ? textOf(value) : guardFormulas(textOf(value)))).join('; ');
}

/** Replaces NUL by U+FFFD, as CommonMark does: readers written in C stop at a NUL or reject the file. */
function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : JSON.stringify(value);
}

/** A row with one empty cell is quoted, because an empty line would not be read as a row. */
function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoteCell).join(',') || '""'}\r\n`;
}
