/** A table on a terminal: columns aligned by what a terminal shows, and no line longer than it is wide. */
import { printable } from '../compile/excerpt.ts';

export type Row = readonly (string | number)[];

/** The first column is text and gives way where there is too little room; the others are numbers, to the right. */
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
/** Of a name, so much is always shown. */
const LEAST = 12;

/** The text in so many terminal columns; what is cut off is an ellipsis. */
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

/** Columns that a terminal gives the text: two for East Asian wide characters and emoji, none for combining marks. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    width += WIDE.test(segment) ? 2 : NO_WIDTH.test(segment) ? 0 : 1;
  }
  return width;
}

const GRAPHEMES = new Intl.Segmenter('und');
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const WIDE =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}\u{20000}-\u{3FFFD}]/u;

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
