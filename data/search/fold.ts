/**
 * What a word is, for every store and every list of names: case and diacritics folded, so that `huseyn`, `HÜSEYN` and
 * `Hüseyn` are one word.
 */

/** Letters that Unicode does not decompose, and what people type for them. */
const UNDECOMPOSED: { readonly [letter: string]: string } = {
  ə: 'e',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const UNDECOMPOSED_LETTER = /[əıłøđðþħŋßæœ]/g;
const COMBINING_MARK = /\p{M}/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The text with case, diacritics and compatibility forms (`ﬁ`, full width) folded away. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(COMBINING_MARK, '')
    .toLowerCase()
    .replace(UNDECOMPOSED_LETTER, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** A folded word and where it stands, in UTF-16 code units of the text. */
export interface Word {
  readonly folded: string;
  readonly utf16Start: number;
  readonly utf16End: number;
}

/** The words of a text in order: runs of letters, marks and digits. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    if (folded !== '') found.push({ folded, utf16Start: match.index, utf16End: match.index + match[0].length });
  }
  return found;
}
