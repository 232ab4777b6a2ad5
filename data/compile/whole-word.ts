/** Whole words: where a word begins and ends, for quotes of a text. */

/** Scripts without spaces between words: there is no way to know where a word ends. */
export const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
/** A letter, digit or mark of the other scripts. */
export const SPACED = String.raw`[[\p{L}\p{N}\p{M}]--${UNSPACED}]`;
const ENDS_IN_WORD = new RegExp(`${SPACED}$`, 'v');
const BEGINS_WITH_WORD = new RegExp(`^${SPACED}`, 'v');

/** Whether the range neither begins nor ends inside a word, which `anchor()` requires of plain quotes. */
export function isWhole(text: string, start: number, end: number): boolean {
  return !isWithinWord(text, start) && !isWithinWord(text, end);
}

function isWithinWord(text: string, at: number): boolean {
  return ENDS_IN_WORD.test(text.slice(Math.max(0, at - 2), at)) && BEGINS_WITH_WORD.test(text.slice(at, at + 2));
}
