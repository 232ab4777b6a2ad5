/**
 * Reach: the row that answers for a name. Rows are ordered by name and each has the name of the next, so a row answers
 * for every name from its own up to the next, even for names that do not exist. The first begins at ''. If the row
 * found does not reach a name, a row is lost.
 */
import { CorpusDamagedError } from './damage.ts';

export interface Reaching {
  readonly name: string;
  /** The name of the next row; null for the last. */
  readonly next: string | null;
}

/** Whether the row answers for a name that is not before the row's own. */
export function reaches({ next }: Reaching, name: string): boolean {
  return next === null || compareNames(name, next) < 0;
}

/** The index of the last of the sorted names that is not after this one; -1 if there is none. */
export function findLast(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareNames(names[middle] ?? '', name) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Returns a function that throws a CorpusDamagedError if none of the table's rows answers for a name. */
export function openReach(table: string, rows: Iterable<Reaching>): (name: string) => void {
  const byName = new Map<string, Reaching>();
  for (const row of rows) byName.set(row.name, row);
  const names = [...byName.keys()].sort(compareNames);
  return (name) => {
    const row = byName.get(names[findLast(names, name)] ?? '');
    if (row === undefined) throw new CorpusDamagedError(table, '', 'it is lost');
    if (!reaches(row, name)) throw new CorpusDamagedError(table, row.next ?? '', `it is lost after "${row.name}"`);
  };
}

/**
 * The order of names in the database: by their bytes in UTF-8, which is the order of their code points. JavaScript
 * compares UTF-16 units, so U+10000 and everything after it come before U+E000.
 */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at > 0 && isHighSurrogate(a.charCodeAt(at - 1))) at--;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}

/** Whether the unit is the first half of a code point, which must stay with the second half. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
