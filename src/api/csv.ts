/** The answer of an operation that is a list, as comma-separated values: RFC 4180. */
import { type GraphQLSchema, getNullableType, isListType } from 'graphql';
import { guardFormulas, quoteCell } from '../../data/csv.ts';
import type { Operation } from './operation.ts';
import { type SelectedField, selectedFields } from './selection.ts';

/** Where an answer has its list, and what a table of it has for columns, whatever the data. */
export interface AnswerList {
  /** From `data` to the list, by names of the answer: `statements`, `nodes`. */
  readonly path: readonly string[];
  readonly columns: readonly Column[];
}

interface Column {
  /** The names on the way to the value, joined by dots: `speakers.agent.name`. */
  readonly name: string;
  readonly path: readonly string[];
}

/**
 * The list that an operation answers with: its only root field if that is a list, or the `nodes` of it, if they are
 * asked for. Null if its answer is something else. A column for each single value selected, in document order.
 */
export function listIn(schema: GraphQLSchema, operation: Operation): AnswerList | null {
  const [root, ...others] = selectedFields(schema, operation);
  if (!root || others.length > 0) return null;
  if (isList(root)) return { path: [root.name], columns: columnsOf(root) };
  const nodes = root.fields.find((field) => field.name === 'nodes' && isList(field));
  return nodes ? { path: [root.name, nodes.name], columns: columnsOf(nodes) } : null;
}

/**
 * A header, then a row for each thing of the list; only the header where there is none. Null is an empty cell. Values
 * of lists inside a thing are joined by `; ` in one cell, in order, with nothing between where one is null or a list is
 * empty, so that the columns of one such list stay in step. Which value belongs where exactly is told by the JSON.
 */
export function toCsv({ path, columns }: AnswerList, data: unknown): string {
  const rows = rowsAt(data, path).map((row) => columns.map((column) => cellOf(valuesAt(row, column.path))));
  return [columns.map(({ name }) => name), ...rows].map(lineOf).join('');
}

function isList({ type }: SelectedField): boolean {
  return isListType(getNullableType(type));
}

function columnsOf(list: SelectedField): Column[] {
  // A list of single values is one column.
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

/** All values at the end of a path, through each list on the way. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [null] : value.flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  return name === undefined ? [value] : valuesAt(valueIn(value, name), rest);
}

/** Null where there is no such value: fields of type conditions are not in every object. */
function valueIn(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null)?.[name] ?? null;
}

/**
 * The texts are other people's words, so that none may be a formula: each of a list is looked at alone, since a reader
 * that splits at semicolons has it in a cell of its own. A number stays as it is, but where it begins a list.
 */
function cellOf(values: readonly unknown[]): string {
  const isPlain = (value: unknown, at: number) => typeof value === 'number' && (at > 0 || values.length === 1);
  return values.map((value, at) => (isPlain(value, at) ? textOf(value) : guardFormulas(textOf(value)))).join('; ');
}

/** Readers written in C end at a NUL or refuse the file: it becomes U+FFFD, as in CommonMark. */
function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : JSON.stringify(value);
}

/** A line without a character would be read as no row at all. */
function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoteCell).join(',') || '""'}\r\n`;
}
