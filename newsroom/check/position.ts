/** Positions: the start and end of a finding, in lines and columns counted from 1, columns in code points. */
import { columnAt, lineAt, type Place } from '../../data/compile/index.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The column after the last character. */
  readonly endColumn: number;
}

/** The position of a place. */
export function positionOf({ file, start, end }: Place): Position {
  const from = Math.min(start, file.text.length);
  const to = Math.min(Math.max(end, from), file.text.length);
  return {
    line: lineAt(file, from).number,
    column: columnAt(file, from),
    endLine: lineAt(file, to).number,
    endColumn: columnAt(file, to),
  };
}
