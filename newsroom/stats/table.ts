/** Tables for a terminal: columns aligned by display width, and no line wider than the terminal. */
import { displayWidth, printable } from '../../data/compile/index.ts';

export type Row = readonly (string | number)[];

/** The lines of a table. The first column is text, shortened if there is too little room; the others are aligned right. */
export function printTable(heads: readonly string[], rows: readonly Row[], columns: number): string[] {
  const cells = [heads, ...rows].map((row) => row.map((cell) => printable(String(cell))));
  const widths = heads.map((_, column) =>
    cells.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + GAP.length + width, 0);
  const first = Math.min(widths[0] ?? 0, Math.max(LEAST, columns - others));
  return cells.map(([name = '', ...numbers]) => {
    const text = padEnd(shorten(name, first), first);
    return [text, ...numbers.map((number, index) => padStart(number, widths[index + 1] ?? 0))].join(GAP).trimEnd();
  });
}

const GAP = '  ';
/** The least width of the first column. */
const LEAST = 12;

/** The text in at most this many terminal columns; if it is cut, it ends in an ellipsis. */
export function shorten(text: string, most: number): string {
  if (displayWidth(text) <= most) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    width += displayWidth(segment);
    if (width > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const GRAPHEMES = new Intl.Segmenter('und');

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
