/** Lines of a file: found once, however many of its problems are reported. */
import { type CodePointCounts, countCodePoints } from '../text.ts';
import type { Place, SourceFile } from './problem.ts';

/** A line of a file, in UTF-16 units, without its line break. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The line that the UTF-16 position is in. */
export function lineAt(file: SourceFile, at: number): Line {
  const { starts } = linesOf(file);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const next = starts[low + 1];
  return { number: low + 1, start: starts[low] ?? 0, end: next === undefined ? file.text.length : next - 1 };
}

/** "articles/mill.yaml:12": the line in which a place begins. */
export function lineOf({ file, start }: Place): string {
  return `${file.path}:${lineAt(file, start).number}`;
}

/** The column of the position, from 1, in code points. */
export function columnAt(file: SourceFile, at: number): number {
  const { start } = lineAt(file, at);
  if (at - start <= SHORT) return [...file.text.slice(start, at)].length + 1;
  const lines = linesOf(file);
  lines.counts ??= countCodePoints(file.text);
  return (lines.counts[at] ?? 0) - (lines.counts[start] ?? 0) + 1;
}

/** Up to this length the column is counted each time; for longer ones the whole file is counted once. */
const SHORT = 1000;

interface Lines {
  readonly starts: readonly number[];
  counts: CodePointCounts | null;
}

const LINES = new WeakMap<SourceFile, Lines>();

function linesOf(file: SourceFile): Lines {
  const known = LINES.get(file);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lines = { starts, counts: null };
  LINES.set(file, lines);
  return lines;
}
