/** Printed words: separate words of a text as one line. */
import type { Span } from './model.ts';
import { cutAtMarks, hasWords, meeting, type Quotation } from './quotation.ts';
import type { Range } from './text.ts';

/**
 * The words of several spans, in the order of the text, as one line. Text between two spans is kept if it is only space
 * and punctuation; otherwise `between` gives what to print for it. Words that two spans share are printed once.
 *
 * Each quotation has both its marks, even if a span ends inside it, unless all the words are quoted: then they have no
 * marks around them.
 */
export function printed(
  text: string,
  spans: readonly Span[],
  quotations: readonly Quotation[],
  between: (left: Range) => string = () => ' … ',
): string {
  const pieces = joinNear(text, spans);
  const bare = countBare(text, pieces, quotations);
  return pieces
    .map((piece, index) => {
      const last = pieces[index - 1];
      const gap = last === undefined ? '' : between({ start: last.end, end: piece.start });
      return `${gap}${printBalanced(text, piece, quotations, bare).trim()}`;
    })
    .join('');
}

/** The spans as ranges, joined if there is only space and punctuation between them. */
function joinNear(text: string, spans: readonly Span[]): Range[] {
  const pieces: { start: number; end: number }[] = [];
  for (const { utf16Start, utf16End } of spans) {
    const last = pieces.at(-1);
    if (last === undefined || (utf16Start > last.end && HAS_WORDS.test(text.slice(last.end, utf16Start)))) {
      pieces.push({ start: utf16Start, end: utf16End });
    } else last.end = Math.max(last.end, utf16End);
  }
  return pieces;
}

const HAS_WORDS = /[\p{L}\p{N}\n]/u;

/** The number of nested quotations that contain all the words: this many levels of marks are not printed. */
function countBare(text: string, pieces: readonly Range[], quotations: readonly Quotation[]): number {
  const parts = pieces.flatMap((piece) => cutAtMarks(text, piece, quotations));
  const inside = new Set(parts.map(({ quotation }) => quotation));
  if (parts.length === 0 || inside.has(null)) return 0;
  return (
    1 +
    countBare(
      text,
      parts,
      [...inside].flatMap((quotation) => quotation?.within ?? []),
    )
  );
}

/** A range in which each quotation has both marks, or none if none of its words are in it; `bare` levels have none. */
function printBalanced(text: string, { start, end }: Range, quotations: readonly Quotation[], bare: number): string {
  let line = '';
  let at = start;
  for (const { outer, inner, opening, closing, within } of meeting(quotations, { start, end })) {
    const words = { start: Math.max(start, inner.start), end: Math.min(end, inner.end) };
    line += withoutLone(text.slice(at, outer.start));
    at = Math.max(start, Math.min(end, outer.end));
    if (!hasWords(text, words.start, words.end)) continue;
    const quoted = printBalanced(text, words, within, Math.max(0, bare - 1));
    line += bare > 0 ? quoted : `${opening}${quoted}${closing}`;
  }
  return line + withoutLone(text.slice(at, end));
}

/** Removes marks that belong to no quotation: nothing closes them, or nothing opened them. */
function withoutLone(words: string): string {
  return words.replace(/[“”„«»‹›「」『』]/g, '');
}
