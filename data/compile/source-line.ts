/** The line of a file with a problem, cut to fit, and where the underline begins and ends on a terminal. */

import { columnAt, lineAt } from './line.ts';
import type { Place } from './problem.ts';
import { printable } from './terminal.ts';

export interface SourceLine {
  readonly text: string;
  /** Terminal columns before the underline and under it. */
  readonly indent: number;
  readonly width: number;
}

/** Line and column (in code points), both from 1, and the line itself; null if the line is empty. */
export function sourceLine(at: Place): { line: number; column: number; shown: SourceLine | null } {
  const { text } = at.file;
  const start = Math.min(at.start, text.length);
  const line = lineAt(at.file, start);
  const place = { line: line.number, column: columnAt(at.file, start) };
  if (line.start === line.end) return { ...place, shown: null };
  const end = Math.min(Math.max(at.end, start), line.end);
  return {
    ...place,
    shown: cutWindow(text.slice(line.start, start), text.slice(start, end), text.slice(end, line.end)),
  };
}

const WORDS_SHOWN = 80;
const BEFORE_SHOWN = 40;
const AFTER_SHOWN = 60;

function cutWindow(before: string, words: string, after: string): SourceLine {
  // Four units per character are enough, so that a long line is not split as a whole.
  const all = [...printable(before.slice(-4 * BEFORE_SHOWN))];
  const head = all.length > BEFORE_SHOWN ? `…${all.slice(-BEFORE_SHOWN).join('')}` : all.join('');
  const shownWords = shorten(words, WORDS_SHOWN);
  const tail = shownWords.endsWith('…') ? '' : shorten(after, AFTER_SHOWN);
  return {
    text: `${head}${shownWords}${tail}`.trimEnd(),
    indent: displayWidth(head),
    width: Math.max(1, displayWidth(shownWords)),
  };
}

function shorten(text: string, most: number): string {
  const characters = [...printable(text.slice(0, 4 * most))];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

/** The terminal columns of the text: two for East Asian wide characters and emoji, none for combining marks. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    width += WIDE.test(segment) ? 2 : NO_WIDTH.test(segment) ? 0 : 1;
  }
  return width;
}

/** Most lines are plain, and need no splitting. */
const PLAIN = /^[ -~]*$/;
const GRAPHEMES = new Intl.Segmenter('und');
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const WIDE =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}\u{20000}-\u{3FFFD}]/u;
