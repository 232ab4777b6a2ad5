/** Positions: where a finding begins and ends, in lines and columns from 1, columns in code points. */
import { lineNumber } from '../compile/excerpt.ts';
import type { Place } from '../compile/problem.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** That behind the last character. */
  readonly endColumn: number;
}

/** The position of a place. */
export function positionOf({ file: { text }, start, end }: Place): Position {
  const from = Math.min(start, text.length);
  const to = Math.min(Math.max(end, from), text.length);
  return {
    line: lineNumber(text, from),
    column: columnOf(text, from),
    endLine: lineNumber(text, to),
    endColumn: columnOf(text, to),
  };
}

function columnOf(text: string, at: number): number {
  const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return [...text.slice(lineStart, at)].length + 1;
}
